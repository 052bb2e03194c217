/// Makes text inert in GitHub-flavoured Markdown.
///
/// No link, image, HTML, table cell, heading, list, code, emphasis, mention or reference can arise
/// from encoded text. Bare addresses and mentions, which engines link after parsing, are broken by
/// an invisible word joiner; everything else reads back as it was.
public enum MarkdownEncoder {
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// Text within a line: a paragraph, a heading or a table cell.
  ///
  /// Runs of spaces become one.
  public static func inline(_ text: String) -> String {
    let scalars = collapsed(InertText.line(text))
    var encoded = String.UnicodeScalarView()
    let start = scalars.first == " " ? 1 : 0
    let leadingDigits = scalars.dropFirst(start).prefix { ("0"..."9").contains($0) }.count
    for (position, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "^":
        encoded.append("\\")
        encoded.append(scalar)
      case "&":
        if startsReference(next(scalars, position)) { encoded.append("\\") }
        encoded.append(scalar)
      case "#", "-", "+", "=", ":":
        if position == start { encoded.append("\\") }
        encoded.append(scalar)
        if scalar == ":", next(scalars, position) == "/" { encoded.append(joiner) }
        if scalar == "#", position > start { encoded.append(joiner) }
      case ".", ")":
        // A number, a mark and a space start a list; a decimal number does not.
        let ends = [nil, " "].contains(next(scalars, position))
        if ends, leadingDigits > 0, position == start + leadingDigits { encoded.append("\\") }
        if scalar == ".", followsWWW(scalars, position) { encoded.append(joiner) }
        encoded.append(scalar)
      case "@":
        encoded.append(scalar)
        encoded.append(joiner)
      default:
        encoded.append(scalar)
      }
    }
    return String(encoded)
  }

  /// Text as a code span: nothing in it acts, and the span cannot be left.
  public static func code(_ text: String) -> String {
    let line = trimmed(InertText.line(text))
    guard !line.isEmpty else { return "" }
    var longest = 0
    var run = 0
    for character in line {
      run = character == "`" ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: longest + 1)
    let pad = line.hasPrefix("`") || line.hasSuffix("`") ? " " : ""
    let body = line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    return fence + pad + body + pad + fence
  }

  /// A link's destination: every character outside a short safe list is percent-encoded, and an ampersand stands as a reference.
  public static func destination(_ address: String) -> String {
    let safe = Set(
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/#?=:%+,".utf8)
    let digits = Array("0123456789ABCDEF".unicodeScalars)
    var encoded = String.UnicodeScalarView()
    for byte in InertText.line(address).utf8 {
      if byte == UInt8(ascii: "&") {
        encoded.append(contentsOf: "&amp;".unicodeScalars)
      } else if safe.contains(byte) {
        encoded.append(Unicode.Scalar(byte))
      } else {
        encoded.append("%")
        encoded.append(digits[Int(byte >> 4)])
        encoded.append(digits[Int(byte & 15)])
      }
    }
    return String(encoded)
  }

  private static func next(_ scalars: [Unicode.Scalar], _ position: Int) -> Unicode.Scalar? {
    position + 1 < scalars.count ? scalars[position + 1] : nil
  }

  private static func startsReference(_ next: Unicode.Scalar?) -> Bool {
    guard let next else { return false }
    return next == "#" || next.properties.isAlphabetic
  }

  private static func followsWWW(_ scalars: [Unicode.Scalar], _ position: Int) -> Bool {
    position >= 3 && scalars[(position - 3)..<position].allSatisfy { $0 == "w" || $0 == "W" }
  }

  /// Runs of spaces as one space, so that no indent or line break can arise.
  private static func collapsed(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars where !(scalar == " " && result.last == " ") {
      result.append(scalar)
    }
    return result
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { $0 == " " || $0 == "\u{A0}" }
    guard let end = start.lastIndex(where: { $0 != " " && $0 != "\u{A0}" }) else { return "" }
    return String(start[...end])
  }
}
