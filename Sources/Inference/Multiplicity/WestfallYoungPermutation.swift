public import Estimates
import NumericalKernel

/// Westfall and Young's step-down adjustment (minP) of several comparisons of the same people, by
/// exchanging outcomes within strata.
///
/// One set of people looked at by sex, by race and by age gives tests that depend on each other.
/// The outcomes are dealt anew among the people of each stratum, as if no attribute mattered, and
/// every comparison is tested anew, each time by the exact test over strata of its group against
/// everybody else:
///
///     adjusted(i) = max over j ≤ i of (b(j) + 1) / (replicates + 1)
///
/// b(j) counts the replicates in which the smallest p-value of the comparisons j, …, m is at most
/// p(j). With one stratum and one comparison it is Fisher's test, up to the simulation.
/// - Source: Westfall and Young (1993), Resampling-Based Multiple Testing, chapter 2; Phipson and
///   Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39, for
///   the added one.
public struct WestfallYoungPermutation: CataloguedMethod {
  /// People of one stratum who belong to the same groups.
  public struct Profile: Hashable, Sendable, Codable {
    /// The stratum, numbered from 0.
    public let stratum: Int
    /// For each comparison, whether these people are of its group.
    public let isFocal: [Bool]
    /// How many were selected.
    public let selected: Int
    /// How many there are.
    public let total: Int

    /// Makes a profile; `nil` if a count or the stratum is impossible.
    public init?(stratum: Int, isFocal: [Bool], selected: Int, total: Int) {
      guard stratum >= 0, selected >= 0, total >= selected else { return nil }
      self.stratum = stratum
      self.isFocal = isFocal
      self.selected = selected
      self.total = total
    }
  }

  /// What came of the adjustment.
  public struct Adjusted: Hashable, Sendable {
    /// The p-values of the comparisons alone.
    public let pValues: [PValue]
    /// The adjusted p-values, in the order of the comparisons.
    public let adjusted: [PValue]
    /// For each, the Clopper-Pearson interval at 99 % for what infinitely many replicates of its
    /// own step would give.
    public let bands: [ConfidenceInterval]
  }

  /// How often the outcomes are dealt.
  public let replicates: Int
  /// The seed of the dealing; the same seed gives the same numbers.
  public let seed: UInt64

  /// Makes the method.
  public init(replicates: Int = 9_999, seed: UInt64 = 1) {
    self.replicates = max(1, replicates)
    self.seed = seed
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "westfall-young-permutation", title: "Westfall-Young adjustment by permutation",
    formula: "from the smallest p-value up, the largest so far of (replicates with as small a "
      + "smallest p-value among the tests left + 1) / (replicates + 1)",
    range: "a p-value between 0 and 1",
    assumptions: [
      "Within strata, people are exchangeable where no attribute matters.",
      "The family was declared before the p-values were seen.",
    ],
    source: "Westfall and Young (1993), Resampling-Based Multiple Testing, chapter 2; Phipson "
      + "and Smyth (2010)")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "family-wise error, step-down, \(replicates) replicates, seed \(seed), group "
        + "against everybody else by the exact test over strata")
  }

  /// The adjusted p-values; `nil` where there is no comparison, profiles differ in their number of
  /// comparisons, or a computation fails.
  ///
  /// Cost: replicates times the people of all strata.
  public func callAsFunction(_ profiles: [Profile]) -> Adjusted? {
    guard let family = PermutationFamily(profiles) else { return nil }
    let seen = family.pValues(family.selectedSeen)
    let order = seen.indices.sorted { (seen[$0], $0) < (seen[$1], $1) }
    var hits = seen.map { _ in 0 }
    for replicate in 0..<replicates {
      var generator = PhiloxGenerator(seed: seed, replicate: UInt64(replicate))
      let dealt = family.pValues(family.deal(&generator))
      var smallest = Double.infinity
      for index in order.reversed() {
        smallest = min(smallest, dealt[index])
        if smallest <= seen[index] * (1 + DiscreteTest.tolerance) { hits[index] += 1 }
      }
    }
    var adjusted = seen.map { _ in PValue.one }
    var bands: [ConfidenceInterval?] = seen.map { _ in nil }
    var largest = 0.0
    for index in order {
      largest = max(largest, Double(hits[index] + 1) / Double(replicates + 1))
      adjusted[index] = PValue(largest) ?? .one
      if let limits = try? ClopperPearsonInterval.limits(
        successes: hits[index], total: replicates, level: 0.99)
      {
        bands[index] = ConfidenceInterval(
          lower: limits.lower, upper: limits.upper, level: 0.99, method: "Clopper-Pearson")
      }
    }
    guard bands.allSatisfy({ $0 != nil }) else { return nil }
    return Adjusted(
      pValues: seen.compactMap { PValue($0) }, adjusted: adjusted, bands: bands.compactMap { $0 })
  }
}
