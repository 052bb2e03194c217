import NumericalKernel

/// What is changed from the first period on; everything else goes on as before.
public struct ProjectionScenario: Hashable, Sendable, Codable {
  /// A change for one group.
  public struct Change: Hashable, Sendable, Codable {
    /// The group's position.
    public let group: Int
    /// By how much its chances of getting to a higher level are multiplied.
    public let promotions: Double
    /// By how much its chances of leaving are multiplied.
    public let exits: Double
    /// By how much its hires are multiplied.
    public let hires: Double
    /// Its share of the hires of every level, in place of the share it has; the number of hires stays
    /// and the other groups keep their proportions.
    public let hireShare: Double?

    /// Makes a change.
    public init(
      group: Int, promotions: Double = 1, exits: Double = 1, hires: Double = 1,
      hireShare: Double? = nil
    ) {
      self.group = group
      self.promotions = promotions
      self.exits = exits
      self.hires = hires
      self.hireShare = hireShare
    }
  }

  /// The changes.
  public let changes: [Change]

  /// Makes a scenario.
  public init(_ changes: [Change]) { self.changes = changes }

  /// Everything goes on as before.
  public static let asBefore = ProjectionScenario([])

  /// Why the scenario cannot be applied, or `nil`.
  func problem(in chain: LevelChain) -> String? {
    for change in changes {
      guard chain.groups.indices.contains(change.group) else {
        return "A scenario changes a group the workforce does not have."
      }
      for factor in [change.promotions, change.exits, change.hires]
      where !(factor >= 0 && factor.isFinite) {
        return "A scenario's multiplier must be 0 or more."
      }
    }
    let shares = changes.compactMap(\.hireShare)
    guard shares.allSatisfy({ $0 >= 0 && $0 <= 1 }), shares.reduce(0, +) <= 1 + 1e-12 else {
      return "A scenario's shares of hires must lie between 0 and 1 and add up to 1 at most."
    }
    return nil
  }

  /// The changes as levers.
  func levers(in chain: LevelChain) -> ChainLevers {
    var levers = ChainLevers(groups: chain.groups.count)
    for change in changes {
      levers.promotions[change.group] *= change.promotions
      levers.exits[change.group] *= change.exits
      levers.hires[change.group] *= change.hires
      levers.hireShares[change.group] = change.hireShare ?? levers.hireShares[change.group]
    }
    return levers
  }

  /// The scenario in words, for a stamp.
  var words: String {
    changes.isEmpty ? "rates as before" : changes.map(\.words).joined(separator: ", ")
  }
}

extension ProjectionScenario.Change {
  /// The change in words.
  var words: String {
    let factors = [("promotions", promotions), ("exits", exits), ("hires", hires)].filter {
      $0.1 != 1
    }.map { "\($0.0) x \(ConfidenceLevel.plain($0.1))" }
    let share = hireShare.map { ["\(ConfidenceLevel.percent($0)) % of hires"] } ?? []
    let words = share + factors
    return "group \(group + 1): " + (words.isEmpty ? "as before" : words.joined(separator: " and "))
  }
}

/// A share to be reached.
public struct ShareTarget: Hashable, Sendable, Codable {
  /// Which side of the value counts as reached.
  public enum Direction: String, Hashable, Sendable, Codable {
    /// The value or more.
    case atLeast = "at_least"
    /// The value or less.
    case atMost = "at_most"
  }

  /// The share, between 0 and 1.
  public let value: Double
  /// The period it is to be reached by, from 1.
  public let by: Int
  /// Which side of it counts as reached.
  public let direction: Direction

  /// Makes a target.
  public init(_ value: Double, by: Int, direction: Direction = .atLeast) {
    self.value = value
    self.by = by
    self.direction = direction
  }

  /// Why the target is none, or `nil`.
  var problem: String? {
    if !(value >= 0 && value <= 1) { return "The target must lie between 0 and 1." }
    return by > 0 ? nil : "The target must be for the first period or a later one."
  }

  /// Whether a share meets it, within rounding.
  func isMet(by group: Double, of everyone: Double) -> Bool {
    let difference = group - value * everyone
    let tolerance = 1e-9 * everyone
    return direction == .atLeast ? difference >= -tolerance : difference <= tolerance
  }
}
