/// Two groups and a yes-or-no outcome within strata such as departments or requisitions.
public struct StratifiedTables: Hashable, Sendable, Codable {
  /// One stratum: what it is called and its counts.
  public struct Stratum: Hashable, Sendable, Codable {
    /// The stratum as readers know it, for example `Engineering, first half-year`.
    public let label: String
    /// Its counts.
    public let table: TwoByTwoTable

    /// Makes a stratum.
    public init(label: String, table: TwoByTwoTable) {
      self.label = label
      self.table = table
    }
  }

  /// The strata, in the order they are listed.
  public let strata: [Stratum]

  /// Makes the tables of some strata.
  public init(_ strata: [Stratum]) { self.strata = strata }

  /// The strata thrown together, or `nil` where there is none.
  public var pooled: TwoByTwoTable? {
    guard !strata.isEmpty else { return nil }
    return TwoByTwoTable(
      focalSelected: strata.reduce(0) { $0 + $1.table.focalSelected },
      focalRejected: strata.reduce(0) { $0 + $1.table.focalRejected },
      referenceSelected: strata.reduce(0) { $0 + $1.table.referenceSelected },
      referenceRejected: strata.reduce(0) { $0 + $1.table.referenceRejected })
  }
}
