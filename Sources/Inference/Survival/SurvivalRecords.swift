/// A stretch of time over which one person is watched for an event.
///
/// Times are whole units on one clock that starts alike for everyone, for example days since hire.
/// The person is at risk after `entry` and up to and including `exit`; somebody who was hired before
/// the watch began enters late, at the time already served (delayed entry, left truncation). One
/// person may have several spells, so long as they do not overlap.
public struct SurvivalSpell: Hashable, Sendable, Codable {
  /// When the watch begins; not itself at risk.
  public let entry: Int
  /// When the watch ends, after the entry.
  public let exit: Int
  /// What ended the watch: 0 for nothing (censored), 1 and up for the causes.
  public let cause: Int
  /// The group's position.
  public let group: Int
  /// The stratum's position.
  public let stratum: Int
  /// The covariates, in the order of the records' names.
  public let covariates: [Double]

  /// Makes a spell.
  public init(
    entry: Int = 0, exit: Int, cause: Int, group: Int = 0, stratum: Int = 0,
    covariates: [Double] = []
  ) {
    self.entry = entry
    self.exit = exit
    self.cause = cause
    self.group = group
    self.stratum = stratum
    self.covariates = covariates
  }
}

/// Spells of people with the names of their groups, causes, strata and covariates.
public struct SurvivalRecords: Hashable, Sendable, Codable {
  /// The spells, in any order.
  public let spells: [SurvivalSpell]
  /// The groups, the focal one first.
  public let groups: [String]
  /// The causes an event can have; the first is cause 1.
  public let causes: [String]
  /// The strata within which people are compared.
  public let strata: [String]
  /// The covariates' names.
  public let covariates: [String]

  /// Makes records; `nil` where a spell does not end after its entry, or its group, cause, stratum
  /// or covariates have no name, or a covariate is not finite.
  public init?(
    _ spells: [SurvivalSpell], groups: [String] = ["All"], causes: [String] = ["Event"],
    strata: [String] = ["All"], covariates: [String] = []
  ) {
    for spell in spells {
      guard spell.entry < spell.exit, groups.indices.contains(spell.group),
        (0...causes.count).contains(spell.cause), strata.indices.contains(spell.stratum),
        spell.covariates.count == covariates.count,
        spell.covariates.allSatisfy({ $0.isFinite })
      else { return nil }
    }
    self.spells = spells
    self.groups = groups
    self.causes = causes
    self.strata = strata
    self.covariates = covariates
  }

  /// The records with one indicator per group but the reference in front of the covariates, 1 for
  /// the people of the group; `nil` if there is no such reference.
  public func addingGroupIndicators(reference: Int) -> SurvivalRecords? {
    guard groups.indices.contains(reference) else { return nil }
    let others = groups.indices.filter { $0 != reference }
    return SurvivalRecords(
      spells.map { spell in
        SurvivalSpell(
          entry: spell.entry, exit: spell.exit, cause: spell.cause, group: spell.group,
          stratum: spell.stratum,
          covariates: others.map { $0 == spell.group ? 1 : 0 } + spell.covariates)
      },
      groups: groups, causes: causes, strata: strata,
      covariates: others.map { groups[$0] } + covariates)
  }
}

/// Which of several causes counts as the event.
public enum EventOfInterest: Hashable, Sendable, Codable {
  /// Any cause.
  case any
  /// One cause, numbered from 1; the others end the watch like censoring.
  case cause(Int)

  /// Whether a spell ended with the event.
  func contains(_ cause: Int) -> Bool {
    switch self {
    case .any: cause > 0
    case .cause(let wanted): cause > 0 && cause == wanted
    }
  }

  /// The events among the events by cause.
  func count(_ events: [Int]) -> Int {
    switch self {
    case .any: events.reduce(0, +)
    case .cause(let wanted): events.indices.contains(wanted - 1) ? events[wanted - 1] : 0
    }
  }

  /// The event as it is printed.
  var words: String {
    switch self {
    case .any: "any event"
    case .cause(let cause): "event of cause \(cause), other causes censored"
    }
  }
}

/// What came of a survival method whose result is more than one number.
public enum SurvivalOutcome<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The result.
  case found(Value)
  /// Why there is none, in words a reader understands.
  case notEstimable(reason: String)

  /// The result, or `nil`.
  public var value: Value? {
    if case .found(let value) = self { value } else { nil }
  }
}
