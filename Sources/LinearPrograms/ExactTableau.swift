/// The simplex method in whole numbers, without any rounding.
///
/// All entries are kept as whole numbers over one common denominator, the last pivot (Edmonds'
/// fraction-free elimination); an entry that does not fit 128 bits ends the solve. Columns at their
/// upper bounds are replaced by their distance from it. Bland's rule picks the pivots, so the method
/// ends. Cost: rows times columns for each iteration, with wide numbers: for small programs.
struct ExactTableau: SimplexModel {
  private struct Overflow: Error {}

  private let columns: [LinearProgram.Column]
  /// For each row of the program, 1, or -1 where it was negated to make its constant positive.
  private let signs: [Int128]
  /// For each basic row, its entries: the columns, one artificial column for each row of the
  /// program, and the value of the row's basic column.
  private var entries: [[Int128]] = []
  private var denominator: Int128 = 1
  /// The column that is basic in each row.
  private var basis: [Int] = []
  /// Whether a column stands for its distance from its upper bound.
  private var isFlipped: [Bool]
  private var objective: [Int128] = []
  private var isMaximizing = false
  private var start: SimplexOutcome?

  private var width: Int { columns.count + signs.count }

  init(_ program: LinearProgram) {
    columns = program.columns
    isFlipped = [Bool](repeating: false, count: program.columns.count)
    let size = program.columns.count + program.rows.count
    var signs: [Int128] = []
    for (index, row) in program.rows.enumerated() {
      var line = [Int128](repeating: 0, count: size + 1)
      line[size] = Int128(row.constant)
      for term in row.terms {
        line[term.column] = Int128(term.coefficient)
        line[size] -= Int128(term.coefficient) * Int128(program.columns[term.column].lower)
      }
      let sign: Int128 = line[size] < 0 ? -1 : 1
      if sign < 0 { for place in line.indices { line[place] = -line[place] } }
      line[program.columns.count + index] = 1
      signs.append(sign)
      entries.append(line)
      basis.append(program.columns.count + index)
    }
    self.signs = signs
  }

  mutating func solve(_ column: Int, maximize: Bool, iterations: inout Int) -> SimplexOutcome {
    do {
      if start == nil { start = try findPoint(&iterations) }
      if let start, start != .optimal {
        if start == .exhausted { self.start = nil }
        return start
      }
      objective = [Int128](repeating: 0, count: width)
      let sign: Int128 = maximize != isFlipped[column] ? -1 : 1
      if let row = basis.firstIndex(of: column) {
        for place in objective.indices where place != column {
          objective[place] = -sign * entries[row][place]
        }
      } else {
        objective[column] = sign * denominator
      }
      isMaximizing = maximize
      return try minimize(&iterations)
    } catch {
      start = .failed
      return .failed
    }
  }

  func values() -> [Double] {
    exactValues()?.map(\.approximation) ?? columns.map { Double($0.lower) }
  }

  func exactValues() -> [Fraction]? {
    var distances = [Int128](repeating: 0, count: columns.count)
    for (row, column) in basis.enumerated() where column < columns.count {
      distances[column] = entries[row][width]
    }
    var values: [Fraction] = []
    for (column, bounds) in columns.enumerated() {
      let bound = Int128(isFlipped[column] ? bounds.upper : bounds.lower)
      let distance = isFlipped[column] ? -distances[column] : distances[column]
      let (start, first) = bound.multipliedReportingOverflow(by: denominator)
      let (sum, second) = start.addingReportingOverflow(distance)
      guard !first, !second, let value = Fraction(sum, over: denominator) else { return nil }
      values.append(value)
    }
    return values
  }

  func duals() -> [BoundsAnswer.Dual] {
    signs.indices.compactMap { row in
      let value = objective[columns.count + row]
      guard value != 0 else { return nil }
      return BoundsAnswer.Dual(
        row: row,
        value: Double(isMaximizing ? value : -value) * Double(signs[row]) / Double(denominator))
    }
  }

