public import Aggregates
public import Estimates
import NumericalKernel

/// Barnard's unconditional exact test of equal selection rates, ordering tables by the pooled Z.
///
///     p = max over the common rate of P(tables with Z at least as far from 0 | rate)
///
/// Only the two group sizes are held fixed, so the test is less cautious than Fisher's. Tables are
/// ordered in whole numbers: tables with the same Z are tied exactly. Over all rates the maximum
/// can lie at a rate the data rule out (`commonRate` says where); Berger and Boos avoid that.
/// Undefined for more than 20,000 people.
/// - Source: Barnard (1947), Biometrika 34, 123-138; Suissa and Shuster (1985), Journal of the Royal
///   Statistical Society A 148, 317-327, for the pooled Z.
public struct BarnardTest: StatisticalMethod {
  /// What counts as extreme on the other side.
  public enum TwoSided: String, Codable, Hashable, Sendable, CaseIterable {
    /// Tables with |Z| at least as large as the one seen.
    case absoluteZ = "absolute_z"
    /// Twice the smaller of the two one-sided p-values.
    case central
  }

  /// What counts as extreme on the other side.
  public let twoSided: TwoSided
  /// The common rates over which the p-value is the largest.
  public let rates: NuisanceRange

  /// Makes the method.
  public init(twoSided: TwoSided = .absoluteZ, rates: NuisanceRange = .everyRate) {
    self.twoSided = twoSided
    self.rates = rates
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "barnard-z-pooled", title: "Barnard's exact test",
    formula: "the largest probability, over the common rate, of tables whose pooled Z is at least "
      + "as far from 0 as the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The group sizes are fixed; the number selected is not.",
    ],
    source: "Barnard (1947), Biometrika 34, 123-138; Suissa and Shuster (1985) for the pooled Z")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let side =
      twoSided == .central ? "two-sided, twice the smaller tail" : "two-sided, absolute pooled Z"
    return stamp(
      id: BarnardTest.card.id + (twoSided == .central ? "-central" : "") + rates.suffix,
      convention: "unconditional, \(side), \(rates.words)")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    outcome(table) { supremum in
      let sides = twoSided == .central ? 2.0 : 1
      return .test(
        "Z", BarnardTest.statistic(table),
        pValue: min(1, sides * (supremum.probability + rates.gamma)), convention: stamp.convention)
    }
  }

  /// The common rate at which the p-value is the largest, or why there is none.
  public func commonRate(_ table: TwoByTwoTable) -> Outcome {
    outcome(table) { supremum in .estimate(supremum.rate) }
  }

  private func outcome(
    _ table: TwoByTwoTable, _ make: (NuisanceSupremum) -> Outcome
  ) -> Outcome {
    if let problem = table.problem ?? rates.problem
      ?? NuisanceSupremum.problem(total: table.total)
    {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      switch twoSided {
      case .absoluteZ:
        return try make(
          rates.supremum(of: PooledZOrder.twoSidedRegion(of: table), selected: table.selected))
      case .central:
        // Exchanging the groups changes the sign of Z and nothing else.
        return try make(
          rates.smallerSupremum(
            PooledZOrder.region(
              of: table, marked: table.focalTotal, difference: table.crossDifference),
            PooledZOrder.region(
              of: table, marked: table.referenceTotal, difference: -table.crossDifference),
            selected: table.selected))
      }
    }
  }

  /// The pooled Z, 0 where nobody or everybody was selected.
  private static func statistic(_ table: TwoByTwoTable) -> Double {
    if case .test(let test) = PooledZTest()(table) { return test.statistic ?? 0 }
    return 0
  }
}
