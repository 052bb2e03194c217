/// A release that wants to be published.
public struct LedgerRelease: Sendable, Hashable {
  /// The digest of the published results: equal bytes, equal digest.
  public let digest: String
  /// The period reported, for example `2025Q3`.
  public let period: String
  /// The floors that hold.
  public let floors: LedgerEntry.Floors
  /// The numbers, in the order of their keys, each once.
  public let cells: [LedgerCell]
  /// Who contributed; `nil` where the source has no identifiers.
  public let states: ContributorStates?

  /// Gathers a release; cells may come in any order, and more than once.
  ///
  /// - Throws: `.period` where the period is no quarter; `.repeatedCell` where one cell has two
  ///   values.
  public init(
    digest: String, period: String, floors: LedgerEntry.Floors, cells: [LedgerCell],
    states: ContributorStates?
  ) throws(LedgerError) {
    guard LedgerPeriod(period) != nil else { throw .period }
    var kept: [LedgerCell] = []
    for cell in cells.sorted(by: LedgerCell.precedes) {
      if let last = kept.last, last.key == cell.key, last.measure == cell.measure {
        guard last.value == cell.value else { throw .repeatedCell }
        kept[kept.count - 1] = LedgerCell(
          cell.key, cell.value, tables: Array(Set(last.tables + cell.tables)).sorted())
      } else {
        kept.append(LedgerCell(cell.key, cell.value, tables: Array(Set(cell.tables)).sorted()))
      }
    }
    self.digest = digest
    self.period = period
    self.floors = floors
    self.cells = kept
    self.states = states
  }
}
