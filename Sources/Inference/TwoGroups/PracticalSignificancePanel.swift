public import Aggregates
public import Estimates

/// The measures of how large a difference of selection rates is, side by side.
///
/// No threshold decides: sizes, people and the numbers of selections that would change what the
/// table shows stand beside each other. The intervals are the score intervals that agree with the
/// pooled Z test.
public struct PracticalSignificancePanel: Hashable, Sendable {
  /// One measure.
  public struct Row: Hashable, Sendable {
    /// The measure's name and conventions.
    public let stamp: MethodStamp
    /// What came of it.
    public let outcome: Outcome

    init(_ method: any StatisticalMethod<TwoByTwoTable>, _ table: TwoByTwoTable) {
      stamp = method.stamp
      outcome = method(table)
    }
  }

  /// The impact ratio.
  public let impactRatio: Row
  /// The difference of the rates.
  public let riskDifference: Row
  /// The odds ratio.
  public let oddsRatio: Row
  /// Cohen's h.
  public let cohenH: Row
  /// The phi coefficient.
  public let phi: Row
  /// The people missing at the rate of everyone.
  public let shortfallToPoolRate: Row
  /// The people missing at the reference group's rate.
  public let shortfallToReferenceRate: Row
  /// The percentage of selections affected.
  public let affectedSelections: Row
  /// The numbers of different selections after which four criteria change, each added and
  /// exchanged: four fifths, two standard deviations, the p-value, the direction.
  public let flipCounts: [Row]

  /// Measures a table at a confidence level and an alpha for the p-value's flip counts.
  public init(_ table: TwoByTwoTable, level: Double = 0.95, alpha: Double = 0.05) {
    impactRatio = Row(ImpactRatio(level: level), table)
    riskDifference = Row(MeeDifference(level: level), table)
    oddsRatio = Row(ScoreOddsRatio(level: level), table)
    cohenH = Row(CohenH(), table)
    phi = Row(PhiCoefficient(), table)
    shortfallToPoolRate = Row(ShortfallToPoolRate(), table)
    shortfallToReferenceRate = Row(ShortfallToReferenceRate(), table)
    affectedSelections = Row(AffectedSelections(), table)
    let criteria: [FlipCounts.Criterion] = [
      .fourFifths, .twoStandardDeviations, .pValue(alpha: alpha), .directionReversal,
    ]
    flipCounts = criteria.flatMap { criterion in
      FlipCounts.Change.allCases.map {
        Row(FlipCounts(criterion: criterion, change: $0), table)
      }
    }
  }

  /// All measures in the order a reader meets them.
  public var rows: [Row] {
    [
      impactRatio, riskDifference, oddsRatio, cohenH, phi, shortfallToPoolRate,
      shortfallToReferenceRate, affectedSelections,
    ] + flipCounts
  }
}
