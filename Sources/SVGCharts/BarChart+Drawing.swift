extension BarChart {
  /// The chart in words: the axis, the benchmark and every row.
  public var summary: String {
    let line = benchmark.map { "\($0.label): \(format.text($0.value, style))" }
    let lines = rows.map { row in
      guard let value = row.value else { return "\(row.label): \(format.words.notShown)" }
      guard let lower = row.lower, let upper = row.upper else {
        return "\(row.label): \(format.text(value, style))"
      }
      return "\(row.label): \(format.text(value, style)), "
        + format.words.text(
          .interval, ["interval": format.interval(lower, upper, style)])
    }
    return ChartWords.sentences([format.words.text(.bars, ["axis": axisTitle]), line] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let strong = TextStyle(13, .start, .ink, strong: true)
    let texts = rows.map { $0.value.map { format.text($0, style) } ?? ChartWords.marker }
    let intervals = rows.map { row -> String? in
      guard row.value != nil, let lower = row.lower, let upper = row.upper else { return nil }
      return format.interval(lower, upper, style)
    }
    let valueWidth = max(
      texts.map { TextMeasure.width($0, strong) }.max() ?? 0,
      intervals.compactMap { $0 }.map { TextMeasure.width($0, .detail) }.max() ?? 0)
    let top = title.height + (benchmark == nil ? 4 : 24)
    let frame = RowFrame(
      rows: zip(rows, intervals).map { row, interval in
        RowFrame.Row(
          label: row.label, detail: row.base, laneHeight: interval == nil ? 24 : 32)
      },
      width: width, top: top, valueWidth: valueWidth)
    let axis = axis(frame)
    var marks = title.marks
    marks += axis.marks(frame, labelled: [0], style, format)
    let benchmarkMarks = benchmark.map { line($0, axis, frame, width: width) } ?? []
    let zero = axis.position(0)
    let zeroLine = Mark.line(
      Place(zero, frame.top), Place(zero, frame.bottom), Stroke(.axis))
    if width < 480 { marks += benchmarkMarks + [zeroLine] }
    marks += frame.marks
    for (index, row) in rows.enumerated() {
      marks += bar(row, axis, frame.lanes[index])
      marks += printed(
        texts[index], intervals[index], isHidden: row.value == nil, frame.lanes[index],
        left: width - valueWidth)
    }
    if width >= 480 { marks += [zeroLine] + benchmarkMarks }
    return Drawing(width: width, height: frame.bottom + 24, marks: marks)
  }

  private func axis(_ frame: RowFrame) -> HorizontalAxis {
    let values =
      rows.flatMap { [$0.value, $0.lower, $0.upper] }.compactMap { $0 }.filter(\.isFinite)
      + [benchmark?.value].compactMap { $0 }
    let low = min(0, values.min() ?? 0)
    let high = max(0, values.max() ?? 1)
    return HorizontalAxis(
      linear: low < high ? low...high : 0...1, left: frame.plotLeft, right: frame.plotRight)
  }

  private func bar(_ row: Row, _ axis: HorizontalAxis, _ lane: RowFrame.Lane) -> [Mark] {
    guard let value = row.value else { return [] }
    let zero = axis.position(0)
    let end = axis.position(value)
    var marks: [Mark] = [
      .rectangle(
        Box(min(zero, end), lane.centre - 10, abs(end - zero), 20),
        row.isContext ? .context : .series(0))
    ]
    if let lower = row.lower, let upper = row.upper {
      let left = axis.position(lower)
      let right = axis.position(upper)
      for (width, color) in [(5.0, Stroke.Color.surface), (2.0, Stroke.Color.ink)] {
        marks.append(
          .line(Place(left, lane.centre), Place(right, lane.centre), Stroke(color, width)))
      }
      for x in [left, right] {
        marks.append(
          .line(Place(x, lane.centre - 4), Place(x, lane.centre + 4), Stroke(.ink, 2)))
      }
    }
    return marks
  }

  private func printed(
    _ text: String, _ interval: String?, isHidden: Bool, _ lane: RowFrame.Lane, left: Double
  ) -> [Mark] {
    let style = TextStyle(13, .start, isHidden ? .muted : .ink, strong: !isHidden)
    guard let interval else { return [.text(text, Place(left, lane.centre + 4.5), style)] }
    return [
      .text(text, Place(left, lane.centre - 3), style),
      .text(interval, Place(left, lane.centre + 12.5), .detail),
    ]
  }

  /// The dashed line of the benchmark with its label above the bars.
  private func line(
    _ benchmark: Benchmark, _ axis: HorizontalAxis, _ frame: RowFrame, width: Double
  ) -> [Mark] {
    let x = axis.position(benchmark.value)
    let text = TextMeasure.truncated(
      "\(benchmark.label) \(format.text(benchmark.value, style))", .detail, to: width)
    let half = TextMeasure.width(text, .detail) / 2
    let centre = min(max(x, half), width - half)
    return [
      .line(Place(x, frame.top - 4), Place(x, frame.bottom), Stroke(.ink, 1.5, dashed: true)),
      .text(text, Place(centre, frame.top - 9), TextStyle(12, .middle, .muted)),
    ]
  }
}
