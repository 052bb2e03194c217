extension LorenzCurveChart {
  private var drawn: [Series] { Array(series.prefix(2)) }

  /// The points of a curve up to the first that is not shown.
  private func shown(_ curve: Series) -> [Point] {
    curve.points.prefix { $0 != nil }.compactMap { $0 }
  }

  /// The chart in words: every curve's points.
  public var summary: String {
    let curves = drawn.map { curve -> String in
      let shown = shown(curve)
      guard !shown.isEmpty else { return "\(curve.label): \(format.words.notShown)" }
      let hidden = shown.count < curve.points.count ? format.words.text(.thenNotShown) : ""
      return "\(curve.label): "
        + shown.map {
          format.words.text(
            .valueAt,
            ["value": format.text($0.share, style), "place": format.text($0.people, style)])
        }.joined(separator: ", ") + hidden
    }
    return ChartWords.sentences(
      [
        format.words.text(.curve, ["axis": axisTitle, "people": peopleTitle]),
        format.words.text(.diagonal, ["equality": equality]),
      ]
        + curves)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let legend = Legend(keys, top: title.height, width: width)
    let ticks = Ticks.linear(0...1, count: 4)
    let tickWidth = ticks.map { TextMeasure.width(format.text($0, style), .detail) }.max() ?? 0
    let left = tickWidth + 14
    let side = min(width - left - 22, 330)
    let top = title.height + legend.height + 10
    let plot = Plot(left: left, top: top, side: side)
    var marks = title.marks + legend.marks
    if let first = drawn.first { marks += shade(first, plot) }
    marks += grid(plot, ticks, tickWidth)
    marks.append(.line(plot.place(0, 0), plot.place(1, 1), Stroke(.axis, 1.5)))
    for (index, curve) in drawn.enumerated().reversed() { marks += self.curve(curve, plot, index) }
    if drawn.contains(where: { shown($0).count < $0.points.count }) {
      marks.append(
        .text(
          ChartWords.marker, Place(plot.left + side - 6, plot.top + side - 8),
          TextStyle(12, .end, .muted)))
    }
    let words = TextMeasure.wrap(peopleTitle, .detail, to: width, lines: 2)
    for (line, text) in words.enumerated() {
      let half = TextMeasure.width(text, .detail) / 2
      let centre = min(max(plot.left + side / 2, half), max(width - half, half))
      marks.append(
        .text(
          text, Place(centre, plot.top + side + 36 + 15 * Double(line)),
          TextStyle(12, .middle, .muted)))
    }
    return Drawing(
      width: width, height: plot.top + side + 44 + 15 * Double(max(words.count - 1, 0)),
      marks: marks)
  }

  private var keys: [Legend.Key] {
    drawn.enumerated().map { index, curve in
      Legend.Key(sample: .marker(.series(index), .series(index)), text: curve.label)
    } + [Legend.Key(sample: .line(Stroke(.axis, 1.5)), text: equality)]
  }

  /// Where shares lie: a square.
  private struct Plot {
    let left: Double
    let top: Double
    let side: Double

    func place(_ people: Double, _ share: Double) -> Place {
      let x = min(max(people, 0), 1)
      let y = min(max(share, 0), 1)
      return Place(left + side * x, top + side * (1 - y))
    }
  }

  private func grid(_ plot: Plot, _ ticks: [Double], _ tickWidth: Double) -> [Mark] {
    ticks.flatMap { tick -> [Mark] in
      let level = plot.place(0, tick)
      let foot = plot.place(tick, 0)
      let label = format.text(tick, style)
      return [
        .line(
          level, plot.place(1, tick), Stroke(tick == ticks.first ? .axis : .grid)),
        .text(label, Place(tickWidth + 4, level.y + 4), TextStyle(12, .end, .muted)),
        .text(label, Place(foot.x, foot.y + 18), TextStyle(12, .middle, .muted)),
      ]
    }
  }

  private func corners(_ curve: Series, _ plot: Plot) -> [Place] {
    [plot.place(0, 0)] + shown(curve).map { plot.place($0.people, $0.share) }
  }

  /// The area between the curve and the diagonal, as far as the curve goes.
  private func shade(_ curve: Series, _ plot: Plot) -> [Mark] {
    guard let last = shown(curve).last else { return [] }
    return [.polygon(corners(curve, plot) + [plot.place(last.people, last.people)], .band)]
  }

  private func curve(_ curve: Series, _ plot: Plot, _ index: Int) -> [Mark] {
    let corners = corners(curve, plot)
    guard corners.count > 1 else { return [] }
    let line = Mark.path(corners, Stroke(.series(index), 2.5, dashed: index > 0))
    return [line]
      + corners.dropFirst().map { .marker(.series(index), $0, 4, .series(index)) }
  }
}
