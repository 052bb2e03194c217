#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// Round values along an axis.
enum Ticks {
  /// Multiples of 1, 2, 2.5 or 5 times a power of ten that enclose a range, about `count` of them.
  static func linear(_ range: ClosedRange<Double>, count: Int) -> [Double] {
    let span = range.upperBound - range.lowerBound
    guard span > 0, span.isFinite, count > 0 else { return [range.lowerBound] }
    let rough = span / Double(count)
    let power = pow(10, floor(log10(rough)))
    let multiple = [1, 2, 2.5, 5, 10].first { $0 * power >= rough * 0.999_999 } ?? 10
    let step = multiple * power
    let first = Int((range.lowerBound / step + 1e-9).rounded(.down))
    let last = Int((range.upperBound / step - 1e-9).rounded(.up))
    guard last > first, last - first < 200 else { return [range.lowerBound, range.upperBound] }
    return (first...last).map { snapped(Double($0) * step, step) }
  }

  /// Round ratios within a range.
  static func logarithmic(_ range: ClosedRange<Double>) -> [Double] {
    let steps = [1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
    var ticks: [Double] = []
    for exponent in -6...6 {
      let power = pow(10, Double(exponent))
      ticks += steps.map { snapped($0 * power, power / 100) }
    }
    // Ratios have two decimals; a tick that would be printed as another value is none.
    return ticks.filter { tick in
      let hundredths = tick * 100
      return range.contains(tick) && (tick < 0.01 || abs(hundredths - hundredths.rounded()) < 1e-6)
    }
  }

  /// The value without the binary dust of a multiplication.
  private static func snapped(_ value: Double, _ step: Double) -> Double {
    let places = max(0, 3 - Int(floor(log10(step))))
    let scale = pow(10, Double(min(places, 12)))
    let snapped = (value * scale).rounded() / scale
    return snapped == 0 ? 0 : snapped
  }

  /// The ticks whose labels keep a distance, preferred ones first.
  ///
  /// - Parameters:
  ///   - ticks: Candidates in order.
  ///   - preferred: Values whose labels are kept if any are.
  ///   - place: The centre and width of a tick's label.
  static func spaced(
    _ ticks: [Double], preferring preferred: [Double], gap: Double = 8,
    place: (Double) -> (centre: Double, width: Double)
  ) -> [Double] {
    var kept: [Double] = []
    var spans: [(Double, Double)] = []
    func add(_ tick: Double) {
      let (centre, width) = place(tick)
      let span = (centre - width / 2 - gap, centre + width / 2 + gap)
      guard spans.allSatisfy({ span.1 <= $0.0 + gap || span.0 >= $0.1 - gap }) else { return }
      kept.append(tick)
      spans.append(span)
    }
    for tick in preferred where !kept.contains(tick) { add(tick) }
    if let first = ticks.first, !kept.contains(first) { add(first) }
    if let last = ticks.last, !kept.contains(last) { add(last) }
    for tick in ticks where !kept.contains(tick) { add(tick) }
    return kept.sorted()
  }
}
