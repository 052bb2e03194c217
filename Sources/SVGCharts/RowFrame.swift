/// The frame of a chart with one row per label: labels, lanes for the marks, and a column of printed
/// values.
///
/// On a wide drawing the labels stand to the left of the lanes; on a narrow one, above them.
struct RowFrame {
  /// What a row needs.
  struct Row {
    let label: String
    let detail: String?
    let laneHeight: Double
  }

  /// Where a row's marks go.
  struct Lane {
    let top: Double
    let height: Double
    var centre: Double { top + height / 2 }
  }

  let width: Double
  let plotLeft: Double
  let plotRight: Double
  let top: Double
  let bottom: Double
  let lanes: [Lane]
  /// The labels.
  ///
  /// Lines that run through the whole plot are drawn before them.
  let marks: [Mark]

  /// - Parameters:
  ///   - valueWidth: The width of the column of printed values, without its gap.
  ///   - edge: Room kept on both sides of the plot for tick labels and markers.
  init(
    rows: [Row], width: Double, top: Double, valueWidth: Double, edge: Double = 14,
    gap: Double = 12
  ) {
    let isNarrow = width < 480
    self.width = width
    let natural = rows.map { row in
      max(
        TextMeasure.width(row.label, .label),
        row.detail.map { TextMeasure.width($0, .detail) } ?? 0)
    }
    let labelWidth = isNarrow ? width : min(max(natural.max() ?? 0, 40) + 1, width * 0.34)
    plotLeft = isNarrow ? edge : labelWidth + edge + 6
    plotRight = width - edge - (valueWidth > 0 ? valueWidth + 4 : 0)
    self.top = top
    var lanes: [Lane] = []
    var marks: [Mark] = []
    var y = top + gap / 2
    for row in rows {
      let labels = TextMeasure.wrap(row.label, .label, to: labelWidth, lines: isNarrow ? 2 : 3)
      let details =
        row.detail.map { TextMeasure.wrap($0, .detail, to: labelWidth, lines: 2) } ?? []
      let textHeight = Double(labels.count) * 16 + Double(details.count) * 15
      let laneTop: Double
      var baseline: Double
      if isNarrow {
        baseline = y + 12
        laneTop = y + textHeight + 2
        // Lines of the plot stay out of the labels.
        marks.append(.rectangle(Box(0, y - gap / 2, width, textHeight + gap / 2), .surface))
        lanes.append(Lane(top: laneTop, height: row.laneHeight))
        y = laneTop + row.laneHeight + gap
      } else {
        let height = max(row.laneHeight, textHeight)
        baseline = y + (height - textHeight) / 2 + 12.5
        lanes.append(Lane(top: y + (height - row.laneHeight) / 2, height: row.laneHeight))
        y += height + gap
      }
      for line in labels {
        marks.append(.text(line, Place(0, baseline), .label))
        baseline += 16
      }
      baseline -= 1
      for line in details {
        marks.append(.text(line, Place(0, baseline), .detail))
        baseline += 15
      }
    }
    self.lanes = lanes
    self.marks = marks
    bottom = rows.isEmpty ? top + 20 : y - gap / 2
  }
}
