import Estimates
import NumericalKernel

/// What was found among tables drawn at random from the null hypothesis.
///
/// The p-value counts the table seen as one more draw, which keeps it valid for any number of
/// draws; the interval is Clopper and Pearson's of the probability of finding one.
struct DrawnPValue {
  /// How many of those drawn are at least as extreme as the one seen.
  let found: Int
  /// How many were drawn.
  let draws: Int
  /// The nominal coverage of the interval.
  let level: Double
  /// The interval of the exact p-value.
  private let limits: (lower: Double, upper: Double)

  /// Makes the count with its interval.
  init(found: Int, draws: Int, level: Double) throws(NumericalError) {
    self.found = found
    self.draws = draws
    self.level = level
    limits = try ClopperPearsonInterval.limits(successes: found, total: draws, level: level)
  }

  /// The p-value, `(found + 1) / (draws + 1)`.
  var value: Double { Double(found + 1) / Double(draws + 1) }

  /// The p-value as an estimate of the exact one.
  var estimate: Outcome {
    .estimate(
      value, from: limits.lower, to: limits.upper, level: level, method: "Clopper-Pearson")
  }

  /// The interval as it is printed.
  var words: String {
    "\(ConfidenceLevel.percent(level)) % interval of the exact p-value "
      + "\(Self.words(limits.lower)) to \(Self.words(limits.upper))"
  }

  /// A probability to four significant digits.
  private static func words(_ probability: Double) -> String {
    var scale = 1e4
    while probability > 0, probability * scale < 1000, scale < 1e300 { scale *= 10 }
    return ConfidenceLevel.plain((probability * scale).rounded() / scale)
  }
}
