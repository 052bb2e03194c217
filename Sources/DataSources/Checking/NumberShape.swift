import Foundation

/// What a text in a number column looks like that is not a number in the declared form.
enum NumberShape: Int, Sendable, Hashable, CaseIterable {
  case suppressed
  case notANumber
  case hexadecimal
  case exponent
  case percent
  case currency
  case parentheses
  case dash
  case separators
  case otherDigits
  case bareDecimalPoint
  case text

  /// The shape of a trimmed text.
  init(_ text: String) {
    let lower = text.lowercased()
    let digits = lower.unicodeScalars.filter { ("0"..."9").contains($0) }.count
    func only(_ allowed: String) -> Bool {
      lower.unicodeScalars.allSatisfy {
        ("0"..."9").contains($0) || allowed.unicodeScalars.contains($0)
      }
    }
    let bare = lower.drop { $0 == "+" || $0 == "-" }
    if SuppressionMark.matches(text) {
      self = .suppressed
    } else if ["nan", "inf", "infinity", "null", "none", "n/a", "#n/a", "na"].contains(String(bare))
    {
      self = .notANumber
    } else if bare.hasPrefix("0x") {
      self = .hexadecimal
    } else if lower.hasSuffix("%") {
      self = .percent
    } else if ["-", "–", "—", "−"].contains(lower) {
      self = .dash
    } else if lower.hasPrefix("("), lower.hasSuffix(")"), digits > 0 {
      self = .parentheses
    } else if text.contains(where: \.isCurrencySymbol), digits > 0 {
      self = .currency
    } else if digits > 0, only("+-.e"), lower.contains("e") {
      self = .exponent
    } else if digits > 0, only("+-."), bare.hasPrefix(".") || bare.hasSuffix(".") {
      self = .bareDecimalPoint
    } else if digits > 0, only("+-., '\u{A0}\u{202F}\u{2009}’") {
      self = .separators
    } else if digits == 0, text.contains(where: \.isNumber) {
      self = .otherDigits
    } else {
      self = .text
    }
  }

  /// The shape in words, for messages.
  var name: String {
    switch self {
    case .suppressed: "marks of suppressed cells"
    case .notANumber: "words for no number"
    case .hexadecimal: "hexadecimal numbers"
    case .exponent: "numbers with exponents"
    case .percent: "percentages"
    case .currency: "amounts with currency signs"
    case .parentheses: "amounts in parentheses"
    case .dash: "single dashes"
    case .separators: "numbers with other separators"
    case .otherDigits: "digits of another script or width"
    case .bareDecimalPoint: "numbers that begin or end with the decimal separator"
    case .text: "other texts"
    }
  }

  /// What to do about it.
  func fix(_ mapping: String) -> String {
    switch self {
    case .suppressed: "use the records the table was made from"
    case .notANumber, .dash: "list the texts that mean empty under missing"
    case .hexadecimal, .otherDigits, .text, .bareDecimalPoint, .parentheses:
      "correct the texts at the source, or list those that mean empty under missing"
    case .exponent: "format the column as a plain number before exporting"
    case .percent, .currency: "export the column as plain numbers"
    case .separators: "set decimal and group under \(mapping)"
    }
  }
}

/// Texts that stand for a cell that a publisher has hidden.
enum SuppressionMark {
  /// Whether a trimmed text is one.
  static func matches(_ text: String) -> Bool {
    let lower = text.lowercased()
    if ["*", "**", "***", "c", "[c]", "(c)", "[x]", "[z]", "[low]", "..", ":", "[s]"].contains(
      lower)
    {
      return true
    }
    guard let first = lower.first, ["<", "≤", "＜"].contains(first) else { return false }
    let rest = lower.dropFirst().drop { $0 == "=" || $0 == " " }
    return !rest.isEmpty && rest.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
