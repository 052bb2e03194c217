extension DotWhiskerChart {
  /// The chart in words: the axis, parity, the band and every row.
  public var summary: String {
    let kind: ChartWords.Phrase = scale == .logarithmic ? .logarithmicDots : .intervalDots
    let edges = band.map {
      format.words.text(
        .band, ["band": format.interval($0.lowerBound, $0.upperBound, style)])
    }
    let lines = rows.map { row in
      guard let value = row.value else { return "\(row.label): \(format.words.notShown)" }
      guard let lower = row.lower, let upper = row.upper else {
        return "\(row.label): \(format.text(value, style))"
      }
      return "\(row.label): \(format.text(value, style)), "
        + format.words.text(
          .interval, ["interval": format.interval(lower, upper, style)])
    }
    return ChartWords.sentences(
      [
        format.words.text(kind, ["axis": axisTitle]),
        format.words.text(.parity, ["parity": format.text(parity, style)])
          + (edges.map { "; " + $0 } ?? ""),
      ] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let strong = TextStyle(13, .start, .ink, strong: true)
    let texts = rows.map { row in
      guard let value = row.value else { return (ChartWords.marker, String?.none) }
      guard let lower = row.lower, let upper = row.upper else {
        return (format.text(value, style), nil)
      }
      return (format.text(value, style), format.interval(lower, upper, style))
    }
    let hasVerdict = rows.contains { $0.verdict != nil }
    let glyphRoom = hasVerdict ? 20.0 : 0
    let intervalRoom = width * 0.3
    let wrapped = texts.map { text in
      text.1.map { TextMeasure.wrap($0, .detail, to: intervalRoom, lines: 2) } ?? []
    }
    let valueWidth = zip(texts, wrapped).map { text, lines in
      max(
        TextMeasure.width(text.0, strong),
        lines.map { TextMeasure.width($0, .detail) }.max() ?? 0)
    }.max().map { $0 + glyphRoom }
    let frame = RowFrame(
      rows: zip(rows, wrapped).map { row, lines in
        RowFrame.Row(
          label: row.label, detail: row.detail,
          laneHeight: lines.isEmpty ? 20 : 20 + 15 * Double(lines.count))
      },
      width: width, top: title.height + 6, valueWidth: valueWidth ?? 0)
    let axis = axis(frame)
    var marks = title.marks
    if let band {
      let left = axis.position(band.lowerBound)
      let right = axis.position(band.upperBound)
      marks.append(
        .rectangle(Box(left, frame.top, right - left, frame.bottom - frame.top), .band))
    }
    let preferred = [parity] + (band.map { [$0.lowerBound, $0.upperBound] } ?? [])
    marks += axis.marks(frame, labelled: preferred, style, format)
    let parityX = axis.position(parity)
    marks.append(
      .line(Place(parityX, frame.top), Place(parityX, frame.bottom + 4), Stroke(.ink, 1.5)))
    marks += frame.marks
    for (index, row) in rows.enumerated() {
      marks += estimate(row, axis, frame.lanes[index].centre)
      marks += printed(
        row, texts[index].0, wrapped[index], frame.lanes[index],
        left: width - (valueWidth ?? 0), glyphRoom)
    }
    let words = directions(axis, width: width, top: frame.bottom + 22)
    return Drawing(
      width: width, height: frame.bottom + 24 + words.height, marks: marks + words.marks)
  }

  private func axis(_ frame: RowFrame) -> HorizontalAxis {
    let edges = band.map { [$0.lowerBound, $0.upperBound] } ?? []
    let centre = rows.compactMap(\.value).filter(\.isFinite)
    let limits = rows.flatMap { [$0.lower, $0.upper] }.compactMap { $0 }.filter(\.isFinite)
    switch scale {
    case .linear:
      let all = centre + limits + edges + [parity]
      let low = all.min() ?? 0
      let high = all.max() ?? 1
      return HorizontalAxis(
        linear: low < high ? low...high : low...(low + 1), left: frame.plotLeft,
        right: frame.plotRight)
    case .logarithmic:
      let core = (centre + edges + [parity]).filter { $0 > 0 }
      let smallest = core.min() ?? 1
      let largest = core.max() ?? 1
      let reach = limits.filter { $0 >= smallest / 4 && $0 <= largest * 4 }
      let low = min(smallest, reach.min() ?? smallest) / 1.08
      let high = max(largest, reach.max() ?? largest) * 1.08
      return HorizontalAxis(
        logarithmic: min(low, 0.9 * parity)...max(high, 1.1 * parity), left: frame.plotLeft,
        right: frame.plotRight)
    }
  }

  /// The whisker with an arrow where it leaves the axis, and the dot.
  private func estimate(_ row: Row, _ axis: HorizontalAxis, _ y: Double) -> [Mark] {
    guard let value = row.value else { return [] }
    var marks: [Mark] = []
    if let lower = row.lower, let upper = row.upper {
      let left = axis.position(lower)
      let right = axis.position(upper)
      marks.append(.line(Place(left, y), Place(right, y), Stroke(.series(0), 2.5)))
      marks.append(
        lower < axis.domain.lowerBound
          ? .polygon([Place(left - 7, y), Place(left, y - 5), Place(left, y + 5)], .series(0))
          : .line(Place(left, y - 4), Place(left, y + 4), Stroke(.series(0), 2)))
      marks.append(
        upper > axis.domain.upperBound
          ? .polygon([Place(right + 7, y), Place(right, y - 5), Place(right, y + 5)], .series(0))
          : .line(Place(right, y - 4), Place(right, y + 4), Stroke(.series(0), 2)))
    }
    let inside = value >= axis.domain.lowerBound && value <= axis.domain.upperBound
    if inside { marks.append(.marker(.circle, Place(axis.position(value), y), 5.5, .series(0))) }
    return marks
  }

  /// The verdict's glyph, the value and its interval in the right-hand column.
  private func printed(
    _ row: Row, _ value: String, _ interval: [String], _ lane: RowFrame.Lane, left: Double,
    _ glyphRoom: Double
  ) -> [Mark] {
    let height = 15 * Double(interval.count)
    var baseline = lane.centre + 4.5 - height / 2
    var marks: [Mark] = []
    if let verdict = row.verdict {
      marks.append(.marker(.verdict(verdict), Place(left + 6, baseline - 4.5), 5.5, .ink))
    }
    let isHidden = row.value == nil
    marks.append(
      .text(
        value, Place(left + glyphRoom, baseline),
        TextStyle(13, .start, isHidden ? .muted : .ink, strong: !isHidden)))
    for line in interval {
      baseline += 15
      marks.append(.text(line, Place(left + glyphRoom, baseline), .detail))
    }
    return marks
  }

  /// The words under the axis: on one line where both fit, else on two.
  private func directions(
    _ axis: HorizontalAxis, width: Double, top: Double
  ) -> (marks: [Mark], height: Double) {
    let left = below.map { TextMeasure.truncated("← \($0)", .detail, to: width - 4) }
    let right = above.map { TextMeasure.truncated("\($0) →", .detail, to: width - 4) }
    let x = axis.position(parity)
    let leftWidth = left.map { TextMeasure.width($0, .detail) } ?? 0
    let rightWidth = right.map { TextMeasure.width($0, .detail) } ?? 0
    let leftEnd = max(x - 8, leftWidth)
    let rightStart = min(x + 8, width - rightWidth)
    let shareLine = left == nil || right == nil || leftEnd + 12 <= rightStart
    var marks: [Mark] = []
    if let left {
      marks.append(.text(left, Place(leftEnd, top + 14), TextStyle(12, .end, .muted)))
    }
    if let right {
      let y = shareLine ? top + 14 : top + 30
      marks.append(.text(right, Place(rightStart, y), .detail))
    }
    return (marks, left == nil && right == nil ? 0 : shareLine ? 18 : 34)
  }
}
