/// Draws tables with given row and column totals, each as often as when people's outcomes are dealt
/// out to the groups at random.
///
/// The rows are halved again and again, and so are the columns. For a block of rows and columns the
/// people of its first half of rows, of its first half of columns and of the whole are known when it
/// is split, and how many belong to both halves is hypergeometric. So a table takes
/// (rows - 1) (columns - 1) draws of one number. One with at most 64 possible values is drawn from
/// an alias table, which is kept for the next time; its cutting points have at least 58 bits, of
/// which 32 are drawn at once and the others where the first do not decide. Among more values it is
/// searched outwards from the most probable with a uniform number of 53 bits. Probabilities carry
/// the rounding of `Double`, about 1e-15 of themselves in the alias tables and, from logarithms of
/// factorials, at most about 1e-8 in the searches among a million people.
/// - Source: Walker (1977), ACM Transactions on Mathematical Software 3, 253-256, for the alias
///   table; Patefield (1981), Applied Statistics 30, 91-97, for tables with given margins.
package struct FixedMarginsSampler: Sendable {
  /// The most people the tables may have, so that their log factorials fit in memory.
  package static let mostPeople = 1_000_000
  /// How many tables are drawn from one stream of random numbers.
  package static let blockSize = 8192

  /// One block to split: where its people and those of its parts are kept.
  struct Split {
    var whole: Int
    var firstRows: Int
    var firstColumns: Int
    var corners: (Int, Int, Int, Int)
  }

  let splits: [Split]
  let start: [Int]
  /// Where the cells of the table are kept, row by row.
  let cells: [Int]
  let logFactorials: [Double]

  /// Makes a sampler of tables with these totals, all positive, of at most `mostPeople`.
  package init(rowTotals: [Int], columnTotals: [Int]) throws(NumericalError) {
    let people = rowTotals.reduce(0, +)
    guard people == columnTotals.reduce(0, +), people <= Self.mostPeople,
      min(rowTotals.min() ?? 0, columnTotals.min() ?? 0) > 0
    else { throw .outsideDomain(function: "drawing tables", argument: Double(people)) }
    let rows = Halving(rowTotals)
    let columns = Halving(columnTotals)
    let width = columns.totals.count
    var start = Array(repeating: 0, count: rows.totals.count * width)
    for (row, total) in rows.totals.enumerated() { start[row * width] = total }
    for (column, total) in columns.totals.enumerated() { start[column] = total }
    self.start = start
    cells = rows.leaves.flatMap { row in columns.leaves.map { row * width + $0 } }
    splits = rows.halves.flatMap { row in
      columns.halves.map { column in
        Split(
          whole: row.node * width + column.node, firstRows: row.first * width + column.node,
          firstColumns: row.node * width + column.first,
          corners: (
            row.first * width + column.first, row.first * width + column.second,
            row.second * width + column.first, row.second * width + column.second
          ))
      }
    }
    var logFactorials: [Double] = []
    logFactorials.reserveCapacity(people + 1)
    for count in 0...people { logFactorials.append(try SpecialFunctions.logFactorial(count)) }
    self.logFactorials = logFactorials
  }

  /// The sum of the log factorials of some counts of at most everyone.
  package func logFactorialSum(_ counts: some Sequence<Int>) -> Double {
    counts.reduce(0) { $0 + logFactorials[$1] }
  }

  /// Totals halved down to single rows or columns; node 0 is all of them.
  private struct Halving {
    var totals: [Int] = []
    var leaves: [Int] = []
    var halves: [(node: Int, first: Int, second: Int)] = []

    init(_ all: [Int]) { _ = add(all[...]) }

    private mutating func add(_ part: ArraySlice<Int>) -> Int {
      let node = totals.count
      totals.append(part.reduce(0, +))
      if part.count == 1 {
        leaves.append(node)
      } else {
        let position = halves.count
        halves.append((node, node, node))
        let half = part.startIndex + part.count / 2
        halves[position].first = add(part[..<half])
        halves[position].second = add(part[half...])
      }
      return node
    }
  }
}
