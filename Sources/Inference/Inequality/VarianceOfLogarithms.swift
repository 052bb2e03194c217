public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The variance of the logarithms of amounts, about the mean of the logarithms.
///
///     V = sum (ln x - mean ln x)^2 / (n - 1)
///
/// In squared log units, from 0 (everybody the same) upwards; higher is more unequal, but it can
/// fall when a very rich person becomes richer still (it breaks the principle of transfers). Not
/// defined where somebody has nothing. With weights, the weighted variance with divisor W times
/// n / (n - 1). The influence of a person is `(ln x - mean ln x)^2 - V`.
/// - Source: Foster and Ok (1999), Econometrica 67, 901-907, for the transfers; Deville (1999),
///   Survey Methodology 25, 193-203, for the standard error.
public struct VarianceOfLogarithms: StatisticalMethod, LinearizedIndex {
  /// What the sum of squares is divided by.
  public enum Divisor: String, Codable, Hashable, Sendable, CaseIterable {
    /// One less than the number of people.
    case nMinusOne = "n_minus_one"
    /// The number of people.
    case n
  }

  /// What the squares are divided by.
  public let divisor: Divisor
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    divisor: Divisor = .nMinusOne, scale: IntervalScale = .logarithm, level: Double = 0.95
  ) {
    self.divisor = divisor
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "variance-of-logarithms", title: "Variance of logarithms",
    formula: "sum (ln x - mean ln x)^2 / (n - 1)",
    range: "0 (everybody the same) upwards; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Every amount is above 0.",
      "It can fall when a rich person gains from a poorer one.",
    ],
    source:
      "Foster and Ok (1999), Econometrica 67, 901-907; Deville (1999), Survey Methodology 25, "
      + "193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: divisor == .n ? Self.card.id + "-n" : nil,
      convention: "about the mean of the logarithms, divisor "
        + (divisor == .n ? "n, " : "n - 1, ") + intervalWords)
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    if let problem = amounts.problem(zeros: .no) { throw InequalityProblem(reason: problem) }
    guard amounts.count > 1 || divisor == .n else {
      throw InequalityProblem(reason: "At least two people are needed for the divisor n - 1.")
    }
    guard !amounts.areEqual else {
      return LinearizedValue(value: 0, standardError: amounts.count > 1 ? 0 : nil)
    }
    // About the logarithm of the mean, so that logarithms close together keep their digits.
    var sum = CompensatedSum()
    amounts.visit { value, weight, _ in sum.add(weight * log(value / amounts.mean)) }
    let centre = sum.value / amounts.totalWeight
    var squares = CompensatedSum()
    amounts.visit { value, weight, _ in
      let distance = log(value / amounts.mean) - centre
      squares.add(weight * distance * distance)
    }
    let variance = squares.value / amounts.totalWeight
    var influences = InfluenceSum()
    amounts.visit { value, weight, squaredWeight in
      let distance = log(value / amounts.mean) - centre
      influences.add(distance * distance - variance, weight: weight, squaredWeight: squaredWeight)
    }
    let n = Double(amounts.count)
    return LinearizedValue(
      value: variance,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight)
    ).times(divisor == .n ? 1 : n / (n - 1))
  }
}
