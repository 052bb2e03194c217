import Aggregates
import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The logarithm of the pooled ratio of rates less that of the Mantel-Haenszel ratio, with the
/// delta method's variance.
///
/// With a and c selected of the n and m people of a stratum, A and C their sums, and R and S the
/// sums of a m / (n + m) and c n / (n + m), the derivatives are
///
///     by a:   1 / A - m / (n + m) / R          by c:   -(1 / C - n / (n + m) / S)
///
/// and a has the variance n p (1 - p), c likewise, with the rates as the method has them. A stratum
/// with one group has no part in R and S.
struct PoolingDifference {
  /// The logarithm of the pooled ratio; 0 where there is none.
  let logPooled: Double
  /// The logarithm of the Mantel-Haenszel ratio; 0 where there is none.
  let logStratified: Double
  /// The variance of their difference; 0 where there is none.
  let variance: Double
  /// Whether the groups are spread over the strata alike, so that both ratios are the same whoever
  /// is selected.
  let isAlwaysZero: Bool
  /// Why there is no difference, or `nil`.
  let problem: String?
  /// The rates in the variance.
  private let rates: SimpsonStatus.VarianceRates

  /// The difference for some strata.
  init(_ strata: StratifiedTables, rates: SimpsonStatus.VarianceRates) {
    let tables = strata.strata.map(\.table).filter { $0.total > 0 }
    let pooled = strata.pooled
    let weighted = tables.map { table in
      let total = Double(table.total)
      return (
        focal: Double(table.referenceTotal) / total, reference: Double(table.focalTotal) / total
      )
    }
    let focal = CompensatedSum(
      zip(tables, weighted).map { Double($0.focalSelected) * $1.focal }
    ).value
    let reference = CompensatedSum(
      zip(tables, weighted).map { Double($0.referenceSelected) * $1.reference }
    ).value
    self.rates = rates
    problem = Self.problem(pooled, focal: focal, reference: reference)
    guard problem == nil, let pooled else {
      (logPooled, logStratified, variance, isAlwaysZero) = (0, 0, 0, false)
      return
    }
    let alike = tables.allSatisfy {
      Int128($0.focalTotal) * Int128(pooled.total) == Int128($0.total) * Int128(pooled.focalTotal)
    }
    let ratio = log(pooled.focalRate / pooled.referenceRate)
    isAlwaysZero = alike
    logPooled = ratio
    logStratified = alike ? ratio : log(focal / reference)
    var sum = CompensatedSum()
    for (table, weight) in zip(tables, weighted) where !alike {
      // A derivative of rounding's size is zero: the weight takes the whole of the sum.
      func part(_ selected: Int, _ rejected: Int, all: Int, share: Double) -> Double {
        let slope = 1 / Double(all) - share
        guard selected + rejected > 0, abs(slope) * Double(all) > 1e-13 else { return 0 }
        let total = Double(selected + rejected) + 2 * rates.added
        return slope * slope * Double(selected + rejected)
          * ((Double(selected) + rates.added) / total)
          * ((Double(rejected) + rates.added) / total)
      }
      sum.add(
        part(
          table.focalSelected, table.focalRejected, all: pooled.focalSelected,
          share: weight.focal / focal))
      sum.add(
        part(
          table.referenceSelected, table.referenceRejected, all: pooled.referenceSelected,
          share: weight.reference / reference))
    }
    variance = sum.value
  }

  /// The difference of the logarithms.
  var value: Double { logPooled - logStratified }

  /// The difference with its interval, or why there is none.
  func outcome(level: Double) -> Outcome {
    if let problem { return .notEstimable(reason: problem) }
    guard variance > 0 else { return .estimate(value) }
    return .computing { () throws(NumericalError) -> Outcome in
      let error = variance.squareRoot()
      let reach = try NormalDistribution.standard.criticalValue(level: level) * error
      return .estimate(
        value, standardError: error, from: value - reach, to: value + reach, level: level,
        method: "delta")
    }
  }

  /// The test that the difference is zero, or why there is none.
  func test() -> Outcome {
    if let problem { return .notEstimable(reason: problem) }
    if isAlwaysZero {
      return .notEstimable(
        reason: "The groups are spread over the strata alike, so the two ratios are the same.")
    }
    guard variance > 0 else {
      return .notEstimable(reason: "No rate that could tell the two ratios apart can vary.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let z = value / variance.squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z),
        convention: "two-sided, " + rates.words)
    }
  }

  private static func problem(
    _ pooled: TwoByTwoTable?, focal: Double, reference: Double
  ) -> String? {
    guard let pooled else { return "There are no strata." }
    if let problem = pooled.problem { return problem }
    if pooled.focalSelected == 0 {
      return "Nobody of the focal group was selected, so the ratio has no logarithm."
    }
    if pooled.referenceSelected == 0 {
      return "Nobody of the reference group was selected, so the ratio has no logarithm."
    }
    if focal == 0 || reference == 0 {
      return "In strata with both groups nobody of the "
        + "\(focal == 0 ? "focal" : "reference") group was selected, so the ratio within strata "
        + "has no logarithm."
    }
    return nil
  }
}
