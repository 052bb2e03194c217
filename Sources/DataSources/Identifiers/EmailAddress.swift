/// E-mail addresses: a word with one @, something before it, and a domain with a dot after it.
///
/// The address may stand inside other text, for example a name before it in pointed brackets.
enum EmailAddress: IdentifierForm {
  private static let breaks = Set(" \t\n\r<>()[],;:\"'".utf8)

  static func matches(_ text: IdentifierText) -> Bool {
    guard text.bytes.contains(0x40) else { return false }
    return text.bytes.split(whereSeparator: breaks.contains).contains { word in
      let parts = word.split(separator: 0x40, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else { return false }
      let labels = parts[1].split(separator: 0x2E, omittingEmptySubsequences: false)
      guard labels.count >= 2, let last = labels.last else { return false }
      return last.count >= 2 && last.allSatisfy(IdentifierText.isLetter)
        && labels.allSatisfy { label in
          !label.isEmpty
            && label.allSatisfy {
              IdentifierText.isLetter($0) || IdentifierText.isDigit($0) || $0 == 0x2D
            }
        }
    }
  }
}
