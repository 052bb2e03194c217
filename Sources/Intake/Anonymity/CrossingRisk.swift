/// Which attributes cannot be crossed without making small groups.
///
/// A crossing is a set of quasi-identifiers; its risk is the number of people in its classes of fewer
/// than a threshold. A wider crossing never has a lower risk: splitting a class makes it smaller.
public struct CrossingRisk: Sendable, Hashable {
  /// One set of attributes.
  public struct Crossing: Sendable, Hashable {
    /// The positions of the attributes in the table, ascending.
    public let positions: [Int]
    /// The names of the attributes.
    public let attributes: [String]
    /// The number of people in the smallest class.
    public let k: Int
    /// People in classes of fewer than the threshold.
    public let peopleBelow: Int
    /// Their share of all people, 0 to 1; lower is safer.
    public let share: Double
  }

  /// The threshold.
  public let threshold: Int
  /// Every set up to the largest size, smaller sets first, then by position.
  public let crossings: [Crossing]

  /// Measures every set of quasi-identifiers up to a size.
  ///
  /// - Parameters:
  ///   - threshold: the smallest class that is not small.
  ///   - largestSet: the most attributes of a set.
  public static func of(
    _ table: IntakeTable, threshold: Int, largestSet: Int = 3
  ) -> IntakeOutcome<CrossingRisk> {
    let attributes = table.columns(.quasiIdentifier)
    guard !attributes.isEmpty else {
      return .notMeasurable(reason: "there is no quasi-identifier")
    }
    guard table.people > 0 else { return .notMeasurable(reason: "there are no people") }
    var sets: [[Int]] = [[]]
    var crossings: [Crossing] = []
    for _ in 0..<max(0, min(largestSet, attributes.count)) {
      sets = sets.flatMap { set in
        attributes.filter { $0 > (set.last ?? -1) }.map { set + [$0] }
      }
      for set in sets {
        let classes = EquivalenceClasses(table, by: set)
        let below = classes.peopleBelow(threshold)
        crossings.append(
          Crossing(
            positions: set, attributes: set.map { table.columns[$0].name },
            k: classes.people.filter { $0 > 0 }.min() ?? 0, peopleBelow: below,
            share: Double(below) / Double(table.people)))
      }
    }
    return .measured(CrossingRisk(threshold: threshold, crossings: crossings))
  }

  /// The sets of one size.
  public func crossings(of size: Int) -> [Crossing] {
    crossings.filter { $0.positions.count == size }
  }

  /// The sets of one size in which more than a share of people are in small classes, the riskiest
  /// first.
  public func worst(of size: Int, above share: Double = 0) -> [Crossing] {
    let found = crossings(of: size).enumerated().filter { $0.element.share > share }
    return found.sorted {
      ($1.element.peopleBelow, $0.offset) < ($0.element.peopleBelow, $1.offset)
    }.map(\.element)
  }

  /// The smallest sets that put more than a share of people in small classes: each part of them is
  /// below it.
  public func smallest(above share: Double) -> [Crossing] {
    var found: [Crossing] = []
    for crossing in crossings where crossing.share > share {
      let holdsOne = found.contains { smaller in
        smaller.positions.allSatisfy(crossing.positions.contains)
      }
      if !holdsOne { found.append(crossing) }
    }
    return found
  }
}
