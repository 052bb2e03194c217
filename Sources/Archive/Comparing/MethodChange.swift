/// A rule, method or definition that is not what it was.
public struct MethodChange: Hashable, Sendable {
  /// What differs.
  public enum Subject: Hashable, Sendable {
    /// The version of the engine; by itself it makes no number incomparable.
    case engine
    /// Who the release is made for.
    case audience
    /// The smallest group shown.
    case threshold
    /// The smallest group whose pay is shown.
    case payThreshold
    /// The multiples that counts are shown in; 1 where they are shown as counted.
    case rounding
    /// The confidence of intervals and verdicts.
    case confidence
    /// How tests are adjusted for being several.
    case multiplicity
    /// The practical band of a scale.
    case band(String)
    /// The method of a column, by its name in the later release.
    case method(String)
    /// The groups that are compared.
    case groups
    /// What a table says of its shares or of leadership.
    case note
    /// What a merged group of an attribute is made of.
    case members(attribute: String, label: String)
    /// The levels of an attribute.
    case levels(String)
  }

  /// What differs.
  public let subject: Subject
  /// How it was; `nil` where the release does not say, or no word is needed.
  public let before: String?
  /// How it is.
  public let now: String?
  /// The first exhibit of the later release it concerns, from 0; `nil` where it concerns them all.
  public let exhibit: Int?
  /// How many exhibits it concerns; `nil` where it concerns them all.
  public let exhibits: Int?
}
