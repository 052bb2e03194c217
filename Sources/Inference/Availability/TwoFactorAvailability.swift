public import Estimates
import NumericalKernel

/// The availability of a group from several factors, such as people outside with the requisite
/// skills and people inside who could be promoted.
///
///     availability = sum of weight x share
///     standard error = root of the sum of (weight x standard error)^2
///     lower = availability - root of the sum of (weight x (share - lower limit))^2
///
/// and the upper limit likewise. Range 0 to 1. The weights add to 1, which is checked in whole
/// numbers. A factor that was counted in full has no error; one from a number of people has the
/// error of a share among them and Wilson's limits; one with a published standard error has
/// symmetric limits. Among a number of people of whom none or all are of the group, the standard
/// error is 0 but the interval has a width. Without any error there is no interval. The weights are
/// a choice of the employer and have no error here, though the result can hang on them. Two factors
/// are customary; any number will do.
/// - Source: 41 CFR 60-2.14 for the factors and their weights; Zou, Huang and Zhang (2009),
///   Computational Statistics and Data Analysis 53, 1080-1085, for the interval.
public struct TwoFactorAvailability: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "two-factor-availability", title: "Availability from weighted factors",
    formula: "sum of weight x share",
    range: "0 to 1",
    assumptions: [
      "The weights are the parts of all choices made among the people of each factor.",
      "The factors' shares were found independently of each other.",
      "A factor without a number of people and without a standard error is known without error.",
    ],
    source: "41 CFR 60-2.14; Zou, Huang and Zhang (2009), Computational Statistics and Data "
      + "Analysis 53, 1080-1085")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "weights taken as known, MOVER from the factors' Wilson limits or published "
        + "standard errors, \(ConfidenceLevel.words(level))")
  }

  /// The availability, or why there is none.
  public func callAsFunction(_ factors: [AvailabilityFactor]) -> Outcome {
    if let problem = Self.problem(of: factors) ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    let value = Self.value(of: factors)
    guard let error = Self.standardError(of: factors) else { return .estimate(value) }
    return .computing { () throws(NumericalError) -> Outcome in
      let criticalValue = try NormalDistribution.standard.criticalValue(level: level)
      var below = CompensatedSum()
      var above = CompensatedSum()
      for factor in factors {
        let limits = factor.limits(criticalValue: criticalValue)
        let down = factor.weight.value * (factor.share.value - limits.lower)
        let up = factor.weight.value * (limits.upper - factor.share.value)
        below.add(down * down)
        above.add(up * up)
      }
      return .estimate(
        value, standardError: error, from: max(0, value - below.value.squareRoot()),
        to: min(1, value + above.value.squareRoot()), level: level, method: "MOVER")
    }
  }

  /// A number of people chosen beside the availability: by the measures of practice, which take it
  /// as known, and by the parity index, which reckons with its standard error.
  ///
  /// The rules of practice flag at whole people, 80 %, two standard deviations and an exact p-value
  /// below `alpha`.
  public func comparison(
    of count: BinomialCount, with factors: [AvailabilityFactor], alpha: Double = 0.05
  ) -> AvailabilityComparison {
    let availability = self(factors)
    guard let problem = Self.problem(of: factors) else {
      let (share, rounding) = Self.fraction(of: factors)
      let value = Self.value(of: factors)
      let error = Self.standardError(of: factors)
      return AvailabilityComparison(
        availability: availability, share: share, rounding: rounding,
        reading: AvailabilityPanel(availability: .share(share), alpha: alpha)(count),
        parityIndex: ParityIndex(
          benchmark: value, benchmarkStandardError: error, level: level)(count),
        parityIndexTest: ParityIndexTest(benchmark: value, benchmarkStandardError: error)(count))
    }
    let none = Outcome.notEstimable(reason: problem)
    return AvailabilityComparison(
      availability: none, share: nil, rounding: .none,
      reading: AvailabilityPanel.reading(without: problem), parityIndex: none,
      parityIndexTest: none)
  }

  /// Why the factors give no availability, or `nil`.
  private static func problem(of factors: [AvailabilityFactor]) -> String? {
    guard !factors.isEmpty else { return "There are no factors." }
    for factor in factors {
      if let problem = factor.problem { return problem }
    }
    guard let sum = FractionSum(ofProducts: factors.map { ($0.weight, .whole) }) else {
      return "The weights have too many different denominators; decimals serve."
    }
    return sum.numerator == sum.denominator ? nil : "The factors' weights must add to 1."
  }

  private static func value(of factors: [AvailabilityFactor]) -> Double {
    guard let exact = exactFraction(of: factors) else {
      return min(1, CompensatedSum(factors.map(\.weightedShare)).value)
    }
    return exact.value
  }

  /// The availability as a fraction of whole numbers up to a million, where it is one.
  private static func exactFraction(of factors: [AvailabilityFactor]) -> Fraction? {
    FractionSum(ofProducts: factors.map { ($0.weight, $0.share) })?.fraction
  }

  /// The availability in whole numbers, to the nearest millionth where it has to be rounded.
  private static func fraction(
    of factors: [AvailabilityFactor]
  ) -> (Fraction, AvailabilityComparison.Rounding) {
    if let exact = exactFraction(of: factors) { return (exact, .none) }
    return (Fraction(millionthsOf: value(of: factors)), .millionth)
  }

  /// The standard error; `nil` where no factor has one.
  private static func standardError(of factors: [AvailabilityFactor]) -> Double? {
    guard factors.contains(where: { $0.precision != .known }) else { return nil }
    let squares = factors.map { factor in
      let error = factor.weight.value * factor.standardError
      return error * error
    }
    return CompensatedSum(squares).value.squareRoot()
  }
}

/// A number of people chosen beside an availability that may have an error.
public struct AvailabilityComparison: Hashable, Sendable {
  /// Whether the rules of practice compare with the availability itself.
  public enum Rounding: String, Codable, Hashable, Sendable, CaseIterable {
    /// With the availability itself.
    case none
    /// With the availability to the nearest millionth.
    case millionth
  }

  /// The availability with its standard error and interval, where it has them.
  public let availability: Outcome
  /// The availability the rules of practice compare with; `nil` where there is none.
  public let share: Fraction?
  /// How that availability was rounded.
  public let rounding: Rounding
  /// Every measure of practice, the availability taken as known.
  public let reading: AvailabilityReading
  /// The share chosen over the availability, with the error of the availability.
  public let parityIndex: Outcome
  /// The test to go with the parity index.
  public let parityIndexTest: Outcome
}
