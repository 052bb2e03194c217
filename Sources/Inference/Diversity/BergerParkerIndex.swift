public import Estimates

/// The Berger-Parker index: the share of the largest category.
///
///     berger-parker = the largest p
///
/// Range 1 / K (equal shares) to 1 (one category); larger is less diverse. Its inverse is the Hill
/// number of infinite order. The interval is the delta method's for people drawn from a process,
/// `sqrt(p (1 - p) / N)`, cut at the ends of the range; where two categories are equally large, or
/// there is only one, it has none.
/// - Source: Berger and Parker (1970), Science 168, 1345-1347.
public struct BergerParkerIndex: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "berger-parker", title: "Berger-Parker index",
    formula: "the share of the largest category",
    range: "1 / K (equal shares) to 1 (everybody alike); larger is less diverse",
    assumptions: [
      "The largest category of the data is the largest of the process.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source: "Berger and Parker (1970), Science 168, 1345-1347")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "no correction for bias, delta method, " + ConfidenceLevel.words(level))
  }

  /// The index, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    let shares = CategoryShares(categories)
    let smallest = categories.declaredCategories.map { 1 / Double($0) } ?? 0
    return .normal(
      shares.shares[0], standardError: shares.errorOfLargest, level: level,
      within: smallest...1)
  }
}

extension CategoryShares {
  /// The standard error of the largest share; `nil` where another is as large or there is no other.
  var errorOfLargest: Double? {
    guard counts.count > 1, counts[0] > counts[1] else { return nil }
    return standardError { $0 == 0 ? 1 : 0 }
  }
}
