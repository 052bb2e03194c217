public import Aggregates
public import Estimates

/// At which step of a hierarchy a group thins out: of those at a level or above, who is above it.
///
///     ratio of a step = focal above / focal at or above, over the same of the reference group
///     log ratio of reaching the top = sum over steps of the log ratio of the step
///
/// A ratio under 1 means that fewer of the focal group who reached the level are above it. The
/// variances of the log ratios add up as the log ratios do. A snapshot of who is where stands for
/// what happened over many years of hiring, promotion and leaving; it says at which step to look,
/// not why. The worst step is the one of the smallest ratio, if any is under 1, by whole numbers
/// and the lower of two alike; it is chosen after looking, so the adjusted p-value belongs to it.
/// - Source: Agresti (2013), Categorical Data Analysis, 3rd edition, chapter 8, for continuation
///   ratios; Katz et al. (1978), Biometrics 34, 469-474, for the variance of a log ratio.
public struct ContinuationRatios: CataloguedMethod {
  /// The steps and what they add up to.
  public struct Result: Hashable, Sendable {
    /// From one level to those above.
    public struct Step: Hashable, Sendable {
      /// The level that is left behind.
      public let level: String
      /// The next level.
      public let next: String
      /// Those above the level and those at it.
      public let table: TwoByTwoTable
      /// The ratio of the shares above, focal over reference, with Koopman's interval.
      public let ratio: Outcome
      /// Its natural logarithm, with the delta method's standard error.
      public let logRatio: Outcome
      /// The odds ratio of being above, with its exact conditional interval.
      public let oddsRatio: Outcome
      /// Fisher's exact test of equal shares above, by twice the smaller tail.
      public let test: Outcome
      /// The p-value adjusted for all steps by Holm's method; `nil` where there is no test.
      public let adjustedPValue: PValue?
    }

    /// The steps, from the lowest level up.
    public let steps: [Step]
    /// The ratio of the shares at the highest level, with Koopman's interval.
    public let topRatio: Outcome
    /// Its natural logarithm, the sum of those of the steps.
    public let logTopRatio: Outcome
    /// The position of the step of the smallest ratio; `nil` where none is under 1.
    public let worst: Int?

    /// The step of the smallest ratio; `nil` where none is under 1.
    public var worstStep: Step? { worst.map { steps[$0] } }
  }

  /// The nominal coverage of the intervals.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "continuation-ratios", title: "Continuation ratios by level",
    formula: "focal above a level / focal at it or above, over the same of the reference group",
    range: "0 to infinity; 1 means that both groups thin out alike; below 1 the focal group more",
    assumptions: [
      "The people are independent with one probability per group and level.",
      "A snapshot of levels stands for how people got there.",
      "The worst step is chosen after looking; read its adjusted p-value.",
    ],
    source: "Agresti (2013), Categorical Data Analysis, 3rd edition, chapter 8; Katz et al. "
      + "(1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "focal / reference, Koopman intervals of the ratios, conditional odds ratios, "
        + "Fisher's test by twice the smaller tail, Holm over the steps, "
        + ConfidenceLevel.words(level))
  }

  /// The steps, each with a reason where it is not defined.
  public func callAsFunction(_ counts: LevelCounts) -> Result {
    let tables = counts.steps
    let tests = tables.map { FisherExactTest(twoSided: .central)($0) }
    let pValues = tests.map { outcome -> PValue? in
      if case .test(let test) = outcome { test.pValue } else { nil }
    }
    var adjusted = HolmAdjustment.adjust(pValues.compactMap { $0 })[...]
    let steps = tables.indices.map { position in
      let table = tables[position]
      return Result.Step(
        level: counts.levels[position].name, next: counts.levels[position + 1].name, table: table,
        ratio: ImpactRatio(level: level)(table), logRatio: LogRatio(table).outcome(level: level),
        oddsRatio: ConditionalOddsRatio(level: level)(table), test: tests[position],
        adjustedPValue: pValues[position] == nil ? nil : adjusted.popFirst())
    }
    let none = Outcome.notEstimable(reason: "There are no levels.")
    return Result(
      steps: steps, topRatio: counts.top.map { ImpactRatio(level: level)($0) } ?? none,
      logTopRatio: counts.top.map { LogRatio($0).outcome(level: level) } ?? none,
      worst: Self.worst(tables))
  }

  /// The first table of the smallest ratio under 1.
  private static func worst(_ tables: [TwoByTwoTable]) -> Int? {
    /// The ratio as a fraction of two whole numbers.
    func fraction(_ table: TwoByTwoTable) -> (above: Int128, below: Int128) {
      (
        Int128(table.focalSelected) * Int128(table.referenceTotal),
        Int128(table.focalTotal) * Int128(table.referenceSelected)
      )
    }
    var worst: (position: Int, above: Int128, below: Int128)?
    for position in tables.indices {
      let (above, below) = fraction(tables[position])
      guard above < below else { continue }
      // Counts of up to a thousand million keep these products within 128 bits.
      if let found = worst, above * found.below >= found.above * below { continue }
      worst = (position, above, below)
    }
    return worst?.position
  }
}
