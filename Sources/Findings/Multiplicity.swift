/// How the tests of one family are adjusted for being several.
public enum Multiplicity: String, Hashable, Sendable, Codable, CaseIterable {
  /// Holm's step-down adjustment over the family.
  case holm
  /// No adjustment: each test stands alone.
  case none
}
