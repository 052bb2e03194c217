/// The rounds in which further cells are hidden, against one attacker after another.
struct IntervalWidening: Sendable {
  /// The block with the further cells hidden.
  private(set) var block: HiddenCells
  /// The cells hidden in addition, in the order in which they were.
  private(set) var hidden: [Int] = []
  /// The simplex iterations used.
  private(set) var iterations = 0
  /// How often intervals were looked for.
  private(set) var rounds = 0
  /// The tables found on the way.
  private(set) var tables: PossibleTables
  /// The width an interval must have.
  let width: Int
  private let costs: [Int?]
  private let iterationLimit: Int

  /// How small a claimed change of an end counts as none.
  private static let tolerance = 1e-7

  /// Starts with nothing hidden in addition.
  ///
  /// - Throws: `.malformedProgram` if there is not one cost per cell, or a protected cell is none.
  init(
    _ block: HiddenCells, protected: [Int], costs: [Int?], width: Int, iterationLimit: Int
  ) throws(SolverFailure) {
    guard costs.count == block.counts.count, width >= 0 else { throw .malformedProgram }
    for cell in protected where !block.counts.indices.contains(cell) { throw .malformedProgram }
    self.block = block
    self.costs = costs
    self.width = width
    self.iterationLimit = iterationLimit
    tables = PossibleTables(block, protected: protected)
  }

  /// Hides cells until those given are wide for an attacker, or nothing helps any more.
  ///
  /// - Parameters:
  ///   - cells: the cells that must not be narrowed down.
  ///   - model: what the attacker knows.
  ///   - insider: a cell that the attacker knows to hold somebody: themselves.
  /// - Returns: the last interval of each cell, and the cells that stay too narrow.
  mutating func widen(
    _ cells: [Int], model: AttackerModel, insider: Int? = nil, solver: some LinearProgramSolver
  ) throws(SolverFailure) -> (intervals: [Int: AttackerIntervals.Interval], unsafe: [Int]) {
    var found: [Int: AttackerIntervals.Interval] = [:]
    var pending = cells
    while !pending.isEmpty {
      let attack = try AttackerIntervals(
        block, protected: pending, model: model, insider: insider, width: width, solver: solver,
        iterationLimit: max(0, iterationLimit - iterations))
      iterations += attack.iterations
      rounds += 1
      if model == .zerosPublic { tables.add(attack) }
      var chosen = Set<Int>()
      var narrow: [Int] = []
      for (index, interval) in attack.intervals.enumerated() {
        found[interval.cell] = interval
        guard !interval.isSafe(width: width) else { continue }
        narrow.append(interval.cell)
        let candidates = candidates(attack.sensitivities(of: index), model)
        guard !candidates.contains(where: { chosen.contains($0) }),
          let cheapest = candidates.min(by: { (costs[$0] ?? 0, $0) < (costs[$1] ?? 0, $1) })
        else { continue }
        chosen.insert(cheapest)
        hidden.append(cheapest)
      }
      for cell in chosen { block.hide(cell) }
      if chosen.isEmpty { return (found, narrow) }
      pending = narrow
    }
    return (found, [])
  }

  /// Finds the tables at which cells are smallest and largest, for a reader who knows that zeros are
  /// public.
  mutating func explore(_ cells: [Int], solver: some LinearProgramSolver) throws(SolverFailure) {
    let attack = try AttackerIntervals(
      block, protected: cells, model: .zerosPublic, solver: solver,
      iterationLimit: max(0, iterationLimit - iterations))
    iterations += attack.iterations
    rounds += 1
    tables.add(attack)
  }

  /// The cells that may be hidden and whose change, in a direction in which they can change, widens
  /// the interval.
  private func candidates(
    _ sensitivities: [AttackerIntervals.Sensitivity], _ model: AttackerModel
  ) -> [Int] {
    sensitivities.compactMap { change in
      guard block.isPublished[change.cell], costs[change.cell] != nil,
        let count = block.counts[change.cell],
        !model.knows(count, hasPlace: block.hasPlace[change.cell])
      else { return nil }
      let canFall = count > model.least(count, hasPlace: block.hasPlace[change.cell])
      let widens =
        change.least < -Self.tolerance || change.greatest > Self.tolerance
        || canFall && (change.least > Self.tolerance || change.greatest < -Self.tolerance)
      return widens ? change.cell : nil
    }
  }
}
