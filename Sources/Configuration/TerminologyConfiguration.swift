/// What an organisation calls things, and the attributes it may use at all: the file named by
/// `[report] terminology`.
public struct TerminologyConfiguration: Sendable, Hashable {
  /// One thing and what it is called.
  public struct Rename: Sendable, Hashable {
    /// The word, label or identifier.
    public let name: String
    /// What it is called instead.
    public let replacement: String
  }

  /// Words of the program's own sentences.
  public let words: [Rename]
  /// Labels of groups.
  public let groups: [Rename]
  /// Titles of attributes, by identifier.
  public let attributes: [Rename]
  /// The identifiers of the attributes that may be used; `nil` where all may.
  public let allowedAttributes: [String]?
}
