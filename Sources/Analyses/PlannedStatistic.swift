public import Aggregates
public import Estimates

/// A number an analysis wants to publish, with what it is computed from.
///
/// The gate decides when it is computed and from what: a statistic of counts only ever sees counts
/// that are published; a statistic of amounts sees confidential summaries, under rules of its own.
public struct PlannedStatistic: Sendable {
  /// What the statistic is computed from.
  public enum Basis: Sendable {
    /// Counts of people: shown only if every one of them is.
    case counts([CellKey], evaluate: @Sendable ([Int]) -> Outcome)
    /// Counts of people in several parts (strata) of which some may be left out: a part arrives as
    /// `nil` where one of its counts is hidden or its first count, its base, is under
    /// `smallestBase`, and the evaluation answers `nil` where too few parts are left.
    ///
    /// It must be clear beside the number which parts are left out.
    case parts([[CellKey]], evaluate: @Sendable ([[Int]?]) -> Outcome?)
    /// Amounts of the people in each arm: shown only if every arm is large enough, its head count is
    /// shown, and no hidden arm's sum can be worked out.
    case amounts([Arm], kind: AmountKind, evaluate: @Sendable ([Cell.MeasureSummary]) -> Outcome)
  }

  /// What is taken from the amounts; each kind has its own disclosure rule.
  public enum AmountKind: Sendable, Hashable {
    /// Means and anything else that is linear in the amounts once head counts are known.
    case mean
    /// Medians and other quantiles: enough people are needed on both sides of them.
    case quantile(Double)
    /// How everyone's amounts are spread: indices of inequality, and the shares of the whole that
    /// go to so many equally large slices of people; every slice must hold enough people.
    case distribution(slices: Int)
  }

  /// The people whose amounts enter, and their amounts.
  public struct Arm: Sendable {
    /// The head count of the arm in the release.
    public let cell: CellKey
    /// The summary of the measure over these people.
    public let summary: Confidential<Cell.MeasureSummary>
    /// The measure's identifier.
    public let measure: String

    /// Makes an arm.
    public init(
      cell: CellKey, measure: String, summary: Confidential<Cell.MeasureSummary>
    ) {
      self.cell = cell
      self.measure = measure
      self.summary = summary
    }
  }

  /// The identifier, unique in the release, for example
  /// `representation/gender/level/2025Q3/Band 7/share/Women`.
  public let id: String
  /// The method and its conventions.
  public let method: MethodStamp
  /// What the statistic is computed from.
  public let basis: Basis
  /// The smallest denominator the number may have (a rate on fewer people is not shown).
  public let smallestBase: Int

  /// Makes a planned statistic.
  ///
  /// A rate needs a base of at least `smallestBase` people in its first cell's denominator; pass
  /// the denominators in `bases`.
  public init(
    id: String, method: MethodStamp, basis: Basis, smallestBase: Int = 0, bases: [CellKey] = []
  ) {
    self.id = id
    self.method = method
    self.basis = basis
    self.smallestBase = smallestBase
    self.bases = bases
  }

  /// The denominators that must reach `smallestBase`.
  public let bases: [CellKey]
}
