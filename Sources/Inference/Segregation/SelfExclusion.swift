/// Whether a person counts among the people around them.
public enum SelfExclusion: String, Codable, Hashable, Sendable, CaseIterable {
  /// Everybody in the unit, oneself included.
  case included
  /// Colleagues only; units of one person have none and are left out.
  case excluded

  /// How many are taken off.
  var subtracted: Int { self == .excluded ? 1 : 0 }

  /// The choice as it is printed.
  var words: String {
    switch self {
    case .included: "oneself included"
    case .excluded: "oneself left out"
    }
  }
}
