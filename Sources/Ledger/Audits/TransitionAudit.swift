public import LinearPrograms

/// L2: what two releases together tell about who changed state, joined or left.
///
/// The cells are those of a ``TransitionTable``, all hidden. What readers know is a sum of them:
/// a published head count at the earlier time is a sum of rows, one at the later time a sum of columns.
/// Colleagues also know the head counts of the whole, who joined and who left (attacker M3). Every
/// cell off the diagonal that holds 1 to `k - 1` people must keep limits at least `k - 1` apart. No
/// cell has a place in what is read, so each may be 0.
///
/// Where in truth nobody changed state, colleagues who take that for granted are right, and the audit
/// is done against them: `(i, j)` is 0 for `i ≠ j` both present. Where somebody did, such a guess would
/// be wrong, and they know nothing of it.
///
/// Limits are those of real numbers. With head counts, joiners and leavers the table is a transport
/// problem, for which they are those of whole numbers too.
public struct TransitionAudit: Sendable {
  /// The time of a published head count.
  public enum Time: String, Sendable, Hashable {
    /// The earlier release.
    case before
    /// The later release.
    case after
  }

  /// A head count that was published: people in any of these states at a time.
  public struct PublishedCount: Sendable, Hashable {
    /// When.
    public let time: Time
    /// The states.
    public let states: [Int]

    /// Names a published head count.
    public init(_ time: Time, states: [Int]) {
      self.time = time
      self.states = Array(Set(states)).sorted()
    }
  }

  /// What colleagues know beside what is published.
  public struct Knowledge: Sendable, Hashable {
    /// Whether they know how many people there were at both times, and how many joined and left.
    public let moverTotals: Bool
    /// Whether they take for granted that nobody changed state.
    public let assumesNoChanges: Bool

    /// Makes an attacker.
    public init(moverTotals: Bool = true, assumesNoChanges: Bool = true) {
      self.moverTotals = moverTotals
      self.assumesNoChanges = assumesNoChanges
    }
  }

  /// The limits of one protected cell; `states` stands for *absent*.
  public struct Finding: Sendable, Hashable {
    /// The state before.
    public let from: Int
    /// The state after.
    public let to: Int
    /// The least number of people.
    public let lower: Int
    /// The greatest; `nil` where nothing limits it.
    public let upper: Int?
    /// Whether the limits are far enough apart.
    public let isSafe: Bool
  }

  /// One finding per protected cell, row by row.
  public let findings: [Finding]
  /// The simplex iterations used.
  public let iterations: Int

  /// Whether every protected cell is safe.
  public var isSafe: Bool { findings.allSatisfy(\.isSafe) }

  /// Audits a table.
  ///
  /// - Parameters:
  ///   - table: the true transitions.
  ///   - published: the head counts that readers saw.
  ///   - knowledge: what colleagues know.
  ///   - threshold: `k`, the smallest group shown.
  ///   - isShortened: whether the solver may stop where a cell is known to be safe; limits are then at
  ///     least as wide as found.
  ///   - solver: what solves.
  ///   - iterationLimit: how many iterations all cells may take.
  /// - Throws: any ``SolverFailure``; nothing is then known, which is a refusal.
  public init(
    _ table: TransitionTable, published: [PublishedCount], knowledge: Knowledge = Knowledge(),
    threshold: Int, isShortened: Bool = false, solver: some LinearProgramSolver,
    iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    let states = table.states
    let side = states + 1
    var known = [Bool](repeating: false, count: side * side)
    known[side * side - 1] = true
    if knowledge.assumesNoChanges && table.changes == 0 {
      for before in 0..<states {
        for after in 0..<states where before != after { known[before * side + after] = true }
      }
    }
    var sums = published.map { Self.cells(of: $0, side: side) }
    if knowledge.moverTotals {
      sums += [
        Self.cells(of: PublishedCount(.before, states: Array(0..<states)), side: side),
        Self.cells(of: PublishedCount(.after, states: Array(0..<states)), side: side),
        Self.cells(of: PublishedCount(.before, states: [states]), side: side),
        Self.cells(of: PublishedCount(.after, states: [states]), side: side),
      ]
    }
    for cells in sums {
      guard cells.allSatisfy({ table.counts.indices.contains($0) }) else { throw .malformedProgram }
    }
    let block = try HiddenCells(
      counts: table.counts, isPublished: known,
      hasPlace: [Bool](repeating: false, count: side * side),
      lines: sums.map { cells in
        LinearProgram.Row(
          terms: cells.map { LinearProgram.Term(column: $0, coefficient: 1) },
          constant: cells.reduce(0) { $0 + table.counts[$1] })
      })
    let protected = table.counts.indices.filter { cell in
      cell / side != cell % side && table.counts[cell] > 0 && table.counts[cell] < threshold
    }
    let intervals = try AttackerIntervals(
      block, protected: protected, model: .zerosPublic,
      width: isShortened ? threshold - 1 : nil, solver: solver, iterationLimit: iterationLimit)
    findings = intervals.intervals.map { interval in
      Finding(
        from: interval.cell / side, to: interval.cell % side, lower: interval.lower,
        upper: interval.upper, isSafe: interval.isSafe(width: threshold - 1))
    }
    iterations = intervals.iterations
  }

  private static func cells(of count: PublishedCount, side: Int) -> [Int] {
    count.states.flatMap { state in
      (0..<side).map { count.time == .before ? state * side + $0 : $0 * side + state }
    }
  }
}
