extension PyramidChart {
  /// The chart in words: the axis and every row.
  public var summary: String {
    let lines = rows.map { row in
      let leftText = row.left.map { format.text($0, style) } ?? format.words.notShown
      let rightText = row.right.map { format.text($0, style) } ?? format.words.notShown
      return "\(row.label): \(left) \(leftText), \(right) \(rightText)"
    }
    return ChartWords.sentences(
      [format.words.text(.pyramid, ["axis": axisTitle])] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let isNarrow = width < 480
    let title = AxisTitle(axisTitle, width: width)
    let value = TextStyle(13, .start, .ink, strong: true)
    let texts = rows.flatMap { [text($0.left), text($0.right)] }
    let valueRoom = (texts.map { TextMeasure.width($0, value) }.max() ?? 0) + 8
    let labels = rows.map { row in
      max(
        TextMeasure.width(row.label, .label),
        row.base.map { TextMeasure.width($0, .detail) } ?? 0)
    }
    let centreWidth = isNarrow ? 2 : min((labels.max() ?? 40) + 24, width * 0.34)
    let half = (width - centreWidth) / 2
    let barRoom = half - valueRoom
    let largest = rows.flatMap { [$0.left, $0.right] }.compactMap { $0 }.max() ?? 1
    let unit = largest > 0 ? barRoom / largest : 0
    var marks = title.marks
    var y = title.height + 4
    let heading = TextStyle(13, .end, .ink, strong: true)
    let leftName = TextMeasure.truncated(left, heading, to: half - 24)
    let rightName = TextMeasure.truncated(right, heading, to: half - 24)
    let rightStart = half + centreWidth
    marks += [
      .rectangle(Box(half - 18, y + 3, 14, 12), .patterned(0)),
      .text(leftName, Place(half - 24, y + 14), heading),
      .rectangle(Box(rightStart + 4, y + 3, 14, 12), .patterned(1)),
      .text(rightName, Place(rightStart + 24, y + 14), value),
    ]
    y += 26
    let barHeight = 24.0
    for row in rows {
      let words = label(row, centreWidth: isNarrow ? width : centreWidth - 12, width, isNarrow)
      let textHeight = words.height
      let lane = isNarrow ? y + textHeight + 3 : y + (max(barHeight, textHeight) - barHeight) / 2
      let shift = isNarrow ? y : y + (max(barHeight, textHeight) - textHeight) / 2
      marks += words.marks(shift)
      marks += bar(row.left, from: half, unit: -unit, top: lane, slot: 0)
      marks += bar(row.right, from: rightStart, unit: unit, top: lane, slot: 1)
      y = isNarrow ? lane + barHeight + 10 : y + max(barHeight, textHeight) + 8
    }
    marks.append(
      .line(Place(half, title.height + 28), Place(half, y - 4), Stroke(.axis)))
    marks.append(
      .line(Place(rightStart, title.height + 28), Place(rightStart, y - 4), Stroke(.axis)))
    return Drawing(width: width, height: y, marks: isNarrow ? withoutAxis(marks) : marks)
  }

  /// A narrow drawing has labels across the middle, where no axis may run.
  private func withoutAxis(_ marks: [Mark]) -> [Mark] { marks.dropLast(2) }

  private func text(_ value: Double?) -> String {
    value.map { format.text($0, style) } ?? ChartWords.marker
  }

  private func label(
    _ row: Row, centreWidth: Double, _ width: Double, _ isNarrow: Bool
  ) -> (height: Double, marks: (Double) -> [Mark]) {
    let lines = TextMeasure.wrap(row.label, .label, to: centreWidth, lines: 2)
    let base = row.base.map { TextMeasure.wrap($0, .detail, to: centreWidth, lines: 1) } ?? []
    let height = Double(lines.count) * 16 + Double(base.count) * 15
    return (
      height,
      { top in
        var baseline = top + 12.5
        var marks: [Mark] = []
        for line in lines {
          marks.append(.text(line, Place(width / 2, baseline), TextStyle(13, .middle)))
          baseline += 16
        }
        for line in base {
          marks.append(
            .text(line, Place(width / 2, baseline - 1), TextStyle(12, .middle, .muted)))
        }
        return marks
      }
    )
  }

  private func bar(
    _ value: Double?, from start: Double, unit: Double, top: Double, slot: Int
  ) -> [Mark] {
    let direction: Double = slot == 0 ? -1 : 1
    let anchor: TextStyle.Anchor = slot == 0 ? .end : .start
    guard let value else {
      return [
        .text(
          ChartWords.marker, Place(start + direction * 6, top + 16.5),
          TextStyle(13, anchor, .muted))
      ]
    }
    let length = value * unit
    return [
      .rectangle(Box(min(start, start + length), top, abs(length), 24), .patterned(slot)),
      .text(
        text(value), Place(start + length + direction * 6, top + 16.5),
        TextStyle(13, anchor, .ink, strong: true)),
    ]
  }
}
