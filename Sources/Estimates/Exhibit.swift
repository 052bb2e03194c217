/// The skeleton of one table of the report: what stands in which row and column, without numbers.
///
/// An analysis draws it up before anything is published; the gate fills it; findings and sections
/// read it. It holds names and levels only, so it may be seen by every room.
public struct Exhibit: Hashable, Sendable, Codable {
  /// What the exhibit shows.
  ///
  /// Sections choose their exhibits by kind.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Opening headcount, hires, exits, moves, closing headcount; one row per step.
    case headcountBridge = "headcount_bridge"
    /// People by state of an attribute: declared, declined, blank, not asked; one row per attribute.
    case declaration
    /// Share declared by quarter, one row per quarter, one column per attribute.
    case declarationTrend = "declaration_trend"
    /// People and shares of each level of `attribute`, organisation-wide; one row per level.
    case representation
    /// Shares of `attribute` within each level of `by`; one row per level of `by`.
    case representationBy = "representation_by"
    /// Shares against an outside benchmark; one row per level benchmarked.
    case benchmark
    /// Crossed attributes; one row per combination.
    case intersection
    /// One stage of a funnel; one row per group.
    case funnelStage = "funnel_stage"
    /// The whole funnel; one row per stage.
    case funnel
    /// A funnel broken down by a stratum; one row per stratum.
    case funnelBy = "funnel_by"
    /// How much of a funnel's whole gap each stage carries; one row per stage.
    case funnelAttribution = "funnel_attribution"
    /// A funnel over all strata beside the comparison within them; one row.
    case funnelStratified = "funnel_stratified"
    /// Comparisons scanned for gaps; one row per comparison.
    case comparisonScan = "comparison_scan"
    /// Promotions per 100; one row per group.
    case progression
    /// Promotions per 100 within each level; one row per level.
    case progressionBy = "progression_by"
    /// Of those at a level or above, the share above it; one row per level but the highest.
    case pipeline
    /// The share in leadership of each combination, as counted and drawn towards what is expected.
    case intersectionLeadership = "intersection_leadership"
    /// Exits per 100 by group.
    case retention
    /// Shares still there after each year of service; one row per group.
    case timeToExit = "time_to_exit"
    /// Shares not promoted after each year of service; one row per group.
    case timeToPromotion = "time_to_promotion"
    /// Hires per 100 by group.
    case hiring
    /// Mean and median pay gaps; one row per comparison.
    case payGap = "pay_gap"
    /// Pay gaps within each level of `by`.
    case payGapBy = "pay_gap_by"
    /// Shares of each group in each quarter of the pay distribution; one row per quarter band.
    case payQuarters = "pay_quarters"
    /// Bonus receipt and gap.
    case bonus
    /// Shares by quarter; one row per quarter.
    case trend
    /// Slope and test of a trend of shares by quarter; one row per group.
    case trendTest = "trend_test"
    /// Share of a group among the people hired and promoted, early and late; one row per flow.
    case flowTrend = "flow_trend"
    /// The whole way through training; one row per step.
    /// How the share of each group moved, flow by flow; one row per group.
    case shareAccounting = "share_accounting"
    /// Where a share with a target is heading: the range of paths; one row per quarter to come.
    case projection
    /// The chance that a share reaches its target, and what it would take; one row for the rates as
    /// they are and one per scenario.
    case targetChance = "target_chance"
    /// Training completion; one row per group.
    case training
    /// How much of the whole gap in training each step carries; one row per step.
    case trainingAttribution = "training_attribution"
    /// What training cost for each person who reached a step; one row per step.
    case trainingCost = "training_cost"
    /// Everyone by the domains of their skills; one row per domain.
    case skillDomains = "skill_domains"
    /// The share with skills in both health and technology; one row per level of `attribute`.
    case hybridTalent = "hybrid_talent"
    /// Skills found in one person more or less often than by chance; one row per pair.
    case skillPairs = "skill_pairs"
    /// People with each skill now and a year before; one row per skill.
    case emergingSkills = "emerging_skills"
    /// How unequal the pay of everyone is; one row per index.
    case inequality
    /// How much of the inequality of pay lies between the groups of `attribute`; one row.
    case inequalityBetween = "inequality_between"
    /// The share of all pay that the lowest paid receive; one row per tenth of people.
    case lorenz
    /// How diverse everyone is by `attribute`; one row per index.
    case diversity
    /// How separated the groups are over the parts of `by`; one row.
    case segregation
    /// The same by a model of the parts' shares, where parts are small; one row.
    case segregationModel = "segregation_model"
    /// The segregation curve of `focal` over the parts of `by`; one row per part, in rising order of
    /// the group's share.
    case segregationCurve = "segregation_curve"
    /// Vacancies and how many were filled; one row per specialization.
    case skillsGap = "skills_gap"
    /// How many more people equal rates would add or keep; one row per group.
    case inclusionLens = "inclusion_lens"
  }

  /// A stable identifier, unique in the release, for example `representation/gender/level`.
  public let id: String
  /// What the exhibit shows.
  public let kind: Kind
  /// The attribute whose groups are compared.
  public let attribute: ExhibitAttribute?
  /// The attribute that breaks the population down, where there is one.
  public let by: ExhibitAttribute?
  /// The quarter or span the numbers belong to, as printed, for example `2025Q3`.
  public let period: String
  /// The focal group's label, where two groups are compared.
  public let focal: String?
  /// The reference group's label, where two groups are compared.
  public let reference: String?
  /// What the columns hold, in order.
  public let columns: [ExhibitColumn]
  /// The rows, in declared order.
  public let rows: [ExhibitRow]
  /// How the rows are judged, where they are.
  public let comparison: Comparison?
  /// Facts about this exhibit a reader must be told, as sentences without confidential numbers
  /// (merged groups, sources of benchmarks, conventions).
  public let notes: [String]

  /// Makes an exhibit.
  public init(
    id: String, kind: Kind, attribute: ExhibitAttribute? = nil, by: ExhibitAttribute? = nil,
    period: String, focal: String? = nil, reference: String? = nil, columns: [ExhibitColumn],
    rows: [ExhibitRow], comparison: Comparison? = nil, notes: [String] = []
  ) {
    self.id = id
    self.kind = kind
    self.attribute = attribute
    self.by = by
    self.period = period
    self.focal = focal
    self.reference = reference
    self.columns = columns
    self.rows = rows
    self.comparison = comparison
    self.notes = notes
  }
}

