/// One release in the ledger.
///
/// It holds what was published, exactly, and who contributed: it is as confidential as the source.
public struct LedgerEntry: Sendable, Hashable, Codable {
  /// The floors that held.
  public struct Floors: Sendable, Hashable, Codable {
    /// The smallest group shown.
    public let threshold: Int
    /// The smallest group whose pay is shown.
    public let payThreshold: Int
    /// The fewest movers between two releases that need no audit.
    public let fewestMovers: Int

    /// Makes floors.
    public init(threshold: Int, payThreshold: Int, fewestMovers: Int) {
      self.threshold = threshold
      self.payThreshold = payThreshold
      self.fewestMovers = fewestMovers
    }
  }

  /// The position in the ledger, from 1.
  public let sequence: Int
  /// The digest of the published results.
  public let release: String
  /// The period reported, for example `2025Q3`.
  public let period: String
  /// The floors that held.
  public let floors: Floors
  /// The numbers, in the order of their keys.
  public let cells: [LedgerCell]
  /// Who contributed; `nil` where the source has no identifiers.
  public let states: ContributorStates?
  /// The hash of the entry before; 64 zeros for the first.
  public let previous: String

  /// The `previous` of the first entry.
  public static let noPrevious = String(repeating: "0", count: 64)

  init(_ release: LedgerRelease, sequence: Int, previous: String) {
    self.sequence = sequence
    self.release = release.digest
    period = release.period
    floors = release.floors
    cells = release.cells
    states = release.states
    self.previous = previous
  }
}
