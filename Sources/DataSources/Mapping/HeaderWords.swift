import Foundation

/// A header cut into plain words, so that spellings of one header are equal.
package enum HeaderWords {
  /// The words: lower case, without accents, cut at punctuation and at a capital that starts a
  /// word (`workEMail` gives `work`, `e`, `mail`; `PERSON_ID` gives `person`, `id`).
  package static func split(_ header: String) -> [String] {
    let plain = header.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)
    let characters = Array(plain)
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for (index, character) in characters.enumerated() {
      guard character.isLetter || character.isNumber else {
        if character != "'" && character != "’" { close() }
        continue
      }
      let previous = index > 0 ? characters[index - 1] : " "
      let next = index + 1 < characters.count ? characters[index + 1] : " "
      if character.isUppercase, previous.isLowercase || (previous.isUppercase && next.isLowercase) {
        close()
      }
      word.append(character)
    }
    close()
    return words
  }

  /// The words of a header with one space between them.
  package static func joined(_ header: String) -> String { split(header).joined(separator: " ") }
}
