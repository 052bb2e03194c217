extension StackedBarChart {
  private var drawn: [String] { Array(parts.prefix(6)) }

  /// The chart in words: the whole, and every bar's parts.
  public var summary: String {
    let lines = bars.map { bar in
      let shares = zip(drawn, bar.shares).map { part, share in
        "\(part) \(share.map { format.text($0, style) } ?? format.words.notShown)"
      }
      return "\(bar.label): \(shares.joined(separator: ", "))"
    }
    return ChartWords.sentences([format.words.text(.stackedBars, ["axis": axisTitle])] + lines)
  }

  /// The marks of the chart.
  public func drawing(width: Double) -> Drawing {
    let title = AxisTitle(axisTitle, width: width)
    let keys = drawn.enumerated().map { index, part in
      Legend.Key(sample: .swatch(.patterned(index)), text: part)
    }
    let legend = Legend(keys, top: title.height, width: width)
    let frame = RowFrame(
      rows: bars.map { RowFrame.Row(label: $0.label, detail: $0.base, laneHeight: 30) },
      width: width, top: title.height + legend.height + 2, valueWidth: 0, edge: 0, gap: 10)
    var marks = title.marks + legend.marks + frame.marks
    for (index, bar) in bars.enumerated() {
      marks += segments(bar, frame, frame.lanes[index])
    }
    return Drawing(width: width, height: frame.bottom + 4, marks: marks)
  }

  private func segments(_ bar: Bar, _ frame: RowFrame, _ lane: RowFrame.Lane) -> [Mark] {
    let room = frame.plotRight - frame.plotLeft
    var marks: [Mark] = []
    var x = frame.plotLeft
    let hasHidden = bar.shares.prefix(drawn.count).contains { $0 == nil }
    for (index, share) in bar.shares.prefix(drawn.count).enumerated() {
      guard let share, share > 0 else { continue }
      let length = min(share * room, frame.plotRight - x)
      marks += segment(
        Box(x, lane.top, length, lane.height), format.text(share, style), .patterned(index))
      x += length
    }
    if hasHidden, frame.plotRight - x > 1 {
      marks += segment(
        Box(x, lane.top, frame.plotRight - x, lane.height), ChartWords.marker, .hidden)
    }
    return marks
  }

  /// One part, a separator short of the next, with its share on a plate where it fits.
  private func segment(_ box: Box, _ text: String, _ paint: Paint) -> [Mark] {
    let style = TextStyle(12, .middle, .ink, strong: true)
    var marks: [Mark] = [
      .rectangle(Box(box.x, box.y, max(0.5, box.width - 2), box.height), paint)
    ]
    let plate = TextMeasure.width(text, style) + 8
    if plate + 6 <= box.width {
      let centre = box.x + (box.width - 2) / 2
      marks.append(.rectangle(Box(centre - plate / 2, box.y + 6, plate, 18), .surface))
      marks.append(.text(text, Place(centre, box.y + 19.5), style))
    }
    return marks
  }
}
