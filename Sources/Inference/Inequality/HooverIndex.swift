public import Estimates
import NumericalKernel

/// The Hoover index: the share of all pay that would have to change hands for everybody to have the
/// same.
///
///     H = mean |z - 1| / 2,  z = amount / mean
///
/// No unit, from 0 (everybody the same) to 1 - 1 / n; higher is more unequal. A transfer between
/// two people on the same side of the mean does not change it. It is the greatest distance of the
/// Lorenz curve from the line of equality. The influence of a person is
///
///     |z - 1| / 2 - H + ((share below the mean - share above it) / 2 - H) (z - 1)
/// - Source: Hoover (1936), Review of Economics and Statistics 18, 162-171; Deville (1999), Survey
///   Methodology 25, 193-203, for the standard error.
public struct HooverIndex: StatisticalMethod, LinearizedIndex {
  /// The scale on which the interval is symmetric.
  public let scale: IntervalScale
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(scale: IntervalScale = .logit, level: Double = 0.95) {
    self.scale = scale
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hoover", title: "Hoover index",
    formula: "mean |z - 1| / 2, z = amount / mean",
    range: "0 (everybody the same) to 1; higher is more unequal",
    assumptions: [
      "The interval treats the amounts as independent draws of a pay process.",
      "Few people have exactly the mean amount, where the index has a kink.",
    ],
    source: "Hoover (1936), Review of Economics and Statistics 18, 162-171; Deville (1999), Survey "
      + "Methodology 25, 193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "share to be moved, " + intervalWords) }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome { outcome(amounts) }

  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue {
    if let problem = amounts.problem(zeros: .yes) { throw InequalityProblem(reason: problem) }
    guard !amounts.areEqual else {
      return LinearizedValue(value: 0, standardError: amounts.count > 1 ? 0 : nil)
    }
    let mean = amounts.mean
    var distances = CompensatedSum()
    var sides = CompensatedSum()
    amounts.visit { value, weight, _ in
      distances.add(weight * abs(value - mean))
      sides.add(value < mean ? weight : value > mean ? -weight : 0)
    }
    let hoover = distances.value / (2 * mean * amounts.totalWeight)
    let slope = sides.value / amounts.totalWeight / 2 - hoover
    var influences = InfluenceSum()
    amounts.visit { value, weight, squaredWeight in
      let distance = (value - mean) / mean
      influences.add(
        abs(distance) / 2 - hoover + slope * distance, weight: weight, squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: hoover,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight))
  }
}
