/// Keys in a line, wrapped where they do not fit.
struct Legend {
  /// One key: a shape and its word.
  struct Key {
    enum Sample {
      case marker(MarkerShape, Paint)
      case swatch(Paint)
      case line(Stroke)
    }

    let sample: Sample
    let text: String
  }

  let marks: [Mark]
  let height: Double

  init(_ keys: [Key], left: Double = 0, top: Double, width: Double) {
    var marks: [Mark] = []
    var x = left
    var y = top + 14
    for key in keys {
      let sampleWidth = 20.0
      let text = TextMeasure.truncated(key.text, .label, to: width - sampleWidth - 2)
      let textWidth = TextMeasure.width(text, .label)
      if x > left, x + sampleWidth + textWidth > left + width {
        x = left
        y += 20
      }
      switch key.sample {
      case .marker(let shape, let paint):
        marks.append(.marker(shape, Place(x + 6, y - 4.5), 5, paint))
      case .swatch(let paint):
        marks.append(.rectangle(Box(x, y - 10.5, 14, 12), paint))
      case .line(let stroke):
        marks.append(.line(Place(x, y - 4.5), Place(x + 15, y - 4.5), stroke))
      }
      marks.append(.text(text, Place(x + sampleWidth, y), .label))
      x += sampleWidth + textWidth + 20
    }
    self.marks = marks
    height = keys.isEmpty ? 0 : y - top + 8
  }
}

/// The title of an axis as horizontal text at the top left of a drawing.
struct AxisTitle {
  let marks: [Mark]
  let height: Double

  init(_ text: String, top: Double = 0, width: Double) {
    let style = TextStyle.detail
    let lines = TextMeasure.wrap(text, style, to: width, lines: 3)
    marks = lines.enumerated().map { index, line in
      .text(line, Place(0, top + 12 + Double(index) * 15), style)
    }
    height = lines.isEmpty ? 0 : Double(lines.count) * 15 + 4
  }
}
