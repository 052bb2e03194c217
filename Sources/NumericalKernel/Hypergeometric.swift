/// The number of marked people among those drawn without replacement.
package struct Hypergeometric: UnimodalCountDistribution {
  /// How many people there are.
  package let population: Int
  /// How many of them are marked.
  package let marked: Int
  /// How many are drawn.
  package let drawn: Int
  /// The share drawn, the share not drawn, and the logarithm of the binomial probability of drawing
  /// so many at that share.
  private let share: Double
  private let rest: Double
  private let logDrawn: Double

  /// Makes a distribution.
  package init(population: Int, marked: Int, drawn: Int) throws(NumericalError) {
    for count in [marked, drawn] where count < 0 || count > population {
      throw .outsideDomain(function: "the hypergeometric distribution", argument: Double(count))
    }
    self.population = population
    self.marked = marked
    self.drawn = drawn
    // Nobody is drawn from nobody; the shares do not matter there.
    share = population == 0 ? 0 : Double(drawn) / Double(population)
    rest = population == 0 ? 1 : Double(population - drawn) / Double(population)
    logDrawn = BinomialDistribution.logProbability(
      of: drawn, trials: population, probability: share, complement: rest)
  }

  package var support: ClosedRange<Int> {
    max(0, drawn + marked - population)...min(drawn, marked)
  }

  package var mode: Int {
    let position = Int128(drawn + 1) * Int128(marked + 1) / Int128(population + 2)
    return min(max(Int(position), support.lowerBound), support.upperBound)
  }

  /// A product of two binomial probabilities over a third, all at the share drawn, where the
  /// saddle-point form is at its best.
  package func logProbability(of count: Int) -> Double {
    guard support.contains(count) else { return -.infinity }
    guard support.count > 1 else { return 0 }
    func part(_ count: Int, _ trials: Int) -> Double {
      BinomialDistribution.logProbability(
        of: count, trials: trials, probability: share, complement: rest)
    }
    return part(count, marked) + part(drawn - count, population - marked) - logDrawn
  }

  package func ratio(above count: Int) -> Double {
    Double(marked - count) / Double(count + 1)
      * (Double(drawn - count) / Double(population - marked - drawn + count + 1))
  }

  /// The largest p-value by minimum likelihood, over all counts, that is at most a threshold; 0
  /// where all are above it.
  ///
  /// The counts are taken in from both ends, the least probable first; those equal within the
  /// relative tolerance together. Probabilities too small to count beside the threshold are left
  /// out.
  package func largestMinimumLikelihoodTail(
    atMost threshold: Double, relativeTolerance: Double = 1e-7
  ) -> Double {
    if threshold >= 1 { return 1 }
    let negligible = threshold * 1e-20
    let most = probability(of: mode)
    var left: [Double] = []
    var term = most
    var count = mode
    while count > support.lowerBound, term > negligible {
      count -= 1
      term /= ratio(above: count)
      left.append(term)
    }
    var right = [most]
    term = most
    count = mode
    while count < support.upperBound, term > negligible {
      term *= ratio(above: count)
      count += 1
      right.append(term)
    }
    var sum = 0.0
    while let next = Self.smaller(left.last, right.last) {
      let tied = next * (1 + relativeTolerance)
      var group = 0.0
      while let least = left.last, least <= tied {
        group += least
        left.removeLast()
      }
      while let least = right.last, least <= tied {
        group += least
        right.removeLast()
      }
      guard sum + group <= threshold else { return sum }
      sum += group
    }
    return 1
  }

  private static func smaller(_ first: Double?, _ second: Double?) -> Double? {
    guard let first else { return second }
    return second.map { min(first, $0) } ?? first
  }
}
