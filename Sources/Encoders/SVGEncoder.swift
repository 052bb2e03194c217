/// Makes text inert in SVG and prints coordinates.
public enum SVGEncoder {
  /// Text between tags.
  public static func text(_ text: String) -> String { encoded(text) }

  /// The value of an attribute in double quotes.
  public static func attribute(_ value: String) -> String { encoded(value) }

  /// An identifier: letters, digits and hyphens, starting with a letter.
  public static func identifier(_ text: String) -> String {
    let kept = text.unicodeScalars.map { scalar -> Character in
      let isPlain =
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
      return isPlain ? Character(scalar) : "-"
    }
    guard let first = kept.first, first.isLetter else { return "f-" + String(kept) }
    return String(kept)
  }

  /// A coordinate with at most two decimals; zero where it is not finite.
  public static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let hundredths = Int((abs(value) * 100).rounded())
    guard hundredths != 0 else { return "0" }
    var text = String(hundredths / 100)
    let rest = hundredths % 100
    if rest != 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : rest < 10 ? ".0\(rest)" : ".\(rest)"
    }
    return value < 0 ? "-" + text : text
  }

  private static func encoded(_ text: String) -> String {
    var encoded = ""
    for scalar in InertText.line(text).unicodeScalars {
      switch scalar {
      case "&": encoded += "&amp;"
      case "<": encoded += "&lt;"
      case ">": encoded += "&gt;"
      case "\"": encoded += "&quot;"
      case "'": encoded += "&#39;"
      default: encoded.unicodeScalars.append(scalar)
      }
    }
    return encoded
  }
}
