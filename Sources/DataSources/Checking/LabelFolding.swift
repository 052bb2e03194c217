import Foundation

/// The form in which two labels are the same to a reader's eye.
enum LabelFolding {
  /// Compatibility-composed, lower case, one space between words, nothing invisible, no leading
  /// zeros of a number.
  static func folded(_ label: String) -> String {
    var visible = String.UnicodeScalarView()
    for scalar in label.precomposedStringWithCompatibilityMapping.unicodeScalars {
      if scalar.properties.isWhitespace {
        visible.append(" ")
      } else if !InvisibleCharacter.contains(scalar) {
        visible.append(scalar)
      }
    }
    let words = String(visible).lowercased().split(separator: " ").joined(separator: " ")
    guard words.utf8.count > 1, words.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return words
    }
    let significant = words.drop { $0 == "0" }
    return significant.isEmpty ? "0" : String(significant)
  }

  /// Whether a label holds a character that cannot be seen; line ends and tabs can.
  static func hasInvisibleCharacter(_ label: String) -> Bool {
    label.unicodeScalars.contains { scalar in
      !["\t", "\n", "\r"].contains(scalar) && InvisibleCharacter.contains(scalar)
    }
  }
}
