extension TrendChart {
  private var drawn: [Series] { Array(series.prefix(4)) }

  /// The chart in words: the span and where every line starts and ends.
  public var summary: String {
    let span =
      quarters.count < 2
      ? quarters.joined()
      : format.words.text(
        .span, ["first": quarters.first ?? "", "last": quarters.last ?? ""])
    let lines = (drawn + [target].compactMap { $0 }).map { line -> String in
      let known = zip(quarters, line.values).compactMap { quarter, value in
        value.map { (quarter, $0) }
      }
      guard let first = known.first, let last = known.last else {
        return "\(line.label): \(format.words.notShown)"
      }
      let ends = [first, last].map { quarter, value in
        format.words.text(
          .valueIn, ["value": format.text(value, style), "quarter": quarter])
      }
      return "\(line.label): " + ends.joined(separator: ", ")
    }
    let range = fan.flatMap { fan -> String? in
      guard let last = quarters.indices.last,
        let low = fan.lower.indices.contains(last) ? fan.lower[last] : nil,
        let high = fan.upper.indices.contains(last) ? fan.upper[last] : nil
      else { return nil }
      let ends = [low, high].map { format.text($0, style) }.joined(separator: " – ")
      return "\(fan.label): "
        + format.words.text(.valueIn, ["value": ends, "quarter": quarters[last]])
    }
    let gaps = breaks.compactMap { quarters.indices.contains($0) ? quarters[$0] : nil }
    let breakLine =
      gaps.isEmpty
      ? nil : format.words.text(.breaks, ["list": gaps.joined(separator: ", ")])
    return ChartWords.sentences(
      [format.words.text(.lines, ["axis": axisTitle, "span": span])] + lines + [range, breakLine])
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let strong = TextStyle(13, .start, .ink, strong: true)
    let ends = drawn.map { line in
      line.values.last { $0 != nil }.flatMap { $0 }.map { format.text($0, style) }
        ?? ChartWords.marker
    }
    let targetEnd = target?.values.last { $0 != nil }.flatMap { $0 }
    let named = zip(drawn, ends).map { "\($0.label) \($1)" }
    let targetNamed = target.map { line in
      targetEnd.map { "\(line.label) \(format.text($0, style))" } ?? line.label
    }
    let widest =
      (named.map { TextMeasure.width($0, strong) }
      + [targetNamed.map { TextMeasure.width($0, .detail) }].compactMap { $0 }).max() ?? 0
    let direct = widest <= width * 0.28
    let legend = Legend((direct ? [] : keys) + fanKeys, top: title.height, width: width)
    let endWidth =
      direct
      ? widest
      : max(
        ends.map { TextMeasure.width($0, strong) }.max() ?? 0,
        targetEnd.map { TextMeasure.width(format.text($0, style), .detail) } ?? 0)
    let top = title.height + legend.height + (breaks.isEmpty ? 10 : 22)
    let plotHeight = width < 480 ? 170.0 : 210.0
    let ticks = Ticks.linear(domain, count: 4)
    let tickStyle = style.coarsened(for: ticks, format)
    let tickWidth =
      ticks.map { TextMeasure.width(format.text($0, tickStyle), .detail) }.max() ?? 0
    let plot = Plot(
      left: tickWidth + 14, right: width - endWidth - 16, top: top, bottom: top + plotHeight,
      low: ticks.first ?? 0, high: ticks.last ?? 1, count: quarters.count)
    var marks = title.marks + legend.marks
    marks += fanMarks(plot)
    marks += grid(plot, ticks, tickWidth, tickStyle)
    marks += quarterLabels(plot)
    marks += breakMarks(plot)
    marks += hiddenMarks(plot)
    if let target { marks += line(target, plot, Stroke(.muted, 1.5, dashed: true), nil) }
    for (index, series) in drawn.enumerated() {
      marks += line(series, plot, Stroke(.series(index), 2.5), index)
    }
    marks += endLabels(
      plot, direct ? named : ends,
      direct ? targetNamed : targetEnd.map { format.text($0, style) })
    return Drawing(width: width, height: plot.bottom + 26, marks: marks)
  }

