import Estimates

/// The sentences of one language.
struct MessageCatalogue: Sendable {
  /// The language.
  let language: Language

  /// The text of a message, with named places in braces.
  func template(_ message: Message) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(message)
    }
  }

  /// The text of a message with its places filled; a place without a value stays empty.
  func text(_ message: Message, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let template = template(message)
    var result = ""
    var name: String?
    for character in template {
      switch (character, name) {
      case ("{", nil): name = ""
      case ("}", .some(let key)):
        result += values.first { $0.key == key }?.value ?? ""
        name = nil
      case (_, .some(let key)): name = key + String(character)
      case (_, nil): result.append(character)
      }
    }
    // A label at the start is printed as the organisation writes it.
    let startsWithLabel = ["{part}", "{measure}", "{attribute}", "{topic}"].contains {
      template.hasPrefix($0)
    }
    return startsWithLabel ? result : result.prefix(1).uppercased() + result.dropFirst()
  }

  /// The word of a verdict.
  func word(_ verdict: Verdict) -> String {
    switch verdict {
    case .clearGap: text(.clearGap)
    case .gapSizeUncertain: text(.gapSizeUncertain)
    case .smallGap: text(.smallGap)
    case .aboutTheSame: text(.aboutTheSame)
    case .tooUncertain: text(.tooUncertain)
    case .notReported: text(.notReported)
    }
  }
}

extension Verdict {
  /// The mark that stands before the verdict's word, so that no verdict rests on colour.
  var glyph: String? {
    switch self {
    case .clearGap: "■"
    case .gapSizeUncertain: "◧"
    case .smallGap: "◇"
    case .aboutTheSame: "●"
    case .tooUncertain: "○"
    case .notReported: nil
    }
  }
}
