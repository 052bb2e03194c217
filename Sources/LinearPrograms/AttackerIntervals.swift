/// How closely an attacker can narrow hidden counts down, by linear programming.
///
/// For a protected cell `c` with the published counts and the identities as rows, and the bounds of an
/// ``AttackerModel``: `L = ⌈min x_c⌉` and `U = ⌊max x_c⌋`. The cell is safe iff `U - L ≥ width`, the
/// required width being `k - 1` for a threshold of `k`. Intervals are those of real numbers: an
/// attacker who also uses that counts are whole may, in tables of three and more attributes, find
/// narrower ones.
///
/// Both ends are values at points that satisfy every row in exact arithmetic, found by the solver and
/// checked by ``BoundsCheck``.
public struct AttackerIntervals: Sendable {
  /// The limits of a hidden count.
  public struct Interval: Hashable, Sendable {
    /// The cell's position.
    public let cell: Int
    /// The least whole number.
    public let lower: Int
    /// The greatest whole number; `nil` where nothing limits it.
    public let upper: Int?
    /// Whether the solver claims that no point goes beyond; else the interval is at least this wide.
    public let isClaimedOptimal: Bool

    /// Whether the ends are so far apart.
    public func isSafe(width: Int) -> Bool {
      guard let upper else { return true }
      let (distance, overflow) = upper.subtractingReportingOverflow(lower)
      return !overflow && distance >= width
    }
  }

  /// By how much the ends of an interval would move if a known cell were one person larger, as the
  /// solver claims.
  struct Sensitivity: Sendable {
    let cell: Int
    let least: Double
    let greatest: Double
  }

  /// The intervals, in the order of the protected cells.
  public let intervals: [Interval]
  /// The simplex iterations used.
  public let iterations: Int
  /// The programs solved.
  let programs: HiddenCellPrograms
  /// The points found, each with its program.
  let points: [(program: Int, point: ExactPoint)]
  private let block: HiddenCells
  private let checked: [BoundsCheck.Interval?]

  /// Attacks a block.
  ///
  /// - Parameters:
  ///   - block: the cells.
  ///   - protected: the cells to be narrowed down.
  ///   - model: what the attacker knows beside what is published.
  ///   - width: the width at which a cell is safe and need not be looked at further; `nil` asks for
  ///     the whole interval.
  ///   - solver: what solves.
  ///   - iterationLimit: how many iterations all cells together may take.
  /// - Throws: any ``SolverFailure``; then nothing is known about any cell.
  public init(
    _ block: HiddenCells, protected: [Int], model: AttackerModel, width: Int? = nil,
    solver: some LinearProgramSolver, iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    try self.init(
      block, protected: protected, model: model, insider: nil, width: width, solver: solver,
      iterationLimit: iterationLimit)
  }

  /// Attacks a block as somebody who beside the model knows that a cell holds somebody; `nil` for
  /// nothing beside it.
  init(
    _ block: HiddenCells, protected: [Int], model: AttackerModel, insider: Int?, width: Int?,
    solver: some LinearProgramSolver, iterationLimit: Int
  ) throws(SolverFailure) {
    for cell in protected {
      guard block.counts.indices.contains(cell) else { throw .malformedProgram }
    }
    let programs = try HiddenCellPrograms(
      block, model: model, wanted: protected, insider: insider)
    let targets = protected.compactMap { cell in
      programs.places[cell].map {
        BoundsRequest.Target(program: $0.program, column: $0.column, enough: width)
      }
    }
    let request = try BoundsRequest(
      programs: programs.programs, targets: targets, iterationLimit: iterationLimit)
    let check = try BoundsCheck(
      targets.isEmpty
        ? BoundsAnswer(points: [], targets: [], iterations: 0) : solver.bounds(request),
      to: request, truths: programs.truths)
    var intervals: [Interval] = []
    var checked: [BoundsCheck.Interval?] = []
    var next = 0
    for cell in protected {
      let own = model.own(block.counts[cell])
      guard programs.places[cell] != nil else {
        guard let count = block.counts[cell] else { throw .malformedProgram }
        intervals.append(
          Interval(cell: cell, lower: count - own, upper: count - own, isClaimedOptimal: true))
        checked.append(nil)
        continue
      }
      let found = check.intervals[next]
      next += 1
      let upper = found.greatest.floor
      intervals.append(
        Interval(
          cell: cell, lower: found.least.ceiling - own,
          upper: upper >= programs.cap / 2 ? nil : upper - own,
          isClaimedOptimal: found.isClaimedOptimal))
      checked.append(found)
    }
    self.intervals = intervals
    self.checked = checked
    self.programs = programs
    points = check.points
    self.block = block
    iterations = check.iterations
  }

  /// The known cells that hold the ends of an interval, ascending, for an interval narrower than the
  /// width asked for.
  ///
  /// With `y` the dual values of the rows and `a` the cell's coefficients, an end moves by
  /// `-Σ a · y` per person.
  func sensitivities(of index: Int) -> [Sensitivity] {
    guard let checked = checked[index], let place = programs.places[intervals[index].cell] else {
      return []
    }
    let lines = programs.lines[place.program]
    let rows = programs.programs[place.program].rows
    var least: [Int: Double] = [:]
    var greatest: [Int: Double] = [:]
    for (duals, isLeast) in [(checked.leastDuals, true), (checked.greatestDuals, false)] {
      for dual in duals {
        let line = block.lines[lines[dual.row]]
        let sign = sign(of: rows[dual.row], against: line, in: place.program)
        for term in line.terms where programs.places[term.column] == nil {
          let change = -sign * Double(term.coefficient) * dual.value
          if isLeast {
            least[term.column, default: 0] += change
          } else {
            greatest[term.column, default: 0] += change
          }
        }
      }
    }
    return Set(least.keys).union(greatest.keys).sorted().map {
      Sensitivity(cell: $0, least: least[$0] ?? 0, greatest: greatest[$0] ?? 0)
    }
  }

  /// 1, or -1 where the row is the negative of the line it was made of.
  private func sign(
    of row: LinearProgram.Row, against line: LinearProgram.Row, in program: Int
  ) -> Double {
    guard let first = row.terms.first else { return 1 }
    for term in line.terms {
      if let place = programs.places[term.column], place.program == program,
        place.column == first.column
      {
        return (term.coefficient < 0) == (first.coefficient < 0) ? 1 : -1
      }
    }
    return 1
  }
}
