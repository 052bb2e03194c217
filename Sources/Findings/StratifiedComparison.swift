public import Disclosure
public import Estimates

/// A gap over all beside the gap within strata: whether one is found without the other (Simpson's
/// paradox).
///
/// Both are judged alone, at one level: over all by the pooled Z, within strata by the test of
/// Cochran, Mantel and Haenszel. That one is found and the other is not does not say that they
/// differ; a test of the difference of their logarithms does.
public struct StratifiedComparison: Hashable, Sendable {
  /// What becomes of the gap when like is compared with like.
  public enum Status: String, Hashable, Sendable, CaseIterable {
    /// Over all there is a gap, within strata none is found, and the two ratios differ.
    case vanishes
    /// There is a gap over all and one within strata, in the opposite direction.
    case reverses
    /// Over all no gap is found, within strata there is one, and the two ratios differ.
    case appears
    /// A gap is found either over all or within strata only, but the two ratios do not differ by
    /// more than chance, or it cannot be told whether they do.
    case undetermined
    /// There is a gap over all and within strata, in the same direction.
    case remains
    /// No gap is found over all nor within strata.
    case none
  }

  /// What becomes of the gap.
  public let status: Status
  /// The ratio over all.
  public let pooled: Estimate
  /// The ratio within strata.
  public let common: Estimate
  /// The test over all.
  public let pooledTest: TestResult
  /// The test within strata.
  public let commonTest: TestResult
  /// The test that the two ratios are equal, where there is one.
  public let differenceTest: TestResult?
  /// The exact test within strata, where it is shown.
  public let exactTest: TestResult?
  /// The test that the odds ratios of the strata are equal, where it is shown.
  public let homogeneity: TestResult?
  /// Whether the odds ratios of the strata differ.
  public let isHeterogeneous: Bool
  /// Whether the exact test within strata does not side with the other one.
  public let dependsOnMethod: Bool

  /// Whether a gap is found within strata.
  public let isFoundWithin: Bool

  /// The comparison of an exhibit; `nil` where it is not shown or not defined.
  public init?(_ published: PublishedExhibit, level: Double) {
    guard published.exhibit.kind == .funnelStratified,
      let pooled = published.entry(row: 0, column: "pooled_ratio").estimate,
      let common = published.entry(row: 0, column: "common_ratio").estimate,
      let pooledTest = published.entry(row: 0, column: "pooled_p").test,
      let commonTest = published.entry(row: 0, column: "common_p").test
    else { return nil }
    func rejects(_ test: TestResult) -> Bool { test.pValue.value <= level + 1e-12 }
    self.pooled = pooled
    self.common = common
    self.pooledTest = pooledTest
    self.commonTest = commonTest
    differenceTest = published.entry(row: 0, column: "difference_p").test
    exactTest = published.entry(row: 0, column: "exact_p").test
    homogeneity = published.entry(row: 0, column: "homogeneity_p").test
    isHeterogeneous = homogeneity.map(rejects) ?? false
    dependsOnMethod = exactTest.map { rejects($0) != rejects(commonTest) } ?? false
    isFoundWithin = rejects(commonTest)
    let differ = differenceTest.map(rejects) ?? false
    let isOpposite = (pooled.value - 1) * (common.value - 1) < 0
    status =
      switch (rejects(pooledTest), rejects(commonTest)) {
      case (true, true): isOpposite ? .reverses : .remains
      case (true, false): differ ? .vanishes : .undetermined
      case (false, true): differ ? .appears : .undetermined
      case (false, false): .none
      }
  }
}
