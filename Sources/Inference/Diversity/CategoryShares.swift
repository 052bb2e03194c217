import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The shares of the categories that have anybody, and the sums over them that indices are made of.
///
/// The largest comes first, so the order of the categories changes no bit of a result.
struct CategoryShares {
  /// People per category with anybody, the largest first.
  let counts: [Int]
  /// Everyone.
  let total: Int
  /// The shares and their natural logarithms.
  let shares: [Double]
  let logarithms: [Double]

  /// The shares of counts with somebody.
  init(_ categories: CategoryCounts) { self.init(categories.counts) }

  /// The shares of counts with somebody.
  init(_ all: [Int]) {
    let counts = all.filter { $0 > 0 }.sorted(by: >)
    let total = counts.reduce(0, +)
    self.counts = counts
    self.total = total
    shares = counts.map { Double($0) / Double(total) }
    logarithms = counts.map { count in
      // A share near 1 is 1 less the others, which are known exactly.
      count > total / 2
        ? log1p(-Double(total - count) / Double(total)) : log(Double(count) / Double(total))
    }
  }

  /// Everyone, as a real number.
  var people: Double { Double(total) }

  /// How many pairs of people, in order and with repetition, share a category.
  var squares: Int128 { counts.reduce(0) { $0 + Int128($1) * Int128($1) } }

  /// The chance that two people drawn with replacement differ.
  var blau: Double {
    let all = Int128(total) * Int128(total)
    return Double(all - squares) / Double(all)
  }

  /// The chance that two different people differ; for two people or more.
  var unbiasedBlau: Double {
    Double(Int128(total) * Int128(total) - squares) / Double(Int128(total) * Int128(total - 1))
  }

  /// The entropy of the shares in nats; of equal shares exactly the logarithm of their number.
  var entropy: Double {
    counts.first == counts.last ? log(Double(counts.count)) : mean { -logarithms[$0] }
  }

  /// The sum over the categories of share x term.
  func mean(_ term: (Int) -> Double) -> Double {
    DeltaMethod.mean(shares.indices.map(term), shares: shares)
  }

  /// The delta method's standard error of a function of the shares, from its derivative by each;
  /// `nil` where the first-order term vanishes.
  func standardError(_ derivative: (Int) -> Double) -> Double? {
    DeltaMethod.standardError(shares.indices.map(derivative), shares: shares, people: people)
  }
}

extension Outcome {
  /// An estimate with its normal interval, cut at the ends of the index's range; without an
  /// interval where there is no standard error.
  static func normal(
    _ value: Double, standardError: Double?, level: Double, within range: ClosedRange<Double>
  ) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let standardError else { return .estimate(value) }
    return .computing { () throws(NumericalError) -> Outcome in
      let half = try NormalDistribution.standard.criticalValue(level: level) * standardError
      return .estimate(
        value, standardError: standardError, from: max(range.lowerBound, value - half),
        to: min(range.upperBound, value + half), level: level, method: "Normal (delta method)")
    }
  }
}

/// Whether an index of pairs of people counts a person's pair with themselves.
public enum DiversityEstimator: String, Codable, Hashable, Sendable, CaseIterable {
  /// The index of the shares as they are: pairs drawn with replacement.
  case plugIn = "plug_in"
  /// Pairs of different people: the plug-in index times N / (N - 1), without bias in small teams.
  case unbiased

  /// The estimator as it is printed.
  var words: String {
    switch self {
    case .plugIn: "plug-in"
    case .unbiased: "unbiased, times N / (N - 1)"
    }
  }

  /// What the plug-in index is multiplied by.
  func factor(_ people: Double) -> Double {
    switch self {
    case .plugIn: 1
    case .unbiased: people / (people - 1)
    }
  }
}
