import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood of people's groups where the shares of a unit are drawn from a Dirichlet
/// distribution and its people from these shares.
///
/// It has the groups' mean shares m and the overdispersion rho from 0 (every unit has the mean
/// shares) to 1 (every unit has one group only). Up to a constant it is
///
///     sum over groups and i of A ln(m (1 - rho) + i rho) - sum over i of T ln(1 - rho + i rho)
///
/// A: how many units have more than i people of the group, T: more than i people, i from 0. In this
/// form nothing is undefined at rho 0, which is the multinomial model, and nothing large cancels.
/// With two groups it is the beta-binomial. The cost of a value is that of the largest counts.
struct DirichletMultinomialLikelihood {
  /// How many units have more than i people, of each group and in all.
  private let exceeding: [[Double]]
  private let exceedingSizes: [Double]
  /// The groups in units less one, summed over the units: 0 where every unit has one group.
  let mixtures: Int
  /// The groups' shares of everyone.
  private let pooled: [Double]

  /// The likelihood of counts without a problem.
  init(_ counts: SegregationCounts) {
    exceeding = (0..<counts.groupCount).map { group in
      Self.exceeding((0..<counts.unitCount).map { counts[$0, group] })
    }
    exceedingSizes = Self.exceeding(counts.unitTotals)
    mixtures = counts.cells.count { $0 > 0 } - counts.unitCount
    pooled = (0..<counts.groupCount).map { counts.share(of: $0) }
  }

  private static func exceeding(_ counts: [Int]) -> [Double] {
    var numbers = [Double](repeating: 0, count: counts.max() ?? 0)
    for count in counts where count > 0 { numbers[count - 1] += 1 }
    for index in numbers.indices.dropLast().reversed() { numbers[index] += numbers[index + 1] }
    return numbers
  }

  /// A value of the overdispersion with the mean shares that are most likely for it.
  struct Point {
    let overdispersion: Double
    let shares: [Double]
    /// The logarithm of the likelihood, up to a constant; minus infinity where it is 0.
    let value: Double
    /// How fast it rises with the overdispersion.
    let slope: Double
  }

  /// The most likely shares of an overdispersion from 0 to 1.
  func point(at rho: Double) throws(NumericalError) -> Point {
    let shares = try shares(at: rho)
    var (value, slope) = (CompensatedSum(), CompensatedSum())
    for (group, share) in shares.enumerated() {
      value.add(exceeding[group][0] * log(share))
      for (index, units) in exceeding[group].enumerated().dropFirst() {
        let i = Double(index)
        let weight = share * (1 - rho) + i * rho
        value.add(units * log(weight))
        slope.add(units * (i - share) / weight)
      }
    }
    for (index, units) in exceedingSizes.enumerated().dropFirst() {
      let weight = 1 - rho + Double(index) * rho
      value.add(-units * log(weight))
      slope.add(-units * Double(index - 1) / weight)
    }
    if mixtures > 0 {
      value.add(rho < 1 ? Double(mixtures) * log1p(-rho) : -.infinity)
      slope.add(-Double(mixtures) / (1 - rho))
    }
    return Point(
      overdispersion: rho, shares: shares,
      value: rho < 1 || mixtures == 0 ? value.value : -.infinity,
      slope: rho < 1 || mixtures == 0 ? slope.value : -.infinity)
  }

  /// The maximum over the shares by Newton's method; the function is concave, with one maximum
  /// inside the simplex.
  private func shares(at rho: Double) throws(NumericalError) -> [Double] {
    if rho == 0 { return pooled }
    var shares = pooled
    var slopes = derivatives(shares, rho)
    for _ in 0..<200 {
      let weights = slopes.map { 1 / $0.curvature }
      let level =
        zip(slopes, weights).reduce(0) { $0 + $1.0.slope * $1.1 } / weights.reduce(0, +)
      let step = zip(slopes, weights).map { ($0.slope - level) * $1 }
      let rise = zip(slopes, step).reduce(0) { $0 + ($1.0.slope - level) * $1.1 }
      var length = 1.0
      for (share, change) in zip(shares, step) where change < 0 {
        length = min(length, 0.9 * share / -change)
      }
      // Shortened where the function falls more steeply beyond the maximum than it rose before;
      // near the maximum, where rounding would decide that, a whole step is safe.
      var next = shares
      for _ in 0..<60 {
        next = zip(shares, step).map { $0 + length * $1 }
        slopes = derivatives(next, rho)
        if rise < 1e-6 { break }
        if zip(slopes, step).reduce(0, { $0 + $1.0.slope * $1.1 }) >= -0.9 * rise { break }
        length /= 2
      }
      let sum = next.reduce(0, +)
      shares = next.map { $0 / sum }
      // The error after the step is about the square of the one before.
      if rise < 1e-14 { return shares }
    }
    throw .notConverged
  }

