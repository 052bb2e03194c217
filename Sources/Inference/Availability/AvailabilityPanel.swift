public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The number of a group among the people chosen, beside its availability, by every usual measure.
///
///     expected = total x availability,  difference = actual - expected
///     Z = difference / sqrt(total x availability x (1 - availability))
///
/// Exact tests are binomial for a share and hypergeometric for a pool, where the variance in Z is
/// also multiplied by (pool - total) / (pool - 1). The rules compare in whole numbers: exactly two
/// standard deviations, or exactly 80 %, is not past the line. Where the variance is 0 there is no
/// Z and no rule of two standard deviations.
/// - Source: Hazelwood School District v. United States, 433 U.S. 299 (1977), note 17; Castaneda v.
///   Partida, 430 U.S. 482 (1977), note 17, for Z; 41 CFR 60-2.15 for the comparison.
public struct AvailabilityPanel: CataloguedMethod {
  /// What share of those who could have been chosen belong to the group.
  public let availability: Availability
  /// The p-value below which the rule of the exact test flags.
  public let alpha: Double

  /// Makes the method.
  public init(availability: Availability, alpha: Double = 0.05) {
    self.availability = availability
    self.alpha = alpha
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "availability-panel", title: "Comparison with availability",
    formula: "actual - total x availability, with exact tests, Z and the rules of practice",
    range: "people; negative, and Z negative, when the group is short",
    assumptions: [
      "People are chosen independently of their group, from those the availability describes.",
      "The availability is known without error.",
    ],
    source: "Hazelwood School District v. United States, 433 U.S. 299 (1977), note 17; "
      + "41 CFR 60-2.15")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: availability.words + ", level of the exact test \(alpha)")
  }

  /// Every measure of a number of people of the group among those chosen.
  public func callAsFunction(_ count: BinomialCount) -> AvailabilityReading {
    let problem =
      count.problem ?? availability.problem(total: count.total)
      ?? (alpha > 0 && alpha < 1 ? nil : "Alpha must lie between 0 and 1.")
    if let problem { return AvailabilityPanel.reading(without: problem) }
    let (group, size) = availability.parts
    let expected = Double(count.total) * Double(group) / Double(size)
    // actual - expected, times the size.
    let difference =
      Int128(count.successes) * Int128(size) - Int128(count.total) * Int128(group)
    let binomialZ = z(of: difference, count: count, factor: nil)
    let hypergeometricZ: Outcome
    var fittingZ = binomialZ
    switch availability {
    case .share:
      hypergeometricZ = .notEstimable(reason: "The people were not drawn from a finite pool.")
    case .pool:
      hypergeometricZ = z(of: difference, count: count, factor: size - count.total)
      fittingZ = hypergeometricZ
    }
    let exact = exactTests(count)
    let rules = AvailabilityRule.allCases.map { rule in
      (rule, flags(rule, difference: difference, count: count, exact: exact))
    }
    return AvailabilityReading(
      expected: .estimate(expected), difference: .estimate(Double(difference) / Double(size)),
      ratio: group == 0
        ? .notEstimable(reason: "Nobody of the group was expected.")
        : .estimate(Double(count.successes) / expected),
      exactMinimumLikelihood: exact[0], exactCentral: exact[1], exactFewer: exact[2],
      exactMore: exact[3], exactMidP: exact[4], binomialZ: binomialZ,
      hypergeometricZ: hypergeometricZ, log10ExactFewer: logarithm(ofProbability: exact[2]),
      log10PValueOfZ: logarithm(of: fittingZ),
      flagging: rules.filter { $0.1 == true }.map(\.0),
      notFlagging: rules.filter { $0.1 == false }.map(\.0))
  }

  /// Whether a rule flags, or `nil` where it cannot be applied.
  private func flags(
    _ rule: AvailabilityRule, difference: Int128, count: BinomialCount, exact: [Outcome]
  ) -> Bool? {
    let (group, size) = availability.parts
    switch rule {
    case .anyDifference:
      return difference < 0
    case .wholePerson:
      return -difference >= Int128(size)
    case .eightyPercent:
      return 5 * Int128(count.successes) * Int128(size) < 4 * Int128(count.total) * Int128(group)
    case .twoStandardDeviations:
      let (total, rest) = (Int128(count.total), Int128(size - group))
      var variance = total * Int128(group) * rest
      var square = difference * difference
      if case .pool = availability {
        variance *= Int128(size - count.total)
        square *= Int128(size - 1)
      }
      return variance == 0 ? nil : difference < 0 && square > 4 * variance
    case .exactTest:
      guard case .test(let test) = exact[0] else { return nil }
      return difference < 0 && test.pValue.value < alpha
    }
  }

  /// Z of a difference times the size; with a factor, the people left in the pool, the variance is
  /// hypergeometric.
  private func z(of difference: Int128, count: BinomialCount, factor: Int?) -> Outcome {
    let (group, size) = availability.parts
    // The variance times the size squared.
    var variance = Double(count.total) * Double(group) * Double(size - group)
    if let factor { variance *= size > 1 ? Double(factor) / Double(size - 1) : 0 }
    guard variance > 0 else {
      return .notEstimable(reason: "Only one number was possible, so there is no Z.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let z = Double(difference) / variance.squareRoot()
      return try .test(
        "Z", z, pValue: NormalDistribution.standard.twoSidedTail(z),
        convention: factor == nil
          ? "two-sided, binomial variance" : "two-sided, hypergeometric variance")
    }
  }

  private func logarithm(of z: Outcome) -> Outcome {
    guard case .test(let test) = z, let statistic = test.statistic else { return z }
    return .computing { () throws(NumericalError) -> Outcome in
      try .estimate(SpecialFunctions.log10TwoSidedNormalTail(statistic))
    }
  }

  private func logarithm(ofProbability outcome: Outcome) -> Outcome {
    guard case .test(let test) = outcome else { return outcome }
    guard test.pValue.value > 0 else {
      return .notEstimable(reason: "The probability is too small to be held.")
    }
    return .estimate(log10(test.pValue.value))
  }

  /// Minimum likelihood, central, at most, at least, mid-p.
  private func exactTests(_ count: BinomialCount) -> [Outcome] {
    let (group, size) = availability.parts
    do throws(NumericalError) {
      switch availability {
      case .share:
        return AvailabilityPanel.tests(
          of: count.successes,
          in: try BinomialDistribution(
            trials: count.total, probability: Double(group) / Double(size),
            complement: Double(size - group) / Double(size)),
          named: "exact binomial")
      case .pool:
        return AvailabilityPanel.tests(
          of: count.successes,
          in: try Hypergeometric(population: size, marked: group, drawn: count.total),
          named: "exact hypergeometric")
      }
    } catch {
      let reason = "The computation did not succeed: \(error.description)."
      return [Outcome](repeating: .notEstimable(reason: reason), count: 5)
    }
  }

  private static func tests(
    of count: Int, in distribution: some UnimodalCountDistribution, named name: String
  ) -> [Outcome] {
    let rare = distribution.minimumLikelihoodTail(of: count)
    let half = distribution.support.count > 1 ? distribution.probability(of: count) / 2 : 0
    let minimumLikelihood = TwoSidedConvention.minimumLikelihood.words
    return [
      .test(pValue: rare, convention: "\(name), \(minimumLikelihood)"),
      .test(
        pValue: distribution.centralTail(of: count),
        convention: "\(name), \(TwoSidedConvention.central.words)"),
      .test(
        pValue: distribution.lowerTail(through: count),
        convention: "\(name), one-sided, at most as many"),
      .test(
        pValue: distribution.upperTail(from: count),
        convention: "\(name), one-sided, at least as many"),
      .test(pValue: max(0, rare - half), convention: "\(name), \(minimumLikelihood), mid-p"),
    ]
  }

  /// A reading with nothing but a reason.
  static func reading(without reason: String) -> AvailabilityReading {
    let none = Outcome.notEstimable(reason: reason)
    return AvailabilityReading(
      expected: none, difference: none, ratio: none, exactMinimumLikelihood: none,
      exactCentral: none, exactFewer: none, exactMore: none, exactMidP: none, binomialZ: none,
      hypergeometricZ: none, log10ExactFewer: none, log10PValueOfZ: none, flagging: [],
      notFlagging: [])
  }
}
