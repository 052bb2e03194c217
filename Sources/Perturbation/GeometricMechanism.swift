public import Estimates

/// The geometric mechanism: a count plus two-sided geometric noise,
/// P(x) = (1 - a) / (1 + a) a^|x| with a = e^(-epsilon / s).
///
/// Releases one count with epsilon-differential privacy, where one person changes the count by at
/// most s. The noise is exact: whole numbers only, no rounding, no logarithm. It has no bounds, so a
/// small count may be shown below zero.
///
/// For counts of a whole organisation and for open research files; see ``NoiseUtility`` for what it
/// costs in accuracy. Not for the pay gap of a department. Time depends on what is drawn: do not let
/// those who ask for a count time the answer.
///
/// - Source: Ghosh, Roughgarden and Sundararajan (2009); drawn as in Canonne, Kamath and Steinke
///   (2020).
public struct GeometricMechanism: Hashable, Sendable {
  /// The privacy loss, an exact fraction above 0; its parts are at most 2^32.
  public let epsilon: RationalNumber
  /// s, the most by which one person changes the count.
  public let sensitivity: UInt64

  private let noise: TwoSidedGeometric

  /// Makes a mechanism.
  ///
  /// - Throws: `noise-epsilon` where epsilon is 0, or epsilon / s has a numerator or denominator above
  ///   2^32; `noise-sensitivity` where the sensitivity is 0.
  public init(epsilon: RationalNumber, sensitivity: UInt64 = 1) throws(PerturbationError) {
    guard sensitivity > 0 else {
      throw PerturbationError(
        code: "noise-sensitivity",
        message: "The sensitivity is 0. It is the most by which one person changes the count: 1 or "
          + "more.")
    }
    guard let rate = epsilon.divided(by: sensitivity), rate.numerator > 0,
      rate.numerator <= 1 << 32, rate.denominator <= 1 << 32
    else {
      throw PerturbationError(
        code: "noise-epsilon",
        message: "Epsilon over sensitivity is \(epsilon) over \(sensitivity). Choose a fraction "
          + "above 0 with a numerator and a denominator of at most 4294967296, for example 1/4.")
    }
    self.epsilon = epsilon
    self.sensitivity = sensitivity
    noise = TwoSidedGeometric(s: rate.numerator, t: rate.denominator)
  }

  /// The mechanism and its options.
  public var stamp: MethodStamp {
    MethodStamp(
      id: "geometric-mechanism", title: "Geometric mechanism",
      convention: "epsilon \(epsilon), sensitivity \(sensitivity), may be below zero",
      source: "Ghosh, Roughgarden and Sundararajan 2009; Canonne, Kamath and Steinke 2020",
      inference: nil)
  }

  /// One draw of the noise, in people.
  public func draw(_ bits: inout some RandomBits) -> Int {
    let (magnitude, isNegative) = noise.draw(&bits)
    return Int(magnitude: magnitude, isNegative: isNegative)
  }

  /// The count with noise.
  ///
  /// Each call spends epsilon: write it to a ``PrivacyBudget`` first.
  public func callAsFunction(_ count: Int, _ bits: inout some RandomBits) -> PerturbedCount {
    if let reason = CountRange.refusal(of: count) { return .undefined(reason: reason) }
    return .noisy(NoisyCount(value: count.addingClamped(draw(&bits))))
  }
}

extension Int {
  /// A signed number, at the limit of what `Int` holds where the magnitude is larger.
  init(magnitude: UInt64, isNegative: Bool) {
    let size = Int(clamping: magnitude)
    self = isNegative ? -size : size
  }

  /// The sum, at the limit of what `Int` holds where it is larger.
  func addingClamped(_ other: Int) -> Int {
    let (sum, isTooLarge) = addingReportingOverflow(other)
    return isTooLarge ? (other < 0 ? .min : .max) : sum
  }
}
