import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension LogPayRatio {
  /// The ratio of medians with the order-statistic standard error of its logarithm.
  ///
  /// For one group, with c = (n + 1) / 2 - sqrt(n) rounded (halves to even, at least 1),
  ///
  ///     error = (log x[n - c + 1] - log x[c]) / (2 z),  z exceeded with P(binomial(n, 1/2) < c)
  static func medians(_ arms: PayArms) throws(PayProblem) -> LogPayRatio {
    let focal = try median(arms.focal, of: "focal")
    let reference = try median(arms.reference, of: "reference")
    guard reference.median > 0 else {
      throw PayProblem(reason: "The reference group's median is not above 0.")
    }
    let ratio = focal.median / reference.median
    func without(_ problem: String) -> LogPayRatio {
      LogPayRatio(ratio: ratio, standardError: nil, problem: problem)
    }
    guard focal.median > 0 else { return without("The focal group's median is not above 0.") }
    guard min(focal.values.total, reference.values.total) >= smallestGroup else {
      return without("At least \(smallestGroup) people are needed in each group.")
    }
    guard let focalError = logMedianError(focal.values),
      let referenceError = logMedianError(reference.values)
    else { return without("The amounts around a median are not all above 0.") }
    let variance = focalError * focalError + referenceError * referenceError
    guard variance > 0 else {
      return without("The amounts around both medians are all the same.")
    }
    return LogPayRatio(ratio: ratio, standardError: variance.squareRoot())
  }

  /// Fewer people than this give a median no standard error.
  static let smallestGroup = 5

  private static func median(
    _ summary: Cell.MeasureSummary, of group: String
  ) throws(PayProblem) -> (median: Double, values: ValueCounts) {
    guard let values = summary.values else {
      throw PayProblem(reason: "The amounts of the \(group) group were not tallied.")
    }
    guard let median = values.quantile(0.5) else {
      throw PayProblem(reason: "Nobody of the \(group) group has an amount.")
    }
    return (median, values)
  }

  /// The standard error of the logarithm of a group's median.
  private static func logMedianError(_ values: ValueCounts) -> Double? {
    let n = values.total
    let position = (Double(n) + 1) / 2 - Double(n).squareRoot()
    let rank = max(1, Int(position.rounded(.toNearestOrEven)))
    guard let low = values.quanta(atRank: rank - 1), low > 0,
      let high = values.quanta(atRank: n - rank),
      let binomial = try? BinomialDistribution(trials: n, probability: 0.5),
      let z = try? NormalDistribution.standard.quantile(binomial.lowerTail(through: rank - 1)),
      z < 0
    else { return nil }
    return log(Double(high) / Double(low)) / (-2 * z)
  }
}