  /// Looks for a first point: makes the sum of the artificial columns as small as can be.
  private mutating func findPoint(_ iterations: inout Int) throws(Overflow) -> SimplexOutcome {
    objective = [Int128](repeating: 0, count: width)
    for row in entries.indices where basis[row] >= columns.count {
      for place in columns.indices {
        let (sum, overflow) = objective[place].subtractingReportingOverflow(entries[row][place])
        guard !overflow else { throw Overflow() }
        objective[place] = sum
      }
    }
    guard try minimize(&iterations) == .optimal else { return .exhausted }
    for row in entries.indices where basis[row] >= columns.count && entries[row][width] != 0 {
      return .infeasible
    }
    var row = 0
    while row < entries.count {
      if basis[row] >= columns.count {
        if let column = columns.indices.first(where: { entries[row][$0] != 0 }) {
          if entries[row][column] < 0 { negate(row) }
          try pivot(row, column)
        } else {
          entries.remove(at: row)
          basis.remove(at: row)
          continue
        }
      }
      row += 1
    }
    return .optimal
  }

  private mutating func negate(_ row: Int) {
    for place in entries[row].indices { entries[row][place] = -entries[row][place] }
  }

  private func range(_ column: Int) -> Int128? {
    guard column < columns.count else { return nil }
    return Int128(columns[column].upper) - Int128(columns[column].lower)
  }

  /// Moves from point to point while the objective falls.
  private mutating func minimize(_ iterations: inout Int) throws(Overflow) -> SimplexOutcome {
    while let column = columns.indices.first(where: { objective[$0] < 0 && range($0) != 0 }) {
      guard iterations > 0 else { return .exhausted }
      iterations -= 1
      // The least step as a ratio; the column's own range comes first.
      var numerator = range(column) ?? 0
      var divisor: Int128 = 1
      var leaving: (row: Int, isAtUpper: Bool)?
      for row in entries.indices {
        let entry = entries[row][column]
        guard entry != 0 else { continue }
        var distance = entries[row][width]
        if entry < 0 {
          guard let range = range(basis[row]) else { continue }
          distance = try Self.product(range, denominator) - distance
        }
        let size = entry < 0 ? -entry : entry
        let left = try Self.product(distance, divisor)
        let right = try Self.product(numerator, size)
        let isTie = left == right
        let isFirst = leaving.map { basis[row] < basis[$0.row] } ?? (basis[row] < column)
        guard left < right || isTie && isFirst else { continue }
        numerator = distance
        divisor = size
        leaving = (row, entry < 0)
      }
      guard let leaving else {
        try flip(column)
        continue
      }
      if leaving.isAtUpper { try flipBasic(leaving.row) }
      try pivot(leaving.row, column)
    }
    return .optimal
  }

  /// Lets a column that is not basic stand for its distance from its other bound.
  private mutating func flip(_ column: Int) throws(Overflow) {
    let range = range(column) ?? 0
    for row in entries.indices {
      let (value, overflow) = entries[row][width].subtractingReportingOverflow(
        try Self.product(entries[row][column], range))
      guard !overflow else { throw Overflow() }
      entries[row][width] = value
      entries[row][column] = -entries[row][column]
    }
    objective[column] = -objective[column]
    isFlipped[column].toggle()
  }

  private mutating func flipBasic(_ row: Int) throws(Overflow) {
    let column = basis[row]
    let range = range(column) ?? 0
    let value = try Self.product(range, denominator) - entries[row][width]
    negate(row)
    entries[row][width] = value
    entries[row][column] = denominator
    isFlipped[column].toggle()
  }

  private mutating func pivot(_ row: Int, _ column: Int) throws(Overflow) {
    let line = entries[row]
    let pivot = line[column]
    for other in entries.indices where other != row {
      try eliminate(&entries[other], line, column, pivot)
    }
    try eliminate(&objective, line, column, pivot)
    basis[row] = column
    denominator = pivot
  }

  private func eliminate(
    _ target: inout [Int128], _ line: [Int128], _ column: Int, _ pivot: Int128
  ) throws(Overflow) {
    let factor = target[column]
    for place in target.indices {
      if factor == 0 || line[place] == 0 {
        guard target[place] != 0 else { continue }
        target[place] = try Self.product(target[place], pivot) / denominator
        continue
      }
      let (sum, overflow) = try Self.product(target[place], pivot)
        .subtractingReportingOverflow(try Self.product(factor, line[place]))
      guard !overflow else { throw Overflow() }
      target[place] = sum / denominator
    }
  }

  private static func product(_ first: Int128, _ second: Int128) throws(Overflow) -> Int128 {
    let (product, overflow) = first.multipliedReportingOverflow(by: second)
    guard !overflow else { throw Overflow() }
    return product
  }
}
