import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One stratum of a conditional likelihood.
struct ConditionalStratum {
  /// The patterns, with values less the stratum's means so that no digits cancel.
  let patterns: [BinomialPatterns.Pattern]
  /// How many had the outcome.
  let successes: Int
  /// How many there are.
  let total: Int

  init(_ patterns: [BinomialPatterns.Pattern]) {
    let total = patterns.reduce(0) { $0 + $1.total }
    self.total = total
    successes = patterns.reduce(0) { $0 + $1.successes }
    let columns = patterns.first?.values.count ?? 0
    let means = (0..<columns).map { column in
      CompensatedSum(patterns.map { $0.values[column] * Double($0.total) }).value / Double(total)
    }
    // A column that is the same for everyone is exactly 0 afterwards.
    let isConstant = (0..<columns).map { column in
      patterns.allSatisfy { $0.values[column] == patterns[0].values[column] }
    }
    self.patterns = patterns.map { pattern in
      BinomialPatterns.Pattern(
        values: (0..<columns).map { isConstant[$0] ? 0 : pattern.values[$0] - means[$0] },
        successes: pattern.successes, total: pattern.total, stratum: pattern.stratum)
    }
  }

  /// Whether both outcomes occur.
  var isInformative: Bool { successes > 0 && successes < total }

  /// Whether those with the outcome are the ones furthest along a direction.
  func isExtreme(along direction: [Double], tolerance: Double) -> Bool {
    let heights = patterns.map { LogisticLikelihood.product($0.values, direction) }
    var lowestSuccess = Double.infinity
    var highestFailure = -Double.infinity
    for (pattern, height) in zip(patterns, heights) {
      if pattern.successes > 0 { lowestSuccess = min(lowestSuccess, height) }
      if pattern.failures > 0 { highestFailure = max(highestFailure, height) }
    }
    return lowestSuccess >= highestFailure - tolerance
  }

  /// For each number of people: the probability that as many were chosen, with the sum of their
  /// values and its products with itself, both times that probability.
  private struct Moments {
    var probability: Double
    var sum: [Double]
    var products: Matrix

    init(columns: Int, probability: Double = 0) {
      self.probability = probability
      sum = Array(repeating: 0, count: columns)
      products = Matrix(rows: columns, columns: columns)
    }

    /// Takes in another number of people before, and `count` people of one pattern.
    mutating func add(_ before: Moments, weight: Double, count: Double, values: [Double]) {
      probability += weight * before.probability
      for row in sum.indices {
        let moved = count * values[row]
        sum[row] += weight * (before.sum[row] + moved * before.probability)
        for column in sum.indices {
          let other = count * values[column]
          products[row, column] +=
            weight
            * (before.products[row, column] + moved * before.sum[column]
              + before.sum[row] * other + moved * other * before.probability)
        }
      }
    }
  }

  /// The log likelihood with its derivatives.
  ///
  /// Everyone is given a probability with the right odds ratios, such that the expected number is
  /// the number seen; the conditional distribution is that of the people chosen independently,
  /// given their number. All terms are positive, so nothing cancels or overflows.
  func state(_ coefficients: [Double]) throws(NumericalError) -> ConditionalLikelihood.State {
    let heights = patterns.map { LogisticLikelihood.product($0.values, coefficients) }
    let seen = Double(successes)
    let shift = try RootFinder.increasingRoot(
      near: log(seen / (Double(total) - seen)) - CompensatedSum(heights).value
        / Double(heights.count), within: -1e5...1e5, tolerance: 1e-6
    ) { (shift: Double) throws(NumericalError) -> Double in
      CompensatedSum(
        zip(patterns, heights).map { Double($0.total) / (1 + exp(-shift - $1)) }
      ).value - seen
    }
    let columns = coefficients.count
    var before = [Moments(columns: columns, probability: 1)]
    var people = 0
    var logLikelihood = CompensatedSum()
    for (index, pattern) in patterns.enumerated() {
      let point = LogisticLikelihood.Point(predictor: shift + heights[index])
      let chosen = try BinomialDistribution(
        trials: pattern.total, probability: point.probability, complement: point.complement)
      let weights = (0...min(pattern.total, successes)).map { chosen.probability(of: $0) }
      people += pattern.total
      // Fewer than this and the rest could not make up the number.
      let least = max(0, successes - (total - people))
      var after = (0...min(people, successes)).map { _ in Moments(columns: columns) }
      for count in least..<after.count {
        for taken in 0..<weights.count {
          let earlier = count - taken
          guard earlier >= 0, earlier < before.count, before[earlier].probability > 0,
            weights[taken] > 0
          else { continue }
          after[count].add(
            before[earlier], weight: weights[taken], count: Double(taken), values: pattern.values)
        }
      }
      before = after
      if pattern.successes > 0 {
        logLikelihood.add(Double(pattern.successes) * log(point.probability))
      }
      if pattern.failures > 0 {
        logLikelihood.add(Double(pattern.failures) * log(point.complement))
      }
    }
    let all = before[successes]
    guard all.probability > 0, all.probability.isFinite else {
      throw .notFinite(function: "the conditional likelihood")
    }
    let mean = all.sum.map { $0 / all.probability }
    var score: [Double] = []
    var information = Matrix(rows: columns, columns: columns)
    for row in 0..<columns {
      score.append(
        CompensatedSum(patterns.map { Double($0.successes) * $0.values[row] }).value - mean[row])
      for column in 0..<columns {
        information[row, column] =
          all.products[row, column] / all.probability - mean[row] * mean[column]
      }
    }
    logLikelihood.add(-log(all.probability))
    return ConditionalLikelihood.State(
      logLikelihood: logLikelihood.value, score: score, information: information)
  }
}
