import Estimates

/// The texts of one language.
///
/// A new text is a case of `Message`, `DynamicsMessage`, `Label`, `DynamicsLabel`, `Explanation` or
/// `Term` with a line in each of the four languages; none can be left out, as each catalogue is one switch.
struct MessageCatalogue: Sendable {
  /// The language.
  let language: Language
  /// The organisation's own words.
  var terminology = Terminology()

  /// The text of a message, with named places in braces.
  func template(_ message: Message) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(message)
    case .german: Self.german(message)
    case .french: Self.french(message)
    case .spanish: Self.spanish(message)
    }
  }

  /// The text of a label, with named places in braces.
  func template(_ label: Label) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(label)
    case .german: Self.german(label)
    case .french: Self.french(label)
    case .spanish: Self.spanish(label)
    }
  }

  /// The text of an explanation, with named places in braces.
  func template(_ explanation: Explanation) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(explanation)
    case .german: Self.german(explanation)
    case .french: Self.french(explanation)
    case .spanish: Self.spanish(explanation)
    }
  }

  /// The wording of a term of the analyses, with named places in braces.
  func template(_ term: Term) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(term)
    case .german: Self.german(term)
    case .french: Self.french(term)
    case .spanish: Self.spanish(term)
    }
  }

  /// The text of a message with its places filled, its first letter large.
  func text(_ message: Message, _ values: KeyValuePairs<String, String> = [:]) -> String {
    begun(phrase(message, values), template(message))
  }

  /// A filled text with its first letter large, if it does not start with a label, which is printed as
  /// the organisation writes it.
  func begun(_ filled: String, _ template: String) -> String {
    let startsWithLabel = ["{part}", "{measure}", "{attribute}", "{topic}"].contains {
      template.hasPrefix($0)
    }
    return startsWithLabel ? filled : filled.prefix(1).uppercased() + filled.dropFirst()
  }

  /// The text of a message with its places filled, its first letter as the catalogue has it.
  func phrase(_ message: Message, _ values: KeyValuePairs<String, String> = [:]) -> String {
    let isVerdict = Verdict.allCases.contains { $0.message == message }
    return filled(template(message), values, renames: !isVerdict)
  }

  /// The text of a label with its places filled.
  func label(_ label: Label, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(template(label), values)
  }

  /// The text of an explanation with its places filled.
  func explanation(
    _ explanation: Explanation, _ values: KeyValuePairs<String, String> = [:]
  ) -> String {
    filled(template(explanation), values)
  }

  /// The wording of a term with its places filled.
  func term(_ term: Term, _ values: [(name: String, value: String)] = []) -> String {
    filled(template(term)) { name in values.first { $0.name == name }?.value }
  }

  func filled(
    _ template: String, _ values: KeyValuePairs<String, String>, renames: Bool = true
  ) -> String {
    filled(template, renames: renames) { name in values.first { $0.key == name }?.value }
  }

  private func filled(
    _ template: String, renames: Bool = true, _ value: (String) -> String?
  ) -> String {
    Template(template).filled(value, rule: PluralRule(language: language)) { words in
      let spelled = language.spelled(words)
      return renames ? terminology.renamed(spelled) : spelled
    }
  }

  /// The word of a verdict.
  func word(_ verdict: Verdict) -> String { text(verdict.message) }
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