  private func derivatives(
    _ shares: [Double], _ rho: Double
  ) -> [(slope: Double, curvature: Double)] {
    shares.enumerated().map { group, share in
      var slope = exceeding[group][0] / share
      var curvature = slope / share
      for (index, units) in exceeding[group].enumerated().dropFirst() {
        let part = (1 - rho) / (share * (1 - rho) + Double(index) * rho)
        slope += units * part
        curvature += units * part * part
      }
      return (slope, curvature)
    }
  }
}

/// The most likely overdispersion with the interval of its profile likelihood and the test of none.
struct OverdispersionFit {
  typealias Point = DirichletMultinomialLikelihood.Point

  let best: Point
  let lower: Point
  let upper: Point
  /// Twice the logarithm of the likelihood over that without overdispersion.
  let statistic: Double

  /// Fits the likelihood.
  ///
  /// The maximum is looked for between points over the whole range, so one near the end is not
  /// taken for the greatest.
  init(_ likelihood: DirichletMultinomialLikelihood, level: Double) throws(NumericalError) {
    let none = try likelihood.point(at: 0)
    best = try Self.best(likelihood, none)
    statistic = max(0, 2 * (best.value - none.value))
    let target =
      try best.value - ChiSquared(degreesOfFreedom: 1).quantile(lowerTail: level) / 2
    lower =
      none.value >= target
      ? none : try Self.crossing(likelihood, target, from: 0, to: best.overdispersion)
    upper =
      likelihood.mixtures == 0
      ? try likelihood.point(at: 1)
      : try Self.crossing(likelihood, target, from: best.overdispersion, to: 1)
  }

  private static func best(
    _ likelihood: DirichletMultinomialLikelihood, _ none: Point
  ) throws(NumericalError) -> Point {
    // Without mixed units the likelihood rises to the end.
    if likelihood.mixtures == 0 { return try likelihood.point(at: 1) }
    var points = [none]
    for logit in stride(from: -9.0, through: 9, by: 0.5) {
      points.append(try likelihood.point(at: 1 / (1 + exp(-logit))))
    }
    var best = 0
    for index in points.indices where points[index].value > points[best].value { best = index }
    if points[best].slope == 0 || (best == 0 && none.slope <= 0) { return points[best] }
    let rises = points[best].slope > 0
    let from = rises ? points[best].overdispersion : points[best - 1].overdispersion
    let to =
      rises
      ? (best + 1 < points.count ? points[best + 1].overdispersion : 1)
      : points[best].overdispersion
    return try likelihood.point(
      at: RootFinder.brent(from: from, to: to, tolerance: 1e-16) {
        (rho: Double) throws(NumericalError) -> Double in try likelihood.point(at: rho).slope
      })
  }

  private static func crossing(
    _ likelihood: DirichletMultinomialLikelihood, _ target: Double, from: Double, to: Double
  ) throws(NumericalError) -> Point {
    try likelihood.point(
      at: RootFinder.brent(from: from, to: to, tolerance: 1e-16) {
        (rho: Double) throws(NumericalError) -> Double in
        try likelihood.point(at: rho).value - target
      })
  }

  /// The likelihood ratio test of no overdispersion, which lies at the end of its range.
  var test: Outcome {
    .computing { () throws(NumericalError) -> Outcome in
      try .test(
        "LR", statistic,
        pValue: statistic > 0 ? ChiSquared(degreesOfFreedom: 1).upperTail(statistic) / 2 : 1,
        convention: "likelihood ratio of overdispersion 0, at the end of its range: half "
          + "chi-squared on 1 degree of freedom")
    }
  }

  /// A quantity that rises with the overdispersion, with the interval of that mapped to it.
  func estimate(level: Double, _ quantity: (Point) -> Double) -> Outcome {
    let value = quantity(best)
    return .estimate(
      value, from: min(value, quantity(lower)), to: max(value, quantity(upper)), level: level,
      method: "Profile likelihood")
  }
}
