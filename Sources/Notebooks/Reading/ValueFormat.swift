import Encoders
import SVGCharts

/// How a value is printed: one conversion with words around it.
///
/// | format | prints |
/// |---|---|
/// | `%.2f` | a number with so many decimals; `%+.2f` with its sign |
/// | `%.3g` | a number with so many significant digits |
/// | `%d` | a whole number; `%+d` with its sign |
/// | `%p` | a p-value: three decimals, `< 0.001` below that |
/// | `%s` | words as they are, numbers with four significant digits |
///
/// `%%` is a per cent sign. Numbers are rounded half away from zero, thousands have commas, and the
/// minus is the long one.
struct ValueFormat: Sendable, Hashable {
  /// The kind of conversion.
  enum Conversion: Sendable, Hashable {
    case decimals(Int, signed: Bool)
    case significant(Int)
    case whole(signed: Bool)
    case pValue
    case words
  }

  private let before: String
  private let conversion: Conversion
  private let after: String

  /// Prints words as they are and numbers with so many significant digits.
  init(significant digits: Int) {
    before = ""
    conversion = .significant(digits)
    after = ""
  }

  /// Reads a format.
  ///
  /// - Throws: what is wrong with it.
  init(_ pattern: String) throws(CellOptions.Problem) {
    var texts = [""]
    var conversion: Conversion?
    var rest = Substring(pattern)
    while let character = rest.popFirst() {
      guard character == "%" else {
        texts[texts.count - 1].append(character)
        continue
      }
      if rest.first == "%" {
        rest = rest.dropFirst()
        texts[texts.count - 1].append("%")
        continue
      }
      let letters: [Character] = ["f", "d", "g", "p", "s"]
      let body = rest.prefix { !letters.contains($0) }
      rest = rest.dropFirst(body.count)
      guard conversion == nil, let letter = rest.popFirst(),
        let read = Self.conversion(String(body), letter)
      else {
        throw CellOptions.Problem(
          .badValue, "\(pattern) is not a format",
          "one of %.2f, %+.1f, %.3g, %d, %p and %s, with %% for a per cent sign")
      }
      conversion = read
      texts.append("")
    }
    guard let conversion else {
      throw CellOptions.Problem(
        .badValue, "\(pattern) prints no value", "write one of %.2f, %+.1f, %.3g, %d, %p and %s")
    }
    self.conversion = conversion
    before = texts[0]
    after = texts[1]
  }

  private static func conversion(_ body: String, _ letter: Character) -> Conversion? {
    let isSigned = body.hasPrefix("+")
    let rest = isSigned ? String(body.dropFirst()) : body
    let digits = rest.hasPrefix(".") ? Int(rest.dropFirst()) : nil
    guard rest.isEmpty || digits.map({ (0...12).contains($0) }) == true else { return nil }
    switch letter {
    case "f": return .decimals(digits ?? 6, signed: isSigned)
    case "g" where !isSigned: return .significant(max(1, digits ?? 6))
    case "d" where rest.isEmpty: return .whole(signed: isSigned)
    case "p" where body.isEmpty: return .pValue
    case "s" where body.isEmpty: return .words
    default: return nil
    }
  }

  /// A value as Markdown within a line; `nil` where it is not of the kind the format prints.
  func text(_ value: JSONValue, isPerHundred: Bool = false) -> String? {
    guard let body = body(value, isPerHundred: isPerHundred) else { return nil }
    let text = MarkdownEncoder.inline(before + body + after)
    // A plus right before a digit begins no list.
    return text.hasPrefix("\\+") && text.dropFirst(2).first?.isNumber == true
      ? String(text.dropFirst()) : text
  }

  private func body(_ value: JSONValue, isPerHundred: Bool) -> String? {
    let number: Double
    switch value {
    case .number(let value): number = value
    case .integer(let value): number = Double(value)
    case .text(let text):
      // Infinite limits are texts in JSON.
      if text == "inf" || text == "-inf", conversion != .words {
        return text == "inf" ? "\u{221E}" : "\u{2212}\u{221E}"
      }
      return isWords && !isPerHundred ? text : nil
    case .bool(let truth): return isWords && !isPerHundred ? (truth ? "yes" : "no") : nil
    case .null, .array, .object: return nil
    }
    guard number.isFinite else { return nil }
    switch conversion {
    case .decimals(let digits, let isSigned):
      return Self.decimal(number, isPerHundred, digits: digits, signed: isSigned)
    case .significant(let digits):
      if case .integer = value, !isPerHundred {
        return Self.decimal(number, false, digits: 0, signed: false)
      }
      return Self.significant(number, isPerHundred, digits)
    case .words:
      if case .integer = value, !isPerHundred {
        return Self.decimal(number, false, digits: 0, signed: false)
      }
      return Self.significant(number, isPerHundred, 4)
    case .whole(let isSigned):
      let scaled = isPerHundred ? number * 100 : number
      guard abs(scaled - scaled.rounded()) < 1e-9 * max(1, abs(scaled)) else { return nil }
      return Self.decimal(number, isPerHundred, digits: 0, signed: isSigned)
    case .pValue:
      guard !isPerHundred, (0...1).contains(number) else { return nil }
      return NumberFormat().pValue(number)
    }
  }

  private var isWords: Bool {
    switch conversion {
    case .words, .significant: true
    default: false
    }
  }

  private static func decimal(
    _ number: Double, _ isPerHundred: Bool, digits: Int, signed: Bool
  ) -> String {
    let format = NumberFormat()
    guard isPerHundred else {
      return signed ? format.signed(number, digits: digits) : format.number(number, digits: digits)
    }
    // The format moves the point in the decimal digits, which a multiplication would disturb.
    let text =
      signed
      ? format.signedPercent(number, digits: digits) : format.percent(number, digits: digits)
    return String(text.dropLast(format.conventions.percentSuffix.count))
  }

  private static func significant(
    _ number: Double, _ isPerHundred: Bool, _ digits: Int
  ) -> String {
    guard number != 0 else { return "0" }
    var magnitude = 0
    var size = abs(number) * (isPerHundred ? 100 : 1)
    while size >= 10, magnitude < 300 {
      size /= 10
      magnitude += 1
    }
    while size < 1, magnitude > -300 {
      size *= 10
      magnitude -= 1
    }
    let decimals = min(15, max(0, digits - 1 - magnitude))
    return decimal(number, isPerHundred, digits: decimals, signed: false)
  }
}
