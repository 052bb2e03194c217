public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The ratio of two selection rates with Katz's logarithmic interval.
///
///     standard error of the log = sqrt(1/a - 1/focalTotal + 1/c - 1/referenceTotal)
///
/// a, c: selected of the focal and of the reference group. Range 0 to infinity; 1 means equal
/// rates. The interval can contain 1 where the Z test rejects; Koopman's cannot. Nothing is added
/// to a count of 0: without selected people in both groups, or with everybody selected, there is
/// no interval.
/// - Source: Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469-474.
public struct KatzRatio: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "impact-ratio-katz", title: "Impact ratio (Katz interval)",
    formula: "(focal selected / focal total) / (reference selected / reference total)",
    range: "0 to infinity; 1 means equal rates; below 1 the focal group is selected less often",
    assumptions: [
      "People are selected independently with one probability per group.",
      "Large-sample approximation on the logarithmic scale; not for counts near 0.",
    ],
    source: "Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469-474")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "focal / reference, logarithmic interval, " + ConfidenceLevel.words(level))
  }

  /// The ratio of the rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem ?? ConfidenceLevel.problem(level) ?? table.outcomeProblem {
      return .notEstimable(reason: problem)
    }
    if table.focalSelected == 0 || table.referenceSelected == 0 {
      return .notEstimable(reason: "Katz's interval needs somebody selected in both groups.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let critical = try NormalDistribution.standard.criticalValue(level: level)
      // 1/a - 1/n is the part not selected over a n.
      let standardError =
        (Double(table.focalRejected) / Double(table.focalTotal) / Double(table.focalSelected)
        + Double(table.referenceRejected) / Double(table.referenceTotal)
        / Double(table.referenceSelected)).squareRoot()
      let value = table.focalRate / table.referenceRate
      let factor = exp(critical * standardError)
      return .estimate(
        value, from: value / factor, to: value * factor, level: level, method: "Katz log")
    }
  }
}
