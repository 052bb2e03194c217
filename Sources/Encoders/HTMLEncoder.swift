/// Makes text inert in HTML.
public enum HTMLEncoder {
  /// Text between tags.
  public static func text(_ text: String) -> String { encoded(text) }

  /// The value of an attribute in double quotes.
  public static func attribute(_ value: String) -> String { encoded(value) }

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
