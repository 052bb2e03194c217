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
  init(linear range: ClosedRange<Double>, left: Double, right: Double) {
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

  /// Grid lines from top to bottom and tick labels under them, within a width.
  ///
  /// - Parameter preferred: Values that are labelled before any tick is.
  func marks(
    _ frame: RowFrame, labelled preferred: [Double] = [], _ style: NumberStyle,
    _ format: NumberFormat
  ) -> [Mark] {
    let text = TextStyle(12, .middle, .muted)
    let coarse = style.coarsened(for: ticks + preferred, format)
    func centre(_ tick: Double) -> Double {
      let half = TextMeasure.width(format.text(tick, coarse), text) / 2
      return min(max(position(tick), half), frame.width - half)
    }
    let shown = Ticks.spaced(ticks, preferring: preferred, gap: 5) { tick in
      (centre(tick), TextMeasure.width(format.text(tick, coarse), text))
    }
    let lines = (isLogarithmic ? shown : ticks).map { tick in
      Mark.line(
        Place(position(tick), frame.top), Place(position(tick), frame.bottom), Stroke(.grid))
    }
    let labels = shown.map { tick in
      Mark.text(format.text(tick, coarse), Place(centre(tick), frame.bottom + 17), text)
    }
    return lines + labels
  }
}
