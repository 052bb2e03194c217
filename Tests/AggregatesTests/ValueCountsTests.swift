import TestSupport
import Testing

@testable import Aggregates

@Suite("Value counts")
struct ValueCountsTests {
  private let counts = ValueCounts(scale: 0, tallies: [10: 1, 20: 2, 40: 1])

  @Test("ranks read off the sorted people")
  func ranks() {
    #expect((0..<4).map { counts.quanta(atRank: $0) } == [10, 20, 20, 40])
    #expect(counts.quanta(atRank: 4) == nil)
    #expect(counts.quanta(atRank: -1) == nil)
  }

  /// Expected values from R 4.2.2, `quantile(c(10, 20, 20, 40), p, type = 7)`.
  @Test(
    "type 7 quantiles",
    arguments: [(0.0, 10.0), (0.1, 13.0), (0.5, 20.0), (0.8, 28.0), (1.0, 40.0)]
  )
  func typeSeven(probability: Double, expected: Double) {
    expectClose(counts.quantile(probability), expected, relative: 1e-12)
  }

  @Test("merging two groups is counting them together")
  func merging() {
    let other = ValueCounts(scale: 0, tallies: [20: 3, 5: 1])
    #expect(counts.merging(other) == ValueCounts(scale: 0, tallies: [5: 1, 10: 1, 20: 5, 40: 1]))
  }

  @Test("nobody has no quantile; a probability outside 0...1 has none")
  func degenerate() {
    #expect(ValueCounts(scale: 0, tallies: [:]).quantile(0.5) == nil)
    #expect(counts.quantile(1.01) == nil)
    #expect(counts.quantile(.nan) == nil)
  }
}
