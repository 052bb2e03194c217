public import Aggregates
public import Estimates

/// What two groups look like thrown together, what they look like within strata, and how the two
/// stand to one another.
public struct SimpsonStatusResult: Hashable, Sendable {
  /// How the pooled ratio stands to the one within strata.
  ///
  /// Three tests at one alpha decide: the pooled Z test, the Cochran-Mantel-Haenszel test, and the
  /// test that the pooled and the Mantel-Haenszel ratio are the same. A test rejects where its
  /// p-value is below alpha. The size of a ratio is the distance of its logarithm from 0. Every set
  /// of answers has exactly one status.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// The first two tests say the same in the same direction, and the ratios do not differ beyond
    /// chance.
    case agree
    /// Both of the first two tests reject in the same direction, the ratios differ, and the one
    /// within strata is smaller in size.
    case attenuated
    /// Both of the first two tests reject in the same direction, the ratios differ, and the one
    /// within strata is larger in size.
    case amplified
    /// The pooled test rejects, the one within strata does not, and the ratios differ.
    case vanishes
    /// The pooled test does not reject, the one within strata does, and the ratios differ.
    case emerges
    /// Both of the first two tests reject, in opposite directions: Simpson's paradox in the narrow
    /// sense.
    case reversed
    /// Neither of the first two tests rejects, although the ratios differ.
    case shifted
    /// One of the first two tests rejects and the other does not, and the ratios do not differ
    /// beyond chance.
    case undetermined

    /// The status as a sentence.
    public var words: String {
      switch self {
      case .agree: "The groups compare within strata as they do pooled."
      case .attenuated: "The pooled difference shrinks within strata but stays."
      case .amplified: "The pooled difference is larger within strata."
      case .vanishes: "The pooled difference is not found within strata."
      case .emerges: "There is a difference within strata that is not found in the pooled rates."
      case .reversed: "The pooled difference has the opposite direction within strata."
      case .shifted:
        "The pooled ratio differs from the one within strata, and neither is told from 1."
      case .undetermined:
        "Only one of the pooled test and the test within strata rejects, and the two ratios are "
          + "not told apart."
      }
    }
  }

  /// All strata thrown together; `nil` where there is none.
  public let table: TwoByTwoTable?
  /// The ratio of the pooled rates, with Koopman's interval.
  public let pooledRatio: Outcome
  /// The pooled Z test of equal pooled rates.
  public let pooledTest: Outcome
  /// The Mantel-Haenszel ratio of rates within strata.
  public let stratifiedRatio: Outcome
  /// The Cochran-Mantel-Haenszel test of equal odds within strata, without correction.
  public let stratifiedTest: Outcome
  /// The Breslow-Day test of equal odds ratios over strata with Tarone's correction: where it
  /// rejects, the ratio within strata is a mean of different ones.
  public let equalOddsRatios: Outcome
  /// The logarithm of the pooled ratio less that of the Mantel-Haenszel ratio, with the delta
  /// method's standard error.
  ///
  /// Below 0 the focal group looks worse pooled than within strata.
  public let logDifference: Outcome
  /// The Z test that this difference is 0; positive where the difference is.
  public let differenceTest: Outcome
  /// How the two ratios stand to one another; `nil` where that is not defined.
  public let status: Status?
  /// Why there is no status, or `nil`.
  public let reason: String?
  /// The labels of strata without both groups or without anybody selected, in the order given.
  ///
  /// They are part of the pooled table and say nothing about the ratio within strata.
  public let strataWithoutInformation: [String]
}
