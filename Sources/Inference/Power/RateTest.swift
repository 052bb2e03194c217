public import Aggregates

/// A two-sided test of equal rates, as an option of power, detectable ratio and sample size.
public enum RateTest: Codable, Hashable, Sendable {
  /// The pooled Z test.
  case zPooled
  /// Fisher's exact test.
  case fisher(
    twoSided: TwoSidedConvention = .minimumLikelihood,
    observedTable: FisherExactTest.ObservedTable = .whole)
  /// Fisher's exact test with Blaker's convention.
  case blaker
  /// Barnard's exact test.
  case barnard(twoSided: BarnardTest.TwoSided = .absoluteZ, rates: NuisanceRange = .everyRate)
  /// Boschloo's exact test.
  case boschloo(twoSided: TwoSidedConvention = .central, rates: NuisanceRange = .everyRate)

  /// The test itself.
  public var method: any StatisticalMethod<TwoByTwoTable> {
    switch self {
    case .zPooled: PooledZTest()
    case .fisher(let twoSided, let observedTable):
      FisherExactTest(twoSided: twoSided, observedTable: observedTable)
    case .blaker: BlakerExactTest()
    case .barnard(let twoSided, let rates): BarnardTest(twoSided: twoSided, rates: rates)
    case .boschloo(let twoSided, let rates): BoschlooTest(twoSided: twoSided, rates: rates)
    }
  }

  /// More people than this are not enumerated, since each p-value is itself a search.
  var largestTotal: Int {
    switch self {
    case .zPooled, .fisher, .blaker: 20_000
    case .barnard, .boschloo: 400
    }
  }

  /// Why the test cannot be enumerated for group sizes, or `nil`.
  func problem(focalTotal: Int, referenceTotal: Int) -> String? {
    if focalTotal < 1 { return "Nobody is in the focal group." }
    if referenceTotal < 1 { return "Nobody is in the reference group." }
    guard max(focalTotal, referenceTotal) <= largestTotal,
      focalTotal + referenceTotal <= largestTotal,
      (focalTotal + 1) * (referenceTotal + 1) <= 10_000_000
    else {
      return "With so many people the rejection region of this test is not enumerated."
    }
    switch self {
    case .barnard(_, let rates), .boschloo(_, let rates): return rates.problem
    case .zPooled, .fisher, .blaker: return nil
    }
  }

  /// Why a level and a power to reach cannot be used, or `nil`.
  static func problem(alpha: Double, target: Double? = nil) -> String? {
    guard alpha > 0, alpha < 0.5 else { return "Alpha must lie between 0 and 0.5." }
    if let target, !(target > alpha && target < 1) {
      return "The power to reach must lie between alpha and 1."
    }
    return nil
  }
}
