import TestSupport
import Testing

@testable import NumericalKernel

/// Distributions against mpmath and SciPy; `Tests/InferenceTests/Fixtures/generate.py`.
@Suite("Distributions against reference values")
struct DistributionReferenceTests {
  private static func values(_ method: String) throws -> [ReferenceValue] {
    try ReferenceValue.read("Tests/InferenceTests/Fixtures/python.csv", method: method)
  }

  @Test("normal")
  func normal() throws {
    let normal = NormalDistribution.standard
    for row in try Self.values("NormalDistribution") {
      if row.quantity == "quantile" {
        expectClose(
          try normal.quantile(row.number("probability")), row.value, relative: 1e-13,
          absolute: 1e-15, "\(row)")
      } else {
        let z = try row.number("z")
        expectClose(try normal.lowerTail(z), row.value, relative: 2e-13, "\(row)")
        expectClose(try normal.upperTail(-z), row.value, relative: 2e-13, "\(row)")
      }
    }
  }

  @Test("Student's t")
  func studentT() throws {
    for row in try Self.values("StudentT") {
      let t = try StudentT(degreesOfFreedom: row.number("degreesOfFreedom"))
      if row.quantity == "quantile" {
        expectClose(
          try t.quantile(row.number("probability")), row.value, relative: 1e-10, "\(row)")
      } else {
        expectClose(try t.lowerTail(row.number("t")), row.value, relative: 5e-10, "\(row)")
      }
    }
  }

  @Test("chi-squared")
  func chiSquared() throws {
    for row in try Self.values("ChiSquared") {
      let chiSquared = try ChiSquared(degreesOfFreedom: row.number("degreesOfFreedom"))
      let probability = try row.number("probability")
      expectClose(
        row.quantity == "lowerQuantile"
          ? try chiSquared.quantile(lowerTail: probability)
          : try chiSquared.quantile(upperTail: probability),
        row.value, relative: 1e-11, "\(row) \(row.arguments)")
    }
  }

  @Test("beta quantiles, where GSL's own inverse fails")
  func beta() throws {
    for row in try Self.values("BetaDistribution") {
      let beta = try BetaDistribution(alpha: row.number("alpha"), beta: row.number("beta"))
      expectClose(
        try beta.quantile(row.number("probability")), row.value, relative: 1e-11,
        "\(row) \(row.arguments)")
    }
  }

  @Test("hypergeometric probabilities among millions keep their digits")
  func hypergeometric() throws {
    for row in try Self.values("Hypergeometric") {
      let distribution = try Hypergeometric(
        population: row.whole("population"), marked: row.whole("marked"), drawn: row.whole("drawn"))
      expectClose(
        distribution.probability(of: try row.whole("count")), row.value, relative: 2e-12, "\(row)")
    }
  }

  @Test("binomial probabilities and tails among millions keep their digits")
  func binomial() throws {
    for row in try Self.values("BinomialDistribution") {
      let distribution = try BinomialDistribution(
        trials: row.whole("trials"), probability: row.number("probability"))
      let count = try row.whole("count")
      let value =
        switch row.quantity {
        case "lowerTail": distribution.lowerTail(through: count)
        case "upperTail": distribution.upperTail(from: count)
        default: distribution.probability(of: count)
        }
      expectClose(value, row.value, relative: 1e-11, "\(row)")
    }
  }
}
