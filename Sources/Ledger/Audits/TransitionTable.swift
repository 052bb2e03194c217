/// How many people went from each state at one time to each at another, *absent* included.
///
/// Cell `(i, j)` counts the people in state `i` before and `j` after. The last row is people who were
/// absent before (joiners), the last column people absent after (leavers). Nobody is absent at both.
public struct TransitionTable: Sendable, Hashable {
  /// How many states there are beside *absent*.
  public let states: Int
  /// The counts, row by row, `(states + 1)²` of them.
  public let counts: [Int]

  /// Makes a table.
  ///
  /// - Throws: `.misfit` where the counts are too few or many or negative, their sum is beyond an `Int`,
  ///   or somebody is absent at both times.
  public init(states: Int, counts: [Int]) throws(LedgerError) {
    let (side, tooMany) = states.addingReportingOverflow(1)
    let (size, overflow) = side.multipliedReportingOverflow(by: side)
    guard states >= 0, !tooMany, !overflow, counts.count == size, counts.allSatisfy({ $0 >= 0 }),
      counts.last == 0
    else { throw .misfit }
    var sum = 0
    for count in counts {
      let (next, isOver) = sum.addingReportingOverflow(count)
      guard !isOver else { throw .misfit }
      sum = next
    }
    self.states = states
    self.counts = counts
  }

  /// Counts people over their states, `nil` for absent; both lists ascending by person.
  init(
    states: Int, before: [(person: ContributorHash, state: Int)],
    after: [(person: ContributorHash, state: Int)]
  ) throws(LedgerError) {
    guard (before + after).allSatisfy({ (0..<states).contains($0.state) }) else { throw .misfit }
    let side = states + 1
    var counts = [Int](repeating: 0, count: side * side)
    var (one, other) = (0, 0)
    while one < before.count || other < after.count {
      let isLeaver =
        other == after.count || (one < before.count && before[one].person < after[other].person)
      let isJoiner =
        one == before.count || (other < after.count && after[other].person < before[one].person)
      counts[
        (isJoiner ? states : before[one].state) * side
          + (isLeaver ? states : after[other].state)] += 1
      if !isJoiner { one += 1 }
      if !isLeaver { other += 1 }
    }
    try self.init(states: states, counts: counts)
  }

  /// The count of a cell; `states` stands for *absent*.
  public func count(from before: Int, to after: Int) -> Int {
    counts[before * (states + 1) + after]
  }

  /// People who changed between states without being absent.
  public var changes: Int {
    (0..<states).reduce(0) { sum, before in
      (0..<states).reduce(sum) { $0 + (before == $1 ? 0 : count(from: before, to: $1)) }
    }
  }

  /// People absent before.
  public var joiners: Int { (0..<states).reduce(0) { $0 + count(from: states, to: $1) } }

  /// People absent after.
  public var leavers: Int { (0..<states).reduce(0) { $0 + count(from: $1, to: states) } }
}