  private var keys: [Legend.Key] {
    drawn.enumerated().map { index, line in
      Legend.Key(sample: .marker(.series(index), .series(index)), text: line.label)
    }
      + [target].compactMap { $0 }.map {
        Legend.Key(sample: .line(Stroke(.muted, 1.5, dashed: true)), text: $0.label)
      }
  }

  private var fanKeys: [Legend.Key] {
    fan.map { [Legend.Key(sample: .swatch(.band), text: $0.label)] } ?? []
  }

  /// Where quarters to come begin; the number of quarters where there are none.
  private var horizonStart: Int {
    fan?.lower.firstIndex { $0 != nil } ?? quarters.count
  }

  /// The shaded range, from the last value known.
  private func fanMarks(_ plot: Plot) -> [Mark] {
    guard let fan else { return [] }
    func places(_ values: [Double?]) -> [Place] {
      values.prefix(quarters.count).enumerated().compactMap { index, value in
        value.map { Place(plot.x(index), plot.y($0)) }
      }
    }
    let (lower, upper) = (places(fan.lower), places(fan.upper))
    guard lower.count > 1, lower.count == upper.count else { return [] }
    let start = horizonStart - 1
    let known = start >= 0 ? drawn.first?.values[start] : nil
    let origin = known.map { [Place(plot.x(start), plot.y($0))] } ?? []
    return [.polygon(origin + upper + lower.reversed(), .band)]
  }

  private var domain: ClosedRange<Double> {
    let values =
      (drawn + [target].compactMap { $0 }).flatMap(\.values).compactMap { $0 }
      + (fan.map { ($0.lower + $0.upper).compactMap { $0 } } ?? [])
      + (range.map { [$0.lowerBound, $0.upperBound] } ?? [])
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    let pad = high > low ? 0 : max(abs(high) * 0.05, 0.005)
    return max(low - pad, min(low, 0))...(high + pad)
  }

  /// Where quarters and values lie.
  private struct Plot {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double
    let low: Double
    let high: Double
    let count: Int

    var step: Double { count > 1 ? (right - left - 12) / Double(count - 1) : 0 }

    func x(_ quarter: Int) -> Double { left + 6 + step * Double(quarter) }

    func y(_ value: Double) -> Double {
      high > low ? bottom - (value - low) / (high - low) * (bottom - top) : bottom
    }
  }

  private func grid(
    _ plot: Plot, _ ticks: [Double], _ tickWidth: Double, _ tickStyle: NumberStyle
  ) -> [Mark] {
    ticks.flatMap { tick -> [Mark] in
      let y = plot.y(tick)
      return [
        .line(
          Place(plot.left, y), Place(plot.right, y),
          Stroke(tick == ticks.first ? .axis : .grid)),
        .text(
          format.text(tick, tickStyle), Place(tickWidth + 4, y + 4), TextStyle(12, .end, .muted)),
      ]
    }
  }

  /// The last quarter always, then as many before it as fit, evenly.
  private func quarterLabels(_ plot: Plot) -> [Mark] {
    let style = TextStyle(12, .middle, .muted)
    let widest = (quarters.map { TextMeasure.width($0, style) }.max() ?? 0) + 12
    guard !quarters.isEmpty else { return [] }
    let stride = plot.step > 0 ? max(1, Int((widest / plot.step).rounded(.up))) : 1
    return quarters.indices.filter { (quarters.count - 1 - $0) % stride == 0 }.map { index in
      let half = TextMeasure.width(quarters[index], style) / 2
      return .text(quarters[index], Place(max(plot.x(index), half), plot.bottom + 18), style)
    }
  }

  private func breakMarks(_ plot: Plot) -> [Mark] {
    breaks.filter { $0 > 0 && $0 < quarters.count }.flatMap { index -> [Mark] in
      let x = plot.x(index) - plot.step / 2
      return [
        .line(Place(x, plot.top - 4), Place(x, plot.bottom), Stroke(.axis, 1, dashed: true)),
        .text("[b]", Place(x, plot.top - 8), TextStyle(12, .middle, .muted)),
      ]
    }
  }

