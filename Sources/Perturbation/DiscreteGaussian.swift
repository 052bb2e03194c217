public import Estimates

/// The discrete Gaussian mechanism: a count plus noise on whole numbers with P(x) proportional to
/// e^(-x^2 / (2 sigma^2)).
///
/// Releases one count with zero-concentrated differential privacy: rho = s^2 / (2 sigma^2), where one
/// person changes the count by at most s. Better than the geometric mechanism where many counts are
/// released together. The noise is exact, by rejection with whole numbers only: a two-sided geometric
/// number y of scale t = floor(sigma) + 1 is kept with probability
/// e^(-(|y| - sigma^2 / t)^2 / (2 sigma^2)).
///
/// The noise has no bounds, so a small count may be shown below zero. Time depends on what is drawn:
/// do not let those who ask for a count time the answer.
///
/// - Source: Canonne, Kamath and Steinke (2020), The discrete Gaussian for differential privacy,
///   algorithm 3.
public struct DiscreteGaussian: Hashable, Sendable {
  /// sigma^2, an exact fraction above 0, in people squared; its parts are at most 2^32.
  public let variance: RationalNumber
  /// s, the most by which one person changes the count.
  public let sensitivity: UInt64
  /// The privacy loss in zero-concentrated differential privacy: s^2 / (2 sigma^2).
  public let rho: RationalNumber

  private let scale: UInt64

  /// Makes a mechanism.
  ///
  /// - Throws: `noise-variance` where the variance is 0 or a part is above 2^32; `noise-sensitivity`
  ///   where the sensitivity is not from 1 to 1,000,000, or makes rho too fine a fraction.
  public init(variance: RationalNumber, sensitivity: UInt64 = 1) throws(PerturbationError) {
    let limit: UInt64 = 1 << 32
    guard variance.numerator > 0, variance.numerator <= limit, variance.denominator <= limit else {
      throw PerturbationError(
        code: "noise-variance",
        message: "The variance is \(variance). Choose a fraction above 0 with a numerator and a "
          + "denominator of at most 4294967296, for example 4.")
    }
    guard (1...1_000_000).contains(sensitivity),
      let rho = Self.rho(variance: variance, sensitivity: sensitivity)
    else {
      throw PerturbationError(
        code: "noise-sensitivity",
        message:
          "The sensitivity is \(sensitivity). It is the most by which one person changes the "
          + "count: 1 to 1,000,000, and less where the variance is a fine fraction.")
    }
    self.variance = variance
    self.sensitivity = sensitivity
    self.rho = rho
    scale = Self.root(variance.numerator / variance.denominator) + 1
  }

  /// The mechanism and its options.
  public var stamp: MethodStamp {
    MethodStamp(
      id: "discrete-gaussian", title: "Discrete Gaussian mechanism",
      convention: "variance \(variance), sensitivity \(sensitivity), rho \(rho), may be below zero",
      source: "Canonne, Kamath and Steinke 2020", inference: nil)
  }

  /// One draw of the noise, in people.
  public func draw(_ bits: inout some RandomBits) -> Int {
    let proposal = TwoSidedGeometric(s: 1, t: scale)
    while true {
      let (magnitude, isNegative) = proposal.draw(&bits)
      if keeps(magnitude, &bits) { return Int(magnitude: magnitude, isNegative: isNegative) }
    }
  }

  /// The count with noise.
  ///
  /// Each call spends rho: write it to a ``PrivacyBudget`` first.
  public func callAsFunction(_ count: Int, _ bits: inout some RandomBits) -> PerturbedCount {
    if let reason = CountRange.refusal(of: count) { return .undefined(reason: reason) }
    return .noisy(NoisyCount(value: count.addingClamped(draw(&bits))))
  }

  /// With sigma^2 = a/b the exponent is (|y| b t - a)^2 / (2 a b t^2).
  ///
  /// The base of the square is below 2^113 and the denominator below 2^99; the square has up to 226
  /// bits and is divided at full width. A quotient of more than 128 bits stands for 2^128 draws that
  /// must all succeed, each with probability 1/e: so many cannot be made.
  private func keeps(_ magnitude: UInt64, _ bits: inout some RandomBits) -> Bool {
    let (a, b, t) = (
      UInt128(variance.numerator), UInt128(variance.denominator), UInt128(scale)
    )
    let reach = UInt128(magnitude) * b * t
    let distance = reach > a ? reach - a : a - reach
    let denominator = 2 * a * b * t * t
    let square = distance.multipliedFullWidth(by: distance)
    guard square.high < denominator else {
      return bits.bernoulliExponential(whole: .max, plus: 0, over: 1)
    }
    let (whole, rest) = denominator.dividingFullWidth(square)
    return bits.bernoulliExponential(whole: whole, plus: rest, over: denominator)
  }

  private static func rho(variance: RationalNumber, sensitivity: UInt64) -> RationalNumber? {
    // s^2 is at most 2^40 and the denominator of the variance at most 2^32: not beyond 64 bits where
    // the product is checked.
    let (top, isTooLarge) = variance.denominator.multipliedReportingOverflow(
      by: sensitivity * sensitivity)
    return isTooLarge ? nil : RationalNumber(top, 2 * variance.numerator)
  }

  private static func root(_ number: UInt64) -> UInt64 {
    var (low, high): (UInt64, UInt64) = (0, 1 << 17)
    while low + 1 < high {
      let middle = (low + high) / 2
      if middle * middle <= number { low = middle } else { high = middle }
    }
    return low
  }
}
