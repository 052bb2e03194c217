import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tables that count against equal rates at least as much as the one seen, where both group
/// sizes are fixed.
///
/// Where the rates are equal, the table given the number selected in all does not depend on the
/// rate, so the region is known by its probability for each such number:
///
///     P(region | rate) = sum over m of Binomial(N, rate)(m) P(region | m selected in all)
struct RejectionRegion {
  /// The probability of the region given the number selected in all, from 0 to everyone.
  let probabilities: [Double]
  /// The largest of them.
  private let largest: Double
  /// `(N - m) / (m + 1)` for each number selected in all; read backwards, the ratios downward.
  private let ratios: [Double]

  /// A region from its probability for each number selected in all, at least 0 and 1.
  init(_ probabilities: [Double]) {
    self.probabilities = probabilities
    largest = probabilities.max() ?? 0
    let total = probabilities.count - 1
    ratios = (0...total).map { Double(total - $0) / Double($0 + 1) }
  }

  /// Everyone in both groups.
  var total: Int { probabilities.count - 1 }

  /// Whether every table is in the region.
  var isEverything: Bool { probabilities.allSatisfy { $0 == 1 } }

  /// The probability of the region where both groups have the rate `sin(angle)^2`.
  ///
  /// The slope is that of the probability over the angle, but for a positive factor. Terms are
  /// added outward from the most probable number until the rest no longer counts.
  func probability(angle: Double) throws(NumericalError) -> (value: Double, slope: Double) {
    let (sine, cosine) = (sin(angle), cos(angle))
    let (rate, complement) = (sine * sine, cosine * cosine)
    if rate == 0 { return (probabilities[0], 0) }
    if complement == 0 { return (probabilities[total], 0) }
    let selected = try BinomialDistribution(
      trials: total, probability: rate, complement: complement)
    let mean = Double(total) * rate
    let mode = selected.mode
    let most = selected.probability(of: mode)
    var value = most * probabilities[mode]
    var slope = value * (Double(mode) - mean)
    let odds = rate / complement
    var term = most
    var count = mode
    while count < total, term * largest > value * 1e-20 {
      term *= ratios[count] * odds
      count += 1
      let part = term * probabilities[count]
      value += part
      slope += part * (Double(count) - mean)
    }
    let inverse = complement / rate
    term = most
    count = mode
    while count > 0, term * largest > value * 1e-20 {
      term *= ratios[total - count] * inverse
      count -= 1
      let part = term * probabilities[count]
      value += part
      slope += part * (Double(count) - mean)
    }
    return (min(1, value), slope)
  }
}
