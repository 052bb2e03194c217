import Analyses
import Estimates

/// All counts of a release as one system: every cell of every table once, and the identities that
/// tie them together.
struct CellSystem {
  /// One cell in an identity.
  struct Term: Hashable, Sendable {
    /// The cell's position.
    let cell: Int
    /// Its coefficient.
    let coefficient: Int
  }

  /// An identity `Σ coefficient · count = constant`.
  struct Line: Hashable, Sendable {
    /// The cells and their coefficients.
    let terms: [Term]
    /// The constant: 0, except in a planned identity that the data miss by a few people.
    let constant: Int
    /// Whether the identity is needed to imply all others; a redundant one still is a printed line.
    let isSpanning: Bool
  }

  /// The cells.
  private(set) var keys: [CellKey] = []
  /// How many people each holds; `nil` for a cell that only planned identities name.
  private(set) var counts: [Int?] = []
  /// Whether a cell stands in a published table under the levels that are shown.
  private(set) var isPublishable: [Bool] = []
  /// Whether a cell is one of those that tell a sensitive attribute of a whole group; a 0 among them
  /// is not shown unless the rest stays uncertain.
  private(set) var isGivingAway: [Bool] = []
  /// The identities.
  private(set) var lines: [Line] = []
  private var positions: [CellKey: Int] = [:]

  /// Gathers tables and planned identities.
  ///
  /// - Throws: `.inconsistent` if two tables count the same people differently.
  init(
    tables: [PlannedTable], relations: [LinearRelation], sensitive: [String] = [],
    threshold: Int = 1
  ) throws(GateError) {
    for table in tables {
      guard let cells = MarginalCells(table) else {
        throw .malformedTable(population: table.population)
      }
      let givingAway = cells.givingAway(sensitive, threshold: threshold)
      var ids: [Int] = []
      ids.reserveCapacity(cells.counts.count)
      for position in cells.counts.indices {
        let id = insert(cells.key(position))
        if let known = counts[id], known != cells.counts[position] {
          throw .inconsistent(keys[id])
        }
        counts[id] = cells.counts[position]
        if givingAway[position] { isGivingAway[id] = true }
        if table.isPublished && cells.isVisible(position) { isPublishable[id] = true }
        ids.append(id)
      }
      cells.forEachLine { whole, parts, isSpanning in
        let partIDs = parts.map { ids[$0] }
        guard !partIDs.contains(ids[whole]) else { return }
        lines.append(
          Line(
            terms: [Term(cell: ids[whole], coefficient: 1)]
              + partIDs.map { Term(cell: $0, coefficient: -1) },
            constant: 0, isSpanning: isSpanning))
      }
    }
    insert(relations)
  }

  /// Whether a reader knows that a cell is 0: zeros are shown, but for those that give a group away.
  func isKnownZero(_ cell: Int) -> Bool { counts[cell] == 0 && !isGivingAway[cell] }

  /// The position of a cell.
  func position(of key: CellKey) -> Int? { positions[key] }

  private mutating func insert(_ key: CellKey) -> Int {
    if let known = positions[key] { return known }
    positions[key] = keys.count
    keys.append(key)
    counts.append(nil)
    isPublishable.append(false)
    isGivingAway.append(false)
    return keys.count - 1
  }

  /// Takes in planned identities, working out the counts of cells that no table holds.
  private mutating func insert(_ relations: [LinearRelation]) {
    var identities: [[Term]] = []
    for relation in relations {
      var coefficients: [Int: Int] = [:]
      for term in relation.terms { coefficients[insert(term.cell), default: 0] += term.coefficient }
      let terms = coefficients.filter { $0.value != 0 }
        .map { Term(cell: $0.key, coefficient: $0.value) }
        .sorted { $0.cell < $1.cell }
      if !terms.isEmpty { identities.append(terms) }
    }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for terms in identities {
        let unknown = terms.filter { counts[$0.cell] == nil }
        guard unknown.count == 1, let term = unknown.first, abs(term.coefficient) == 1 else {
          continue
        }
        let rest = terms.reduce(0) { $0 + $1.coefficient * (counts[$1.cell] ?? 0) }
        counts[term.cell] = -term.coefficient * rest
        hasChanged = true
      }
    }
    for terms in identities {
      let isComplete = terms.allSatisfy { counts[$0.cell] != nil }
      let sum = terms.reduce(0) { $0 + $1.coefficient * (counts[$1.cell] ?? 0) }
      lines.append(Line(terms: terms, constant: isComplete ? sum : 0, isSpanning: true))
    }
  }
}
