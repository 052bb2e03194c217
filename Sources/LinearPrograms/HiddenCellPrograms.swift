/// The linear programs that stand for what an attacker knows about a block.
///
/// Known cells become constants. Lines without hidden cells fall away, lines that say the same of the
/// hidden cells are kept once, and hidden cells that no line ties together become programs of their
/// own. Every column has a finite upper bound, far above any count: a count that can reach half of it
/// is without upper limit.
struct HiddenCellPrograms: Sendable {
  /// Where a hidden cell is.
  struct Place: Sendable {
    let program: Int
    let column: Int
  }

  /// The programs.
  private(set) var programs: [LinearProgram] = []
  /// Their true columns, where all are known.
  private(set) var truths: [[Int]?] = []
  /// The place of each hidden cell; `nil` if the attacker knows the count.
  private(set) var places: [Place?]
  /// The cells behind the columns of each program.
  private(set) var cells: [[Int]] = []
  /// The lines of the block behind the rows of each program.
  private(set) var lines: [[Int]] = []
  /// The upper bound of every column.
  let cap: Int

  /// A row before its columns are numbered: the cells with their coefficients, and what is left of the
  /// constant.
  private struct ReducedLine {
    let line: Int
    let terms: [LinearProgram.Term]
    let constant: Int
  }

  /// Makes the programs that hold the cells wanted.
  ///
  /// - Parameters:
  ///   - block: the block.
  ///   - model: what the attacker knows beside it.
  ///   - wanted: the cells wanted.
  ///   - insider: a cell of which the attacker knows that it holds somebody; `nil` for none.
  /// - Throws: `.inconsistentCounts` if lines contradict each other or the model; `.malformedProgram`
  ///   if numbers are out of range.
  init(
    _ block: HiddenCells, model: AttackerModel, wanted: [Int], insider: Int? = nil
  ) throws(SolverFailure) {
    let isKnown = block.counts.indices.map {
      block.isPublished[$0] || model.knows(block.counts[$0], hasPlace: block.hasPlace[$0])
    }
    let reduced = try Self.reduce(block, isKnown: isKnown)
    var sets = DisjointSets(count: block.counts.count)
    for line in reduced { sets.tie(line.terms.map(\.column)) }
    let roots = sets.representatives()
    var isWanted = [Bool](repeating: false, count: block.counts.count)
    for cell in wanted where !isKnown[cell] { isWanted[roots[cell]] = true }
    places = [Place?](repeating: nil, count: block.counts.count)
    var programOfRoot = [Int?](repeating: nil, count: block.counts.count)
    for cell in block.counts.indices where !isKnown[cell] && isWanted[roots[cell]] {
      let program = programOfRoot[roots[cell]] ?? cells.count
      if program == cells.count {
        programOfRoot[roots[cell]] = program
        cells.append([])
      }
      places[cell] = Place(program: program, column: cells[program].count)
      cells[program].append(cell)
    }
    let numbers = reduced.map { abs($0.constant) } + block.counts.compactMap { $0 }
    let largest = max(1000, numbers.max() ?? 0)
    cap = 16 * min(largest, LinearProgram.largestNumber / 16)
    lines = [[Int]](repeating: [], count: cells.count)
    var rows = [[LinearProgram.Row]](repeating: [], count: cells.count)
    for line in reduced {
      guard let first = line.terms.first, let program = programOfRoot[roots[first.column]] else {
        continue
      }
      lines[program].append(line.line)
      var terms: [LinearProgram.Term] = []
      for term in line.terms {
        guard let place = places[term.column] else { throw .malformedProgram }
        terms.append(LinearProgram.Term(column: place.column, coefficient: term.coefficient))
      }
      rows[program].append(LinearProgram.Row(terms: terms, constant: line.constant))
    }
    for (program, members) in cells.enumerated() {
      programs.append(
        try LinearProgram(
          columns: members.map { cell in
            let least = model.least(block.counts[cell], hasPlace: block.hasPlace[cell])
            return LinearProgram.Column(
              lower: cell == insider ? max(1, least) : least, upper: cap)
          }, rows: rows[program]))
      let known = members.compactMap { block.counts[$0] }
      truths.append(known.count == members.count ? known : nil)
    }
  }

  /// Moves known cells into the constants, and keeps each line once.
  private static func reduce(
    _ block: HiddenCells, isKnown: [Bool]
  ) throws(SolverFailure) -> [ReducedLine] {
    var reduced: [ReducedLine] = []
    var constants: [[LinearProgram.Term]: Int] = [:]
    for (index, line) in block.lines.enumerated() {
      var rest = Int128(line.constant)
      var terms: [LinearProgram.Term] = []
      for term in line.terms {
        if isKnown[term.column], let count = block.counts[term.column] {
          rest -= Int128(term.coefficient) * Int128(count)
        } else {
          terms.append(term)
        }
      }
      terms.sort { $0.column < $1.column }
      if let first = terms.first, first.coefficient < 0 {
        rest = -rest
        terms = terms.map {
          LinearProgram.Term(column: $0.column, coefficient: -$0.coefficient)
        }
      }
      guard let constant = Int(exactly: rest),
        constant.magnitude <= UInt(LinearProgram.largestNumber)
      else { throw .malformedProgram }
      if let same = terms.isEmpty ? 0 : constants[terms] {
        guard same == constant else { throw .inconsistentCounts }
        continue
      }
      constants[terms] = constant
      reduced.append(ReducedLine(line: index, terms: terms, constant: constant))
    }
    return reduced
  }
}
