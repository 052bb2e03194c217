import Aggregates

/// Counts and exact sums of one query, for the rows one worker has seen.
///
/// Cells are numbered by their mixed-radix code while the combinations are few, and in the order
/// they are met otherwise.
final class CellAccumulator {
  private struct Sums {
    var sum: Int128 = 0
    var squares: Int128 = 0
    var count: Int = 0
    var largest = Int64.min
    var second = Int64.min
  }

  /// The value of a row that has none.
  static let absent = Int64.min
  /// Cells are numbered by their code up to this many.
  private static let directCells = 1 << 16

  private let query: PassPlan.Query
  private let isDirect: Bool
  private let measures: Int
  private var capacity: Int
  private var counts: UnsafeMutablePointer<Int>
  private var sums: UnsafeMutablePointer<Sums>
  private var tallies: [ValueTally?]
  private var numbering = CellNumbering()
  private let cells: UnsafeMutablePointer<Int>
  private var overflows = false

  /// Makes an accumulator for batches of at most `batch` rows.
  init(_ query: PassPlan.Query, batch: Int) {
    self.query = query
    isDirect = query.cells <= Self.directCells
    measures = query.sums.count
    // One cell more, for the rows that no cell takes.
    capacity = isDirect ? query.cells + 1 : 1024
    counts = .allocate(capacity: capacity)
    counts.initialize(repeating: 0, count: capacity)
    sums = .allocate(capacity: max(1, capacity * measures))
    sums.initialize(repeating: Sums(), count: max(1, capacity * measures))
    tallies = query.sums.map { $0.keepsValues ? ValueTally() : nil }
    cells = .allocate(capacity: batch)
  }

  deinit {
    counts.deallocate()
    sums.deallocate()
    cells.deallocate()
  }

  /// Whether a sum of squares has left 128 bits.
  var hasOverflowed: Bool { overflows }

  /// Takes in a batch of rows.
  func add(
    rows: Int, codes: UnsafeMutablePointer<Int32>, values: UnsafeMutablePointer<Int64>,
    weights: UnsafeMutablePointer<Int64>?, stride batch: Int
  ) {
    number(rows: rows, codes: codes, stride: batch)
    if let weights {
      for row in 0..<rows { counts[cells[row]] &+= Int(weights[row]) }
    } else {
      for row in 0..<rows { counts[cells[row]] &+= 1 }
    }
    for (index, sum) in query.sums.enumerated() {
      let values = values + sum.slot &* batch
      if let weights {
        addWeighted(rows, index, values, weights)
      } else {
        addPlain(rows, index, values)
      }
      if let tally = tallies[index] {
        for row in 0..<rows where values[row] != Self.absent && cells[row] != discarded {
          tally.add(cells[row], values[row], Int(weights?[row] ?? 1))
        }
      }
    }
  }

  private var discarded: Int { isDirect ? query.cells : 0 }

  /// Fills `cells` with the number of each row's cell.
  private func number(rows: Int, codes: UnsafeMutablePointer<Int32>, stride batch: Int) {
    let cells = cells
    for row in 0..<rows { cells[row] = 0 }
    for (slot, stride) in zip(query.slots, query.strides) {
      let column = codes + slot &* batch
      for row in 0..<rows { cells[row] &+= Int(column[row]) &* stride }
    }
    for filter in query.filters {
      let column = codes + filter.slot &* batch
      filter.isAllowed.withUnsafeBufferPointer { isAllowed in
        for row in 0..<rows where !isAllowed[Int(column[row])] { cells[row] = -1 }
        // A code of a later slot cannot bring a row back: see below.
      }
    }
    if isDirect {
      if !query.filters.isEmpty {
        for row in 0..<rows where cells[row] < 0 { cells[row] = query.cells }
      }
      return
    }
    for row in 0..<rows {
      // Number 0 is for the rows that no cell takes.
      cells[row] = cells[row] < 0 ? 0 : numbering.number(of: cells[row]) + 1
      if cells[row] >= capacity { grow() }
    }
  }

