extension ShareDotChart {
  private var drawn: [String] { Array(groups.prefix(3)) }

  /// The chart in words: the axis and every row.
  public var summary: String {
    let when =
      beforeLabel.map {
        format.words.text(.nowAgainst, ["now": nowLabel, "before": $0])
      } ?? nowLabel
    let lines = rows.map { row in
      let parts = zip(drawn, row.points).map { group, point in
        let now = point.now.map { format.text($0, style) } ?? format.words.notShown
        let before =
          point.before.map {
            " (" + format.words.text(.before, ["value": format.text($0, style)]) + ")"
          } ?? ""
        return "\(group) \(now)\(before)"
      }
      return "\(row.label): \(parts.joined(separator: ", "))"
    }
    return ChartWords.sentences(
      [format.words.text(.shareDots, ["axis": axisTitle, "when": when])] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle("\(axisTitle), \(nowLabel)", width: width)
    let legend = Legend(keys, top: title.height, width: width)
    let strong = TextStyle(13, .end, .ink, strong: true)
    let texts = rows.map { row in
      row.points.prefix(drawn.count).map {
        $0.now.map { format.text($0, style) } ?? ChartWords.marker
      }
    }
    let valueWidth = texts.joined().map { TextMeasure.width($0, strong) }.max() ?? 0
    let lane = 18.0
    let frame = RowFrame(
      rows: rows.map {
        RowFrame.Row(
          label: $0.label, detail: $0.detail, laneHeight: lane * Double(max(1, drawn.count)))
      },
      width: width, top: title.height + legend.height + 4, valueWidth: valueWidth)
    let axis = axis(frame)
    var marks = title.marks + legend.marks
    marks += axis.marks(frame, style, format)
    marks += frame.marks
    for (index, row) in rows.enumerated() {
      for (group, point) in row.points.prefix(drawn.count).enumerated() {
        let y = frame.lanes[index].top + lane * (Double(group) + 0.5)
        marks += dots(point, group, axis, y)
        let hidden = point.now == nil
        marks.append(
          .text(
            texts[index][group], Place(width, y + 4.5),
            TextStyle(13, .end, hidden ? .muted : .ink, strong: !hidden)))
      }
    }
    return Drawing(width: width, height: frame.bottom + 24, marks: marks)
  }

  private var keys: [Legend.Key] {
    var keys = drawn.enumerated().map { index, group in
      Legend.Key(sample: .marker(.series(index), .series(index)), text: group)
    }
    if let beforeLabel {
      keys.append(
        Legend.Key(
          sample: .marker(.circle, .hollow(0)),
          text: format.words.text(.hollow, ["before": beforeLabel])))
    }
    return keys
  }

  private func axis(_ frame: RowFrame) -> HorizontalAxis {
    let values = rows.flatMap(\.points).flatMap { [$0.now, $0.before] }.compactMap { $0 }
    let low = values.min() ?? 0
    let high = max(values.max() ?? 1, low + 0.02)
    let start = low < 0.5 * high ? min(0, low) : low
    return HorizontalAxis(linear: start...high, left: frame.plotLeft, right: frame.plotRight)
  }

  private func dots(_ point: Point, _ group: Int, _ axis: HorizontalAxis, _ y: Double) -> [Mark] {
    var marks: [Mark] = [
      .line(Place(axis.left, y), Place(axis.right, y), Stroke(.grid))
    ]
    if let now = point.now, let before = point.before {
      marks.append(
        .line(
          Place(axis.position(before), y), Place(axis.position(now), y),
          Stroke(.series(group), 2)))
    }
    if let before = point.before {
      marks.append(
        .marker(.series(group), Place(axis.position(before), y), 4, .hollow(group)))
    }
    if let now = point.now {
      marks.append(
        .marker(.series(group), Place(axis.position(now), y), 5.5, .series(group)))
    }
    return marks
  }
}
