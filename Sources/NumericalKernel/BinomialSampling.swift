#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Random binomial numbers of one probability of at most a half and any number of trials.
///
/// Where fewer than ten successes are expected, the distribution function is searched upwards from
/// 0. Elsewhere a point under a hat of transformed uniform numbers is accepted or drawn again; most
/// are accepted without computing a probability.
/// - Source: Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101-110, for
///   transformed rejection.
struct BinomialSampling {
  /// The probability of a success, of a failure, their ratio and the logarithm of the second.
  private let probability: Double
  private let complement: Double
  private let odds: Double
  private let logComplement: Double

  /// Makes the numbers of a probability above 0 and at most a half.
  init(probability: Double, complement: Double) {
    self.probability = probability
    self.complement = complement
    odds = probability / complement
    logComplement = log1p(-probability)
  }

  /// How many of some trials succeed.
  @inline(__always) func draw(_ trials: Int, from words: inout WordStream) -> Int {
    Double(trials) * probability < 10
      ? search(trials, from: &words) : transformed(trials, from: &words)
  }

  @inline(__always) private func search(_ trials: Int, from words: inout WordStream) -> Int {
    var left = words.uniform()
    var term = exp(Double(trials) * logComplement)
    var count = 0
    while left >= term, count < trials {
      left -= term
      term *= odds * Double(trials &- count) / Double(count &+ 1)
      count &+= 1
      // What is left is rounding once the terms have died away.
      if term < 1e-300 { break }
    }
    return count
  }

  private func transformed(_ trials: Int, from words: inout WordStream) -> Int {
    let n = Double(trials)
    let deviation = (n * probability * complement).squareRoot()
    // The hat's constants, with the names of the source.
    let b = 1.15 + 2.53 * deviation
    let a = -0.0873 + 0.0248 * b + 0.01 * probability
    let centre = n * probability + 0.5
    let surely = 0.92 - 4.2 / b
    while true {
      let across = words.uniform() - 0.5
      let height = words.uniform()
      let edge = 0.5 - abs(across)
      let position = (2 * a / edge + b) * across + centre
      guard position >= 0, position < n + 1 else { continue }
      let count = Int(position)
      if edge >= 0.07, height <= surely { return count }
      let alpha = (2.83 + 5.1 / b) * deviation
      let mode = Int((n + 1) * probability)
      if log(height * alpha / (a / (edge * edge) + b)) <= logRatio(count, mode, trials) {
        return count
      }
    }
  }

  /// The logarithm of the probability of a count over that of the mode, neither 0 nor all trials.
  private func logRatio(_ count: Int, _ mode: Int, _ trials: Int) -> Double {
    guard count > 0, count < trials else {
      return logProbability(count, trials) - logProbability(mode, trials)
    }
    let (k, m, n) = (Double(count), Double(mode), Double(trials))
    let errors =
      SaddlePoint.stirlingError(mode) + SaddlePoint.stirlingError(trials - mode)
      - SaddlePoint.stirlingError(count) - SaddlePoint.stirlingError(trials - count)
    return errors + (m + 0.5) * log(m / k) + (n - m + 0.5) * log((n - m) / (n - k))
      + (k - m) * log(odds * (n - k) / k)
  }

  private func logProbability(_ count: Int, _ trials: Int) -> Double {
    BinomialDistribution.logProbability(
      of: count, trials: trials, probability: probability, complement: complement)
  }
}

extension WordStream {
  /// A number between 0 and 1, neither of them, of 53 bits.
  @inline(__always) mutating func uniform() -> Double {
    let bits = UInt64(next()) << 32 | UInt64(next())
    return (Double(bits >> 12) + 0.5) * 0x1p-52
  }
}
