import Aggregates

/// Amounts rounded before quantiles are taken, so that no quantile is one person's amount.
///
/// The median of an odd number of people is what one of them gets. Amounts are therefore rounded to
/// three significant digits of the group's median, halves away from zero, and quantiles, their
/// intervals and gaps are taken of the rounded amounts: off by at most half a unit of the third digit,
/// 0.5 % of the median.
enum RoundedAmounts {
  /// How many digits are kept.
  static let significantDigits = 3

  /// The summary with its distinct amounts rounded; sums and dominance stay those of the true ones.
  static func of(_ summary: Cell.MeasureSummary) -> Cell.MeasureSummary {
    guard let values = summary.values, let base = base(of: values), base > 1 else { return summary }
    var tallies: [Int64: Int] = [:]
    for (value, count) in zip(values.values, values.counts) {
      tallies[rounded(value, to: base), default: 0] += count
    }
    var result = summary
    result.values = ValueCounts(scale: values.scale, tallies: tallies)
    return result
  }

  /// One unit of the third digit of the median, in quanta.
  private static func base(of values: ValueCounts) -> Int64? {
    guard let median = values.quanta(atRank: (values.total - 1) / 2) else { return nil }
    var base: Int64 = 1
    var rest = median.magnitude
    while rest >= 1000 {
      rest /= 10
      base *= 10
    }
    return base
  }

  private static func rounded(_ value: Int64, to base: Int64) -> Int64 {
    let half = base / 2
    let (shifted, overflow) = value.addingReportingOverflow(value < 0 ? -half : half)
    return overflow ? value / base * base : shifted / base * base
  }
}
