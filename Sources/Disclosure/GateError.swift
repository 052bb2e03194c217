public import Estimates
public import LinearPrograms

/// Why the gate made no release.
///
/// The messages name cells, never their counts.
public enum GateError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Two tables of the plan count the same people differently.
  case inconsistent(CellKey)
  /// An exhibit or a statistic names a cell that no table of the plan holds.
  case unknownCell(CellKey, usedBy: String)
  /// An exhibit names a statistic that the plan does not hold.
  case unknownStatistic(String, exhibit: String)
  /// A table's counts do not fit its attributes.
  case malformedTable(population: String)
  /// The limits of hidden counts could not be found.
  case unaudited(SolverFailure)
  /// No pattern of hidden cells was found that provably protects a cell.
  case unsafe(CellKey)

  /// The error as a sentence without counts.
  public var description: String {
    switch self {
    case .inconsistent(let key):
      "two tables of the plan disagree on \(key)"
    case .unknownCell(let key, let user):
      "\(user) uses \(key), which no table of the plan holds"
    case .unknownStatistic(let id, let exhibit):
      "\(exhibit) shows the statistic \(id), which the plan does not hold"
    case .malformedTable(let population):
      "a table of \(population) has counts that do not fit its attributes"
    case .unaudited(let failure):
      "the limits of hidden counts could not be found: \(failure)"
    case .unsafe(let key):
      "no release protects \(key); merge levels or publish less"
    }
  }
}
