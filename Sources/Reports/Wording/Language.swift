/// The language a report is written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English as written in Britain.
  case britishEnglish = "en-GB"
  /// English as written in the United States.
  case americanEnglish = "en-US"
  /// German.
  case german = "de"
  /// French.
  case french = "fr"
  /// Spanish.
  case spanish = "es"

  /// Whether it is a kind of English.
  var isEnglish: Bool { self == .britishEnglish || self == .americanEnglish }
}
