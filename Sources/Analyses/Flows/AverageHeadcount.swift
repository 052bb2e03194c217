import Estimates

/// The average headcount over a window of quarters, from the snapshots at its ends and between.
///
///     average = (½ s0 + s1 + … + s(n-1) + ½ sn) / n     for n quarters and n + 1 snapshots
struct AverageHeadcount: Sendable {
  /// The snapshots, oldest first.
  let snapshots: [String]

  /// The snapshots around a window; `nil` where the one before it is missing.
  init?(window: [String], quarters: [String]) {
    guard let first = window.first, let position = quarters.firstIndex(of: first), position > 0
    else { return nil }
    snapshots = [quarters[position - 1]] + window
  }

  /// The stock cells of the people that `change` picks out, one per snapshot.
  func operands(_ change: (CellKey) -> CellKey) -> [CellKey] {
    snapshots.map { change(WorkforceTables.everyone($0)) }
  }

  /// The average of the counts, in the order of the operands.
  static func average(_ counts: some BidirectionalCollection<Int>) -> Double {
    guard let first = counts.first, let last = counts.last, counts.count > 1 else { return 0 }
    let twice = 2 * counts.reduce(0, +) - first - last
    return Double(twice) / Double(2 * (counts.count - 1))
  }

  static let stamp = MethodStamp(
    id: "average-headcount", title: "Average headcount",
    convention: "snapshots at both ends count half", source: "definition",
    inference: .census)
}
