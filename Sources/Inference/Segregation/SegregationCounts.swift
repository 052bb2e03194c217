import Aggregates

/// Which groups of a table an index sees.
enum SegregationGroups {
  /// All of them.
  case all
  /// The first against everybody else.
  case firstAgainstRest
}

/// People by unit and group without the empty units and groups, and the names of those.
struct SegregationCounts {
  /// The counts, unit by unit.
  private(set) var cells: [Int]
  /// Everyone of each unit, of each group and in all.
  private(set) var unitTotals: [Int]
  private(set) var groupTotals: [Int]
  private(set) var total: Int
  /// The rows and columns of the table that the units and groups are.
  private(set) var rows: [Int]
  let columns: [Int]
  /// The names of the units and groups left out because nobody is in them.
  let emptyUnits: [String]
  let emptyGroups: [String]
  /// The names of the units left out because only one person is in them.
  private(set) var singlePersonUnits: [String] = []
  /// Why there is no segregation to speak of, or `nil`.
  private(set) var problem: String?

  var unitCount: Int { unitTotals.count }
  var groupCount: Int { groupTotals.count }

  /// Drops the empty units and groups.
  init(_ table: ContingencyTable, groups: SegregationGroups = .all) {
    let width = table.columnCount
    let counts = table.counts
    var everyUnit = [Int](repeating: 0, count: table.rowCount)
    var everyGroup = [Int](repeating: 0, count: width)
    for row in everyUnit.indices {
      for column in 0..<width {
        let count = counts[row * width + column]
        everyUnit[row] += count
        everyGroup[column] += count
      }
    }
    rows = everyUnit.indices.filter { everyUnit[$0] > 0 }
    unitTotals = rows.map { everyUnit[$0] }
    total = unitTotals.reduce(0, +)
    emptyUnits = everyUnit.indices.filter { everyUnit[$0] == 0 }.map(table.unitName)
    emptyGroups = everyGroup.indices.filter { everyGroup[$0] == 0 }.map(table.groupName)
    cells = []
    switch groups {
    case .all:
      columns = everyGroup.indices.filter { everyGroup[$0] > 0 }
      groupTotals = columns.map { everyGroup[$0] }
      cells.reserveCapacity(rows.count * columns.count)
      for row in rows {
        for column in columns { cells.append(counts[row * width + column]) }
      }
    case .firstAgainstRest:
      columns = [0, 1]
      groupTotals = [everyGroup[0], total - everyGroup[0]]
      cells.reserveCapacity(rows.count * 2)
      for row in rows {
        cells.append(counts[row * width])
        cells.append(everyUnit[row] - counts[row * width])
      }
    }
    problem = problem(of: groups, first: table.groupName(0))
  }

  /// The counts of some rows and columns, none of which may be empty among them.
  init(_ table: ContingencyTable, rows: [Int], columns: [Int]) {
    self.rows = rows
    self.columns = columns
    cells = rows.flatMap { row in columns.map { table[row, $0] } }
    unitTotals = rows.map { row in columns.reduce(0) { $0 + table[row, $1] } }
    groupTotals = columns.map { column in rows.reduce(0) { $0 + table[$1, column] } }
    total = unitTotals.reduce(0, +)
    emptyUnits = []
    emptyGroups = []
  }

  private func problem(of groups: SegregationGroups, first: String) -> String? {
    if total == 0 { return "Nobody is in the table." }
    switch groups {
    case .all:
      if groupCount < 2 { return "Everybody is in the same group." }
    case .firstAgainstRest:
      if groupTotals[0] == 0 { return "Nobody is in the first group, \(first)." }
      if groupTotals[1] == 0 { return "Everybody is in the first group, \(first)." }
    }
    if unitCount < 2 { return "Only one unit has anybody in it." }
    return nil
  }

  /// Without the units of one person, who have no colleagues; for two groups.
  func withoutSinglePersonUnits(named table: ContingencyTable) -> SegregationCounts {
    var other = self
    let kept = unitTotals.indices.filter { unitTotals[$0] > 1 }
    guard kept.count < unitCount, problem == nil else { return self }
    other.singlePersonUnits = unitTotals.indices.filter { unitTotals[$0] == 1 }
      .map { table.unitName(rows[$0]) }
    other.rows = kept.map { rows[$0] }
    other.unitTotals = kept.map { unitTotals[$0] }
    other.cells = kept.flatMap { unit in (0..<groupCount).map { self[unit, $0] } }
    other.groupTotals = (0..<groupCount).map { group in
      kept.reduce(0) { $0 + self[$1, group] }
    }
    other.total = other.unitTotals.reduce(0, +)
    if other.unitCount < 2 {
      other.problem = "Fewer than two units have more than one person."
    } else if other.groupTotals.contains(0) {
      other.problem = "All of a group are in units of one person."
    }
    return other
  }

  /// The same units and groups with other counts, row by row, that have the same margins.
  func dealt(_ cells: [Int]) -> SegregationCounts {
    var other = self
    other.cells = cells
    return other
  }

  /// The count of one unit and group.
  subscript(unit: Int, group: Int) -> Int { cells[unit * groupCount + group] }

  /// The count less what would be expected of it, times everyone; exact up to 2^53.
  func excess(_ count: Int, unit: Int, group: Int) -> Double {
    Self.excess(count, row: unitTotals[unit], column: groupTotals[group], total: total)
  }

  /// `total x count - row x column`, exact up to 2^53.
  static func excess(_ count: Int, row: Int, column: Int, total: Int) -> Double {
    // Products of two counts up to three thousand millions fit without looking.
    total <= 3_000_000_000
      ? Double(total &* count &- row &* column)
      : Double(Int128(total) * Int128(count) - Int128(row) * Int128(column))
  }

  /// Whether every unit can be reached from every other over units and groups that meet.
  var isConnected: Bool {
    var reached = [Bool](repeating: false, count: unitCount)
    var seen = [Bool](repeating: false, count: groupCount)
    var waiting = [0]
    while let group = waiting.popLast() {
      guard !seen[group] else { continue }
      seen[group] = true
      for unit in reached.indices where !reached[unit] && self[unit, group] > 0 {
        reached[unit] = true
        waiting += (0..<groupCount).filter { !seen[$0] && self[unit, $0] > 0 }
      }
    }
    return !reached.contains(false)
  }

  /// Everyone, as a number.
  var people: Double { Double(total) }

  /// The share of a group.
  func share(of group: Int) -> Double { Double(groupTotals[group]) / people }

  /// The chance that two people drawn with replacement are of different groups, `sum P (1 - P)`.
  var interaction: Double {
    groupTotals.reduce(0.0) { sum, group in
      sum + Double(group) / people * (Double(total - group) / people)
    }
  }

  /// Units and groups exchanged.
  var transposed: SegregationCounts { SegregationCounts(transposing: self) }

  private init(transposing other: SegregationCounts) {
    cells = (0..<other.groupCount).flatMap { group in
      (0..<other.unitCount).map { other[$0, group] }
    }
    unitTotals = other.groupTotals
    groupTotals = other.unitTotals
    total = other.total
    rows = other.columns
    columns = other.rows
    emptyUnits = other.emptyGroups
    emptyGroups = other.emptyUnits
    problem = other.problem
  }
}

extension ContingencyTable {
  /// What a row is called where rows are units.
  func unitName(_ row: Int) -> String { rowLabels?[row] ?? "unit \(row + 1)" }

  /// What a column is called where columns are groups.
  func groupName(_ column: Int) -> String { columnLabels?[column] ?? "group \(column + 1)" }
}
