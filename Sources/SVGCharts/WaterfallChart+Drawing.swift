extension WaterfallChart {
  /// The chart in words: the opening value, every step and the closing value.
  public var summary: String {
    ChartWords.sentences(
      [
        format.words.text(.bridge, ["axis": axisTitle]),
        "\(startLabel): \(format.text(start, style))",
      ]
        + steps.map { "\($0.label): \(format.text($0.change, changeStyle))" }
        + ["\(endLabel): \(format.text(end, style))"]
        + (recordingKey.map { key in
          ["\(key): \(steps.filter(\.isRecording).map(\.label).joined(separator: ", "))"]
        } ?? []))
  }

  /// What the key says, where a step changes what is recorded.
  private var recordingKey: String? {
    steps.contains(where: \.isRecording) ? recordingLabel : nil
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let legend = Legend(
      recordingKey.map { [Legend.Key(sample: .swatch(.patterned(2)), text: $0)] } ?? [],
      top: title.height, width: width)
    let labels = [startLabel] + steps.map(\.label) + [endLabel]
    let texts =
      [format.text(start, style)] + steps.map { format.text($0.change, changeStyle) }
      + [format.text(end, style)]
    let strong = TextStyle(13, .end, .ink, strong: true)
    let valueWidth = texts.map { TextMeasure.width($0, strong) }.max() ?? 0
    let frame = RowFrame(
      rows: labels.map { RowFrame.Row(label: $0, detail: nil, laneHeight: 24) }, width: width,
      top: title.height + legend.height + 4, valueWidth: valueWidth, gap: 10)
    var levels = [start]
    for step in steps { levels.append((levels.last ?? start) + step.change) }
    let low = levels.min() ?? 0
    let high = levels.max() ?? 1
    // Steps that would vanish beside bars from zero are drawn as positions, not lengths.
    let fromZero = high - low >= 0.12 * max(abs(high), abs(low))
    let axis = axis(frame, low, high, fromZero)
    var marks = title.marks + legend.marks
    marks += axis.marks(frame, labelled: fromZero ? [0] : [], style, format)
    if width < 480 { marks += connectors(levels, axis, frame, fromZero) + frame.marks }
    if width >= 480 { marks += frame.marks + connectors(levels, axis, frame, fromZero) }
    marks += end(start, axis, frame.lanes.first, fromZero)
    for (index, step) in steps.enumerated() {
      marks += bar(from: levels[index], by: step, axis, frame.lanes[index + 1])
    }
    marks += end(end, axis, frame.lanes.last, fromZero)
    for (index, text) in texts.enumerated() {
      marks.append(.text(text, Place(width, frame.lanes[index].centre + 4.5), strong))
    }
    return Drawing(width: width, height: frame.bottom + 24, marks: marks)
  }

  /// Thin lines that carry each level to the next row.
  private func connectors(
    _ levels: [Double], _ axis: HorizontalAxis, _ frame: RowFrame, _ fromZero: Bool
  ) -> [Mark] {
    (0..<max(0, frame.lanes.count - 1)).map { index in
      let x = axis.position(levels[min(index, levels.count - 1)])
      let from = frame.lanes[index]
      let to = frame.lanes[index + 1]
      return .line(
        Place(x, from.centre + (fromZero || index > 0 ? 10 : 6)),
        Place(x, to.centre - (fromZero || index + 2 < frame.lanes.count ? 10 : 6)),
        Stroke(.muted, 1))
    }
  }

  private func axis(
    _ frame: RowFrame, _ low: Double, _ high: Double, _ fromZero: Bool
  ) -> HorizontalAxis {
    let start = fromZero ? min(0, low) : low
    let stop = fromZero ? max(0, high) : high
    return HorizontalAxis(
      linear: start < stop ? start...stop : start...(start + 1), left: frame.plotLeft,
      right: frame.plotRight)
  }

  private func end(
    _ value: Double, _ axis: HorizontalAxis, _ lane: RowFrame.Lane?, _ fromZero: Bool
  ) -> [Mark] {
    guard let lane else { return [] }
    let x = axis.position(value)
    guard fromZero else {
      return [.marker(.circle, Place(x, lane.centre), 6, .context)]
    }
    let zero = axis.position(0)
    return [.rectangle(Box(min(zero, x), lane.centre - 10, abs(x - zero), 20), .context)]
  }

  private func bar(
    from level: Double, by step: Step, _ axis: HorizontalAxis, _ lane: RowFrame.Lane
  ) -> [Mark] {
    let change = step.change
    let from = axis.position(level)
    let to = axis.position(level + change)
    let length = max(abs(to - from), 1.5)
    return [
      .rectangle(
        Box(min(from, to), lane.centre - 10, length, 20),
        .patterned(step.isRecording ? 2 : change < 0 ? 1 : 0))
    ]
  }
}
