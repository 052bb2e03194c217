public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The range of a share and of its parity index over everything those who did not say could be.
///
///     smallest share = x / (n + m),   largest share = (x + m) / (n + m)
///     interval: from smallest - C s(smallest) to largest + C s(largest),
///               Phi(C + width / larger s) - Phi(-C) = level,   s^2 = share (1 - share) / (n + m)
///
/// x of the n who said are in the group, m did not say. The bounds are of what is possible, not of
/// what is likely. Imbens and Manski's interval adds the sampling error, for people as draws from a
/// process: it covers the true share, wherever within the bounds that is, with at least about the
/// level. Without anybody unknown it is the plain normal interval. The parity index is the share
/// over the benchmark.
/// - Source: Manski (1989), Journal of Human Resources 24, 343-360; Imbens and Manski (2004),
///   Econometrica 72, 1845-1857.
public struct UnknownShareBounds: CataloguedMethod {
  /// What the unknown can make of the share.
  public struct Result: Hashable, Sendable {
    /// The smallest possible share.
    public let smallest: Outcome
    /// The largest possible share.
    public let largest: Outcome
    /// The share of those who said, with the interval that covers the share of everyone.
    public let share: Outcome
    /// The smallest possible parity index.
    public let smallestParityIndex: Outcome
    /// The largest possible parity index.
    public let largestParityIndex: Outcome
  }

  /// The benchmark's share, above 0 and at most 1.
  public let benchmark: Double
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method; without a benchmark the parity index is the share.
  public init(benchmark: Double = 1, level: Double = 0.95) {
    self.benchmark = benchmark
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "unknown-share-bounds", title: "Bounds of a share over people of unknown group",
    formula: "known in the group / everyone to (known in the group + unknown) / everyone",
    range: "0 to 1; the two ends include all that is possible",
    assumptions: [
      "Nothing is assumed of those who did not say.",
      "The interval, not the bounds, takes people as independent draws from a process.",
    ],
    source: "Manski (1989), Journal of Human Resources 24, 343-360; Imbens and Manski (2004), "
      + "Econometrica 72, 1845-1857")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "every answer of the unknown, Imbens-Manski interval, benchmark "
        + "\(ConfidenceLevel.plain(benchmark)), " + ConfidenceLevel.words(level))
  }

  /// The bounds, each with a reason where it is not defined.
  public func callAsFunction(_ count: PartlyKnownCount) -> Result {
    let problem =
      count.total == 0
      ? "There is nobody to take a share of."
      : ConfidenceLevel.problem(level) ?? Benchmark.problem(benchmark)
    if let problem {
      let none = Outcome.notEstimable(reason: problem)
      return Result(
        smallest: none, largest: none, share: none, smallestParityIndex: none,
        largestParityIndex: none)
    }
    let people = Double(count.total)
    let smallest = Double(count.known.successes) / people
    let largest = Double(count.known.successes + count.unknown) / people
    return Result(
      smallest: .estimate(smallest), largest: .estimate(largest),
      share: .computing { () throws(NumericalError) -> Outcome in
        guard count.known.total > 0 else {
          return .notEstimable(reason: "Nobody said which group they are of.")
        }
        let low = (smallest * (1 - smallest) / people).squareRoot()
        let high = (largest * (1 - largest) / people).squareRoot()
        let reach = try Self.reach(width: largest - smallest, error: max(low, high), level: level)
        return .estimate(
          count.known.share, from: max(0, smallest - reach * low),
          to: min(1, largest + reach * high), level: level, method: "Imbens-Manski")
      },
      smallestParityIndex: .estimate(smallest / benchmark),
      largestParityIndex: .estimate(largest / benchmark))
  }

  /// How many standard errors are added at either end: between the one-sided and the two-sided
  /// number.
  static func reach(width: Double, error: Double, level: Double) throws(NumericalError) -> Double {
    let normal = NormalDistribution.standard
    let oneSided = try normal.quantile(level)
    guard error > 0 else { return oneSided }
    let twoSided = try normal.criticalValue(level: level)
    if width == 0 { return twoSided }
    return try RootFinder.brent(from: oneSided, to: twoSided) {
      (c: Double) throws(NumericalError) -> Double in
      try normal.lowerTail(c + width / error) - normal.lowerTail(-c) - level
    }
  }
}
