/// Texts about how the workforce moves, what it can do, and where it stands among others.
extension MessageCatalogue {
  /// The text of a message, with named places in braces.
  func template(_ message: DynamicsMessage) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(message)
    case .german: Self.german(message)
    case .french: Self.french(message)
    case .spanish: Self.spanish(message)
    }
  }

  /// The text of a label, with named places in braces.
  func template(_ label: DynamicsLabel) -> String {
    switch language {
    case .britishEnglish, .americanEnglish: Self.english(label)
    case .german: Self.german(label)
    case .french: Self.french(label)
    case .spanish: Self.spanish(label)
    }
  }

  /// The text of a message with its places filled, its first letter large.
  func text(_ message: DynamicsMessage, _ values: KeyValuePairs<String, String> = [:]) -> String {
    begun(phrase(message, values), template(message))
  }

  /// The text of a message with its places filled, its first letter as the catalogue has it.
  func phrase(_ message: DynamicsMessage, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(template(message), values)
  }

  /// The text of a label with its places filled.
  func label(_ label: DynamicsLabel, _ values: KeyValuePairs<String, String> = [:]) -> String {
    filled(template(label), values)
  }
}

extension SectionWriter {
  /// A message with its places filled.
  func text(_ message: DynamicsMessage, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.text(message, values)
  }

  /// A label with its places filled.
  func label(_ label: DynamicsLabel, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.label(label, values)
  }
}
