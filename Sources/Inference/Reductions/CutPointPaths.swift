import NumericalKernel

/// The number let go among the oldest, age by age downwards, if every set of as many people was
/// equally likely.
struct CutPointPaths {
  /// The youngest ages of the older, from the oldest cut down.
  let cutAges: [Int]
  private let terminated: Int
  /// For each cut, the p-values by the number let go among the older.
  private let pValues: [(support: ClosedRange<Int>, values: [Double])]
  /// For each age from the oldest, the probabilities of the number let go if everyone was let go
  /// independently.
  private let weights: [[Double]]

  init(_ reduction: ReductionByAge, alternative: AgeAlternative) throws(NumericalError) {
    let ages = Array(reduction.ages.reversed())
    let total = reduction.total
    terminated = reduction.terminated
    cutAges = ages.dropLast().map(\.age)
    var older = 0
    var pValues: [(support: ClosedRange<Int>, values: [Double])] = []
    for age in ages.dropLast() {
      older += age.total
      let null = try FisherNullDistribution(
        population: total, marked: older, drawn: reduction.terminated)
      let values =
        switch alternative {
        case .twoSided: null.pValues
        case .younger: CutPointPaths.cumulative(null.probabilities)
        case .older: Array(CutPointPaths.cumulative(null.probabilities.reversed()).reversed())
        }
      pValues.append((null.support, values))
    }
    self.pValues = pValues
    var weights: [[Double]] = []
    for age in ages {
      let chosen = try BinomialDistribution(
        trials: age.total, probability: Double(reduction.terminated) / Double(total),
        complement: Double(total - reduction.terminated) / Double(total))
      weights.append(
        (0...min(age.total, reduction.terminated)).map { chosen.probability(of: $0) })
    }
    self.weights = weights
  }

  /// The p-value of a cut alone for a number let go among the older.
  func pValue(at cut: Int, of count: Int) -> Double {
    pValues[cut].values[count - pValues[cut].support.lowerBound]
  }

  /// The probability that some cut's p-value is at most a threshold.
  ///
  /// Paths that have reached it and paths that have not are followed side by side; in the end those
  /// with the right number let go count.
  func probabilityOfReaching(_ threshold: Double) -> Double {
    let limit = threshold * (1 + DiscreteTest.tolerance)
    var open = [1.0]
    var reached = [0.0]
    for (position, step) in weights.enumerated() {
      open = CutPointPaths.convolution(open, step, upTo: terminated)
      reached = CutPointPaths.convolution(reached, step, upTo: terminated)
      guard position < pValues.count else { break }
      let (support, values) = pValues[position]
      for count in open.indices where support.contains(count) {
        if values[count - support.lowerBound] <= limit {
          reached[count] += open[count]
          open[count] = 0
        }
      }
    }
    guard open.count > terminated else { return 1 }
    return min(1, reached[terminated] / (reached[terminated] + open[terminated]))
  }

  private static func cumulative(_ probabilities: [Double]) -> [Double] {
    var sum = CompensatedSum()
    return probabilities.map {
      sum.add($0)
      return min(1, sum.value)
    }
  }

  private static func convolution(
    _ first: [Double], _ second: [Double], upTo greatest: Int
  ) -> [Double] {
    var product = Array(repeating: 0.0, count: min(first.count + second.count - 1, greatest + 1))
    for (index, value) in first.enumerated() where value > 0 {
      for (taken, weight) in second.enumerated() where index + taken < product.count {
        product[index + taken] += value * weight
      }
    }
    return product
  }
}
