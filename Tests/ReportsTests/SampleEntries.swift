import Estimates
import Foundation

@testable import Disclosure

/// Entries of a release as the gate would publish them, made from counts.
///
/// The intervals are textbook large-sample ones; the tests of the report need numbers of a realistic
/// size, not exact ones.
enum SampleEntries {
  static let normalQuantile = 1.959964

  static let hidden = PublishedEntry.estimate(Published(.notShown))

  static func people(_ count: Int?) -> PublishedEntry {
    guard let count else { return .count(Published(.notShown)) }
    return .count(count == 0 ? Published(.zero) : Published(count))
  }

  static func number(_ value: Double?) -> PublishedEntry {
    guard let value, let estimate = Estimate(value) else { return hidden }
    return .estimate(Published(estimate))
  }

  static func share(_ part: Int?, _ whole: Int) -> PublishedEntry {
    number(part.map { Double($0) / Double(whole) })
  }

  static func estimate(_ value: Double, _ lower: Double, _ upper: Double) -> PublishedEntry {
    let interval = ConfidenceInterval(lower: lower, upper: upper, level: 0.95, method: "sample")
    guard let estimate = Estimate(value, interval: interval) else { return hidden }
    return .estimate(Published(estimate))
  }

  /// The ratio of two proportions with a logarithmic interval.
  static func rateRatio(_ a: Int, _ n: Int, _ b: Int, _ m: Int) -> PublishedEntry {
    let ratio = Double(a) / Double(n) / (Double(b) / Double(m))
    let error = (1 / Double(a) - 1 / Double(n) + 1 / Double(b) - 1 / Double(m)).squareRoot()
    return estimate(
      ratio, ratio * exp(-normalQuantile * error), ratio * exp(normalQuantile * error))
  }

  /// The ratio of two rates of events with a logarithmic interval.
  static func eventRatio(_ a: Int, _ t: Double, _ b: Int, _ u: Double) -> PublishedEntry {
    let ratio = Double(a) / t / (Double(b) / u)
    let error = (1 / Double(a) + 1 / Double(b)).squareRoot()
    return estimate(
      ratio, ratio * exp(-normalQuantile * error), ratio * exp(normalQuantile * error))
  }

  static func z(_ a: Int, _ n: Int, _ b: Int, _ m: Int) -> Double {
    let pooled = Double(a + b) / Double(n + m)
    let error = (pooled * (1 - pooled) * (1 / Double(n) + 1 / Double(m))).squareRoot()
    return (Double(a) / Double(n) - Double(b) / Double(m)) / error
  }

  static func test(z: Double) -> PublishedEntry {
    guard let pValue = PValue(min(1, erfc(abs(z) / 2.squareRoot()))) else { return hidden }
    return .test(
      Published(
        TestResult(statisticName: "Z", statistic: z, pValue: pValue, convention: "two-sided")))
  }

  static func eventTest(_ a: Int, _ t: Double, _ b: Int, _ u: Double) -> PublishedEntry {
    let error = (1 / Double(a) + 1 / Double(b)).squareRoot()
    return test(z: log(Double(a) / t / (Double(b) / u)) / error)
  }
}
