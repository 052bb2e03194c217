import Aggregates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Every number that can be selected from the focal group given both margins, with its probability
/// where the odds are equal and the p-value it would have.
struct FisherNullDistribution {
  /// The numbers that can occur.
  let support: ClosedRange<Int>
  /// The probability of each.
  let probabilities: [Double]
  /// The p-value of each.
  let pValues: [Double]

  /// The distribution of the two-sided p-value by minimum likelihood.
  ///
  /// Probabilities equal within one part in ten million count as equal, as in Fisher's test. Cost:
  /// the support times its logarithm.
  init(_ table: TwoByTwoTable) throws(NumericalError) {
    try self.init(
      population: table.total, marked: table.focalTotal, drawn: table.selected)
  }

  /// The distribution of the two-sided p-value by minimum likelihood.
  init(population: Int, marked: Int, drawn: Int) throws(NumericalError) {
    let distribution = try Hypergeometric(population: population, marked: marked, drawn: drawn)
    self.init(support: distribution.support, Self.probabilities(of: distribution))
  }

  /// The distribution for probabilities that are known; they rise to a mode and fall after it.
  init(support: ClosedRange<Int>, _ probabilities: [Double]) {
    self.support = support
    self.probabilities = probabilities
    // From both ends inwards: the next smaller probability is at one of the two.
    var pValues = probabilities
    var low = 0
    var high = probabilities.count - 1
    var sum = CompensatedSum()
    while low <= high {
      let least = min(probabilities[low], probabilities[high]) * (1 + 1e-7)
      let first = low
      let last = high
      while low <= high, probabilities[low] <= least {
        sum.add(probabilities[low])
        low += 1
      }
      while high >= low, probabilities[high] <= least {
        sum.add(probabilities[high])
        high -= 1
      }
      let pValue = low > high ? 1 : min(1, sum.value)
      for index in first..<low { pValues[index] = pValue }
      for index in stride(from: last, to: high, by: -1) { pValues[index] = pValue }
    }
    self.pValues = pValues
  }

  /// The p-value of a number of focal selected.
  func pValue(of count: Int) -> Double { pValues[count - support.lowerBound] }

  /// The p-values that can occur, each once, from the smallest up.
  var attainable: [Double] {
    var found: [Double] = []
    for pValue in pValues.sorted() where pValue != found.last { found.append(pValue) }
    return found
  }

  /// The probabilities of the support, from the mode outwards by the ratios of neighbours.
  private static func probabilities(of distribution: Hypergeometric) -> [Double] {
    let support = distribution.support
    var probabilities = Array(repeating: 0.0, count: support.count)
    let mode = distribution.mode
    probabilities[mode - support.lowerBound] = distribution.probability(of: mode)
    for count in stride(from: mode, to: support.upperBound, by: 1) {
      probabilities[count + 1 - support.lowerBound] =
        probabilities[count - support.lowerBound] * distribution.ratio(above: count)
    }
    for count in stride(from: mode, to: support.lowerBound, by: -1) {
      probabilities[count - 1 - support.lowerBound] =
        probabilities[count - support.lowerBound] / distribution.ratio(above: count - 1)
    }
    return probabilities
  }
}
