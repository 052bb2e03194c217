#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of successes in independent trials whose probabilities differ from group to group.
///
/// The probabilities of the groups' binomial counts are convolved; every term is positive, so
/// nothing cancels. Counts less probable than 1e-290 are taken as impossible. A sum of binomial
/// counts is unimodal. Cost: the square of the number of trials, at most.
/// - Source: Johnson, Kemp and Kotz (2005), Univariate Discrete Distributions, chapter 3.
package struct PoissonBinomialDistribution: UnimodalCountDistribution {
  package let support: ClosedRange<Int>
  package let mode: Int
  /// The expected count.
  package let mean: Double
  /// The variance of the count.
  package let variance: Double
  private let probabilities: [Double]

  /// The distribution of the sum of binomial counts.
  package init(_ groups: [BinomialDistribution]) {
    var probabilities = [1.0]
    var least = 0
    for group in groups {
      let counts = group.support
      least += counts.lowerBound
      let other = counts.map { group.probability(of: $0) }
      var sum = [Double](repeating: 0, count: probabilities.count + other.count - 1)
      for (index, probability) in probabilities.enumerated() where probability > 0 {
        for (step, factor) in other.enumerated() { sum[index + step] += probability * factor }
      }
      probabilities = sum
    }
    let possible = probabilities.indices.filter { probabilities[$0] >= 1e-290 }
    let (first, last) = (possible.first ?? 0, possible.last ?? 0)
    self.probabilities = Array(probabilities[first...last])
    support = (least + first)...(least + last)
    var best = first
    for index in first...last where probabilities[index] > probabilities[best] { best = index }
    mode = least + best
    mean = CompensatedSum(groups.map { Double($0.trials) * $0.probability }).value
    variance =
      CompensatedSum(
        groups.map { Double($0.trials) * $0.probability * $0.complement }
      ).value
  }

  package func logProbability(of count: Int) -> Double {
    support.contains(count) ? log(probabilities[count - support.lowerBound]) : -.infinity
  }

  package func ratio(above count: Int) -> Double {
    probabilities[count + 1 - support.lowerBound] / probabilities[count - support.lowerBound]
  }
}
