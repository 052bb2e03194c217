import Archive
import Estimates

/// One figure with the count of every organisation of the panel: what nobody but the gate and the
/// estimates may see.
struct PooledCounts {
  /// What is counted.
  let key: ArchivedPack.Key
  /// People of the group, in the order of the panel.
  let people: [Int]
  /// Everyone, in the order of the panel.
  let totals: [Int]

  /// People of the group in the whole panel.
  var sum: Int { people.reduce(0, +) }
  /// Everyone in the whole panel.
  var total: Int { totals.reduce(0, +) }
  /// Everyone who is not of the group, in the order of the panel.
  var others: [Int] { zip(totals, people).map { $0 - $1 } }
}
