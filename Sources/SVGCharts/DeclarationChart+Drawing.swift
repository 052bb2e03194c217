extension DeclarationChart {
  /// The chart in words: the rule and every row.
  public var summary: String {
    ChartWords.sentences(
      [
        format.words.text(.declarationDots, ["axis": axisTitle, "now": nowLabel]),
        format.words.text(.attributeReportedFrom, ["rule": format.text(rule, style)]),
      ]
        + rows.map {
          "\($0.label): \($0.now.map { format.text($0, style) } ?? format.words.notShown)"
        })
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle("\(axisTitle), \(nowLabel)", width: width)
    var keys = [Legend.Key(sample: .marker(.circle, .series(0)), text: nowLabel)]
    if rows.contains(where: { !$0.earlier.isEmpty }) {
      keys.append(
        Legend.Key(sample: .marker(.circle, .hollow(0)), text: format.words.text(.earlierQuarters)))
    }
    keys.append(
      Legend.Key(
        sample: .line(Stroke(.ink, 1.5, dashed: true)),
        text: format.words.text(.reportedFrom, ["rule": format.text(rule, style)])))
    let legend = Legend(keys, top: title.height, width: width)
    let strong = TextStyle(13, .end, .ink, strong: true)
    let texts = rows.map { $0.now.map { format.text($0, style) } ?? ChartWords.marker }
    let valueWidth = texts.map { TextMeasure.width($0, strong) }.max() ?? 0
    let frame = RowFrame(
      rows: rows.map { RowFrame.Row(label: $0.label, detail: nil, laneHeight: 22) },
      width: width, top: title.height + legend.height + 2, valueWidth: valueWidth, edge: 18)
    let axis = HorizontalAxis(linear: 0...1, left: frame.plotLeft, right: frame.plotRight)
    var marks = title.marks + legend.marks
    marks += axis.marks(frame, labelled: [0, 1], style, format)
    let x = axis.position(rule)
    marks.append(
      .line(Place(x, frame.top), Place(x, frame.bottom), Stroke(.ink, 1.5, dashed: true)))
    marks += frame.marks
    for (index, row) in rows.enumerated() {
      let y = frame.lanes[index].centre
      marks.append(.line(Place(axis.left, y), Place(axis.right, y), Stroke(.grid)))
      for earlier in row.earlier.compactMap({ $0 }) {
        marks.append(.marker(.circle, Place(axis.position(earlier), y), 3.5, .hollow(0)))
      }
      if let now = row.now {
        marks.append(.marker(.circle, Place(axis.position(now), y), 6, .series(0)))
      }
      marks.append(
        .text(
          texts[index], Place(width, y + 4.5),
          TextStyle(13, .end, row.now == nil ? .muted : .ink, strong: row.now != nil)))
    }
    return Drawing(width: width, height: frame.bottom + 24, marks: marks)
  }
}
