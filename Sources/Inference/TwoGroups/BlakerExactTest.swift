public import Aggregates
public import Estimates
import NumericalKernel

/// Fisher's exact test with Blaker's convention for the other side.
///
///     p = the smaller tail of the table seen + the largest opposite tail no larger than it
///
/// Given both margins, as Fisher's test. The p-value is never above twice the smaller tail. Tails
/// equal within one part in ten million count as equal. The mid-p value is less half the probability
/// of the table seen. Where everybody or nobody was selected p is 1.
/// - Source: Blaker (2000), Canadian Journal of Statistics 28, 783-798; Lancaster (1961) for the
///   mid-p value.
public struct BlakerExactTest: StatisticalMethod {
  /// How much of the probability of the table seen counts.
  public let observedTable: FisherExactTest.ObservedTable

  /// Makes the method.
  public init(observedTable: FisherExactTest.ObservedTable = .whole) {
    self.observedTable = observedTable
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "fisher-exact-blaker", title: "Fisher's exact test (Blaker)",
    formula: "the hypergeometric probability, given both margins, of tables whose smaller tail is "
      + "at most that of the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Conditional on both margins, which makes it cautious in small tables.",
    ],
    source: "Blaker (2000), Canadian Journal of Statistics 28, 783-798; Lancaster (1961) for mid-p")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let isHalf = observedTable == .half
    return stamp(
      id: isHalf ? BlakerExactTest.card.id + "-mid-p" : nil,
      convention: "two-sided, Blaker" + (isHalf ? ", mid-p" : "") + ", relative tie tolerance 1e-7")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    return .computing { () throws(NumericalError) -> Outcome in
      let distribution = try Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
      let support = distribution.support
      let lower = distribution.lowerTail(through: table.focalSelected)
      let upper = distribution.upperTail(from: table.focalSelected)
      let smaller = min(lower, upper)
      let threshold = smaller * (1 + 1e-7)
      // The opposite tail grows from its end inward; the last count that keeps it small is found by
      // bisection.
      var small: Int
      var large: Int
      let opposite: Double
      if lower <= upper {
        small = support.upperBound + 1
        large = table.focalSelected
        while small - large > 1 {
          let middle = (small + large) / 2
          if distribution.upperTail(from: middle) <= threshold {
            small = middle
          } else {
            large = middle
          }
        }
        opposite = distribution.upperTail(from: small)
      } else {
        small = support.lowerBound - 1
        large = table.focalSelected
        while large - small > 1 {
          let middle = small + (large - small) / 2
          if distribution.lowerTail(through: middle) <= threshold {
            small = middle
          } else {
            large = middle
          }
        }
        opposite = distribution.lowerTail(through: small)
      }
      var pValue = min(1, smaller + opposite)
      if observedTable == .half, support.count > 1 {
        pValue -= distribution.probability(of: table.focalSelected) / 2
      }
      return .test(pValue: max(0, pValue), convention: stamp.convention)
    }
  }
}
