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

  /// How small a claimed change of an end counts as none.
  private static let tolerance = 1e-7

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
    guard costs.count == block.counts.count, width >= 0 else { throw .malformedProgram }
    var block = block
    var hidden: [Int] = []
    var found: [Int: AttackerIntervals.Interval] = [:]
    var unsafe = Set<Int>()
    var used = 0
    var rounds = 0
    for model in models {
      var pending = protected.sorted()
      while !pending.isEmpty {
        let attack = try AttackerIntervals(
          block, protected: pending, model: model, width: width, solver: solver,
          iterationLimit: max(0, iterationLimit - used))
        used += attack.iterations
        rounds += 1
        var chosen = Set<Int>()
        var narrow: [Int] = []
        for (index, interval) in attack.intervals.enumerated() {
          found[interval.cell] = interval
          guard !interval.isSafe(width: width) else { continue }
          narrow.append(interval.cell)
          let candidates = Self.candidates(
            attack.sensitivities(of: index), block, costs, model)
          guard !candidates.contains(where: { chosen.contains($0) }),
            let cheapest = candidates.min(by: { (costs[$0] ?? 0, $0) < (costs[$1] ?? 0, $1) })
          else { continue }
          chosen.insert(cheapest)
          hidden.append(cheapest)
        }
        for cell in chosen { block.hide(cell) }
        pending = narrow
        if chosen.isEmpty {
          unsafe.formUnion(narrow)
          break
        }
      }
    }
    self.block = block
    self.hidden = hidden
    intervals = protected.compactMap { found[$0] }
    self.unsafe = unsafe.sorted()
    iterations = used
    self.rounds = rounds
  }

  /// The cells that may be hidden and whose change, in a direction in which they can change, widens
  /// the interval.
  private static func candidates(
    _ sensitivities: [AttackerIntervals.Sensitivity], _ block: HiddenCells, _ costs: [Int?],
    _ model: AttackerModel
  ) -> [Int] {
    sensitivities.compactMap { change in
      guard block.isPublished[change.cell], costs[change.cell] != nil,
        let count = block.counts[change.cell],
        !model.knows(count, hasPlace: block.hasPlace[change.cell])
      else { return nil }
      let canFall = count > model.least(count, hasPlace: block.hasPlace[change.cell])
      let widens =
        change.least < -tolerance || change.greatest > tolerance
        || canFall && (change.least > tolerance || change.greatest < -tolerance)
      return widens ? change.cell : nil
    }
  }
}