  /// One [c] over every run of quarters in which a line has a gap.
  private func hiddenMarks(_ plot: Plot) -> [Mark] {
    let hidden = quarters.indices.filter { quarter in
      drawn.contains { quarter < $0.values.count && $0.values[quarter] == nil }
    }
    var marks: [Mark] = []
    var position = 0
    while position < hidden.count {
      var last = position
      while last + 1 < hidden.count, hidden[last + 1] == hidden[last] + 1 { last += 1 }
      let x = (plot.x(hidden[position]) + plot.x(hidden[last])) / 2
      marks.append(
        .text(ChartWords.marker, Place(x, plot.bottom - 6), TextStyle(12, .middle, .muted)))
      position = last + 1
    }
    return marks
  }

  /// A line, interrupted where a quarter is not shown or the series breaks, with its markers.
  private func line(_ series: Series, _ plot: Plot, _ stroke: Stroke, _ slot: Int?) -> [Mark] {
    var runs: [[Place]] = []
    var run: [Place] = []
    for (index, value) in series.values.prefix(quarters.count).enumerated() {
      if value == nil || (slot != nil && breaks.contains(index)) {
        runs.append(run)
        run = []
      }
      if let value { run.append(Place(plot.x(index), plot.y(value))) }
    }
    runs.append(run)
    guard let slot else { return runs.filter { $0.count > 1 }.map { Mark.path($0, stroke) } }
    guard fan != nil else {
      return runs.filter { $0.count > 1 }.map { Mark.path($0, stroke) }
        + runs.joined().map { .marker(.series(slot), $0, 4, .series(slot)) }
    }
    // Up to the last quarter known the line is solid with markers, after it dashed without.
    let edge = plot.x(max(horizonStart - 1, 0)) + 0.01
    let dashed = Stroke(stroke.color, stroke.width, dashed: true)
    return runs.flatMap { run -> [Mark] in
      let known = run.filter { $0.x <= edge }
      let ahead = (known.last.map { [$0] } ?? []) + run.filter { $0.x > edge }
      return (known.count > 1 ? [.path(known, stroke)] : [])
        + (ahead.count > 1 ? [.path(ahead, dashed)] : [])
        + known.map { .marker(.series(slot), $0, 4, .series(slot)) }
    }
  }

  /// Labels at the right end, each at its line's last value, moved apart where they would touch.
  private func endLabels(_ plot: Plot, _ texts: [String], _ targetText: String?) -> [Mark] {
    var wanted: [(y: Double, text: String, style: TextStyle)] = []
    for (series, text) in zip(drawn, texts) {
      let last = series.values.last { $0 != nil }.flatMap { $0 }
      wanted.append(
        (
          last.map(plot.y) ?? plot.bottom, text,
          TextStyle(13, .start, last == nil ? .muted : .ink, strong: last != nil)
        ))
    }
    if let targetText, let last = target?.values.last(where: { $0 != nil }).flatMap({ $0 }) {
      wanted.append((plot.y(last), targetText, .detail))
    }
    let order = wanted.indices.sorted { (wanted[$0].y, $0) < (wanted[$1].y, $1) }
    var places = wanted.map(\.y)
    let distance = 16.0
    for (left, right) in zip(order, order.dropFirst()) {
      places[right] = max(places[right], places[left] + distance)
    }
    if let lowest = order.last, places[lowest] > plot.bottom {
      places[lowest] = plot.bottom
      for (upper, lower) in zip(order.dropLast().reversed(), order.dropFirst().reversed()) {
        places[upper] = min(places[upper], places[lower] - distance)
      }
    }
    return wanted.indices.map { index in
      .text(wanted[index].text, Place(plot.right + 10, places[index] + 4.5), wanted[index].style)
    }
  }
}
