import Foundation

/// What a sum of rho means in the language of epsilon and delta.
public enum ConcentratedPrivacy {
  /// An epsilon for which rho-zero-concentrated privacy is (epsilon, delta)-differential privacy:
  /// rho + 2 sqrt(rho log(1 / delta)).
  ///
  /// An upper bound, rounded upwards in its last digits; undefined where delta is not above 0 and
  /// below 1.
  ///
  /// - Source: Bun and Steinke (2016), proposition 1.3.
  public static func epsilon(rho: RationalNumber, delta: Double) -> PerturbationOutcome<Double> {
    guard delta > 0, delta < 1 else {
      return .undefined(reason: "delta must be above 0 and below 1")
    }
    let loss = Double(rho.numerator) / Double(rho.denominator)
    return .value((loss + 2 * (loss * -log(delta)).squareRoot()) * (1 + 1e-14))
  }
}
