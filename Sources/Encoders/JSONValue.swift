import Foundation

/// A JSON document that is written the same way everywhere: keys sorted, numbers to twelve
/// significant digits, infinities as the texts `inf` and `-inf`, two spaces per depth.
package indirect enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The document with a line break at the end.
  package var document: String {
    var text = ""
    write(to: &text, depth: 0)
    return text + "\n"
  }

  private func write(to text: inout String, depth: Int) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.number(value)
    case .text(let value): text += Self.quoted(value)
    case .array(let values):
      Self.write(values.map { (nil, $0) }, "[", "]", to: &text, depth)
    case .object(let values):
      let sorted = values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
      Self.write(sorted.map { ($0.key, $0.value) }, "{", "}", to: &text, depth)
    }
  }

  private static func write(
    _ members: [(String?, JSONValue)], _ open: String, _ close: String, to text: inout String,
    _ depth: Int
  ) {
    guard !members.isEmpty else {
      text += open + close
      return
    }
    let indent = String(repeating: "  ", count: depth + 1)
    text += open
    for (position, member) in members.enumerated() {
      text += (position == 0 ? "\n" : ",\n") + indent
      if let key = member.0 { text += quoted(key) + ": " }
      member.1.write(to: &text, depth: depth + 1)
    }
    text += "\n" + String(repeating: "  ", count: depth) + close
  }

  private static func number(_ value: Double) -> String {
    if value.isNaN { return "null" }
    if value.isInfinite { return value > 0 ? "\"inf\"" : "\"-inf\"" }
    if value == 0 { return "0" }
    return String(format: "%.12g", value)
  }

  private static func quoted(_ value: String) -> String {
    var text = "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        let hexadecimal = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - hexadecimal.count) + hexadecimal
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}
