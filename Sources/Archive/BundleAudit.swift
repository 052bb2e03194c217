public import Estimates
public import LinearPrograms

/// The second audit of a release: what a reader who draws up every equation from the names of cells
/// can tell of the counts that are hidden.
///
/// It reads the bundle alone and shares no code with the gate that made it. For every hidden cell it
/// finds the least and the greatest count that agree with all that is shown.
///
/// Without the truth a cell fails if it is determined exactly, or known to hold fewer people than the
/// threshold; a small count that is shown, or given away by a share, fails too. With the truth about
/// small cells, each of them fails whose limits are less than `threshold - 1` apart.
public struct BundleAudit: Sendable {
  /// Why a cell fails.
  public enum Reason: String, Hashable, Sendable, CaseIterable {
    /// A count below the threshold is shown.
    case shown = "a small count is shown"
    /// The count follows exactly from what is shown.
    case determined = "its count follows exactly"
    /// It is known that the count is below the threshold.
    case small = "it is known to be below the threshold"
    /// The limits of a small count are too close to each other.
    case narrow = "its limits are too close to each other"
    /// The truth is not within the limits: the audit draws up an equation that is false.
    case untrue = "its true count is not within its limits"
  }

  /// A cell that fails.
  ///
  /// Its name says who can be found: it is for the operator alone.
  public struct Failure: Hashable, Sendable {
    /// The cell.
    public let cell: CellKey
    /// Why.
    public let reason: Reason

    /// Makes a failure.
    public init(cell: CellKey, reason: Reason) {
      self.cell = cell
      self.reason = reason
    }
  }

  /// The limits of a hidden cell.
  public struct Limits: Hashable, Sendable {
    /// The cell.
    public let cell: CellKey
    /// The attacker.
    public let attacker: AttackerModel
    /// The least count.
    public let lower: Int
    /// The greatest count; `nil` where nothing limits it.
    public let upper: Int?

    /// How far apart they are; `nil` where nothing limits the greatest.
    public var width: Int? { upper.map { $0 - lower } }
  }

  /// The attackers, the weakest first.
  public static let attackers: [AttackerModel] = [.nonNegative, .zerosPublic]

  /// The threshold held against.
  public let threshold: Int
  /// How many hidden cells were attacked.
  public let hiddenCells: Int
  /// How many groups of hidden cells there are that no equation ties together.
  public let components: Int
  /// How many equations say something of them.
  public let equations: Int
  /// The limits, by attacker, then in the order of the cells' names.
  public let limits: [Limits]
  /// The width of the narrowest limits of a hidden cell; `nil` where none has an upper limit.
  ///
  /// A hidden cell need not be small: many are hidden to protect others, and theirs may be narrow.
  public let narrowest: Int?
  /// The cells that fail, in the order of their names.
  public let failures: [Failure]
  /// The wholes that are not the sum of their parts.
  public let inconsistencies: [CellKey]
  /// The simplex iterations used.
  public let iterations: Int

  /// Whether nothing failed and everything adds up.
  public var passed: Bool { failures.isEmpty && inconsistencies.isEmpty }

  /// Audits a release.
  ///
  /// - Parameters:
  ///   - release: what readers have.
  ///   - truth: the counts of small cells, where the auditor is inside the run.
  ///   - solver: what solves the linear programs.
  ///   - iterationLimit: how many simplex iterations one attacker may take.
  /// - Throws: any ``SolverFailure``; then nothing is known about any cell.
  public init(
    _ release: ArchivedRelease, truth: [CellKey: Int]? = nil, solver: some LinearProgramSolver,
    iterationLimit: Int = 2_000_000
  ) throws(SolverFailure) {
    let equations = NameEquations(release)
    guard !equations.isTooLarge else { throw .budgetExhausted }
    let hidden = equations.cells.indices.filter {
      equations.cells[$0].isHidden && equations.cells[$0].count == nil
    }.sorted { equations.cells[$0].key < equations.cells[$1].key }
    let system = HiddenSystem(
      cellCount: equations.cells.count, hidden: hidden, rows: equations.rows)
    let block = try HiddenCells(
      counts: system.cells.map { _ in nil },
      isPublished: system.cells.map { _ in false },
      hasPlace: system.cells.indices.map { $0 < system.hiddenCount }, lines: system.rows)
    var limits: [Limits] = []
    var used = 0
    for attacker in Self.attackers {
      let attack = try AttackerIntervals(
        block, protected: Array(0..<system.hiddenCount), model: attacker, solver: solver,
        iterationLimit: iterationLimit)
      used += attack.iterations
      limits += attack.intervals.map {
        Limits(
          cell: equations.cells[system.cells[$0.cell]].key, attacker: attacker, lower: $0.lower,
          upper: $0.upper)
      }
    }
    threshold = release.threshold
    hiddenCells = release.hiddenCells.count
    components = system.components
    self.equations = system.rows.count
    self.limits = limits
    narrowest = (limits.compactMap(\.width) + equations.told.map { _ in 0 }).min()
    inconsistencies = Set(equations.inconsistencies).sorted()
    iterations = used
    failures =
      Judgement(
        threshold: release.threshold, cells: equations.cells, told: equations.told, limits: limits,
        truth: truth
      ).failures
  }
}
