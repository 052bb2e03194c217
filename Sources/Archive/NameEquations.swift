public import Estimates
public import LinearPrograms

/// Every identity that a reader can draw up from the names of cells alone.
///
/// Parts add up to wholes: a cell is the sum of the cells with one more attribute, over the single
/// levels of that attribute; a merged level is the sum of its members; a window is the sum of its
/// quarters; closing headcount is opening headcount and hires less exits; whoever reached a stage
/// stopped there or reached a later one. Cells that no place names take part as unknown counts, so
/// that a part is never more than its whole. Levels that the release does not name do too, unless a
/// whole that is shown with all its parts proves that there are none.
///
/// Where counts are rounded, an equation holds only as far as rounding lets it: what is known of each
/// count is a band around what is shown.
///
/// Shares code with no other room, least of all with the gate: it is the second opinion.
public struct NameEquations: Sendable {
  /// A cell in the equations.
  public struct Cell: Hashable, Sendable {
    /// Its name.
    public let key: CellKey
    /// How many people, where a reader knows.
    public let count: Int?
    /// Whether it has a place in the release, where it is marked as hidden.
    public let isHidden: Bool
  }

  /// The cells.
  public private(set) var cells: [Cell] = []
  /// The equations `Σ coefficient · count = constant` that hold, the columns being cells.
  public private(set) var rows: [LinearProgram.Row] = []
  /// The wholes of complete equations that do not add up: the release contradicts itself.
  public private(set) var inconsistencies: [CellKey] = []
  /// Hidden cells whose count a shown share beside a shown count gives away.
  public private(set) var told: [CellKey] = []
  /// Whether there are more equations than are drawn up; then they say nothing.
  public private(set) var isTooLarge = false

  private var positions: [CellKey: Int] = [:]
  private var termCount = 0
  /// How far a shown count may be from the true one: half the base it is rounded to.
  private let slack: Int

  /// The most terms of all equations together.
  private static let mostTerms = 10_000_000
  /// The most levels of a family that are held against each other in pairs.
  private static let mostPairedLevels = 200

  /// Draws up the equations of a release.
  public init(_ release: ArchivedRelease) {
    let book = LevelBook(release)
    slack = (release.rounding ?? 0) / 2
    for cell in release.cells {
      insert(Cell(key: cell.key, count: cell.count, isHidden: cell.count == nil))
    }
    if release.rounding == nil {
      for (key, base) in ShareBases.bases(release) { tell(key, base) }
    }
    for key in cells.map(\.key) { insertWholes(of: key) }
    let families = FamilyOfCells.families(of: cells.map(\.key))
    let known = Dictionary(
      uniqueKeysWithValues: cells.compactMap { cell in cell.count.map { (cell.key, $0) } })
    let complete = Completeness(
      families, book: book, known: release.rounding == nil ? known : [:])
    for family in families where !isTooLarge {
      guard let levels = book.attributes[family.attribute] else { continue }
      addPartition(family, levels, isComplete: complete.attributes.contains(family.attribute))
    }
    for equation in TimeEquations.equations(cells.map(\.key)) { add(equation) }
    for equation in NestedStages(release).equations(cells.map(\.key)) { add(equation) }
  }

  /// The position of a cell, by its name.
  public func position(of key: CellKey) -> Int? { positions[key] }

  private mutating func insert(_ cell: Cell) {
    guard positions[cell.key] == nil else { return }
    positions[cell.key] = cells.count
    cells.append(cell)
  }

  /// Takes in a count that a share gives away.
  private mutating func tell(_ key: CellKey, _ count: Int) {
    guard let position = positions[key] else {
      insert(Cell(key: key, count: count, isHidden: false))
      return
    }
    if let known = cells[position].count {
      if known != count { inconsistencies.append(key) }
    } else {
      told.append(key)
      cells[position] = Cell(key: key, count: count, isHidden: cells[position].isHidden)
    }
  }

  /// Takes in every cell with fewer conditions.
  private mutating func insertWholes(of key: CellKey) {
    for condition in key.conditions where LevelBook.isPartition(condition.attribute) {
      let whole = key.without(condition.attribute)
      guard positions[whole] == nil else { continue }
      insert(Cell(key: whole, count: nil, isHidden: false))
      insertWholes(of: whole)
    }
  }

