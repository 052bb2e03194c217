import Estimates

/// The attributes whose named levels are all there are.
///
/// A reader sees it where a whole and all its parts are shown: the parts add up. Where they fall short
/// somewhere, there are levels without a name.
struct Completeness {
  /// The attributes.
  let attributes: Set<String>

  init(_ families: [FamilyOfCells], book: LevelBook, known: [CellKey: Int]) {
    var proved = Set<String>()
    var refuted = Set<String>()
    for family in families {
      guard let levels = book.attributes[family.attribute], let whole = known[family.whole] else {
        continue
      }
      let named = Set(levels.singles.indices.filter { !levels.isUnnamed($0) })
      // Single levels first, then merged ones; or merged ones first.
      let parts = family.labels.compactMap { label -> (members: Set<Int>, count: Int)? in
        guard let count = known[family.whole.with(family.attribute, label)] else { return nil }
        guard let found = levels.members[label], let members = found, members.isSubset(of: named)
        else { return nil }
        return (members, count)
      }
      for isMergedFirst in [false, true] {
        let sorted = parts.enumerated().sorted { left, right in
          let (one, other) = (left.element.members.count, right.element.members.count)
          return one == other ? left.offset < right.offset : (one < other) != isMergedFirst
        }
        var covered = Set<Int>()
        var sum = 0
        for (_, part) in sorted where covered.isDisjoint(with: part.members) {
          covered.formUnion(part.members)
          sum += part.count
        }
        guard covered == named else { continue }
        if sum == whole { proved.insert(family.attribute) }
        if sum < whole { refuted.insert(family.attribute) }
      }
    }
    attributes = proved.subtracting(refuted)
  }
}
