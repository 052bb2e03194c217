public import LinearPrograms

/// Whether a release may join those before it.
///
/// Everything is looked at in one pass: differences between periods (L1 triggers, L2 decides), means of
/// few movers, restated periods (L3), and attributes cut otherwise (L4). Nothing is changed or hidden;
/// the answer is a pass or a refusal with every problem.
public struct LedgerRuling: Sendable {
  /// The answer.
  public enum Outcome: Sendable, Hashable {
    /// The same bytes were published before: nothing new, no new entry.
    case unchanged
    /// The release may be published and entered.
    case passed
    /// The release may not be published.
    case refused(LedgerRefusal)
  }

  /// The answer.
  public let outcome: Outcome
  /// How many pairs of values were compared.
  public let comparisons: Int
  /// How many audits by linear programming were made.
  public let audits: Int

  /// Rules on a release.
  ///
  /// - Parameters:
  ///   - release: what wants to be published.
  ///   - chain: the releases before it, verified.
  ///   - policy: what is protected and how far.
  ///   - mappings: how levels of earlier releases became those of this one.
  ///   - solver: what solves linear programs. Where it fails, the cell is refused.
  public init(
    on release: LedgerRelease, after chain: LedgerChain, policy: LedgerPolicy,
    mappings: [LevelMapping] = [], solver: any LinearProgramSolver
  ) {
    guard !chain.holds(release) else {
      outcome = .unchanged
      comparisons = 0
      audits = 0
      return
    }
    let history = chain.entries.map { Relabelling.applied(mappings, to: $0, for: release) }
    let own = Relabelling.applied(mappings, to: release)
    let sensitive = Set(policy.sensitive)
    let new = ReleaseSide.sides(
      sequence: 0, cells: own.cells, states: own.states, sensitive: sensitive)
    // The latest release first: what it repeats of older ones is looked at once.
    let old = history.reversed().flatMap {
      ReleaseSide.sides(
        sequence: $0.sequence, cells: $0.cells, states: $0.states, sensitive: sensitive)
    }
    var comparison = ReleaseComparison(policy: policy, mappings: mappings, solver: solver)
    for after in new {
      for before in old where before.period == after.period { comparison.restate(before, after) }
      for before in old where before.period != after.period { comparison.compare(before, after) }
      guard policy.rulesWithinRelease else { continue }
      for before in new where before.period < after.period { comparison.compare(before, after) }
    }
    let problems = comparison.problems
    comparisons = comparison.comparisons
    audits = comparison.audits
    outcome = problems.isEmpty ? .passed : .refused(LedgerRefusal(problems))
  }
}
