/// Labels whose meaning is the same everywhere: answers to gender, and ways of not answering.
enum KnownLabels {
  /// The level a gender label stands for; `nil` where it is not known.
  static func gender(_ label: String) -> String? { genders[LabelFolding.folded(label)] }

  /// Whether a label says that the person preferred not to answer.
  static func isDeclined(_ label: String) -> Bool {
    declined.contains(LabelFolding.folded(label))
  }

  private static let genders: [String: String] = [
    "f": "Women", "female": "Women", "woman": "Women", "women": "Women", "w": "Women",
    "weiblich": "Women", "femme": "Women", "mujer": "Women", "cis woman": "Women",
    "m": "Men", "male": "Men", "man": "Men", "men": "Men", "männlich": "Men", "homme": "Men",
    "hombre": "Men", "cis man": "Men",
    "x": "Another gender", "non-binary": "Another gender", "nonbinary": "Another gender",
    "non binary": "Another gender", "d": "Another gender", "divers": "Another gender",
    "other": "Another gender", "another gender": "Another gender",
  ]

  private static let declined: Set<String> = [
    "prefer not to say", "prefer not to answer", "prefer not to disclose", "decline to state",
    "decline to self-identify", "decline to self identify", "declined", "decline to answer",
    "i do not wish to answer", "i don't wish to answer", "i choose not to disclose",
    "choose not to disclose", "not disclosed", "undisclosed", "do not wish to disclose",
    "keine angabe", "ne souhaite pas répondre", "prefiero no decirlo",
  ]
}
