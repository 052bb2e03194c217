/// A report as a value: everything a renderer needs and nothing that is not published.
public struct Document: Hashable, Sendable {
  /// How much the document says.
  public enum Profile: String, Hashable, Sendable, CaseIterable {
    /// Every section.
    case full
    /// One printed side for leaders.
    case leadership
  }

  /// One line of the title block, for example `Snapshot` and `30 September 2025`.
  public struct Detail: Hashable, Sendable {
    /// What the line states.
    public let label: String
    /// The value, as printed.
    public let value: String

    /// Makes a line of the title block.
    public init(label: String, value: String) {
      self.label = label
      self.value = value
    }
  }

  /// The title, the document's only heading of level 1.
  public let title: String
  /// A line under the title.
  public let subtitle: String?
  /// The language, as a BCP 47 tag.
  public let language: String
  /// How much the document says.
  public let profile: Profile
  /// The title block.
  public let details: [Detail]
  /// The content.
  ///
  /// Headings start at level 2.
  public let blocks: [Block]
  /// The last line, for example the engine's version and the policy.
  public let footer: [Inline]

  /// Makes a document.
  public init(
    title: String, subtitle: String? = nil, language: String = "en-GB", profile: Profile = .full,
    details: [Detail] = [], blocks: [Block], footer: [Inline] = []
  ) {
    self.title = title
    self.subtitle = subtitle
    self.language = language
    self.profile = profile
    self.details = details
    self.blocks = blocks
    self.footer = footer
  }
}
