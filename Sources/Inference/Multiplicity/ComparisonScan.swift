public import Aggregates
public import Estimates
import NumericalKernel

/// Exact tests of many comparisons at once, with the false discovery rate of the whole scan held.
///
/// Every table has Fisher's test and, where it is small enough, Boschloo's; every pair of event
/// rates has the exact conditional test. The family is every comparison that has a test, those that
/// may not be shown included, with p = 1. Tests whose least attainable p-value is above level / K,
/// with Tarone's K, are set aside; the others are adjusted by Benjamini and Hochberg.
///
/// The comparisons are independent pieces of work and are spread over the cores; results stand in
/// the order of the comparisons, whatever the order they were made in.
/// - Source: Gilbert (2005), Applied Statistics 54, 143-158; Tarone (1990), Biometrics 46, 515-522.
public struct ComparisonScan: CataloguedMethod {
  /// One comparison of a focal with a reference group.
  public enum Comparison: Hashable, Sendable, Codable {
    /// Two groups and a yes-or-no outcome.
    case table(TwoByTwoTable)
    /// Events of two groups over the time at risk.
    case rates(EventRates)
    /// An exact test whose counts are not at hand: a ratio and a p-value; it is never set aside.
    case tested(effect: Estimate, pValue: PValue)
    /// A comparison that may not be shown; it counts in the family.
    case notShown
  }

  /// What came of one comparison.
  public struct Row: Hashable, Sendable {
    /// The ratio of the rates with its interval; `nil` where the comparison may not be shown.
    public let effect: Outcome?
    /// The exact test the adjustment rests on; `nil` where the comparison may not be shown.
    public let test: Outcome?
    /// Boschloo's test; `nil` for event rates, for larger tables and where nothing may be shown.
    public let boschloo: Outcome?
    /// The p-value adjusted over the scan; `nil` where nothing was tested or may be shown.
    public let adjustedP: PValue?
    /// Whether no data with these margins could have been conspicuous in this scan.
    public let isSetAside: Bool
  }

  /// What came of a scan.
  public struct Result: Hashable, Sendable {
    /// The rows, in the order of the comparisons.
    public let rows: [Row]
    /// How many comparisons have a test, those that may not be shown included.
    public let familySize: Int
    /// How many of them were set aside.
    public let setAside: Int
  }

  /// The expected share of false findings among the findings.
  public let falseDiscoveryRate: Double
  /// The nominal coverage of the intervals.
  public let level: Double
  /// The most people of a table that has Boschloo's test beside Fisher's.
  public let largestUnconditional: Int

