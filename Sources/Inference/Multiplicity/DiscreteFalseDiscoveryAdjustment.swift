public import Estimates
import NumericalKernel

/// The adjustment of independent discrete tests for the false discovery rate by Döhler, Durand and
/// Roquain, step-down (their procedure HSD).
///
///     adjusted(k) = max over j ≤ k of min(1, (1 / j) · sum over tests of F(p(j)) / (1 - F(p(j))))
///
/// F(p) is the largest p-value a test can have that is at most p: where the tests are continuous it
/// is p, where a table is small it is often 0. Rejecting where the adjusted value is at most α
/// keeps the expected share of false rejections among all rejections at α, for every α, where the
/// tests are independent. (The plain average of F, Heyse's version, has no such guarantee.) For
/// scans of many comparisons, never for a verdict.
/// - Source: Döhler, Durand and Roquain (2018), Electronic Journal of Statistics 12, 1867-1900;
///   Heyse (2011) for the idea.
public struct DiscreteFalseDiscoveryAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "discrete-false-discovery", title: "Discrete false discovery rate adjustment",
    formula: "from the smallest p-value up, the largest so far of (1 / rank) × sum over tests of "
      + "F(p) / (1 - F(p)), F(p) the largest attainable p-value of the test that is at most p",
    range: "a number between 0 and 1",
    assumptions: [
      "The tests are independent; each p-value's possible values are known.",
      "It limits the share of false findings among the findings, not the chance of any.",
    ],
    source: "Döhler, Durand and Roquain (2018), Electronic Journal of Statistics 12, 1867-1900")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "false discovery rate, step-down, heterogeneous discrete tests (HSD)")
  }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family with its attainable p-values:
  /// pass `PValue.one` as its p-value. Cost: the square of the number of tests plus all attainable
  /// p-values.
  public static func adjust(_ tests: [DiscreteTest]) -> [PValue] {
    let order = tests.indices.sorted { (tests[$0].pValue, $0) < (tests[$1].pValue, $1) }
    // How many of each test's attainable p-values have been passed; they only ever grow.
    var passed = tests.map { _ in 0 }
    var odds = tests.map { _ in 0.0 }
    var adjusted = tests.map { _ in PValue.one }
    var largest = 0.0
    for (position, index) in order.enumerated() {
      if largest >= 1 { break }
      let threshold = tests[index].pValue.value * (1 + DiscreteTest.tolerance)
      var sum = CompensatedSum()
      for (other, test) in tests.enumerated() {
        let before = passed[other]
        while passed[other] < test.attainable.count,
          test.attainable[passed[other]].value <= threshold
        {
          passed[other] += 1
        }
        if passed[other] > before {
          let probability = test.attainable[passed[other] - 1].value
          odds[other] = probability / (1 - probability)
        }
        sum.add(odds[other])
      }
      // Division by 1 - 1 gives infinity: such a p-value can never be a finding.
      largest = max(largest, sum.value.isNaN ? 1 : min(1, sum.value / Double(position + 1)))
      adjusted[index] = PValue(largest) ?? .one
    }
    return adjusted
  }
}
