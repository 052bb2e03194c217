public import Aggregates
public import Estimates

/// All tests of equal rates of one table side by side at one alpha.
///
/// The primary test is the one named before the data were seen; the others tell whether the answer
/// hangs on the choice. A test that is not made for the table, because the groups are too large
/// for instance, is listed with the reason and does not vote.
public struct RobustnessPanel: Hashable, Sendable {
  /// What the tests say together.
  public enum Verdict: String, Hashable, Sendable, CaseIterable {
    /// Every test rejects equal rates.
    case allReject = "all_reject"
    /// No test rejects equal rates.
    case noneRejects = "none_rejects"
    /// Some reject and some do not: borderline, the answer depends on the method.
    case dependsOnMethod = "depends_on_method"
    /// No test could be made.
    case notTested = "not_tested"

    /// The verdict as it is printed.
    public var words: String {
      switch self {
      case .allReject: "all tests reject equal rates"
      case .noneRejects: "no test rejects equal rates"
      case .dependsOnMethod: "borderline: depends on method"
      case .notTested: "no test could be made"
      }
    }
  }

  /// One test of the panel.
  public struct Row: Hashable, Sendable {
    /// The test's name and conventions.
    public let stamp: MethodStamp
    /// What came of it.
    public let outcome: Outcome
    /// Whether its p-value is below alpha; `nil` where it could not be made.
    public let rejects: Bool?
  }

  /// The level below which a p-value rejects.
  public let alpha: Double
  /// The tests, the primary one first.
  public let rows: [Row]

  /// The tests that stand beside the primary one.
  ///
  /// The unpooled Z is left out because it rejects too often in small groups, Barnard's CSM because
  /// it is slow; both can be asked for.
  public static let companions: [any StatisticalMethod<TwoByTwoTable>] = [
    HypergeometricZTest(), PearsonChiSquaredTest(correction: .yates), LikelihoodRatioTest(),
    FisherExactTest(), FisherExactTest(twoSided: .central), BlakerExactTest(),
    FisherExactTest(observedTable: .half),
    FisherExactTest(twoSided: .central, observedTable: .half),
    BlakerExactTest(observedTable: .half), BoschlooTest(rates: .bergerBoos()),
    BoschlooTest(twoSided: .minimumLikelihood, rates: .bergerBoos()),
    BarnardTest(rates: .bergerBoos()),
  ]

  /// Tests a table; `nil` unless alpha is strictly between 0 and 1.
  /// - Parameters:
  ///   - table: The counts.
  ///   - alpha: The level below which a p-value rejects.
  ///   - primary: The test named before the data were seen.
  ///   - companions: The tests beside it; one with the primary's identifier is left out.
  public init?(
    _ table: TwoByTwoTable, alpha: Double = 0.05,
    primary: any StatisticalMethod<TwoByTwoTable> = PooledZTest(),
    companions: [any StatisticalMethod<TwoByTwoTable>] = RobustnessPanel.companions
  ) {
    guard alpha > 0, alpha < 1 else { return nil }
    self.alpha = alpha
    let others = companions.filter { $0.stamp.id != primary.stamp.id }
    rows = ([primary] + others).map { method in
      let outcome = method(table)
      guard case .test(let test) = outcome else {
        return Row(stamp: method.stamp, outcome: outcome, rejects: nil)
      }
      return Row(stamp: method.stamp, outcome: outcome, rejects: test.pValue.value < alpha)
    }
  }

  /// The identifier of the primary test.
  public var primary: String { rows[0].stamp.id }

  /// Whether the primary test rejects; `nil` where it could not be made.
  public var primaryRejects: Bool? { rows[0].rejects }

  /// The identifiers of the tests that reject, in the panel's order.
  public var rejecting: [String] { rows.filter { $0.rejects == true }.map(\.stamp.id) }

  /// The identifiers of the tests that do not reject, in the panel's order.
  public var notRejecting: [String] { rows.filter { $0.rejects == false }.map(\.stamp.id) }

  /// What the tests say together.
  public var verdict: Verdict {
    switch (rejecting.isEmpty, notRejecting.isEmpty) {
    case (true, true): .notTested
    case (false, true): .allReject
    case (true, false): .noneRejects
    case (false, false): .dependsOnMethod
    }
  }
}
