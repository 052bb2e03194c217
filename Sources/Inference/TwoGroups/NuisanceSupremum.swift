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
  var probability: Double
  /// The rate at which it is reached.
  var rate: Double

  /// Why the groups are too large, or `nil`.
  static func problem(total: Int) -> String? {
    total <= largestTotal
      ? nil
      : "Unconditional exact tests are made for at most \(largestTotal) people; the conditional "
        + "test says the same with so many."
  }

  /// The search between two rates.
  ///
  /// The grid is even in the arcsine of the square root of the rate, where binomial peaks are
  /// equally wide, so that those near 0 and 1 are not missed. Every peak within a fifth of the
  /// highest is refined by golden sections.
  init(of region: RejectionRegion, from lower: Double, to upper: Double) throws(NumericalError) {
    let first = asin(lower.squareRoot())
    let last = asin(upper.squareRoot())
    func value(_ angle: Double) throws(NumericalError) -> Double {
      let (sine, cosine) = (sin(angle), cos(angle))
      return try region.probability(rate: sine * sine, complement: cosine * cosine)
    }
    func rate(_ angle: Double) -> Double { sin(angle) * sin(angle) }

    guard !region.isEverything, last > first else {
      (probability, self.rate) = (try value(first), rate(first))
      if region.isEverything { probability = 1 }
      return
    }
    let total = region.focalTotal + region.referenceTotal
    let whole = Double(min(max(600, 2 * total), 4_000))
    let steps = max(60, Int((whole * (last - first) / (.pi / 2)).rounded(.up)))
    func angle(_ index: Int) -> Double {
      index == steps ? last : first + (last - first) * Double(index) / Double(steps)
    }
    var values: [Double] = []
    for index in 0...steps { values.append(try value(angle(index))) }
    let highest = values.max() ?? 0
    var best = (value: -1.0, angle: first)
    for (index, here) in values.enumerated() where here >= 0.8 * highest {
      let left = index > 0 ? values[index - 1] : -1
      let right = index < steps ? values[index + 1] : -1
      guard here >= left, here >= right else { continue }
      if here > best.value { best = (here, angle(index)) }
      let refined = try NuisanceSupremum.goldenSection(
        from: angle(max(0, index - 1)), to: angle(min(steps, index + 1)), value)
      if refined.value > best.value { best = refined }
    }
    probability = best.value
    self.rate = rate(best.angle)
  }

  /// The highest point of a function with one peak.
  /// - Source: Kiefer (1953), Proceedings of the American Mathematical Society 4, 502-506.
  private static func goldenSection(
    from lower: Double, to upper: Double, _ function: RootFinder.Function
  ) throws(NumericalError) -> (value: Double, angle: Double) {
    let section = (5.0.squareRoot() - 1) / 2
    var (lower, upper) = (lower, upper)
    var left = upper - section * (upper - lower)
    var right = lower + section * (upper - lower)
    var (leftValue, rightValue) = (try function(left), try function(right))
    while upper - lower > 1e-9 {
      if leftValue >= rightValue {
        upper = right
        (right, rightValue) = (left, leftValue)
        left = upper - section * (upper - lower)
        leftValue = try function(left)
      } else {
        lower = left
        (left, leftValue) = (right, rightValue)
        right = lower + section * (upper - lower)
        rightValue = try function(right)
      }
    }
    return leftValue >= rightValue ? (leftValue, left) : (rightValue, right)
  }
}
