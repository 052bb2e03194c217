import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sums of logarithms behind the indices of information, in nats.
struct InformationSums {
  /// The natural logarithm of each cell's count over its expectation, cell by cell; 0 for an empty
  /// cell.
  let logarithms: [Double]
  /// The sum over the cells of count x logarithm, over everyone.
  let mutualInformation: Double

  /// The sums of counts without a problem.
  init(_ counts: SegregationCounts) {
    let width = counts.groupCount
    var logarithms = [Double](repeating: 0, count: counts.cells.count)
    var sum = CompensatedSum()
    for unit in 0..<counts.unitCount {
      for group in 0..<width {
        let count = counts.cells[unit * width + group]
        guard count > 0 else { continue }
        let logarithm = Self.logarithm(counts, count, unit: unit, group: group)
        logarithms[unit * width + group] = logarithm
        sum.add(Double(count) * logarithm)
      }
    }
    self.logarithms = logarithms
    mutualInformation = max(0, sum.value / counts.people)
  }

  /// The logarithm of a positive count over its expectation.
  static func logarithm(
    _ counts: SegregationCounts, _ count: Int, unit: Int, group: Int
  ) -> Double {
    logarithm(
      of: count, row: counts.unitTotals[unit], column: counts.groupTotals[group],
      total: counts.total)
  }

  /// The logarithm of a positive count over row x column / total; exactly 0 where it is as
  /// expected.
  static func logarithm(of count: Int, row: Int, column: Int, total: Int) -> Double {
    let product = Double(row) * Double(column)
    let ratio = Double(total) * Double(count) / product
    guard abs(ratio - 1) < 0.5 else { return log(ratio) }
    return log1p(
      SegregationCounts.excess(count, row: row, column: column, total: total) / product)
  }

  /// The entropy of shares of these sizes.
  static func entropy(_ sizes: [Int], of total: Int) -> Double {
    let people = Double(total)
    return CompensatedSum(
      sizes.filter { $0 > 0 }.map { Double($0) / people * log(people / Double($0)) }
    ).value
  }

  /// The delta method's standard error of M.
  func standardError(_ counts: SegregationCounts) -> Double {
    root(counts) { logarithm, _ in logarithm - mutualInformation }
  }

  /// The delta method's standard error of M over the entropy of the groups.
  func standardErrorOfRatio(_ counts: SegregationCounts, entropy: Double) -> Double {
    let ratio = mutualInformation / entropy
    let shares = (0..<counts.groupCount).map { ratio * log(counts.share(of: $0)) }
    return root(counts) { logarithm, group in (logarithm + shares[group]) / entropy }
  }

  private func root(_ counts: SegregationCounts, _ influence: (Double, Int) -> Double) -> Double {
    let width = counts.groupCount
    var sum = CompensatedSum()
    for unit in 0..<counts.unitCount {
      for group in 0..<width {
        let cell = unit * width + group
        guard counts.cells[cell] > 0 else { continue }
        let value = influence(logarithms[cell], group)
        sum.add(Double(counts.cells[cell]) * value * value)
      }
    }
    return sum.value.squareRoot() / counts.people
  }

  /// The likelihood ratio test of no segregation.
  func test(_ counts: SegregationCounts) -> Outcome {
    .computing { () throws(NumericalError) -> Outcome in
      let statistic = 2 * counts.people * mutualInformation
      let freedom = Double(counts.unitCount - 1) * Double(counts.groupCount - 1)
      return try .test(
        "G", statistic, degreesOfFreedom: freedom,
        pValue: ChiSquared(degreesOfFreedom: freedom).upperTail(statistic),
        convention: "likelihood ratio, no continuity correction")
    }
  }

  /// What chance adds to M on average in large samples, (units - 1)(groups - 1) / (2N).
  static func bias(_ counts: SegregationCounts) -> Double {
    Double(counts.unitCount - 1) * Double(counts.groupCount - 1) / (2 * counts.people)
  }

  /// An estimate with its normal interval, cut at the ends of the index's range; without an
  /// interval where the standard error is 0 to rounding, which says nothing of uncertainty.
  static func estimate(
    _ value: Double, standardError: Double, level: Double, within range: ClosedRange<Double>
  ) throws(NumericalError) -> Outcome {
    guard standardError > 1e-12 * abs(value) else { return .estimate(value) }
    let half = try NormalDistribution.standard.criticalValue(level: level) * standardError
    let bounds = [value - half, value + half].map {
      min(max($0, range.lowerBound), range.upperBound)
    }
    return .estimate(
      value, standardError: standardError, from: bounds[0], to: bounds[1], level: level,
      method: "Normal (delta method), cut at the range of the index")
  }
}

/// Whether the upward bias of an index of information is taken off.
public enum InformationBias: String, Codable, Hashable, Sendable, CaseIterable {
  /// The index of the counts as they are.
  case none
  /// Less (units - 1)(groups - 1) / (2N), and not below 0.
  case subtracted

  /// The correction as it is printed.
  var words: String {
    switch self {
    case .none: "no correction for bias"
    case .subtracted: "less (units - 1)(groups - 1) / (2N), not below 0"
    }
  }
}
