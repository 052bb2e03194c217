/// The language a report is written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// English as written in Britain.
  case britishEnglish = "en-GB"
  /// English as written in the United States.
  case americanEnglish = "en-US"
}
