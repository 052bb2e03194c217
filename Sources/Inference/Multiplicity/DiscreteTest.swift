public import Aggregates
public import Estimates

/// A p-value together with all the p-values its test could have had.
///
/// An exact test of a small table has few. What cannot be small need not be paid for when many
/// tests are looked at together.
public struct DiscreteTest: Hashable, Sendable, Codable {
  /// The p-value seen.
  public let pValue: PValue
  /// The attainable p-values, each once, from the smallest up; the last is 1.
  public let attainable: [PValue]

  /// Makes a test; `nil` where the attainable p-values do not rise, do not end in 1, or where the
  /// p-value is below all of them by more than rounding.
  public init?(_ pValue: PValue, attainable: [PValue]) {
    guard let least = attainable.first, attainable.last == .one,
      zip(attainable, attainable.dropFirst()).allSatisfy({ $0 < $1 }),
      pValue.value >= least.value * (1 - DiscreteTest.tolerance)
    else { return nil }
    self.pValue = pValue
    self.attainable = attainable
  }

  /// Fisher's exact test of a table, two-sided by minimum likelihood; `nil` where a group is empty.
  public init?(_ table: TwoByTwoTable) {
    guard table.problem == nil, let distribution = try? FisherNullDistribution(table),
      let pValue = PValue(distribution.pValue(of: table.focalSelected))
    else { return nil }
    self.init(pValue, attainable: distribution.attainable.compactMap { PValue($0) })
  }

  /// P-values of different tests this close, relatively, count as equal.
  static let tolerance = 1e-9

  /// The probability, where the hypothesis is true, of a p-value of at most this: the largest
  /// attainable one that is not above it.
  func distribution(at pValue: Double) -> Double {
    let threshold = pValue * (1 + DiscreteTest.tolerance)
    var low = 0
    var high = attainable.count
    while low < high {
      let middle = low + (high - low) / 2
      if attainable[middle].value <= threshold { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? 0 : attainable[low - 1].value
  }
}
