/// What pay is compared by.
public struct PayConfiguration: Sendable, Hashable {
  /// A measure as the report names it.
  public struct Measure: Sendable, Hashable {
    /// The identifier.
    public let id: String
    /// The title a reader sees.
    public let title: String
    /// The unit as printed.
    public let unit: String
    /// Decimals kept.
    public let scale: Int
  }

  /// The amount compared.
  public let measure: Measure
  /// The bonus compared, where one is.
  public let bonus: Measure?
}

/// A share from outside that a share of the workforce is compared with.
public struct BenchmarkConfiguration: Sendable, Hashable {
  /// A level of a structure attribute the benchmark is for.
  public struct Condition: Sendable, Hashable {
    /// The attribute's identifier.
    public let attribute: String
    /// The level's label.
    public let level: String
  }

  /// The attribute's identifier.
  public let attribute: String
  /// The level's label.
  public let level: String
  /// The share, 0 to 1.
  public let value: Double
  /// The standard error of the share; `nil` where it is unknown.
  public let standardError: Double?
  /// The part of the workforce the benchmark is for; empty for all of it.
  public let within: [Condition]
  /// Where the figure is from.
  public let source: String
  /// The date or period of the figure.
  public let date: String
  /// A caveat printed beside it.
  public let note: String?
}

/// A share the organisation aims at.
public struct TargetConfiguration: Sendable, Hashable {
  /// The part of the workforce the target is for.
  public enum Scope: String, Sendable, Hashable, CaseIterable {
    case workforce
    case leadership
  }

  /// The attribute's identifier.
  public let attribute: String
  /// The level's label.
  public let level: String
  /// The part of the workforce the target is for.
  public let scope: Scope
  /// The share aimed at, 0 to 1.
  public let value: Double
  /// The quarter it is to be reached in.
  public let by: String
}

/// What is changed in a projection of the targets.
public struct ScenarioConfiguration: Sendable, Hashable {
  /// The change in words.
  public let name: String
  /// The attribute's identifier.
  public let attribute: String
  /// The level's label.
  public let level: String
  /// The level's share of hires, 0 to 1.
  public let hireShare: Double?
  /// What the level's hires are multiplied by.
  public let hires: Double?
  /// What the level's rate of leaving is multiplied by.
  public let exits: Double?
}

/// A quarter from which an attribute cannot be compared with the quarters before.
public struct BreakConfiguration: Sendable, Hashable {
  /// The attribute's identifier.
  public let attribute: String
  /// The first quarter counted the new way.
  public let quarter: String
  /// What changed, as a sentence.
  public let text: String
}

/// How differences are tested and judged.
public struct TestsConfiguration: Sendable, Hashable {
  /// The level of confidence intervals, for example 0.95.
  public let confidence: Double
  /// The adjustment for several tests: `holm`.
  public let multiplicity: String
  /// A ratio of rates below this is a gap in practice.
  public let bandRatioLower: Double
  /// A ratio of rates above this is a gap in practice.
  public let bandRatioUpper: Double
  /// A difference of shares of more than so many percentage points is a gap in practice.
  public let bandSharePoints: Double
  /// A pay gap of more than so many per cent is a gap in practice.
  public let bandPayPercent: Double
}
