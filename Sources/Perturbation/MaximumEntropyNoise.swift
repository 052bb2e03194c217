public import Estimates

/// Noise on whole numbers from -D to D with mean 0, variance V and otherwise as little structure as
/// possible (maximum entropy): p(x) proportional to exp(-lambda x^2).
///
/// For a small count n the noise must not lead below the smallest number that may be shown. There it
/// lives from that end to D, still with mean 0 and variance V: p(x) proportional to
/// exp(a x + b x^2). Not every count has such noise: with mean 0 on -m..D, the variance is below
/// m D. Where there is none, the outcome says so.
///
/// - Source: Giessing (2016), Computational issues in the design of transition probabilities and
///   disclosure risk estimation for additive noise.
public struct MaximumEntropyNoise: Hashable, Sendable {
  /// D, the largest change of a count, in people, from 1 to 50.
  public let bound: Int
  /// V, the variance, in people squared, between 0 and the square of D.
  public let variance: Double

  /// Makes noise.
  ///
  /// - Throws: `noise-bound` or `noise-variance` where the option is out of range.
  public init(bound: Int, variance: Double) throws(PerturbationError) {
    guard (1...50).contains(bound) else {
      throw PerturbationError(
        code: "noise-bound",
        message: "The largest change of a count is \(bound). Choose 1 to 50 people.")
    }
    guard variance > 0, variance < Double(bound * bound) else {
      throw PerturbationError(
        code: "noise-variance",
        message: "The variance is \(variance). With changes of at most \(bound) it must be above 0 "
          + "and below \(bound * bound).")
    }
    self.bound = bound
    self.variance = variance
  }

  /// The noise and its options.
  public var stamp: MethodStamp {
    MethodStamp(
      id: "maximum-entropy-noise", title: "Maximum entropy noise",
      convention: "at most \(bound) up or down, variance \(variance), mean 0",
      source: "Giessing 2016", inference: nil)
  }

  /// The probabilities of the changes for a count that may lose at most so many people.
  ///
  /// With `largestLoss` at least D it is the symmetric distribution.
  public func distribution(largestLoss: Int) -> PerturbationOutcome<NoiseDistribution> {
    let loss = min(largestLoss, bound)
    guard loss > 0 else {
      return .undefined(reason: "a count that may not fall cannot change and stay right on average")
    }
    guard variance < Double(loss * bound) else {
      return .undefined(
        reason: "with a loss of at most \(loss) and a gain of at most \(bound), mean 0 allows a "
          + "variance below \(loss * bound) only")
    }
    guard
      let found = MaximumEntropyDistribution(on: -loss...bound, variance: variance)
    else {
      return .undefined(
        reason: "the variance is too close to the limit for a loss of at most \(loss)")
    }
    var probabilities = found.probabilities
    if loss == bound {
      // Mirror images are the same number, to the last digit.
      for index in 0..<bound {
        let mean = (probabilities[index] + probabilities[2 * bound - index]) / 2
        probabilities[index] = mean
        probabilities[2 * bound - index] = mean
      }
    }
    return .value(NoiseDistribution(lowest: -loss, probabilities: probabilities))
  }
}
