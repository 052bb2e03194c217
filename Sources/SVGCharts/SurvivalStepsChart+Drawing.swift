extension SurvivalStepsChart {
  private var drawn: [Series] { Array(series.prefix(2)) }

  /// The points of a line up to the first that is not shown, with their times.
  private func shown(_ line: Series) -> [(end: Int, point: Point)] {
    zip(ends, line.points).prefix { $0.1 != nil }.compactMap { end, point in
      point.map { (end, $0) }
    }
  }

  /// The chart in words: every line's share at every end.
  public var summary: String {
    let lines = drawn.map { line -> String in
      let shown = shown(line)
      guard !shown.isEmpty else { return "\(line.label): \(format.words.notShown)" }
      let hidden = shown.count < ends.count ? format.words.text(.thenNotShown) : ""
      return "\(line.label): "
        + shown.map {
          format.words.text(
            .valueAt, ["value": format.text($0.point.value, style), "place": "\($0.end)"])
        }
        .joined(separator: ", ") + hidden
    }
    return ChartWords.sentences(
      [format.words.text(.steps, ["axis": axisTitle, "time": timeTitle])] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let strong = TextStyle(13, .start, .ink, strong: true)
    let last = drawn.map { shown($0).last?.point.value }
    let values = last.map { $0.map { format.text($0, style) } ?? ChartWords.marker }
    let named = zip(drawn, values).map { "\($0.label) \($1)" }
    let widest = named.map { TextMeasure.width($0, strong) }.max() ?? 0
    let direct = widest <= width * 0.28
    let legend = Legend(direct ? [] : keys, top: title.height, width: width)
    let texts = direct ? named : values
    let endWidth = texts.map { TextMeasure.width($0, strong) }.max() ?? 0
    let ticks = Ticks.linear(0...1, count: 4)
    let tickWidth = ticks.map { TextMeasure.width(format.text($0, style), .detail) }.max() ?? 0
    let top = title.height + legend.height + 10
    let plot = Plot(
      left: tickWidth + 14, right: width - endWidth - 30, top: top,
      bottom: top + (width < 480 ? 170.0 : 210.0), longest: Double(max(1, ends.last ?? 1)))
    var marks = title.marks + legend.marks
    // The shaded interval lies under the grid, the lines above both.
    if let focal = drawn.first { marks += band(focal, plot) }
    marks += grid(plot, ticks, tickWidth)
    for line in drawn.dropFirst() { marks += limits(line, plot) }
    for (index, line) in drawn.enumerated().reversed() { marks += steps(line, plot, index) }
    marks += hiddenMark(plot)
    marks += endLabels(plot, texts, last)
    let words = TextMeasure.wrap(timeTitle, .detail, to: width, lines: 2)
    for (line, text) in words.enumerated() {
      let half = TextMeasure.width(text, .detail) / 2
      let centre = min(max((plot.left + plot.right) / 2, half), max(width - half, half))
      marks.append(
        .text(
          text, Place(centre, plot.bottom + 36 + 15 * Double(line)),
          TextStyle(12, .middle, .muted)))
    }
    return Drawing(
      width: width, height: plot.bottom + 44 + 15 * Double(max(words.count - 1, 0)), marks: marks)
  }

  private var keys: [Legend.Key] {
    drawn.enumerated().map { index, line in
      Legend.Key(sample: .marker(.series(index), .series(index)), text: line.label)
    }
  }

  /// Where times and shares lie.
  private struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let longest: Double

    func x(_ time: Int) -> Double { left + 6 + (right - left - 12) * Double(time) / longest }

    func y(_ share: Double) -> Double { bottom - min(max(share, 0), 1) * (bottom - top) }
  }

  private func grid(_ plot: Plot, _ ticks: [Double], _ tickWidth: Double) -> [Mark] {
    let lines = ticks.flatMap { tick -> [Mark] in
      let y = plot.y(tick)
      return [
        .line(
          Place(plot.left, y), Place(plot.right, y),
          Stroke(tick == ticks.first ? .axis : .grid)),
        .text(
          format.text(tick, style), Place(tickWidth + 4, y + 4), TextStyle(12, .end, .muted)),
      ]
    }
    let label = TextStyle(12, .middle, .muted)
    let times = ([0] + ends).map(Double.init)
    let labelled = Ticks.spaced(times, preferring: [0] + times.suffix(1), gap: 4) { time in
      (plot.x(Int(time)), TextMeasure.width("\(Int(time))", label))
    }
    return lines
      + labelled.map { time in
        .text("\(Int(time))", Place(plot.x(Int(time)), plot.bottom + 18), label)
      }
  }

  /// The corners of a line that starts at a share of 1 and falls at each end.
  private func corners(_ values: [(end: Int, value: Double)], _ plot: Plot) -> [Place] {
    var corners = [Place(plot.x(0), plot.y(1))]
    var height = 1.0
    for (end, value) in values {
      corners.append(Place(plot.x(end), plot.y(height)))
      corners.append(Place(plot.x(end), plot.y(value)))
      height = value
    }
    return corners
  }

  /// The line of one of the limits; as far as the shares have intervals.
  private func limit(
    _ line: Series, _ plot: Plot, _ limit: (Point) -> Double?
  ) -> [Place] {
    corners(
      shown(line).map { ($0.end, limit($0.point) ?? $0.point.value) }, plot)
  }

  private func band(_ line: Series, _ plot: Plot) -> [Mark] {
    let upper = limit(line, plot, \.upper)
    let lower = limit(line, plot, \.lower)
    return upper.count > 1 ? [.polygon(upper + lower.reversed(), .band)] : []
  }

  private func limits(_ line: Series, _ plot: Plot) -> [Mark] {
    let limits = [limit(line, plot, \.upper), limit(line, plot, \.lower)]
    return limits.filter { $0.count > 1 }.map { .path($0, Stroke(.muted, 1, dashed: true)) }
  }

  private func steps(_ line: Series, _ plot: Plot, _ index: Int) -> [Mark] {
    let shown = shown(line)
    let corners = corners(shown.map { ($0.end, $0.point.value) }, plot)
    let path: [Mark] =
      corners.count > 1 ? [.path(corners, Stroke(.series(index), 2.5, dashed: index > 0))] : []
    return path
      + shown.map {
        .marker(
          .series(index), Place(plot.x($0.end), plot.y($0.point.value)), 4, .series(index))
      }
  }

  /// One [c] over the times at which a line is not shown.
  private func hiddenMark(_ plot: Plot) -> [Mark] {
    let counts = drawn.map { shown($0).count }
    guard let fewest = counts.min(), fewest < ends.count else { return [] }
    let x = (plot.x(ends[fewest]) + plot.x(ends[ends.count - 1])) / 2
    return [.text(ChartWords.marker, Place(x, plot.bottom - 6), TextStyle(12, .middle, .muted))]
  }

  /// Labels at the right end, each at its line's last share, moved apart where they would touch.
  private func endLabels(_ plot: Plot, _ texts: [String], _ last: [Double?]) -> [Mark] {
    let wanted = last.map { $0.map(plot.y) ?? plot.bottom }
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    var places = wanted
    let distance = 16.0
    for (upper, lower) in zip(order, order.dropFirst()) {
      places[lower] = max(places[lower], places[upper] + distance)
    }
    if let lowest = order.last, places[lowest] > plot.bottom {
      places[lowest] = plot.bottom
      for (upper, lower) in zip(order.dropLast().reversed(), order.dropFirst().reversed()) {
        places[upper] = min(places[upper], places[lower] - distance)
      }
    }
    return texts.indices.flatMap { index -> [Mark] in
      let isShown = last[index] != nil
      let text = Mark.text(
        texts[index], Place(plot.right + 24, places[index] + 4.5),
        TextStyle(13, .start, isShown ? .ink : .muted, strong: isShown))
      // The marker says which line a label belongs to where lines meet.
      let marker = Mark.marker(
        .series(index), Place(plot.right + 14, places[index]), 4, .series(index))
      return [marker, text]
    }
  }
}
