public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Westfall and Young's step-down adjustment (minP) of independent discrete tests, exactly.
///
///     adjusted(i) = max over j ≤ i of P(the smallest of the p-values j, …, m is at most p(j)),
///     p(1) ≤ … ≤ p(m)
///
/// For independent tests that probability is 1 - product over the tests of (1 - the largest p-value
/// the test can have that is at most p(j)): no simulation is needed. Tests that cannot have so
/// small a p-value cost nothing. Rejecting where the adjusted value is at most α keeps the chance
/// of any false rejection in the family at α. Never larger than Holm's.
/// - Source: Westfall and Young (1993), Resampling-Based Multiple Testing, chapters 2 and
///   5; Westfall and Wolfinger (1997), American Statistician 51, 3-8.
public struct WestfallYoungAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "westfall-young", title: "Westfall-Young adjustment (minP)",
    formula:
      "from the smallest p-value up, the largest so far of the probability that the smallest "
      + "p-value of the tests left is at most this one",
    range: "a p-value between 0 and 1, at least the one adjusted",
    assumptions: [
      "The tests are of different people, so independent; each p-value's possible values are "
        + "known.",
      "The family was declared before the p-values were seen; a withheld test counts as 1.",
    ],
    source: "Westfall and Young (1993), Resampling-Based Multiple Testing, chapter 2; Westfall "
      + "and Wolfinger (1997), American Statistician 51, 3-8")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "family-wise error, step-down, exact for independent tests")
  }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family with its attainable p-values:
  /// pass `PValue.one` as its p-value. Cost: half the square of the number of tests, times the
  /// logarithm of the number of attainable p-values.
  public static func adjust(_ tests: [DiscreteTest]) -> [PValue] {
    let order = tests.indices.sorted { (tests[$0].pValue, $0) < (tests[$1].pValue, $1) }
    var adjusted = tests.map { _ in PValue.one }
    var largest = 0.0
    for (position, index) in order.enumerated() {
      let pValue = tests[index].pValue.value
      // 1 - product (1 - F), by logarithms so that small probabilities keep their digits.
      var sum = CompensatedSum()
      var isCertain = false
      for other in order[position...] {
        let probability = tests[other].distribution(at: pValue)
        if probability >= 1 {
          isCertain = true
          break
        }
        sum.add(log1p(-probability))
      }
      largest = max(largest, isCertain ? 1 : -expm1(sum.value))
      adjusted[index] = PValue(largest) ?? .one
    }
    return adjusted
  }
}
