public import Estimates

/// Hommel's adjustment of a family of p-values.
///
/// A test is rejected where Simes's test rejects every set of hypotheses the test belongs to. For
/// the sets of one size that hold it, the worst is the one with the largest other p-values:
///
///     adjusted(i) = max over sizes s of the Simes p-value of test i with the s - 1 largest others
///
/// Rejecting where the adjusted value is at most α keeps the chance of any false rejection in the
/// family at α where the tests are independent or positively dependent. Never larger than
/// Hochberg's.
/// - Source: Hommel (1988), Biometrika 75, 383-386; Wright (1992), Biometrics 48, 1005-1013.
public struct HommelAdjustment: CataloguedMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hommel", title: "Hommel's adjustment",
    formula: "the largest of Simes's p-values of all sets of tests that hold the test",
    range: "a p-value between 0 and 1, at least the one adjusted",
    assumptions: [
      "The tests are independent or positively dependent.",
      "The family was declared before the p-values were seen; a withheld test counts as 1.",
    ],
    source: "Hommel (1988), Biometrika 75, 383-386; Wright (1992), Biometrics 48, 1005-1013")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "family-wise error, closed Simes tests") }

  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family: pass `PValue.one` for it.
  public static func adjust(_ pValues: [PValue]) -> [PValue] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    let sorted = order.map { pValues[$0].value }
    let count = sorted.count
    var largest = sorted
    // Sets of `size`: the largest ones, with one of the smaller tests in the place of the least.
    for size in stride(from: count, to: 1, by: -1) {
      let first = count - size
      // Simes over the size - 1 largest, which have ranks 2 to size.
      let others = (2...size).map { rank in
        Double(size) * sorted[first + rank - 1] / Double(rank)
      }.min()
      guard let others else { continue }
      for index in 0..<count {
        // A test further up is itself one of the `size` largest.
        let simes =
          index <= first
          ? min(others, Double(size) * sorted[index])
          : min(others, Double(size) * sorted[first])
        largest[index] = max(largest[index], simes)
      }
    }
    var adjusted = pValues
    for (position, index) in order.enumerated() {
      adjusted[index] = PValue(min(1, largest[position])) ?? .one
    }
    return adjusted
  }
}
