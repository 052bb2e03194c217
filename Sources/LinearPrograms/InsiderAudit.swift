/// How protected counts are held against single insiders: people who know that a cell holds somebody,
/// because they are in it.
///
/// Of a hidden cell without a place other readers do not know whether somebody is in it; a person in
/// it does. With `X` the tables a reader holds possible who knows that zeros are public
/// (``AttackerModel/zerosPublic``), a person of such a cell `i` holds `{x ∈ X : x_i ≥ 1}` possible.
/// Every protected count `c` must keep its width in each of these sets:
/// `⌊max x_c⌋ - ⌈min x_c⌉ ≥ width`. Where `c` holds the person themselves, the interval is that of the
/// others plus one and has the same width. Cells with a place are at least 1 in `X` already.
///
/// A person is taken to use one of their cells at a time. That settles all cells that contain it, which
/// are at least 1 with it; a person of two hidden cells without a place, neither of which contains the
/// other, is not covered. Nor is one who knows that nobody else is in their cell. Cells whose count
/// nobody knows have no insiders.
///
/// Pairs of a person and a protected count are proved with the tables the repair found, where two of
/// them or of their mixtures suffice. For the others the whole intervals of both cells are found, which
/// gives more tables. Only for what is then open a program is solved: all of one person in one program, and the
/// tables found serve those who follow. Persons of the last cell come first: where wholes are listed
/// before their parts, tables of a part's people serve the whole's. Counts that stay narrow are repaired
/// as in ``IntervalRepair``; what is proved stays proved, as hiding keeps every table possible that
/// was.
public struct InsiderAudit: Sendable {
  /// The block with the further cells hidden.
  public let block: HiddenCells
  /// The cells hidden beyond those of the repair, in the order in which they were.
  public let hidden: [Int]
  /// The protected cells that stay too narrow for some insider, or were so after the repair; ascending.
  public let unsafe: [Int]
  /// How many cells hold insiders: hidden, without a place, and somebody in them.
  public let insiders: Int
  /// How many insiders needed a program.
  public let programs: Int
  /// How many pairs of an insider and a protected cell needed one.
  public let pairs: Int
  /// The intervals found with programs, insider after insider; each at least this wide.
  public let intervals: [AttackerIntervals.Interval]
  /// The simplex iterations used, those of the repair included.
  public let iterations: Int

  /// Goes on where a repair ended: with its block, protected cells, costs, width and what is left of
  /// its iterations.
  ///
  /// - Parameters:
  ///   - repair: a repair of which ``AttackerModel/zerosPublic`` was a model. Without it nothing is
  ///     missed, but all is left to programs.
  ///   - solver: what solves.
  /// - Throws: any ``SolverFailure``; then nothing must be published.
  public init(
    after repair: IntervalRepair, solver: some LinearProgramSolver
  ) throws(SolverFailure) {
    var widening = repair.widening
    var unsafe = Set(repair.unsafe)
    var intervals: [AttackerIntervals.Interval] = []
    var programs = 0
    var pairs = 0
    let protected = widening.tables.protected
    let cells = widening.tables.insiders
    // Pairs of positions: the protected cells that are open for each insider.
    var open = widening.tables.unproven(width: widening.width)
    var explored = Set<Int>()
    for insider in cells.indices where !open[insider].isEmpty {
      let safe = open[insider].filter { !unsafe.contains(protected[$0]) }
      open[insider] = widening.tables.unproven(safe, for: insider, width: widening.width)
      guard !open[insider].isEmpty else { continue }
      explored.formUnion(open[insider].map { protected[$0] } + [cells[insider]])
    }
    // The ends of the whole intervals, found in one session, settle most of what is open.
    if !explored.isEmpty { try widening.explore(explored.sorted(), solver: solver) }
    for insider in cells.indices.reversed() where !open[insider].isEmpty {
      let safe = open[insider].filter { !unsafe.contains(protected[$0]) }
      let narrow = widening.tables.unproven(safe, for: insider, width: widening.width)
        .map { protected[$0] }
      guard !narrow.isEmpty else { continue }
      programs += 1
      pairs += narrow.count
      let outcome = try widening.widen(
        narrow, model: .zerosPublic, insider: cells[insider], solver: solver)
      intervals += narrow.compactMap { outcome.intervals[$0] }
      unsafe.formUnion(outcome.unsafe)
    }
    block = widening.block
    hidden = Array(widening.hidden.dropFirst(repair.hidden.count))
    self.unsafe = unsafe.sorted()
    insiders = cells.count { !widening.block.isPublished[$0] }
    self.programs = programs
    self.pairs = pairs
    self.intervals = intervals
    iterations = widening.iterations
  }
}
