public import Estimates
import NumericalKernel

/// What a bootstrap of an index of segregation found.
public struct SegregationBootstrapResult: Hashable, Sendable {
  /// The index with the standard deviation of the replicates and the percentile interval.
  public let percentile: Outcome
  /// The index with the standard deviation of the replicates and the bias-corrected interval.
  public let biasCorrected: Outcome
  /// The mean of the replicates less the index, with the standard error simulation leaves in it.
  public let bias: Outcome
  /// What the index is expected to be where people are dealt out at random, exact; an interval
  /// is to be read against it, not against 0.
  public let nullExpectation: Outcome
  /// Why the intervals are to be read with care, or `nil`.
  public let caution: String?
  /// How many of the tables drawn the numbers are made of.
  public let replicates: Int
  /// How many more were drawn in which the index is not defined.
  public let undefinedReplicates: Int
  /// How many people the index was computed from.
  public let people: Int
  /// How many units have anybody the index counts.
  public let units: Int
  /// How many groups the index sees: two where it sets the first group against the rest.
  public let groups: Int
  /// The name and conventions of the bootstrap.
  public let stamp: MethodStamp

  /// Nothing, and why.
  init(_ problem: String, _ counts: SegregationCounts, _ stamp: MethodStamp) {
    percentile = .notEstimable(reason: problem)
    biasCorrected = percentile
    bias = percentile
    nullExpectation = percentile
    caution = nil
    replicates = 0
    undefinedReplicates = 0
    people = counts.total
    units = counts.unitCount
    groups = counts.groupCount
    self.stamp = stamp
  }

  /// The numbers of replicates in which the index is defined.
  init(
    _ values: [Double], undefined: Int, _ index: any CountedSegregationIndex,
    _ counts: SegregationCounts, level: Double, _ stamp: MethodStamp
  ) {
    replicates = values.count
    undefinedReplicates = undefined
    people = counts.total
    units = counts.unitCount
    groups = counts.groupCount
    self.stamp = stamp
    nullExpectation = .computing { () throws(NumericalError) -> Outcome in
      try index.nullExpectation(counts)
    }
    guard undefined * 20 <= values.count else {
      percentile = .notEstimable(
        reason: "In \(undefined) of \(values.count + undefined) tables drawn nobody of a group, or "
          + "one unit only, is left, and the index is not defined.")
      biasCorrected = percentile
      bias = percentile
      caution = nil
      return
    }
    let replicates = BootstrapReplicates(values, of: index.reported(counts), level: level)
    percentile = replicates.percentile
    biasCorrected = .computing { () throws(NumericalError) -> Outcome in
      try replicates.biasCorrected
    }
    bias = .estimate(
      replicates.bias,
      standardError: replicates.standardError / Double(values.count).squareRoot())
    caution =
      abs(replicates.bias) > replicates.standardError / 4
      ? "The bias of the replicates is more than a quarter of their standard deviation: chance in "
        + "small units adds to the index, and the interval does not cover as it says."
      : nil
  }
}

/// The replicates of a quantity and what is read off them.
struct BootstrapReplicates {
  /// The replicates in ascending order.
  let sorted: [Double]
  /// The quantity itself.
  let value: Double
  /// The mean of the replicates less the quantity.
  let bias: Double
  /// The standard deviation of the replicates, with the divisor of one less than their number.
  let standardError: Double
  let level: Double

  /// Makes the summary of two replicates or more.
  init(_ values: [Double], of value: Double, level: Double) {
    sorted = values.sorted()
    self.value = value
    self.level = level
    let mean = CompensatedSum(sorted).value / Double(sorted.count)
    bias = mean - value
    standardError =
      (CompensatedSum(sorted.map { ($0 - mean) * ($0 - mean) }).value
      / Double(sorted.count - 1)).squareRoot()
  }

  /// The quantity with the interval between two quantiles of the replicates.
  var percentile: Outcome {
    guard varies else { return .notEstimable(reason: Self.constant) }
    return .estimate(
      value, standardError: standardError, from: quantile((1 - level) / 2),
      to: quantile((1 + level) / 2), level: level, method: "Bootstrap percentile")
  }

  /// The quantity with Efron's bias-corrected interval.
  var biasCorrected: Outcome {
    get throws(NumericalError) {
      guard varies else { return .notEstimable(reason: Self.constant) }
      let tolerance = max(1e-14, 1e-10 * abs(value))
      let below = sorted.count { $0 < value - tolerance }
      let equal = sorted.count { abs($0 - value) <= tolerance }
      let share = (Double(below) + Double(equal) / 2) / Double(sorted.count)
      guard share > 0, share < 1 else {
        return .notEstimable(
          reason: "Every table drawn is on the same side of the index, so the bias cannot be "
            + "corrected.")
      }
      let shift = try 2 * NormalDistribution.standard.quantile(share)
      let reach = try NormalDistribution.standard.criticalValue(level: level)
      let limits = try [shift - reach, shift + reach].map { (z: Double) throws(NumericalError) in
        quantile(try NormalDistribution.standard.lowerTail(z))
      }
      return .estimate(
        value, standardError: standardError, from: limits[0], to: limits[1], level: level,
        method: "Bootstrap, bias-corrected")
    }
  }

  private var varies: Bool { standardError > 1e-12 * abs(value) }

  private static let constant =
    "Every table drawn gives the same index, which says nothing of its uncertainty."

  /// The quantile of type 7.
  private func quantile(_ probability: Double) -> Double {
    let (rank, part) = QuantileType.type7.position(probability, of: sorted.count)
    let low = sorted[min(max(rank, 1), sorted.count) - 1]
    let high = sorted[min(rank + 1, sorted.count) - 1]
    return part == 0 ? low : low + part * (high - low)
  }
}
