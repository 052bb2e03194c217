/// Groups and outcomes, any number of each, within strata such as departments or requisitions.
public struct StratifiedContingencyTables: Hashable, Sendable, Codable {
  /// One stratum: what it is called and its counts.
  public struct Stratum: Hashable, Sendable, Codable {
    /// The stratum as readers know it, for example `Engineering, first half-year`.
    public let label: String
    /// Its counts.
    public let table: ContingencyTable

    /// Makes a stratum.
    public init(label: String, table: ContingencyTable) {
      self.label = label
      self.table = table
    }
  }

  /// The strata, in the order they are listed; methods need equally many rows and columns in all.
  public let strata: [Stratum]

  /// Makes the tables of some strata.
  public init(_ strata: [Stratum]) { self.strata = strata }
}
