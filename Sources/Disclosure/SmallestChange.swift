import LinearPrograms

/// Searches for the smallest change of hidden counts that moves one of them, by linear programming.
///
/// Each hidden count may go up by `u` and down by `d` people, as far as its room allows, and every line
/// stays as it is:
///
///     Σ coefficient · (u - d) = 0        u_c ≥ 1 or d_c ≥ 1 for the cell c        least Σ (u + d)
///
/// Least changes are mostly loops through a few lines and so of whole numbers; where one is not, a
/// multiple of it may be. Nothing here is a proof: whoever asks verifies the change in whole numbers.
struct SmallestChange {
  private let block: SuppressionBlock
  /// The least that a reader may take each hidden cell to hold.
  private let leasts: [Int]
  private let isKnown: [Bool]
  private let solver: any LinearProgramSolver
  /// The hidden cells that lines tie to each other, by a number they share.
  private let component: [Int]
  /// Programs that may still be solved.
  private(set) var remaining: Int
  /// Why the solver gave no answer; it is not asked again.
  private(set) var failure: SolverFailure?

  /// By how much one count may change.
  private static let reach = 60
  /// By how much all counts together may change.
  private static let largestSum = 400
  private static let iterationLimit = 20_000

  /// Prepares searches in a block some of whose cells are known.
  init(
    block: SuppressionBlock, leasts: [Int], isKnown: [Bool], solver: any LinearProgramSolver,
    programs: Int
  ) {
    self.block = block
    self.leasts = leasts
    self.isKnown = isKnown
    self.solver = solver
    remaining = programs
    var sets = DisjointSets(count: block.cells.count)
    for line in block.lines { sets.tie(line.terms.map(\.cell).filter { !isKnown[$0] }) }
    component = sets.representatives()
  }

  /// A change that moves a cell and keeps every line; `nil` if none was found.
  mutating func change(moving cell: Int) -> [AlternativeTables.Shift]? {
    let cells = component.indices.filter { component[$0] == component[cell] && !isKnown[$0] }
    for isUp in [true, false] where failure == nil && remaining > 0 {
      remaining -= 1
      if let change = change(moving: cell, up: isUp, among: cells) { return change }
    }
    return nil
  }

  /// By how much a hidden count may fall and still hold somebody.
  private func room(_ cell: Int) -> Int {
    guard let people = block.counts[cell] else { return Self.reach }
    return min(Self.reach, max(0, people - leasts[cell]))
  }

  private mutating func change(
    moving cell: Int, up isUp: Bool, among cells: [Int]
  ) -> [AlternativeTables.Shift]? {
    if !isUp && room(cell) == 0 { return nil }
    var place = [Int: Int]()
    for (position, other) in cells.enumerated() { place[other] = position }
    // Up, down, up, down, ... and the sum of all last.
    let columns = cells.flatMap { other -> [LinearProgram.Column] in
      guard other == cell else {
        return [.init(lower: 0, upper: Self.reach), .init(lower: 0, upper: room(other))]
      }
      return isUp
        ? [.init(lower: 1, upper: Self.reach), .init(lower: 0, upper: 0)]
        : [.init(lower: 0, upper: 0), .init(lower: 1, upper: room(other))]
    }
    let sum = columns.count
    var rows: [LinearProgram.Row] = []
    var seen: Set<Int> = []
    for other in cells {
      for line in block.linesOfCell[other] where seen.insert(line).inserted {
        rows.append(
          LinearProgram.Row(
            terms: block.lines[line].terms.flatMap { term -> [LinearProgram.Term] in
              guard let position = place[term.cell] else { return [] }
              return [
                .init(column: 2 * position, coefficient: term.coefficient),
                .init(column: 2 * position + 1, coefficient: -term.coefficient),
              ]
            }, constant: 0))
      }
    }
    rows.append(
      LinearProgram.Row(
        terms: (0..<sum).map { .init(column: $0, coefficient: 1) }
          + [.init(column: sum, coefficient: -1)], constant: 0))
    do throws(SolverFailure) {
      let request = try BoundsRequest(
        programs: [
          LinearProgram(
            columns: columns + [.init(lower: 1, upper: Self.largestSum)], rows: rows)
        ],
        targets: [.init(program: 0, column: sum)], iterationLimit: Self.iterationLimit)
      let answer = try solver.bounds(request)
      guard case .bounded(let least, _, _)? = answer.targets.first,
        answer.points.indices.contains(least.point)
      else { return nil }
      return shifts(answer.points[least.point], cells, columns)
    } catch {
      failure = error
      return nil
    }
  }

  /// The change of a point, times the least number that makes it whole.
  private func shifts(
    _ point: BoundsAnswer.Point, _ cells: [Int], _ columns: [LinearProgram.Column]
  ) -> [AlternativeTables.Shift]? {
    // A column that the point does not list is at its lower bound.
    var values = columns.map { Fraction($0.lower) }
    for (column, value) in zip(point.columns, point.values) where values.indices.contains(column) {
      values[column] = value
    }
    for factor in 1...6 where values.allSatisfy({ factor % $0.denominator == 0 }) {
      let wholes = values.map { $0.numerator * (factor / $0.denominator) }
      return cells.indices.compactMap { place in
        let by = wholes[2 * place] - wholes[2 * place + 1]
        return by == 0 ? nil : AlternativeTables.Shift(cell: cells[place], by: by)
      }
    }
    return nil
  }
}
