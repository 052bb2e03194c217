import Foundation

/// What noise costs in accuracy: probabilities, variance and the band in which most draws lie.
///
/// For planning and for the text beside a release. It is computed with floating-point numbers and
/// takes no part in any draw.
public struct NoiseUtility: Hashable, Sendable {
  private enum Shape: Hashable {
    case geometric(rate: Double)
    case gaussian(variance: Double)
  }

  private let shape: Shape

  /// The noise of a geometric mechanism: P(x) = (1 - a) / (1 + a) a^|x|, a = e^(-epsilon / s).
  public init(_ mechanism: GeometricMechanism) {
    let epsilon = mechanism.epsilon
    shape = .geometric(
      rate: Double(epsilon.numerator) / Double(epsilon.denominator)
        / Double(mechanism.sensitivity))
  }

  /// The noise of a discrete Gaussian mechanism: P(x) proportional to e^(-x^2 / (2 sigma^2)).
  public init(_ mechanism: DiscreteGaussian) {
    shape = .gaussian(
      variance: Double(mechanism.variance.numerator) / Double(mechanism.variance.denominator))
  }

  /// The probability that the noise is exactly so many people; 0 to 1.
  public func probability(of change: Int) -> Double {
    let x = abs(Double(change))
    switch shape {
    case .geometric(let rate):
      return tanh(rate / 2) * exp(-rate * x)
    case .gaussian(let variance):
      return exp(-x * x / (2 * variance)) / Self.gaussianTotal(variance)
    }
  }

  /// The probability that the noise is at least so many people up or down; 0 to 1.
  public func probability(atLeast size: Int) -> Double {
    guard size > 0 else { return 1 }
    switch shape {
    case .geometric(let rate):
      return 2 * exp(-rate * Double(size)) / (1 + exp(-rate))
    case .gaussian(let variance):
      return 2 * Self.gaussianTail(from: size, variance) / Self.gaussianTotal(variance)
    }
  }

  /// The variance of the noise, in people squared.
  public var variance: Double {
    switch shape {
    case .geometric(let rate):
      let half = sinh(rate / 2)
      return 1 / (2 * half * half)
    case .gaussian(let variance):
      var (sum, x) = (0.0, 1.0)
      while true {
        let term = x * x * exp(-x * x / (2 * variance))
        sum += term
        if x * x > 2 * variance, term < 1e-18 * sum || term == 0 { break }
        x += 1
      }
      return 2 * sum / Self.gaussianTotal(variance)
    }
  }

  /// The smallest h for which at least a share of all draws lies from -h to h, in people.
  ///
  /// `nil` where the share is not above 0 and below 1.
  public func halfWidth(share: Double = 0.95) -> Int? {
    guard share > 0, share < 1 else { return nil }
    // Doubling, then bisection: the probability of more than h falls with h.
    var high = 1
    while probability(atLeast: high + 1) > 1 - share { high *= 2 }
    var low = -1
    while low + 1 < high {
      let middle = (low + high) / 2
      if probability(atLeast: middle + 1) <= 1 - share { high = middle } else { low = middle }
    }
    return high
  }

  private static func gaussianTotal(_ variance: Double) -> Double {
    1 + 2 * gaussianTail(from: 1, variance)
  }

  /// The sum of e^(-x^2 / (2 sigma^2)) from a number on.
  private static func gaussianTail(from first: Int, _ variance: Double) -> Double {
    var (sum, x) = (0.0, Double(first))
    while true {
      let term = exp(-x * x / (2 * variance))
      sum += term
      if term <= 1e-18 * sum || term == 0 { return sum }
      x += 1
    }
  }
}