  private func grow() {
    let newCapacity = capacity * 2
    let newCounts = UnsafeMutablePointer<Int>.allocate(capacity: newCapacity)
    newCounts.initialize(repeating: 0, count: newCapacity)
    newCounts.update(from: counts, count: capacity)
    counts.deallocate()
    counts = newCounts
    let newSums = UnsafeMutablePointer<Sums>.allocate(capacity: max(1, newCapacity * measures))
    newSums.initialize(repeating: Sums(), count: max(1, newCapacity * measures))
    newSums.update(from: sums, count: capacity * measures)
    sums.deallocate()
    sums = newSums
    capacity = newCapacity
  }

  private func addPlain(_ rows: Int, _ index: Int, _ values: UnsafeMutablePointer<Int64>) {
    let sums = sums + index
    let measures = measures
    let cells = cells
    var overflows = false
    for row in 0..<rows {
      let value = values[row]
      if value == Self.absent { continue }
      let cell = sums + cells[row] &* measures
      let wide = Int128(value)
      cell.pointee.count &+= 1
      cell.pointee.sum &+= wide
      let (squares, carry) = cell.pointee.squares.addingReportingOverflow(wide &* wide)
      cell.pointee.squares = squares
      overflows = overflows || carry
      if value > cell.pointee.second {
        if value >= cell.pointee.largest {
          cell.pointee.second = cell.pointee.largest
          cell.pointee.largest = value
        } else {
          cell.pointee.second = value
        }
      }
    }
    if overflows { self.overflows = true }
  }

  private func addWeighted(
    _ rows: Int, _ index: Int, _ values: UnsafeMutablePointer<Int64>,
    _ weights: UnsafeMutablePointer<Int64>
  ) {
    let sums = sums + index
    for row in 0..<rows where values[row] != Self.absent && weights[row] > 0 {
      let value = values[row]
      let cell = sums + cells[row] &* measures
      let wide = Int128(value)
      let times = Int128(weights[row])
      let (product, high) = (wide &* wide).multipliedReportingOverflow(by: times)
      let (squares, carry) = cell.pointee.squares.addingReportingOverflow(product)
      overflows = overflows || high || carry
      cell.pointee.count &+= Int(weights[row])
      cell.pointee.sum &+= wide &* times
      cell.pointee.squares = squares
      for _ in 0..<min(2, weights[row]) where value > cell.pointee.second {
        if value >= cell.pointee.largest {
          cell.pointee.second = cell.pointee.largest
          cell.pointee.largest = value
        } else {
          cell.pointee.second = value
        }
      }
    }
  }

  /// What was counted, by code.
  func partial() -> PartialCells {
    var partial = PartialCells()
    var codes: [Int] = []
    var indices: [Int] = []
    if isDirect {
      indices = (0..<query.cells).filter { counts[$0] != 0 }
      codes = indices
    } else {
      for (number, code) in numbering.codes.enumerated() where counts[number + 1] != 0 {
        codes.append(code)
        indices.append(number + 1)
      }
    }
    for (code, index) in zip(codes, indices) {
      partial.cells[code] = Cell(
        count: counts[index],
        measures: query.sums.indices.map { measure in
          let sums = sums[index * measures + measure]
          return Cell.MeasureSummary(
            moments: Moments(
              scale: query.sums[measure].scale, count: sums.count, sum: sums.sum,
              sumOfSquares: sums.squares),
            largest: sums.largest == .min ? nil : sums.largest,
            secondLargest: sums.second == .min ? nil : sums.second)
        })
    }
    let codeOfCell =
      isDirect ? nil : [-1] + numbering.codes
    partial.tallies = tallies.map { tally in
      tally?.entries().map { (codeOfCell?[$0.cell] ?? $0.cell, $0.value, $0.count) } ?? []
    }
    return partial
  }
}
