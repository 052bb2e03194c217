/// How wide text is, from a table that no common system font exceeds.
enum TextMeasure {
  /// Advance widths of the printable ASCII characters in thousandths of the font size: the wider of
  /// two common sans-serif families.
  private static let ascii: [Double] = [
    318, 401, 460, 838, 637, 951, 780, 275, 391, 391, 500, 838, 318, 361, 318, 337, 637, 637, 637,
    637, 637, 637, 637, 637, 637, 637, 337, 337, 838, 838, 838, 557, 1016, 685, 687, 723, 771, 667,
    611, 778, 752, 295, 500, 667, 558, 863, 749, 788, 667, 788, 723, 667, 611, 732, 685, 989, 686,
    667, 686, 391, 337, 391, 838, 557, 500, 613, 635, 550, 635, 616, 353, 635, 634, 278, 278, 580,
    278, 975, 634, 612, 635, 635, 412, 521, 393, 634, 592, 818, 592, 592, 525, 637, 337, 637, 838,
  ]
  private static let strongFactor = 1.12

  /// The width of text on one line, in pixels.
  static func width(_ text: String, _ style: TextStyle) -> Double {
    let thousandths = text.unicodeScalars.reduce(0.0) { $0 + advance($1) }
    return thousandths / 1000 * style.size * (style.isStrong ? strongFactor : 1)
  }

  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x20..<0x7F: ascii[Int(scalar.value) - 0x20]
    case 0x300...0x36F: 0
    case 0xA0, 0x2009, 0x202F: 318
    case 0x2010...0x2015, 0x2212: 838
    case 0x2026: 1000
    case 0xC0...0x24F: 780
    case 0x370...0x52F: 800
    case 0x1100...0x11FF, 0x2E80...0xFFEF: 1050
    case 0x10000...: 1300
    default: 900
    }
  }

  /// The box of a text mark.
  static func box(_ text: String, at point: Place, _ style: TextStyle) -> Box {
    let width = width(text, style)
    let left =
      switch style.anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    return Box(left, point.y - style.size * 0.8, width, style.size * 1.02)
  }

  /// Text in lines no wider than a width, at most `lines` of them; what does not fit ends in an
  /// ellipsis.
  static func wrap(_ text: String, _ style: TextStyle, to width: Double, lines: Int) -> [String] {
    var remaining = text.split { $0 == " " || $0 == "\n" || $0 == "\t" }.map(String.init)[...]
    var result: [String] = []
    while !remaining.isEmpty, result.count < lines {
      var line = remaining.removeFirst()
      while let next = remaining.first, self.width(line + " " + next, style) <= width {
        line += " " + next
        remaining.removeFirst()
      }
      if self.width(line, style) > width {
        if result.count + 1 < lines, let split = hyphenated(line, style, to: width) {
          result.append(split.head)
          remaining.insert(split.tail, at: remaining.startIndex)
          continue
        }
        line = truncated(line, style, to: width)
      }
      result.append(line)
    }
    if !remaining.isEmpty, let last = result.popLast() {
      let isCut = last.hasSuffix("…")
      result.append(isCut ? last : truncated(last + " …", style, to: width, force: true))
    }
    return result
  }

  /// A long word after its own hyphen or slash, where that fits.
  private static func hyphenated(
    _ word: String, _ style: TextStyle, to width: Double
  ) -> (head: String, tail: String)? {
    let breaks = word.indices.filter { word[$0] == "-" || word[$0] == "/" }
    for position in breaks.reversed() {
      let after = word.index(after: position)
      let head = String(word[..<after])
      if after < word.endIndex, self.width(head, style) <= width {
        return (head, String(word[after...]))
      }
    }
    return nil
  }

  /// Text cut to a width with an ellipsis; unchanged where it fits.
  static func truncated(
    _ text: String, _ style: TextStyle, to width: Double, force: Bool = false
  ) -> String {
    if !force, self.width(text, style) <= width { return text }
    var kept = ""
    var total = self.width("…", style)
    for character in text where character != "…" {
      total += self.width(String(character), style)
      if total > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }
}
