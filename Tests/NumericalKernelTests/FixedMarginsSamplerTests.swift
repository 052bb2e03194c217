import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Tables with fixed margins at random")
struct FixedMarginsSamplerTests {
  @Test("every table keeps its margins, small and large")
  func margins() throws {
    let cases = [
      ([3, 1, 4], [2, 6]), ([18, 18, 22, 21, 18], [28, 22, 25, 22]), ([1, 1, 1, 1], [1, 1, 1, 1]),
      ([4000, 17, 2], [3, 4011, 5]), ([700, 500, 300], [800, 700]),
    ]
    for (rows, columns) in cases {
      let sampler = try FixedMarginsSampler(rowTotals: rows, columnTotals: columns)
      var drawing = TableDrawing(sampler)
      var words = WordStream(seed: 5, replicate: 2)
      for table in (0..<10).flatMap({ _ in drawing.tables(&words) }) {
        #expect(table.count == rows.count * columns.count && table.allSatisfy { $0 >= 0 })
        for row in rows.indices {
          #expect(columns.indices.reduce(0) { $0 + table[row * columns.count + $1] } == rows[row])
        }
        for column in columns.indices {
          #expect(
            rows.indices.reduce(0) { $0 + table[$1 * columns.count + column] } == columns[column])
        }
      }
    }
  }

  /// How often each value of a count occurs, against its hypergeometric probability: chi-squared
  /// over the values expected at least five times.
  private static func misfit(
    _ counts: [Int], _ distribution: Hypergeometric
  ) -> (statistic: Double, values: Int) {
    var seen: [Int: Int] = [:]
    for count in counts { seen[count, default: 0] += 1 }
    var sum = 0.0
    var values = 0
    for value in distribution.support {
      let expected = Double(counts.count) * distribution.probability(of: value)
      guard expected >= 5 else { continue }
      let difference = Double(seen[value] ?? 0) - expected
      sum += difference * difference / expected
      values += 1
    }
    return (sum, values)
  }

  @Test("each count is hypergeometric, from alias tables and by search")
  func marginal() throws {
    for (rows, columns) in [
      ([18, 18, 22, 21, 18], [28, 22, 25, 22]), ([400, 350, 250], [500, 300, 200]),
      ([5, 9, 2], [7, 9]),
    ] {
      let sampler = try FixedMarginsSampler(rowTotals: rows, columnTotals: columns)
      var drawing = TableDrawing(sampler)
      var words = WordStream(seed: 20_260_401, replicate: 0)
      let tables = (0..<2500).flatMap { _ in drawing.tables(&words) }
      for cell in 0..<(rows.count * columns.count) {
        let distribution = try Hypergeometric(
          population: rows.reduce(0, +), marked: rows[cell / columns.count],
          drawn: columns[cell % columns.count])
        let (statistic, values) = Self.misfit(tables.map { $0[cell] }, distribution)
        // 5 standard deviations above the mean of chi-squared.
        let most = Double(values) + 5 * (2 * Double(values)).squareRoot()
        #expect(statistic < most, "\(rows) \(columns) \(cell): \(statistic) of \(values)")
      }
    }
  }

  @Test("whole tables have the probabilities of the multivariate hypergeometric distribution")
  func joint() throws {
    // Rows 2, 2, 1 and columns 2, 2, 1: the ways of each table, counted by hand from 5!/(2! 2! 1!).
    let sampler = try FixedMarginsSampler(rowTotals: [2, 2, 1], columnTotals: [2, 2, 1])
    var drawing = TableDrawing(sampler)
    var words = WordStream(seed: 3, replicate: 0)
    var seen: [[Int]: Int] = [:]
    let tables = 160_000
    for table in (0..<(tables / 16)).flatMap({ _ in drawing.tables(&words) }) {
      seen[table, default: 0] += 1
    }
    func ways(_ table: [Int]) -> Int {
      stride(from: 0, to: 9, by: 3).reduce(1) { product, row in
        let most = table[row...(row + 2)].max() ?? 0
        return product * (row < 6 ? (most == 2 ? 1 : 2) : 1)
      }
    }
    #expect(seen.keys.reduce(0) { $0 + ways($1) } == 30)
    for (table, count) in seen {
      let expected = Double(tables * ways(table)) / 30
      #expect(abs(Double(count) - expected) < 5 * expected.squareRoot(), "\(table)")
    }
  }

  @Test("the count is the same for any number of lanes, and blocks add up")
  func lanes() throws {
    let sampler = try FixedMarginsSampler(
      rowTotals: [18, 18, 21, 21, 18], columnTotals: [28, 22, 26, 20])
    let threshold = 25.0
    let draws = 2 * FixedMarginsSampler.blockSize + 1234
    let one = sampler.count(logFactorialSumAtLeast: threshold, draws: draws, seed: 9, lanes: 1)
    for lanes in [2, 3, 4, 16] {
      #expect(
        sampler.count(logFactorialSumAtLeast: threshold, draws: draws, seed: 9, lanes: lanes)
          == one)
    }
    #expect(sampler.count(logFactorialSumAtLeast: 0, draws: draws, seed: 9) == draws)
    #expect(sampler.count(logFactorialSumAtLeast: .infinity, draws: draws, seed: 9) == 0)
  }

  @Test("values of tables are the same for any number of lanes and however many are drawn")
  func values() throws {
    let sampler = try FixedMarginsSampler(rowTotals: [18, 18, 21], columnTotals: [28, 29])
    let one = sampler.values(draws: 1000, seed: 9, lanes: 1) { $0 }
    #expect(one.count == 1000 && Set(one).count > 40)
    #expect(one.allSatisfy { $0.count == 6 && $0[0] + $0[1] == 18 && $0[0] + $0[2] + $0[4] == 28 })
    for lanes in [2, 3, 5] {
      #expect(sampler.values(draws: 1000, seed: 9, lanes: lanes) { $0 } == one)
    }
    #expect(sampler.values(draws: 37, seed: 9) { $0 } == Array(one.prefix(37)))
    #expect(sampler.values(draws: 1000, seed: 10) { $0 } != one)
  }

  @Test("more tables are needed than are kept: dropping them changes nothing")
  func dropped() throws {
    var words = WordStream(seed: 1, replicate: 0)
    var long = AliasTables()
    var numbers: [Int] = []
    for whole in 100..<80_000 {
      long.makeRoom(for: 1)
      let table = long.table(5, 40, of: whole)
      numbers.append(long.draw(table, from: &words))
    }
    var again = WordStream(seed: 1, replicate: 0)
    for (index, whole) in (100..<80_000).enumerated() {
      var fresh = AliasTables()
      if index % 2000 == 0 || index > 79_800 {
        let table = fresh.table(5, 40, of: whole)
        #expect(fresh.draw(table, from: &again) == numbers[index])
      } else {
        _ = again.next()
      }
    }
  }

  @Test("words are those of the Philox generator")
  func words() {
    var words = WordStream(seed: 0x0123_4567_89AB_CDEF, replicate: 77)
    var generator = PhiloxGenerator(seed: 0x0123_4567_89AB_CDEF, replicate: 77)
    for _ in 0..<600 {
      let low = UInt64(words.next())
      let both = generator.next()
      #expect(low | UInt64(words.next()) << 32 == both)
    }
  }

  @Test("totals that make no table are refused")
  func refused() {
    #expect(throws: NumericalError.self) {
      try FixedMarginsSampler(rowTotals: [2, 3], columnTotals: [4])
    }
    #expect(throws: NumericalError.self) {
      try FixedMarginsSampler(rowTotals: [2, 0], columnTotals: [1, 1])
    }
    #expect(throws: NumericalError.self) {
      try FixedMarginsSampler(rowTotals: [600_000, 600_000], columnTotals: [600_000, 600_000])
    }
  }
}
