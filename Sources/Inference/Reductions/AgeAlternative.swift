/// What a test of a reduction in force by age looks for.
public enum AgeAlternative: String, Codable, Hashable, Sendable, CaseIterable {
  /// The older were let go more often.
  case older
  /// The younger were let go more often.
  case younger
  /// Either.
  case twoSided = "two_sided"

  /// The alternative as it is printed.
  var words: String {
    switch self {
    case .older: "one-sided, older people let go more often"
    case .younger: "one-sided, younger people let go more often"
    case .twoSided: "two-sided"
    }
  }
}
