public import Estimates

/// One cell that two releases together would tell too much about.
public struct LedgerProblem: Sendable, Hashable {
  /// What is wrong, in the order in which problems are listed.
  public enum Kind: Int, Sendable, Hashable, CaseIterable {
    /// Who joined, left or changed state can be narrowed down (L2).
    case movers
    /// Few head counts' difference, and nobody knows who moved.
    case withoutIdentifiers
    /// The amounts of few movers can be narrowed down.
    case amounts
    /// An old value was changed by few people (L3).
    case restated
    /// A hidden cell follows from two versions of one period (L3).
    case uncovered
    /// Levels changed without a mapping, and the two cuts leave small remainders (L4).
    case definitions
    /// Levels changed without a mapping, and the cuts could not be audited (L4).
    case unmapped
    /// An audit did not end in a usable answer.
    case unaudited
  }

  /// What can be done, best first.
  public enum Remedy: String, Sendable, Hashable, CaseIterable {
    /// Show the previous value again.
    case keepPrevious = "keep the previous value with its date"
    /// Show the split once a year.
    case yearly = "publish the split yearly"
    /// Merge levels.
    case coarsen = "coarsen: merge levels under [attributes.X] merge"
    /// Hide the cell.
    case hide = "hide it"
    /// Tell which levels became which.
    case map = "declare which levels became which"
  }

  /// What is wrong.
  public let kind: Kind
  /// The cell of the new release.
  public let cell: CellKey
  /// The tables it stands in or behind.
  public let tables: [String]
  /// The sequence of the release it is held against; 0 for the new one itself.
  public let sequence: Int
  /// The period of the value it is held against.
  public let period: String
  /// More, for the private log: who could be narrowed down, and how far.
  public let detail: String

  init(
    _ kind: Kind, _ cell: CellKey, tables: [String], sequence: Int, period: String, detail: String
  ) {
    self.kind = kind
    self.cell = cell
    self.tables = tables
    self.sequence = sequence
    self.period = period
    self.detail = detail
  }

  /// What can be done, best first.
  public var remedies: [Remedy] {
    let rest: [Remedy] = [.yearly, .coarsen, .hide]
    switch kind {
    case .definitions, .unmapped: return [.map] + rest
    case .uncovered: return [.coarsen, .hide]
    default: return sequence > 0 ? [.keepPrevious] + rest : rest
    }
  }

  /// The problem in one line, for the private log only.
  public var privateLine: String {
    let whom = sequence > 0 ? "release \(sequence), \(period)" : "this release, \(period)"
    return "ledger: \(kind): \(cell) against \(whom): \(detail); remedies: "
      + remedies.map(\.rawValue).joined(separator: ", or ")
  }

  /// The order in which problems are listed.
  static func precedes(_ left: LedgerProblem, _ right: LedgerProblem) -> Bool {
    if left.kind != right.kind { return left.kind.rawValue < right.kind.rawValue }
    if left.cell != right.cell { return left.cell < right.cell }
    return (left.sequence, left.period, left.detail) < (right.sequence, right.period, right.detail)
  }
}
