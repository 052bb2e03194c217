import DataSources

/// Names of attributes that are sensitive unless the configuration says otherwise: what people tell
/// in confidence and others cannot see.
enum SensitiveLexicon {
  private static let words: Set<String> = [
    "disability", "disabilities", "disabled", "handicap", "impairment", "health", "illness",
    "sickness", "medical", "pregnancy", "pregnant", "religion", "religious", "belief", "faith",
    "orientation", "sexuality", "transgender", "trans", "intersex", "union", "political",
    "criminal",
    "conviction", "caste", "carer", "caring", "behinderung", "schwerbehinderung", "konfession",
    "discapacidad",
  ]

  /// Whether an identifier or a title holds such a word.
  static func contains(_ name: String) -> Bool {
    HeaderWords.split(name).contains(where: words.contains)
  }
}
