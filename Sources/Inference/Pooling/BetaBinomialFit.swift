import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The most likely mean and spread of organisations' shares, with what the likelihood says of both.
struct BetaBinomialFit {
  /// A mean with a spread.
  struct Point {
    let mean: Double
    let complement: Double
    let spread: Double
    let value: Double

    /// The correlation rho of two people of one organisation.
    var correlation: Double { spread / (1 + spread) }
    /// The standard deviation of organisations' shares.
    var deviation: Double { (mean * complement * correlation).squareRoot() }
  }

  /// The likelihood.
  let likelihood: BetaBinomialLikelihood
  /// Where it is greatest.
  let best: Point
  /// Where the binomial likelihood, without spread, is greatest.
  let none: Point

  /// Fits the likelihood; the counts are not all of nobody or everybody.
  ///
  /// Cost: some thousand times the organisations, whatever their people.
  init(_ likelihood: BetaBinomialLikelihood) throws(NumericalError) {
    self.likelihood = likelihood
    none = try Self.point(likelihood, spread: 0)
    best = try Self.mostLikely(likelihood) { (spread: Double) throws(NumericalError) -> Point in
      try Self.point(likelihood, spread: spread)
    }
  }

  /// The most likely mean of a spread; the function is concave in the mean.
  static func point(
    _ likelihood: BetaBinomialLikelihood, spread: Double
  ) throws(NumericalError) -> Point {
    let pooled = likelihood.pooledShare
    var logit = log(pooled / (1 - pooled))
    if spread > 0 {
      logit = try RootFinder.increasingRoot(near: logit, step: 0.1, within: -700...700) {
        (logit: Double) throws(NumericalError) -> Double in
        let (mean, complement) = (1 / (1 + exp(-logit)), 1 / (1 + exp(logit)))
        return -likelihood.slopeInMean(mean, complement, spread: spread) * mean * complement
      }
    }
    return point(likelihood, logit: logit, spread: spread)
  }

  /// A mean by its logit with a spread.
  private static func point(
    _ likelihood: BetaBinomialLikelihood, logit: Double, spread: Double
  ) -> Point {
    let (mean, complement) = (1 / (1 + exp(-logit)), 1 / (1 + exp(logit)))
    return Point(
      mean: mean, complement: complement, spread: spread,
      value: likelihood.value(mean: mean, complement: complement, spread: spread))
  }

  /// The greatest of points by their spread: looked at over the whole range, then the root of the
  /// slope about the best.
  private static func mostLikely(
    _ likelihood: BetaBinomialLikelihood, _ point: (Double) throws(NumericalError) -> Point
  ) throws(NumericalError) -> Point {
    var points = [try point(0)]
    let range = BetaBinomialLikelihood.logSpreads
    for step in stride(from: range.lowerBound, through: range.upperBound, by: 0.5) {
      points.append(try point(exp(step)))
    }
    func slope(_ point: Point) -> Double {
      likelihood.slopeInSpread(
        mean: point.mean, complement: point.complement, spread: point.spread)
    }
    let best = points.indices.reduce(0) { points[$1].value > points[$0].value ? $1 : $0 }
    // Within the smallest spread looked at nothing can be told from none.
    if best <= 1 { return slope(points[0]) <= 0 || best == 0 ? points[0] : points[1] }
    guard best + 1 < points.count else { throw .notConverged }
    let spread = try RootFinder.brent(
      from: log(points[best - 1].spread), to: log(points[best + 1].spread), tolerance: 1e-14
    ) { (step: Double) throws(NumericalError) -> Double in slope(try point(exp(step))) }
    return try point(exp(spread))
  }

  /// The greatest likelihood of a mean by its logit, whatever the spread.
  func profile(logit: Double) throws(NumericalError) -> Point {
    let likelihood = likelihood
    return try Self.mostLikely(likelihood) { (spread: Double) throws(NumericalError) -> Point in
      Self.point(likelihood, logit: logit, spread: spread)
    }
  }

  /// Where the likelihood has fallen so far that a level's interval ends.
  private func target(_ level: Double) throws(NumericalError) -> Double {
    try best.value - ChiSquared(degreesOfFreedom: 1).quantile(lowerTail: level) / 2
  }

