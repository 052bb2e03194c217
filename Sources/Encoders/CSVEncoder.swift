import Foundation

/// Writes CSV (RFC 4180) that a spreadsheet opens without running anything.
///
/// Text that a spreadsheet would take for a formula gets a leading apostrophe; numbers are written
/// as they are, so a negative number stays a number.
public enum CSVEncoder {
  /// One field.
  public enum Field: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A number, in the machine's form: digits, `.`, `-` and `e` only.
    case number(String)
    /// Nothing.
    case empty

    /// A number to twelve significant digits, as `results.json` prints it.
    public init(_ value: Double) {
      if value.isNaN {
        self = .empty
      } else if value.isInfinite {
        self = .text(value > 0 ? "no upper limit" : "no lower limit")
      } else {
        self = .number(value == 0 ? "0" : String(format: "%.12g", value))
      }
    }
  }

  /// Rows as text, each ended by CR LF.
  public static func document(_ rows: [[Field]]) -> String {
    rows.map { row($0) + "\r\n" }.joined()
  }

  /// One row without its line end.
  public static func row(_ fields: [Field]) -> String {
    fields.map(field).joined(separator: ",")
  }

  /// One field as it stands in a row.
  public static func field(_ field: Field) -> String {
    switch field {
    case .empty: ""
    case .number(let digits): isNumber(digits) ? digits : text(digits)
    case .text(let words): text(words)
    }
  }

  private static func text(_ words: String) -> String {
    let line = InertText.line(words)
    let isBlank = line.allSatisfy { $0 == " " }
    let guarded = !isBlank && startsFormula(line, original: words) ? "'" + line : line
    let needsQuotes =
      guarded.contains { $0 == "," || $0 == "\"" || $0 == ";" || $0 == "'" }
      || guarded.hasPrefix(" ") || guarded.hasSuffix(" ")
    guard needsQuotes else { return guarded }
    let doubled = guarded.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    return "\"" + doubled + "\""
  }

  private static func startsFormula(_ line: String, original: String) -> Bool {
    if let first = original.unicodeScalars.first, first == "\t" || first == "\r" { return true }
    guard let first = line.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else {
      return false
    }
    let starts: [Unicode.Scalar] = [
      "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}", "\u{2212}", "|", "%",
    ]
    return starts.contains(first)
  }

  private static func isNumber(_ digits: String) -> Bool {
    !digits.isEmpty && Double(digits) != nil
      && digits.utf8.allSatisfy {
        (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D || $0 == 0x2B || $0 == 0x65
          || $0 == 0x45
      }
  }
}
