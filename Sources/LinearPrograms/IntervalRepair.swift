/// Hides further cells until no protected count can be narrowed down.
///
/// A count is too narrow because known cells hold the ends of its interval: those by whose change the
/// ends would move. Of them the cheapest is hidden, the first where costs are equal, and the interval
/// is found anew. Hiding keeps every point possible that was, so what is safe stays safe and the loop
/// ends: each round hides at least one cell.
///
/// Where no cell that may be hidden holds an end, the end would stay even if all of them were hidden:
/// the count cannot be protected.
public struct IntervalRepair: Sendable {
  /// The block with the further cells hidden.
  public let block: HiddenCells
  /// The cells hidden in addition, in the order in which they were.
  public let hidden: [Int]
  /// The intervals of the protected cells under the last model, each at least this wide.
  public let intervals: [AttackerIntervals.Interval]
  /// The protected cells that stay too narrow under some model.
  public let unsafe: [Int]
  /// The simplex iterations used.
  public let iterations: Int
  /// How often intervals were looked for.
  public let rounds: Int

  /// The rounds, for those who go on from here.
  let widening: IntervalWidening

  /// Repairs a block.
  ///
  /// - Parameters:
  ///   - block: the cells.
  ///   - protected: the cells that must not be narrowed down.
  ///   - costs: what hiding a cell costs; `nil` for a cell that must not be hidden.
  ///   - models: the attackers, one after another. What is hidden against one is hidden for all.
  ///   - width: the width an interval must have.
  ///   - solver: what solves.
  ///   - iterationLimit: how many iterations all together may take.
  /// - Throws: any ``SolverFailure``; then nothing must be published.
  public init(
    _ block: HiddenCells, protected: [Int], costs: [Int?], models: [AttackerModel], width: Int,
    solver: some LinearProgramSolver, iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    var widening = try IntervalWidening(
      block, protected: protected, costs: costs, width: width, iterationLimit: iterationLimit)
    var found: [Int: AttackerIntervals.Interval] = [:]
    var unsafe = Set<Int>()
    for model in models {
      let outcome = try widening.widen(protected.sorted(), model: model, solver: solver)
      found.merge(outcome.intervals) { $1 }
      unsafe.formUnion(outcome.unsafe)
    }
    self.block = widening.block
    hidden = widening.hidden
    intervals = protected.compactMap { found[$0] }
    self.unsafe = unsafe.sorted()
    iterations = widening.iterations
    rounds = widening.rounds
    self.widening = widening
  }
}
