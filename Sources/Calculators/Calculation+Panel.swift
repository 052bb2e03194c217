import Estimates
import SVGCharts

extension Calculation {
  /// The answer for people: what was asked, the answers under headings, notes, and one sentence.
  package var panel: [String] {
    var lines = facts
    let common = results.map { $0.label.count }.max() ?? 0
    for block in PanelBlock.blocks(results) {
      lines += ["", block.heading]
      let width = block.labelWidth(common: common)
      let indent = String(repeating: " ", count: width + 4)
      for (label, answer) in block.lines {
        for (position, line) in Self.folded(answer, width: 96 - width).enumerated() {
          let start =
            position == 0 ? "  " + label + indent.dropFirst(label.count + 2) : indent
          lines.append(start + line)
        }
      }
    }
    for supplement in supplements {
      lines += ["", supplement.heading]
      for text in supplement.lines {
        for (position, line) in Self.folded(text, width: 94).enumerated() {
          lines.append((position == 0 ? "  " : "    ") + line)
        }
      }
    }
    if !notes.isEmpty { lines += [""] + notes.flatMap { Self.folded($0) } }
    return lines + [""] + Self.folded(sentence)
  }

  /// A text in lines of at most so many characters, broken at single spaces.
  static func folded(_ text: String, width: Int = 96) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let last = lines.count - 1
      if lines[last].isEmpty {
        lines[last] = String(word)
      } else if lines[last].count + 1 + word.count <= width {
        lines[last] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}

extension CalculatedResult {
  /// The number with its interval, or statistic and p-value, or why there is none.
  var answer: String {
    switch outcome {
    case .test(let test):
      var parts: [String] = []
      if let statistic = test.statistic, let name = test.statisticName {
        let degrees = test.degreesOfFreedom.map { ", \(Figures.plain($0)) df" } ?? ""
        parts.append("\(name) \(Figures.fixed(statistic, 3))\(degrees)")
      }
      parts.append("p \(Figures.pValue(test.pValue.value))")
      return parts.joined(separator: ", ")
    case .estimate(let estimate):
      let value = Figures.text(estimate.value, unit)
      return interval.isEmpty ? value : value + "  " + interval
    case .notEstimable(let reason):
      return reason
    }
  }

  /// The interval in brackets, empty where there is none.
  var interval: String {
    guard let interval = estimate?.interval else { return "" }
    let level = Figures.plain((interval.level * 1e8).rounded() / 1e6)
    return "(\(level)% interval \(Figures.text(interval.lower, unit)) to "
      + "\(Figures.text(interval.upper, unit)))"
  }
}

/// Numbers as a calculator prints them for people.
///
/// P-values keep four significant digits: a researcher compares them with another program's.
enum Figures {
  private static let format = NumberFormat()

  /// A number with so many decimals, or `infinite`.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    guard value.isFinite else { return value > 0 ? "infinite" : "minus infinite" }
    return format.number(value, digits: digits)
  }

  /// A number without a trailing `.0`.
  static func plain(_ value: Double) -> String {
    let text = value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A p-value as a relation: `= 0.03244`, `= 4.04e-4`, `= 1`.
  static func pValue(_ value: Double) -> String {
    "= " + significant(value, 4)
  }

  /// A positive number to so many significant digits, in powers of ten under one in ten thousand.
  static func significant(_ value: Double, _ digits: Int) -> String {
    guard value > 0, value.isFinite else { return fixed(value, 0) }
    var exponent = 0
    var leading = value
    while leading >= 10 {
      leading /= 10
      exponent += 1
    }
    while leading < 1 {
      leading *= 10
      exponent -= 1
    }
    guard exponent < -4 else {
      return format.number(value, digits: max(0, digits - 1 - exponent))
    }
    let mantissa = format.number(leading, digits: digits - 1)
    return mantissa.hasPrefix("10")
      ? "\(format.number(1, digits: digits - 1))e\(exponent + 1)" : "\(mantissa)e\(exponent)"
  }

  /// An estimate in its unit.
  static func text(_ value: Double, _ unit: CalculatedResult.Unit) -> String {
    guard value.isFinite else { return value > 0 ? "no limit" : "no lower limit" }
    return switch unit {
    case .number: abs(value) < 0.01 && value != 0 ? signed(value) : fixed(value, 3)
    case .share: format.percent(value)
    case .percent: format.percent(value / 100)
    case .percentagePoints: format.percentagePoints(value)
    case .people: format.number(value, digits: 1)
    case .wholePeople: format.number(value, digits: 0)
    case .time: format.number(value, digits: value == value.rounded() ? 0 : 1)
    }
  }

  private static func signed(_ value: Double) -> String {
    value < 0 ? "\u{2212}" + significant(-value, 3) : significant(value, 3)
  }
}