  /// The profile interval of the mean.
  ///
  /// The likelihood may fall by half the square of Student's t on one degree of freedom fewer than there
  /// are organisations: by chi-squared the interval would be too short where they are few.
  func meanLimits(level: Double) throws(NumericalError) -> (lower: Double, upper: Double) {
    let critical = try StudentT(degreesOfFreedom: Double(likelihood.counts.count - 1))
      .criticalValue(level: level)
    let target = best.value - critical * critical / 2
    let logit = log(best.mean / best.complement)
    func limit(_ direction: Double) throws(NumericalError) -> Double {
      let reach = try RootFinder.increasingRoot(
        near: 0.05, step: 0.1, within: 0...700, tolerance: 1e-11
      ) { (reach: Double) throws(NumericalError) -> Double in
        try target - profile(logit: logit + direction * reach).value
      }
      return 1 / (1 + exp(-(logit + direction * reach)))
    }
    return (try limit(-1), try limit(1))
  }

  /// The points at which the profile interval of the spread ends.
  func spreadLimits(level: Double) throws(NumericalError) -> (lower: Point, upper: Point) {
    let target = try target(level)
    let likelihood = likelihood
    func crossing(from lower: Double, to upper: Double) throws(NumericalError) -> Point {
      let step = try RootFinder.brent(from: lower, to: upper, tolerance: 1e-13) {
        (step: Double) throws(NumericalError) -> Double in
        try Self.point(likelihood, spread: exp(step)).value - target
      }
      return try Self.point(likelihood, spread: exp(step))
    }
    let range = BetaBinomialLikelihood.logSpreads
    let start = max(range.lowerBound, log(best.spread))
    let lower =
      none.value >= target ? none : try crossing(from: range.lowerBound, to: start)
    return (lower, try crossing(from: start, to: range.upperBound))
  }

  /// Beta distributions with weights that add up to 1: the likelihood where every mean and every
  /// correlation from 0 to 1 is as likely before the counts are seen.
  ///
  /// Gauss and Legendre's rule over the logarithm of the spread and the logit of the mean, where the
  /// likelihood is above a thousand millionth of its maximum.
  func averaged() throws(NumericalError) -> BetaMixture {
    let depth = 21.0
    let range = BetaBinomialLikelihood.logSpreads
    let likelihood = likelihood
    var places: [Double] = []
    for step in stride(from: range.lowerBound, through: range.upperBound, by: 0.5) {
      let point = try Self.point(likelihood, spread: exp(step))
      // The width of a step of the logarithm in the correlation.
      let width = point.correlation / (1 + point.spread)
      if point.value + log(width) > best.value + log(max(best.correlation, 1e-6)) - depth {
        places.append(step)
      }
    }
    guard let first = places.first, let last = places.last else { throw .notConverged }
    var components: [(weight: Double, alpha: Double, beta: Double)] = []
    let pieces = stride(from: first - 0.5, through: last + 0.5, by: 5) + [last + 0.5]
    for node in Quadrature.rule(over: Array(pieces)) {
      let spread = exp(node.position)
      let top = try Self.point(likelihood, spread: spread)
      let logit = log(top.mean / top.complement)
      let reach = try Self.reach(likelihood, top, logit)
      let width = node.weight * top.correlation / (1 + spread)
      for place in Quadrature.rule(over: [logit - reach, logit, logit + reach]) {
        let point = Self.point(likelihood, logit: place.position, spread: spread)
        components.append(
          (
            width * place.weight * point.mean * point.complement
              * exp(point.value - best.value), point.mean / spread, point.complement / spread
          ))
      }
    }
    let sum = CompensatedSum(components.map(\.weight)).value
    return BetaMixture(
      components: components.filter { $0.weight > 1e-8 * sum }.map {
        BetaMixture.Component(weight: $0.weight / sum, alpha: $0.alpha, beta: $0.beta)
      })
  }

  /// How far from the best logit the likelihood has fallen by a factor that no longer counts.
  private static func reach(
    _ likelihood: BetaBinomialLikelihood, _ top: Point, _ logit: Double
  ) throws(NumericalError) -> Double {
    var reach = 0.01
    while reach < 40 {
      let left = point(likelihood, logit: logit - reach, spread: top.spread).value
      let right = point(likelihood, logit: logit + reach, spread: top.spread).value
      // The means' own width shrinks towards 0 and 1 as well.
      if max(left - reach, right - reach) < top.value - 18 { return reach }
      reach *= 1.3
    }
    return reach
  }
}
