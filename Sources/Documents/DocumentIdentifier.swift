import Encoders

/// Identifiers of a document's parts, made of words.
public enum DocumentIdentifier {
  /// An identifier that may stand in a file name or a link: small letters, digits and hyphens.
  ///
  /// Letters of other scripts fall away; a digest then tells apart what was named in them.
  public static func of(_ words: String) -> String {
    var result = ""
    for character in words.lowercased() {
      if character.isASCII, character.isLetter || character.isNumber {
        result.append(character)
      } else if !result.hasSuffix("-") {
        result.append("-")
      }
    }
    if result.hasSuffix("-") { result.removeLast() }
    let isPlain = words.allSatisfy { $0.isASCII || !($0.isLetter || $0.isNumber) }
    return isPlain ? result : result + "-" + FileNameEncoder.digest(words).prefix(8)
  }
}
