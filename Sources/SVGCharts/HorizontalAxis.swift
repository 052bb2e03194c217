#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// A horizontal axis: where values lie, its grid and its labels.
struct HorizontalAxis {
  let left: Double
  let right: Double
  let domain: ClosedRange<Double>
  let isLogarithmic: Bool
  let ticks: [Double]

  /// An axis whose round ends enclose a range.
  init(linear range: ClosedRange<Double>, left: Double, right: Double, ends: Bool = true) {
    let count = max(2, Int((right - left) / 90))
    let ticks = Ticks.linear(range, count: count)
    self.left = left
    self.right = right
    isLogarithmic = false
    let low = ticks.first ?? range.lowerBound
    let high = ticks.last ?? range.upperBound
    domain = low < high ? low...high : low...(low + 1)
    self.ticks = ticks
  }

  /// A logarithmic axis over a range.
  init(logarithmic range: ClosedRange<Double>, left: Double, right: Double) {
    self.left = left
    self.right = right
    isLogarithmic = true
    domain = range
    ticks = Ticks.logarithmic(range)
  }

  /// Where a value lies; values outside the domain lie on its edge.
  func position(_ value: Double) -> Double {
    let inside = min(max(value, domain.lowerBound), domain.upperBound)
    let share =
      isLogarithmic
      ? log(inside / domain.lowerBound) / log(domain.upperBound / domain.lowerBound)
      : (inside - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return left + share * (right - left)
  }

  /// Grid lines from top to bottom and tick labels under them.
  func marks(
    top: Double, bottom: Double, labelled preferred: [Double] = [], print: (Double) -> String
  ) -> [Mark] {
    let style = TextStyle(12, .middle, .muted)
    let shown = Ticks.spaced(ticks, preferring: preferred) { tick in
      (position(tick), TextMeasure.width(print(tick), style))
    }
    let lines = shown.map { tick in
      Mark.line(Place(position(tick), top), Place(position(tick), bottom), Stroke(.grid))
    }
    let labels = shown.map { tick in
      Mark.text(print(tick), Place(position(tick), bottom + 17), style)
    }
    return lines + labels
  }
}
