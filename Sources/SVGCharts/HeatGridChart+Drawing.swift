extension HeatGridChart {
  private var shown: [Double] { values.joined().compactMap { $0 }.filter(\.isFinite) }

  /// The chart in words: the attributes and the extremes.
  public var summary: String {
    var extremes: [String] = []
    if let low = shown.min(), let high = shown.max() {
      extremes = [
        format.words.text(
          .extremes,
          [
            "low": format.text(low, style), "lowPlace": place(of: low),
            "high": format.text(high, style), "highPlace": place(of: high),
          ])
      ]
    }
    return ChartWords.sentences(
      [
        format.words.text(.grid, ["axis": axisTitle]),
        format.words.text(.rows, ["list": rows.joined(separator: ", ")]),
        format.words.text(.columns, ["list": columns.joined(separator: ", ")]),
      ] + extremes)
  }

  private func place(of value: Double) -> String {
    for (row, cells) in zip(rows, values) {
      for (column, cell) in zip(columns, cells) where cell == value { return "\(row), \(column)" }
    }
    return ""
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let least = 56.0
    let isTall =
      columns.count > rows.count
      && (width < 480 ? width : width * 0.68) / Double(max(1, columns.count)) < least
    return isTall ? turned.grid(width: width) : grid(width: width)
  }

  /// The chart with its rows as columns, for where its columns would be too narrow.
  private var turned: HeatGridChart {
    HeatGridChart(
      rows: columns, columns: rows,
      values: columns.indices.map { column in
        values.map { column < $0.count ? $0[column] : nil }
      },
      axisTitle: axisTitle, shading: shading, style: style, format: format)
  }

  private func grid(width: Double) -> Drawing {
    let isNarrow = width < 480
    let title = AxisTitle(axisTitle, width: width)
    let natural = rows.map { TextMeasure.width($0, .label) }.max() ?? 0
    let labelWidth = isNarrow ? 0 : min(natural + 12, width * 0.32)
    let cellWidth = (width - labelWidth) / Double(max(1, columns.count))
    let heading = TextStyle(12, .middle, .muted)
    let headings = columns.map { TextMeasure.wrap($0, heading, to: cellWidth - 6, lines: 3) }
    let headingHeight = Double(headings.map(\.count).max() ?? 0) * 15
    var marks = title.marks
    var y = title.height + 4
    for (index, lines) in headings.enumerated() {
      let x = labelWidth + cellWidth * (Double(index) + 0.5)
      var baseline = y + headingHeight - 15 * Double(lines.count - 1) - 4
      for line in lines {
        marks.append(.text(line, Place(x, baseline), heading))
        baseline += 15
      }
    }
    y += headingHeight + 4
    for (label, cells) in zip(rows, values) {
      let lines = TextMeasure.wrap(
        label, .label, to: isNarrow ? width : labelWidth - 12, lines: 2)
      let textHeight = Double(lines.count) * 16
      let rowHeight = max(34, isNarrow ? 34 : textHeight + 4)
      var baseline = isNarrow ? y + 13 : y + (rowHeight - textHeight) / 2 + 12.5
      for line in lines {
        marks.append(.text(line, Place(0, baseline), .label))
        baseline += 16
      }
      if isNarrow { y += textHeight + 4 }
      for (index, value) in cells.prefix(columns.count).enumerated() {
        let box = Box(
          labelWidth + cellWidth * Double(index) + 1, y + 1, cellWidth - 2, rowHeight - 2)
        marks += cell(value, box)
      }
      y += rowHeight + (isNarrow ? 6 : 0)
    }
    let key = scale(top: y + 8, width: width)
    return Drawing(width: width, height: y + 8 + key.height, marks: marks + key.marks)
  }

  private func cell(_ value: Double?, _ box: Box) -> [Mark] {
    guard let value, value.isFinite else {
      let style = TextStyle(12, .middle, .muted)
      let plate = TextMeasure.width(ChartWords.marker, style) + 6
      let x = box.x + box.width / 2
      return [
        .rectangle(box, .hidden),
        .rectangle(Box(x - plate / 2, box.y + box.height / 2 - 9, plate, 18), .surface),
        .text(ChartWords.marker, Place(x, box.y + box.height / 2 + 4.5), style),
      ]
    }
    let (paint, ink) = shade(value)
    return [
      .rectangle(box, paint),
      .text(
        format.text(value, style),
        Place(box.x + box.width / 2, box.y + box.height / 2 + 4.5), TextStyle(12, .middle, ink)),
    ]
  }

  private func shade(_ value: Double) -> (Paint, TextStyle.Ink) {
    switch shading {
    case .sequential:
      let low = shown.min() ?? 0
      let span = (shown.max() ?? 1) - low
      let step = span > 0 ? min(4, Int((value - low) / span * 5)) : 2
      return (.sequential(max(0, step)), step >= 3 ? .light : .dark)
    case .diverging(let around, let extent):
      let scaled = extent > 0 ? (value - around) / extent : 0
      let step = min(3, max(-3, Int((scaled * 3.5).rounded())))
      return (.diverging(step + 3), abs(step) == 3 ? .light : .dark)
    }
  }

  /// The steps of the shading with the values at its ends.
  private func scale(top: Double, width: Double) -> (marks: [Mark], height: Double) {
    let (low, high, steps): (Double, Double, [Paint]) =
      switch shading {
      case .sequential:
        (shown.min() ?? 0, shown.max() ?? 1, (0..<5).map(Paint.sequential))
      case .diverging(let around, let extent):
        (around - extent, around + extent, (0..<7).map(Paint.diverging))
      }
    guard shown.count > 1 else { return ([], 0) }
    let suffix = { (mark: String) -> String in
      if case .diverging = self.shading { return mark }
      return ""
    }
    let lowText = suffix("≤\u{A0}") + format.text(low, style)
    let highText = suffix("≥\u{A0}") + format.text(high, style)
    let start = TextMeasure.width(lowText, .detail) + 8
    var marks: [Mark] = [.text(lowText, Place(0, top + 13), .detail)]
    for (index, paint) in steps.enumerated() {
      marks.append(.rectangle(Box(start + Double(index) * 22, top + 2, 20, 14), paint))
    }
    marks.append(
      .text(highText, Place(start + Double(steps.count) * 22 + 6, top + 13), .detail))
    return (marks, 20)
  }
}
