public import LinearPrograms

/// How hidden counts are held against an attacker who reckons with inequalities.
///
/// A count that does not follow from a release by additions and subtractions may still be narrowed
/// down: parts are no more than wholes, and nothing is below nobody. A linear program finds how far.
/// A small count is safe where its limits are at least `threshold - 1` apart, so that they reach from
/// at least one person to no fewer than the threshold.
public struct IntervalAudit: Sendable {
  /// What solves the linear programs.
  public let solver: any LinearProgramSolver
  /// How many simplex iterations one block of the release may take.
  ///
  /// Iterations, not seconds, so that what is hidden does not depend on the machine.
  public let iterationLimit: Int
  /// The attackers: what each knows beside the release.
  ///
  /// Zeros are shown, so whoever reads the release knows that counts marked as hidden are at least 1;
  /// that attacker is stronger than one who only knows that counts are not negative. Of a count that
  /// the release has no place for they do not know whether it is 0, where a person counted in it does:
  /// an `InsiderAudit` follows for each such count.
  public static let models: [AttackerModel] = [.zerosPublic]
  /// Every attacker the models stand for, the weakest first.
  public static let attackers: [AttackerModel] = [.nonNegative, .insider, .zerosPublic]

  /// Makes an audit.
  public init(solver: any LinearProgramSolver, iterationLimit: Int = 2_000_000) {
    self.solver = solver
    self.iterationLimit = iterationLimit
  }

  /// Hides further cells of a block until every small one is safe.
  ///
  /// - Parameters:
  ///   - costs: what hiding each cell costs; `nil` for a cell that is not offered.
  ///   - isPublished: what was chosen.
  ///   - isSmall: the cells to be protected.
  /// - Throws: `.unaudited` where the solver fails, even with whole lines hidden; `.unsafe` where
  ///   nothing is left to hide.
  func protect(
    _ block: SuppressionBlock, costs: [Int?], isPublished: [Bool], isSmall: [Bool],
    threshold: Int
  ) throws(IntervalFailure) -> Protection {
    let small = block.cells.indices.filter { isSmall[$0] && !isPublished[$0] }
    guard !small.isEmpty else {
      return Protection(
        isPublished: isPublished, hidden: [], iterations: 0, narrowest: nil, insiders: 0,
        insiderPrograms: 0)
    }
    do {
      return try repair(block, isPublished, small, costs, threshold)
    } catch .solver(.budgetExhausted), .solver(.numerical) {
      // Whole lines instead of single cells: coarser, and far less to be reckoned with.
      var remaining = isPublished
      for cell in small {
        for line in block.linesOfCell[cell] {
          for term in block.lines[line].terms { remaining[term.cell] = false }
        }
      }
      return try repair(block, remaining, small, costs, threshold)
    }
  }

  private func repair(
    _ block: SuppressionBlock, _ isPublished: [Bool], _ small: [Int], _ costs: [Int?],
    _ threshold: Int
  ) throws(IntervalFailure) -> Protection {
    do {
      let cells = try HiddenCells(
        counts: block.counts, isPublished: isPublished,
        hasPlace: zip(costs, block.isGivingAway).map { $0 != nil && !$1 },
        lines: block.lines.map { line in
          LinearProgram.Row(
            terms: line.terms.map {
              LinearProgram.Term(column: $0.cell, coefficient: $0.coefficient)
            }, constant: line.constant)
        })
      let repair = try IntervalRepair(
        cells, protected: small, costs: costs, models: Self.models, width: threshold - 1,
        solver: solver, iterationLimit: iterationLimit)
      if let cell = repair.unsafe.first { throw IntervalFailure.unsafe(cell) }
      let audit = try InsiderAudit(after: repair, solver: solver)
      if let cell = audit.unsafe.first { throw IntervalFailure.unsafe(cell) }
      return Protection(
        isPublished: audit.block.isPublished, hidden: (repair.hidden + audit.hidden).sorted(),
        iterations: audit.iterations,
        narrowest: (repair.intervals + audit.intervals).compactMap { interval in
          interval.upper.map { $0 - interval.lower }
        }.min(),
        insiders: audit.insiders, insiderPrograms: audit.programs)
    } catch let failure as IntervalFailure {
      throw failure
    } catch let failure as SolverFailure {
      throw .solver(failure)
    } catch {
      throw .solver(.malformedProgram)
    }
  }

  /// What became of a block.
  struct Protection {
    /// The cells that stay published.
    let isPublished: [Bool]
    /// The cells hidden in addition, ascending.
    let hidden: [Int]
    let iterations: Int
    /// The width of the narrowest limited interval found with a program; `nil` where none has an upper
    /// limit.
    let narrowest: Int?
    /// How many hidden cells without a place have people in them who know that.
    let insiders: Int
    /// For how many of them a program was solved.
    let insiderPrograms: Int
  }

  /// Why a block could not be protected.
  enum IntervalFailure: Error, Hashable {
    /// The solver gave no answer that could be used.
    case solver(SolverFailure)
    /// A small cell stays too narrow with everything hidden that can be.
    case unsafe(Int)
  }
}