/// An attribute as an exhibit names it.
public struct ExhibitAttribute: Hashable, Sendable, Codable {
  /// The identifier, for example `gender`.
  public let id: String
  /// The title a reader sees, for example `Gender`.
  public let title: String

  /// Makes a name for an attribute.
  public init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// One column of an exhibit.
public struct ExhibitColumn: Hashable, Sendable, Codable {
  /// What kind of number stands in the column; it fixes how the number is printed.
  public enum Unit: String, Hashable, Sendable, Codable {
    /// People, a whole number.
    case people
    /// A share between 0 and 1, printed as a percentage.
    case share
    /// A difference of shares, printed in percentage points.
    case percentagePoints = "percentage_points"
    /// A relative gap (0.1 is 10 per cent), printed as a percentage.
    case relativeGap = "relative_gap"
    /// Events per 100 people.
    case per100 = "per_100"
    /// A ratio of two rates.
    case ratio
    /// An amount in the measure's unit.
    case amount
    /// A p-value.
    case pValue = "p_value"
    /// A statistic without unit (Z, parity index).
    case number
    /// A signed number of people (shortfall), printed with one decimal under 10 and whole above.
    case shortfall
    /// An index between 0 and 1, printed with three decimals.
    case index
  }

  /// The identifier, unique in the exhibit, for example `share/Women`.
  public let id: String
  /// The heading a reader sees.
  public let title: String
  /// What kind of number stands in the column.
  public let unit: Unit
  /// The group the column belongs to, where there is one column per group.
  public let group: String?

  /// Makes a column.
  public init(id: String, title: String, unit: Unit, group: String? = nil) {
    self.id = id
    self.title = title
    self.unit = unit
    self.group = group
  }
}

/// One row of an exhibit.
public struct ExhibitRow: Hashable, Sendable, Codable {
  /// What the row stands for.
  public enum Role: String, Hashable, Sendable, Codable {
    /// A group compared with the reference, or one step or level among others.
    case item
    /// The group the others are compared with.
    case reference
    /// A total of the other rows.
    case total
    /// People whose group is not known (declined, blank or not asked).
    case undeclared
  }

  /// The label a reader sees: a level, a quarter, a step.
  public let label: String
  /// What the row stands for.
  public let role: Role
  /// What stands in each column, in the order of the exhibit's columns; `nil` where nothing does.
  public let entries: [Reference?]

  /// Makes a row.
  public init(label: String, role: Role = .item, entries: [Reference?]) {
    self.label = label
    self.role = role
    self.entries = entries
  }
}

/// What a place in an exhibit refers to.
public enum Reference: Hashable, Sendable, Codable {
  /// A count of people.
  case cell(CellKey)
  /// A statistic, by its identifier in the release.
  case statistic(String)
}

/// How the rows of an exhibit are judged.
public struct Comparison: Hashable, Sendable, Codable {
  /// The scale the effect lives on.
  public enum Scale: String, Hashable, Sendable, Codable {
    /// A ratio; parity is 1.
    case ratio
    /// A difference of shares; parity is 0.
    case share
    /// A pay gap relative to the reference; parity is 0.
    case pay
  }

  /// Which direction is good for the group.
  public enum Polarity: String, Hashable, Sendable, Codable {
    /// More is better for the group (hires, promotions, pay).
    case favourable
    /// More is worse for the group (exits, discipline, a positive pay gap).
    case adverse
    /// Neither.
    case neutral
  }

  /// What the uncertainty is about.
  public enum Inference: String, Hashable, Sendable, Codable {
    /// Everyone was counted; a verdict exists only against an outside benchmark.
    case census
    /// The numbers are one outcome of a process that could have gone otherwise.
    case process
  }

  /// The column with the estimate and its interval.
  public let effectColumn: String
  /// The column with the test whose p-value, adjusted over the section, excludes parity or not.
  public let testColumn: String?
  /// The scale the effect lives on.
  public let scale: Scale
  /// Which direction is good for the focal group.
  public let polarity: Polarity
  /// What the uncertainty is about.
  public let inference: Inference

  /// Makes a comparison.
  public init(
    effectColumn: String, testColumn: String?, scale: Scale, polarity: Polarity,
    inference: Inference
  ) {
    self.effectColumn = effectColumn
    self.testColumn = testColumn
    self.scale = scale
    self.polarity = polarity
    self.inference = inference
  }

  /// The value of the effect that means no gap.
  public var parity: Double { scale == .ratio ? 1 : 0 }
}
