public import Estimates
import NumericalKernel

/// The Gini coefficient of amounts.
///
///     G = sum (2 W_i - w_i - W) w_i x_i / (W sum w x)
///
/// over amounts in ascending order with weights w, W_i their sum up to and including i and W all of
/// it. It is half the mean difference between two people over the mean, and does not change when
/// all weights or all amounts are multiplied or everybody is counted twice. No unit, from 0
/// (everybody the same) to 1; higher is more unequal. The influence of a person is
/// `mean |x_i - x| / mean - G - G z_i`. With negative amounts the index has no upper bound and is
/// refused unless asked for.
/// - Source: Gini (1914), Atti del Reale Istituto Veneto 73, 1203-1248; Deville (1999), Survey
///   Methodology 25, 193-203, for the standard error.
public struct GiniCoefficient: StatisticalMethod, LinearizedIndex {
  /// Whether the index is corrected for the number of people.
  public enum Correction: String, Codable, Hashable, Sendable, CaseIterable {
    /// As defined: the same when everybody is counted twice.
    case none
    /// Times n / (n - 1), so that one person with everything gives 1.
    case nMinusOne = "n_minus_one"
  }

  /// What is done with negative amounts.
  public enum NegativeAmounts: String, Codable, Hashable, Sendable, CaseIterable {
    /// The index is not estimable.
    case refused
    /// The index is computed and may be above 1.
    case unbounded
  }

  /// Whether the index is corrected for the number of people.
  public let correction: Correction
  /// What is done with negative amounts.
  public let negativeAmounts: NegativeAmounts
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    correction: Correction = .none, negativeAmounts: NegativeAmounts = .refused,
    scale: IntervalScale = .logit, level: Double = 0.95
  ) {
    self.correction = correction
    self.negativeAmounts = negativeAmounts
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "gini", title: "Gini coefficient",
    formula: "sum (2 W_i - w_i - W) w_i x_i / (W sum w x), amounts ascending",
    range: "0 (everybody the same) to 1; higher is more unequal; above 1 only with negative "
      + "amounts",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Below 100 people or with a heavy tail the interval is too narrow; the studentized bootstrap "
        + "serves.",
    ],
    source: "Gini (1914), Atti del Reale Istituto Veneto 73, 1203-1248; Deville (1999), Survey "
      + "Methodology 25, 193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let corrected = correction == .nMinusOne
    return stamp(
      id: corrected ? "gini-n-minus-one" : nil,
      convention: (corrected ? "times n / (n - 1), " : "not corrected for n, ")
        + (negativeAmounts == .unbounded ? "negative amounts allowed (not bounded by 1), " : "")
        + intervalWords)
  }

  /// The Gini coefficient, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    if let problem = amounts.problem { throw InequalityProblem(reason: problem) }
    if amounts.negativeCount > 0 {
      guard negativeAmounts == .unbounded else {
        throw InequalityProblem(
          reason: "\(amounts.negativeCount) of the \(amounts.count) amounts are negative; the Gini "
            + "coefficient is then not bounded by 1.")
      }
      guard amounts.mean > 0 else {
        throw InequalityProblem(reason: "The mean of the amounts is not above 0.")
      }
    }
    let n = Double(amounts.count)
    let factor = correction == .nMinusOne ? n / (n - 1) : 1
    guard factor.isFinite else {
      throw InequalityProblem(reason: "At least two people are needed for the correction.")
    }
    return Self.plugIn(amounts).times(factor)
  }

  /// The index as defined and its standard error, in two passes.
  static func plugIn(_ amounts: WeightedAmounts) -> LinearizedValue {
    guard !amounts.areEqual else {
      return LinearizedValue(value: 0, standardError: amounts.count > 1 ? 0 : nil)
    }
    let total = amounts.totalWeight
    let mean = amounts.mean
    // The ranks sum to nothing, so amounts may be taken as distances from the mean.
    var sum = CompensatedSum()
    var below = CompensatedSum()
    amounts.visit { value, weight, _ in
      sum.add((2 * below.value + weight - total) * weight * ((value - mean) / mean))
      below.add(weight)
    }
    let gini = sum.value / (total * total)

    var influences = InfluenceSum()
    var difference = MeanDifference(amounts)
    amounts.visit { value, weight, squaredWeight in
      let relative = difference.relativeToMean(value, weight: weight)
      influences.add(
        relative - gini - gini * value / mean, weight: weight,
        squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: gini,
      standardError: influences.standardError(count: amounts.count, totalWeight: total))
  }
}

/// How far one amount is from everybody's on average, for amounts met in ascending order.
struct MeanDifference {
  private let totalWeight: Double
  private let mean: Double
  private var weightBelow = CompensatedSum()
  private var distanceBelow = CompensatedSum()

  /// Starts below the lowest of these amounts.
  init(_ amounts: WeightedAmounts) {
    totalWeight = amounts.totalWeight
    mean = amounts.mean
  }

  /// The mean distance of the next amount from all amounts, over the mean.
  @inline(__always)
  mutating func relativeToMean(_ value: Double, weight: Double) -> Double {
    let distance = (value - mean) / mean
    weightBelow.add(weight)
    distanceBelow.add(weight * distance)
    let share = weightBelow.value / totalWeight
    return distance * (2 * share - 1) - 2 * distanceBelow.value / totalWeight
  }
}
