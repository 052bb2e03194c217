import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A part of the mutual information: the people it is about, each with the logarithm of their cell.
struct ChainTerm {
  /// A cell of a node's own table.
  struct Cell {
    /// How many people are in it.
    let count: Int
    /// The group's place among all groups.
    let group: Int
    /// The logarithm of the count over what is expected of it within the node.
    let logarithm: Double
  }

  /// The cells.
  var cells: [Cell] = []

  /// The term of M in nats, where so many people are everyone.
  func value(people: Double) -> Double {
    max(0, CompensatedSum(cells.map { Double($0.count) * $0.logarithm }).value / people)
  }

  /// The term of M with its standard error.
  func estimate(_ everyone: SegregationCounts, base: LogarithmBase) -> Outcome {
    let people = everyone.people
    let value = value(people: people)
    var (sum, outside) = (CompensatedSum(), everyone.total)
    for cell in cells {
      sum.add(Double(cell.count) * (cell.logarithm - value) * (cell.logarithm - value))
      outside -= cell.count
    }
    sum.add(Double(outside) * value * value)
    return Self.estimate(
      value / base.nats, standardError: sum.value.squareRoot() / people / base.nats)
  }

  /// The term over the entropy of the groups with its standard error.
  func theilEstimate(_ everyone: SegregationCounts, entropy: Double) -> Outcome {
    let people = everyone.people
    let ratio = value(people: people) / entropy
    let shifts = (0..<everyone.groupCount).map { ratio * log(everyone.share(of: $0)) }
    var (sum, outside) = (CompensatedSum(), everyone.groupTotals)
    for cell in cells {
      let influence = cell.logarithm + shifts[cell.group]
      sum.add(Double(cell.count) * influence * influence)
      outside[cell.group] -= cell.count
    }
    for (count, shift) in zip(outside, shifts) { sum.add(Double(count) * shift * shift) }
    return Self.estimate(ratio, standardError: sum.value.squareRoot() / people / entropy)
  }

  private static func estimate(_ value: Double, standardError: Double) -> Outcome {
    .estimate(value, standardError: standardError > 1e-12 * value ? standardError : nil)
  }
}
