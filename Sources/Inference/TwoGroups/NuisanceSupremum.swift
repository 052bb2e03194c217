import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The largest probability of a region over the common rate of both groups.
struct NuisanceSupremum {
  /// More people than this are not tested unconditionally; the conditional test is then as good.
  static let largestTotal = 20_000

  /// The probability.
  let probability: Double
  /// The rate at which it is reached.
  let rate: Double

  /// Why the groups are too large, or `nil`.
  static func problem(total: Int) -> String? {
    total <= largestTotal
      ? nil
      : "Unconditional exact tests are made for at most \(largestTotal) people; the conditional "
        + "test says the same with so many."
  }

  /// The search between two rates.
  ///
  /// The grid is even in the arcsine of the square root of the rate, where the standard deviation
  /// of the share selected is `1 / (2 sqrt(N))` at every rate; a step is a quarter of it. At a
  /// peak the mean of the log-likelihood over the region has slope 0, so a step away the
  /// probability is down by less than one part in thirty, however narrow the peak looks: none can
  /// hide between two points. Those that can reach the highest are refined by the root of the
  /// slope.
  init(of region: RejectionRegion, from lower: Double, to upper: Double) throws(NumericalError) {
    let first = asin(lower.squareRoot())
    let last = asin(upper.squareRoot())
    if region.isEverything {
      (probability, rate) = (1, lower)
      return
    }
    let steps = max(1, Int(((last - first) * 8 * Double(region.total).squareRoot()).rounded(.up)))
    func angle(_ index: Int) -> Double {
      index == steps ? last : first + (last - first) * Double(index) / Double(steps)
    }
    var points: [(value: Double, slope: Double)] = []
    points.reserveCapacity(steps + 1)
    var best = (value: -1.0, angle: first)
    for index in 0...steps {
      let point = try region.probability(angle: angle(index))
      points.append(point)
      if point.value > best.value { best = (point.value, angle(index)) }
    }
    let promising = 0.95 * best.value
    for index in 0..<steps {
      let (left, right) = (points[index], points[index + 1])
      guard max(left.value, right.value) >= promising, left.slope > 0, right.slope < 0 else {
        continue
      }
      let top = try RootFinder.brent(
        from: angle(index), to: angle(index + 1), tolerance: 1e-11
      ) { (angle: Double) throws(NumericalError) -> Double in
        try region.probability(angle: angle).slope
      }
      let value = try region.probability(angle: top).value
      if value > best.value { best = (value, top) }
    }
    probability = best.value
    rate = sin(best.angle) * sin(best.angle)
  }
}
