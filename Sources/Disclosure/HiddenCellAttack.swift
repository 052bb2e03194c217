/// The attack of `RecoverabilityAudit` on cells by position.
struct HiddenCellAttack: Sendable {
  private let isDetermined: [Bool]
  private var lower: [Int]
  private var upper: [Int]
  /// Whether no counts at all fit what is published and known: then everything counts as recoverable.
  private(set) var isContradictory = false

  /// No limit.
  private static let unbounded = Int.max

  /// Attacks a block; `published` is `nil` for a hidden cell.
  init(published: [Int?], lines: [CellSystem.Line], hiddenAtLeast leasts: [Int]) {
    isDetermined = HiddenCellAttack.determined(published: published, lines: lines)
    lower = zip(published, leasts).map { $0 ?? $1 }
    upper = published.map { $0 ?? HiddenCellAttack.unbounded }
    tighten(lines)
  }

  /// Whether a cell's value follows from what is published.
  func isRecoverable(_ cell: Int) -> Bool {
    isContradictory || isDetermined[cell] || lower[cell] == upper[cell]
  }

  /// The limits of a cell.
  func limits(of cell: Int) -> (lower: Int, upper: Int?) {
    (lower[cell], upper[cell] == HiddenCellAttack.unbounded ? nil : upper[cell])
  }

  /// Which hidden cells are the same in every solution of the identities.
  ///
  /// The identities are brought to echelon form; then one solution of the homogeneous system is
  /// drawn, with arbitrary residues in the free cells. A cell that is determined is zero in it; one
  /// that is not is zero with probability 2^-61, which would err on the safe side.
  private static func determined(published: [Int?], lines: [CellSystem.Line]) -> [Bool] {
    let field = PrimeField.audit
    var pivots: [Int] = []
    var rows: [SparseVector] = []
    var rowOfPivot = [Int?](repeating: nil, count: published.count)
    var uses = [Int](repeating: 0, count: published.count)
    let equations = lines.map { line in
      line.terms.filter { published[$0.cell] == nil }
        .map { (column: $0.cell, integer: $0.coefficient) }
    }.sorted { $0.count < $1.count }
    for equation in equations { for term in equation { uses[term.column] += 1 } }
    for equation in equations where !equation.isEmpty {
      var row = SparseVector(equation, in: field)
      while let next = row.columns.compactMap({ rowOfPivot[$0] }).min() {
        let factor = field.negative(row.residue(at: pivots[next]))
        row = row.adding(rows[next], times: factor, in: field)
      }
      guard let pivot = row.columns.min(by: { (uses[$0], $0) < (uses[$1], $1) }) else { continue }
      rowOfPivot[pivot] = rows.count
      pivots.append(pivot)
      rows.append(row.scaled(by: field.reciprocal(row.residue(at: pivot)), in: field))
    }
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    var solution = published.map { value -> UInt64 in
      guard value == nil else { return 0 }
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) % (field.modulus - 1) + 1
    }
    for index in rows.indices.reversed() {
      var rest: UInt64 = 0
      for (column, residue) in zip(rows[index].columns, rows[index].residues)
      where column != pivots[index] {
        rest = field.sum(rest, field.product(residue, solution[column]))
      }
      solution[pivots[index]] = field.negative(rest)
    }
    return published.indices.map { published[$0] != nil || solution[$0] == 0 }
  }

  /// Narrows the limits with what every line leaves for each of its cells, until nothing moves.
  private mutating func tighten(_ lines: [CellSystem.Line]) {
    var linesOfCell = [[Int]](repeating: [], count: lower.count)
    for (index, line) in lines.enumerated() {
      for term in line.terms { linesOfCell[term.cell].append(index) }
    }
    var waiting = Array(lines.indices)
    var isWaiting = [Bool](repeating: true, count: lines.count)
    var next = 0
    let budget = 200 * lines.count + 1000
    while next < waiting.count && next < budget {
      let index = waiting[next]
      next += 1
      isWaiting[index] = false
      for cell in narrow(lines[index]) {
        // Limits that cross would drift apart without end.
        guard lower[cell] <= upper[cell] else {
          isContradictory = true
          return
        }
        for other in linesOfCell[cell] where !isWaiting[other] {
          isWaiting[other] = true
          waiting.append(other)
        }
      }
    }
  }

  /// Narrows the limits of a line's cells; returns those that moved.
  private mutating func narrow(_ line: CellSystem.Line) -> [Int] {
    var least = 0
    var most = 0
    var openBelow = 0
    var openAbove = 0
    for term in line.terms {
      let (low, high) = range(of: term)
      if let low { least += low } else { openBelow += 1 }
      if let high { most += high } else { openAbove += 1 }
    }
    var moved: [Int] = []
    for term in line.terms where lower[term.cell] != upper[term.cell] {
      let (low, high) = range(of: term)
      let before = (lower[term.cell], upper[term.cell])
      // The other cells of the line take at least `least - low`, so this one takes at most the rest.
      if openBelow == 0 || (openBelow == 1 && low == nil) {
        cap(term, atMost: line.constant - (least - (low ?? 0)))
      }
      if openAbove == 0 || (openAbove == 1 && high == nil) {
        cap(term, atLeast: line.constant - (most - (high ?? 0)))
      }
      if before != (lower[term.cell], upper[term.cell]) {
        moved.append(term.cell)
        let (newLow, newHigh) = range(of: term)
        if let newLow { least += newLow - (low ?? 0) }
        if low == nil && newLow != nil { openBelow -= 1 }
        if let newHigh { most += newHigh - (high ?? 0) }
        if high == nil && newHigh != nil { openAbove -= 1 }
      }
    }
    return moved
  }

  /// The limits of `coefficient · cell`.
  private func range(of term: CellSystem.Term) -> (low: Int?, high: Int?) {
    let low = lower[term.cell] * term.coefficient
    let isOpen = upper[term.cell] == HiddenCellAttack.unbounded
    let high = isOpen ? nil : upper[term.cell] * term.coefficient
    return term.coefficient > 0 ? (low, high) : (high, low)
  }

  private mutating func cap(_ term: CellSystem.Term, atMost value: Int) {
    if term.coefficient > 0 {
      upper[term.cell] = min(upper[term.cell], floorDivision(value, term.coefficient))
    } else {
      lower[term.cell] = max(lower[term.cell], -floorDivision(value, -term.coefficient))
    }
  }

  private mutating func cap(_ term: CellSystem.Term, atLeast value: Int) {
    if term.coefficient > 0 {
      lower[term.cell] = max(lower[term.cell], -floorDivision(-value, term.coefficient))
    } else {
      upper[term.cell] = min(upper[term.cell], floorDivision(-value, -term.coefficient))
    }
  }

  private func floorDivision(_ value: Int, _ divisor: Int) -> Int {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
