public import DataSources

/// One declared file.
public struct InputConfiguration: Sendable, Hashable {
  /// People who are not counted: those whose attribute takes one of these levels.
  public struct Exclusion: Sendable, Hashable {
    /// The attribute's identifier.
    public let attribute: String
    /// Labels of the levels that are left out.
    public let levels: [String]

    /// Makes an exclusion.
    public init(attribute: String, levels: [String]) {
      self.attribute = attribute
      self.levels = levels
    }
  }

  /// How the file is read; its path is complete.
  public let schema: InputSchema
  /// The path as the configuration has it, free of the machine's folders.
  public let declaredPath: String
  /// The stages of an application in order, the first one first; empty for other kinds.
  public let stages: [String]
  /// Who is not counted.
  public let exclusions: [Exclusion]
  /// The day all rows of a file of snapshots stand for, where no column says so.
  public let snapshotDate: String?
  /// Whether the figures are public already.
  public let isAlreadyPublished: Bool
  /// The vendor whose export this is, for information.
  public let profile: String?
}
