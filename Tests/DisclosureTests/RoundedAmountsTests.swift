import Aggregates
import Testing

@testable import Disclosure

@Suite("Amounts rounded before quantiles")
struct RoundedAmountsTests {
  private static func summary(_ amounts: [Int64], scale: Int = 0) -> Cell.MeasureSummary {
    var moments = Moments(scale: scale)
    for amount in amounts { moments.add(amount) }
    return Cell.MeasureSummary(
      moments: moments,
      values: ValueCounts(
        scale: scale, tallies: amounts.reduce(into: [:]) { $0[$1, default: 0] += 1 }))
  }

  @Test("the median keeps three significant digits, halves away from zero")
  func median() {
    for (amounts, expected) in [
      ([5_207_228, 5_207_229, 9_000_000], 5_210_000.0), ([34_899], 34_900), ([34_950], 35_000),
      ([-34_950], -35_000), ([999], 999), ([7], 7), ([0, 0, 0], 0), ([1_005, 1_005], 1_010),
    ] as [([Int64], Double)] {
      let rounded = RoundedAmounts.of(Self.summary(amounts))
      #expect(rounded.values?.quantile(0.5) == expected)
      #expect(rounded.values?.total == amounts.count)
      #expect(rounded.moments == Self.summary(amounts).moments)
    }
  }

  @Test("no quantile of an odd number of people is the amount of one of them")
  func oddNumbers() throws {
    let amounts = (0..<41).map { Int64(3_000_017 + $0 * 104_729) }
    let values = try #require(RoundedAmounts.of(Self.summary(amounts)).values)
    for quantile in [0.25, 0.5, 0.75] {
      let value = Int64(try #require(values.quantile(quantile)))
      #expect(!amounts.contains(value))
      #expect(amounts.contains { abs($0 - value) <= 5_000 })
    }
  }
}
