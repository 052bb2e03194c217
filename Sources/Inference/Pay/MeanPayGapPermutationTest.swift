import Aggregates
import Dispatch
public import Estimates
import NumericalKernel
import Synchronization

/// The test of equal pay that shuffles who belongs to which group.
///
///     p = share of the ways to choose the focal group out of everybody whose mean differs from the
///       reference group's by at least as much as the one seen
///
/// The amounts stay as they are, so nothing is assumed of their distribution. With at most
/// `mostEnumerated` ways all are counted; otherwise m are drawn and p = (b + 1) / (m + 1). Sums are
/// whole quanta, so equal differences are equal. The statistic is the difference of the means,
/// focal minus reference, in the measure's unit. The same seed gives the same p-value however many
/// processors share the work. Cost: draws x people of the smaller group; 9,999 draws of 1,000
/// people take about a fifth of a second.
/// - Source: Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119-130;
///   Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9,
///   article 39, for p.
public struct MeanPayGapPermutationTest: StatisticalMethod {
  /// The most ways that are counted one by one.
  public static let mostEnumerated = 100_000
  /// The most draws.
  public static let mostDraws = 10_000_000

  /// How many shufflings are drawn where there are too many to count.
  public let draws: Int
  /// The seed of the random numbers.
  public let seed: UInt64

  /// Makes the method.
  public init(draws: Int = 9_999, seed: UInt64 = 1) {
    self.draws = draws
    self.seed = seed
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "mean-pay-gap-permutation", title: "Permutation test of the mean pay gap",
    formula: "share of the ways to choose the focal group whose difference of means is at least as "
      + "large as the one seen",
    range: "a p-value above 0, at most 1",
    assumptions: [
      "Were there no difference, every way to choose the focal group would be as likely.",
      "It tests that pay is distributed alike, not only on average.",
      "Above \(mostEnumerated) ways drawn at random with a fixed seed.",
    ],
    source: "Pitman (1937), Supplement to the Journal of the Royal Statistical Society 4, 119-130; "
      + "Phipson and Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, "
      + "article 39")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention:
        "two-sided by the difference of means, all ways up to \(Self.mostEnumerated), else "
        + "\(draws) drawn, seed \(seed)")
  }

  /// The test, or why there is none.
  public func callAsFunction(_ arms: PayArms) -> Outcome {
    test(arms, lanes: 4)
  }

  /// The test with the work shared out to a number of lanes.
  func test(_ arms: PayArms, lanes: Int) -> Outcome {
    guard let focal = arms.focal.values, let reference = arms.reference.values else {
      return .notEstimable(reason: "The amounts were not tallied.")
    }
    guard focal.scale == reference.scale else {
      return .notEstimable(reason: "The groups' amounts are held to different numbers of decimals.")
    }
    guard let focalMean = arms.focal.moments.mean, focal.total > 0 else {
      return .notEstimable(reason: "Nobody of the focal group has an amount.")
    }
    guard let referenceMean = arms.reference.moments.mean, reference.total > 0 else {
      return .notEstimable(reason: "Nobody of the reference group has an amount.")
    }
    guard (1...Self.mostDraws).contains(draws) else {
      return .notEstimable(
        reason: "The number of draws must lie between 1 and \(Self.mostDraws).")
    }
    let shuffling = GroupShuffling(focal: focal, reference: reference)
    let statistic = focalMean - referenceMean
    if let ways = shuffling.ways(atMost: Self.mostEnumerated) {
      return .test(
        "difference of means", statistic, pValue: Double(shuffling.extremeWays()) / Double(ways),
        convention: "two-sided by the difference of means, all \(ways) ways")
    }
    let found = shuffling.extremeDraws(draws, seed: seed, lanes: lanes)
    return .test(
      "difference of means", statistic, pValue: Double(found + 1) / Double(draws + 1),
      convention: "two-sided by the difference of means, \(draws) ways drawn, seed \(seed)")
  }
}

/// Ways to choose a set of the smaller group's size out of everybody.
struct GroupShuffling {
  private let amounts: ValueCounts
  private let everybody: [Int64]
  private let size: Int
  private let sumOfAll: Int128
  private let distance: Int128

  /// Starts from the two groups seen.
  init(focal: ValueCounts, reference: ValueCounts) {
    let smaller = focal.total <= reference.total ? focal : reference
    let amounts = focal.merging(reference)
    self.amounts = amounts
    size = smaller.total
    everybody = zip(amounts.values, amounts.counts).flatMap { Array(repeating: $0, count: $1) }
    sumOfAll = Self.sum(amounts)
    distance = abs(
      Self.sum(smaller) * Int128(amounts.total) - Int128(smaller.total) * Self.sum(amounts))
  }

  private static func sum(_ amounts: ValueCounts) -> Int128 {
    zip(amounts.values, amounts.counts).reduce(0) { $0 + Int128($1.0) * Int128($1.1) }
  }

  /// Whether a sum of the set is at least as far from its expectation as the one seen.
  private func isExtreme(_ sum: Int128) -> Bool {
    abs(sum * Int128(everybody.count) - Int128(size) * sumOfAll) >= distance
  }

  /// How many ways there are; `nil` where there are more than `most`.
  func ways(atMost most: Int) -> Int? {
    var ways = 1
    for place in 0..<size {
      ways = ways * (everybody.count - place) / (place + 1)
      if ways > most { return nil }
    }
    return ways
  }

  /// How many of all ways are at least as far from the expectation as the one seen.
  func extremeWays() -> Int {
    extremeWays(from: 0, left: size, sum: 0, ways: 1)
  }

  /// Those that add `left` people of the amounts from a position on, each in `ways` ways already.
  private func extremeWays(from position: Int, left: Int, sum: Int128, ways: Int) -> Int {
    if left == 0 { return isExtreme(sum) ? ways : 0 }
    guard position < amounts.values.count else { return 0 }
    var found = 0
    var choices = 1
    let count = amounts.counts[position]
    for taken in 0...min(left, count) {
      if taken > 0 { choices = choices * (count - taken + 1) / taken }
      found += extremeWays(
        from: position + 1, left: left - taken,
        sum: sum + Int128(amounts.values[position]) * Int128(taken), ways: ways * choices)
    }
    return found
  }

  /// How many of `draws` random ways are at least as far from the expectation as the one seen.
  ///
  /// Every draw has the Philox stream of the seed with the draw's number as replicate.
  func extremeDraws(_ draws: Int, seed: UInt64, lanes: Int) -> Int {
    let found = Atomic<Int>(0)
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var line = everybody
      var places = Array(repeating: 0, count: size)
      var count = 0
      for draw in stride(from: lane, to: draws, by: lanes) {
        var generator = PhiloxGenerator(seed: seed, replicate: UInt64(draw))
        var sum: Int128 = 0
        for place in 0..<size {
          let other = place + Int(generator.integer(below: UInt64(line.count - place)))
          places[place] = other
          line.swapAt(place, other)
          sum += Int128(line[place])
        }
        if isExtreme(sum) { count += 1 }
        // Back to the line as it was, so that a draw does not depend on those before it.
        for place in (0..<size).reversed() { line.swapAt(place, places[place]) }
      }
      found.add(count, ordering: .relaxed)
    }
    return found.load(ordering: .relaxed)
  }
}