  /// Makes the method.
  public init(
    falseDiscoveryRate: Double = 0.05, level: Double = 0.95, largestUnconditional: Int = 1_000
  ) {
    self.falseDiscoveryRate = falseDiscoveryRate
    self.level = level
    self.largestUnconditional = largestUnconditional
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "comparison-scan", title: "Scan of many comparisons",
    formula: "exact tests; those that cannot reach level / K are set aside (Tarone's K), the "
      + "others adjusted by Benjamini and Hochberg",
    range: "adjusted p-values between 0 and 1; to be compared with the rate stated",
    assumptions: [
      "The tests are independent or positively dependent.",
      "The least attainable p-value depends only on what the test conditions on.",
      "It limits the share of false findings among the findings, not the chance of any; a finding "
        + "of a scan is a place to look, not a verdict.",
    ],
    source: "Gilbert (2005), Applied Statistics 54, 143-158; Tarone (1990), Biometrics 46, 515-522")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "Fisher by minimum likelihood, Boschloo-Berger-Boos up to "
        + "\(largestUnconditional) people, exact conditional test of event rates; false discovery "
        + "rate \(ConfidenceLevel.percent(falseDiscoveryRate)) %, hidden comparisons count as p = 1"
    )
  }

  /// The scan.
  ///
  /// - Throws: `CancellationError` where the task is cancelled.
  public func callAsFunction(_ comparisons: [Comparison]) async throws -> Result {
    let parts = min(comparisons.count, 64)
    var pieces = [Piece?](repeating: nil, count: comparisons.count)
    try await withThrowingTaskGroup(of: [(Int, Piece)].self) { group in
      // Neighbours are alike in size, so they go to different parts.
      for part in 0..<parts {
        group.addTask {
          try stride(from: part, to: comparisons.count, by: parts).map { index in
            try Task.checkCancellation()
            return (index, piece(comparisons[index]))
          }
        }
      }
      for try await made in group {
        for (index, piece) in made { pieces[index] = piece }
      }
    }
    return adjusted(pieces.compactMap(\.self))
  }

  /// What one comparison gives by itself.
  private struct Piece: Sendable {
    var effect: Outcome?
    var test: Outcome?
    var boschloo: Outcome?
    var discrete: TaroneAdjustment.DiscretePValue?
    var isShown = true
  }

  private func piece(_ comparison: Comparison) -> Piece {
    switch comparison {
    case .table(let table):
      let fisher = FisherExactTest()(table)
      return Piece(
        effect: ImpactRatio(level: level)(table), test: fisher,
        boschloo: table.total <= largestUnconditional
          ? BoschlooTest(rates: .bergerBoos())(table) : nil,
        discrete: discrete(fisher, ComparisonScan.leastAttainable(table)))
    case .rates(let rates):
      let test = PoissonRateTest()(rates)
      return Piece(
        effect: PoissonRateRatio(level: level)(rates), test: test,
        discrete: discrete(test, ComparisonScan.leastAttainable(rates)))
    case .tested(let effect, let pValue):
      return Piece(
        effect: .estimate(effect),
        test: .test(TestResult(pValue: pValue, convention: "as published")),
        discrete: TaroneAdjustment.DiscretePValue(
          pValue, leastAttainable: PValue(0) ?? .one))
    case .notShown:
      // Nothing is known of it, so it is not set aside.
      let least = PValue(0) ?? .one
      return Piece(
        discrete: TaroneAdjustment.DiscretePValue(.one, leastAttainable: least), isShown: false)
    }
  }

  private func discrete(
    _ outcome: Outcome, _ least: PValue?
  ) -> TaroneAdjustment.DiscretePValue? {
    guard case .test(let test) = outcome, let least else { return nil }
    return TaroneAdjustment.DiscretePValue(
      test.pValue, leastAttainable: min(least, test.pValue))
  }

  /// The least p-value of Fisher's test by minimum likelihood that tables with these margins have;
  /// `nil` where there is no test.
  static func leastAttainable(_ table: TwoByTwoTable) -> PValue? {
    guard table.problem == nil,
      let selected = try? Hypergeometric(
        population: table.total, marked: table.focalTotal, drawn: table.selected)
    else { return nil }
    let support = selected.support
    return PValue(
      min(
        selected.minimumLikelihoodTail(of: support.lowerBound),
        selected.minimumLikelihoodTail(of: support.upperBound)))
  }

  /// The least p-value of the exact test of event rates that this many events have.
  static func leastAttainable(_ rates: EventRates) -> PValue? {
    guard rates.problem == nil else { return nil }
    let exposure = rates.focalExposure + rates.referenceExposure
    let trials = rates.focalEvents + rates.referenceEvents
    guard
      let events = try? BinomialDistribution(
        trials: trials, probability: rates.focalExposure / exposure,
        complement: rates.referenceExposure / exposure)
    else { return nil }
    return PValue(min(events.centralTail(of: 0), events.centralTail(of: trials)))
  }

  private func adjusted(_ pieces: [Piece]) -> Result {
    let tested = pieces.indices.filter { pieces[$0].discrete != nil }
    let family = tested.compactMap { pieces[$0].discrete }
    let aside = Set(TaroneAdjustment(familyLevel: falseDiscoveryRate).adjust(family).setAside)
    let kept = family.indices.filter { !aside.contains($0) }
    let pValues = BenjaminiHochbergAdjustment.adjust(kept.map { family[$0].pValue })
    var adjusted = [PValue?](repeating: nil, count: pieces.count)
    var isSetAside = [Bool](repeating: false, count: pieces.count)
    for (position, index) in tested.enumerated() {
      adjusted[index] = .one
      isSetAside[index] = aside.contains(position)
    }
    for (position, pValue) in zip(kept, pValues) { adjusted[tested[position]] = pValue }
    let rows = pieces.indices.map { index in
      let piece = pieces[index]
      return Row(
        effect: piece.effect, test: piece.test, boschloo: piece.boschloo,
        adjustedP: piece.isShown ? adjusted[index] : nil, isSetAside: isSetAside[index])
    }
    return Result(rows: rows, familySize: family.count, setAside: aside.count)
  }
}
