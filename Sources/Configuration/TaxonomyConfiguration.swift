/// The specializations whose skills are followed: the file named by `[taxonomy] file`.
public struct TaxonomyConfiguration: Sendable, Hashable {
  /// One specialization.
  public struct Specialization: Sendable, Hashable {
    /// Its name: a level of the attribute where the workforce has it.
    public let name: String
    /// The occupation of the labour market it is held beside.
    public let occupation: String
    /// Codes of the Standard Occupational Classification.
    public let codes: [String]
    /// Titles that mean the specialization.
    public let aliases: [String]
    /// Shares of groups among people employed in the occupation, in the order of the file.
    public let shares: [Share]
    /// A caveat printed beside it.
    public let note: String?
  }

  /// The share of a group in an occupation.
  public struct Share: Sendable, Hashable {
    /// The group.
    public let group: String
    /// The share, between 0 and 1.
    public let value: Double
  }

  /// The complete path of the file.
  public let path: String
  /// The identifier of the attribute whose levels are specializations.
  public let attribute: String
  /// The specializations, in the order of the file.
  public let specializations: [Specialization]
  /// Where the shares come from.
  public let source: String?
}