  /// The equations of one whole and one attribute.
  private mutating func addPartition(
    _ family: FamilyOfCells, _ levels: AttributeLevels, isComplete: Bool
  ) {
    func part(_ single: Int) -> CellKey {
      family.whole.with(family.attribute, levels.singles[single])
    }
    let all = levels.singles.indices.filter { !isComplete || !levels.isUnnamed($0) }
    add(NamedEquation(whole: family.whole, parts: all.map(part)))
    // Implied by the others, and needed to see that what is shown does not add up.
    let sets = family.labels.prefix(Self.mostPairedLevels).compactMap {
      label -> (label: String, members: Set<Int>)? in
      guard let known = levels.members[label], let members = known else { return nil }
      return (label, members)
    }
    for (position, one) in sets.enumerated() {
      for other in sets[(position + 1)...] where one.members.isDisjoint(with: other.members) {
        let union = one.members.union(other.members)
        let parts = [one, other].map { family.whole.with(family.attribute, $0.label) }
        if union.count == levels.singles.count {
          add(NamedEquation(whole: family.whole, parts: parts))
        } else if let sum = sets.first(where: { $0.members == union }) {
          add(
            NamedEquation(whole: family.whole.with(family.attribute, sum.label), parts: parts))
        }
      }
    }
    for label in family.labels where !levels.isSingle(label) {
      let merged = family.whole.with(family.attribute, label)
      guard let known = levels.members[label], let members = known else {
        // All that is known of it is that it is a part.
        let rest = family.whole.with(family.attribute, "\u{1}all but \(label)")
        add(NamedEquation(whole: family.whole, parts: [merged, rest]))
        continue
      }
      add(
        NamedEquation(
          whole: merged,
          parts: members.sorted().filter { !isComplete || !levels.isUnnamed($0) }.map(part)))
    }
  }

  /// Takes in an equation unless it is complete and does not add up.
  private mutating func add(_ equation: NamedEquation) {
    var terms: [LinearProgram.Term] = []
    var rest = Int128(0)
    var isOpen = [false, false]
    var uncertain = 0
    termCount += equation.terms.count
    guard termCount <= Self.mostTerms else {
      isTooLarge = true
      return
    }
    for (key, coefficient) in equation.terms {
      insert(Cell(key: key, count: nil, isHidden: false))
      guard let position = positions[key] else { continue }
      if let count = cells[position].count {
        rest -= Int128(coefficient) * Int128(count)
        // A zero is shown as counted.
        if count > 0 { uncertain += abs(coefficient) * slack }
      } else {
        isOpen[coefficient > 0 ? 1 : 0] = true
        terms.append(LinearProgram.Term(column: position, coefficient: coefficient))
      }
    }
    // Unknown counts are not negative: on one side alone they cannot make up for a wrong sign.
    let canHold = rest.magnitude <= uncertain || isOpen[rest > 0 ? 1 : 0]
    guard canHold, let constant = Int(exactly: rest) else {
      inconsistencies.append(equation.whole)
      return
    }
    guard !terms.isEmpty else { return }
    if uncertain == 0 {
      rows.append(LinearProgram.Row(terms: terms, constant: constant))
    } else {
      addBand(terms, around: constant, reaching: uncertain)
    }
  }

  /// `Σ coefficient · count` lies from `centre - reach` to `centre + reach`: an unknown from 0 to twice the
  /// reach makes up for the rest.
  private mutating func addBand(
    _ terms: [LinearProgram.Term], around centre: Int, reaching reach: Int
  ) {
    let columns = ["low", "high"].map { side in
      cells.append(
        Cell(key: CellKey("\u{1}rounding \(rows.count) \(side)"), count: nil, isHidden: false))
      return cells.count - 1
    }
    rows.append(
      LinearProgram.Row(
        terms: terms + [LinearProgram.Term(column: columns[0], coefficient: 1)],
        constant: centre + reach))
    rows.append(
      LinearProgram.Row(
        terms: columns.map { LinearProgram.Term(column: $0, coefficient: 1) },
        constant: 2 * reach))
  }
}
