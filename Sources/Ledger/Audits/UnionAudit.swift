public import LinearPrograms

/// What several published cuts of people tell together, nested or not.
///
/// People who are in the same published and protected cells are one atom, of unknown size. Each
/// published count is the sum of its atoms, each protected one too. The limits of the protected counts
/// follow by linear programming. Only atoms with people in them are listed, as if the attacker knew
/// which combinations are empty; so limits may be narrower than any reader finds, and never wider.
public struct UnionAudit: Sendable {
  /// The limits of one protected group.
  public struct Finding: Sendable, Hashable {
    /// The group's position among those protected.
    public let group: Int
    /// The least number of people.
    public let lower: Int
    /// The greatest; `nil` where nothing limits it.
    public let upper: Int?

    /// How far apart the limits are; `nil` where nothing limits them.
    public var width: Int? { upper.map { $0 - lower } }

    /// Whether the limits are at least so far apart.
    public func isSafe(width: Int) -> Bool { self.width.map { $0 >= width } ?? true }
  }

  /// One finding per protected group, in order.
  public let findings: [Finding]
  /// How many atoms there are.
  public let atoms: Int

  /// The most atoms that are audited.
  public static let largest = 5_000

  /// Audits cuts.
  ///
  /// - Parameters:
  ///   - published: the people of each published count; anything comparable stands for a person.
  ///   - protected: the people of each group to be narrowed down.
  ///   - solver: what solves.
  ///   - iterationLimit: how many iterations all groups may take.
  /// - Throws: any ``SolverFailure``; `.budgetExhausted` also where there are more than ``largest``
  ///   atoms.
  public init<Person: Hashable & Comparable & Sendable>(
    published: [[Person]], protected: [[Person]], solver: some LinearProgramSolver,
    iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    var membership: [Person: [Int]] = [:]
    for (cell, people) in (published + protected).enumerated() {
      for person in people where membership[person]?.last != cell {
        membership[person, default: []].append(cell)
      }
    }
    var sizes: [[Int]: Int] = [:]
    for cells in membership.values { sizes[cells, default: 0] += 1 }
    let signatures = sizes.keys.sorted { $0.lexicographicallyPrecedes($1) }
    guard signatures.count <= Self.largest else { throw .budgetExhausted }
    let atoms = signatures.count
    self.atoms = atoms
    var members = [[Int]](repeating: [], count: published.count + protected.count)
    for (atom, cells) in signatures.enumerated() {
      for cell in cells { members[cell].append(atom) }
    }
    let counts = signatures.map { sizes[$0] ?? 0 }
    func total(_ cell: Int) -> Int { members[cell].reduce(0) { $0 + counts[$1] } }
    let groups = protected.indices.map { published.count + $0 }
    var lines = published.indices.map { cell in
      LinearProgram.Row(
        terms: members[cell].map { LinearProgram.Term(column: $0, coefficient: 1) },
        constant: total(cell))
    }
    for (index, cell) in groups.enumerated() {
      lines.append(
        LinearProgram.Row(
          terms: members[cell].map { LinearProgram.Term(column: $0, coefficient: 1) }
            + [LinearProgram.Term(column: atoms + index, coefficient: -1)], constant: 0))
    }
    let columns = atoms + groups.count
    let block = try HiddenCells(
      counts: counts + groups.map(total),
      isPublished: [Bool](repeating: false, count: columns),
      hasPlace: [Bool](repeating: false, count: columns), lines: lines)
    let intervals = try AttackerIntervals(
      block, protected: groups.indices.map { atoms + $0 }, model: .nonNegative, solver: solver,
      iterationLimit: iterationLimit)
    findings = intervals.intervals.map {
      Finding(group: $0.cell - atoms, lower: $0.lower, upper: $0.upper)
    }
  }
}
