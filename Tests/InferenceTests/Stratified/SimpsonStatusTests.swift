import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Simpson status")
struct SimpsonStatusTests {
  private typealias Status = SimpsonStatusResult.Status

  private static let references = "Tests/InferenceTests/Fixtures/Stratified/python.csv"

  /// In both strata the focal group has the higher rate; most of it is where rates are low.
  private static func reversal() throws -> StratifiedTables {
    try .cells([[270, 30, 800, 200], [400, 600, 80, 220]])
  }

  private static func part(_ quantity: String, of result: SimpsonStatusResult) -> Double? {
    switch quantity {
    case "pooled": result.pooledRatio.value
    case "stratified": result.stratifiedRatio.value
    case "difference": result.logDifference.value
    case "standardError": result.logDifference.standardError
    case "lower", "upper": Fixtures.part(quantity, of: result.logDifference)
    default: Fixtures.part(quantity, of: result.differenceTest)
    }
  }

  @Test("agrees with numerical derivatives at 60 digits (Python)")
  func references() throws {
    for row in try ReferenceValue.read(Self.references, method: "SimpsonStatus") {
      let rates = try #require(
        SimpsonStatus.VarianceRates(rawValue: row.arguments["rates"] ?? ""))
      let result = SimpsonStatus(varianceRates: rates)(try StratifiedTables(row))
      expectClose(
        Self.part(row.quantity, of: result), row.value,
        relative: row.quantity == "pValue" ? 1e-9 : 1e-11, "\(row)")
    }
  }

  @Test("Berkeley 1973 (adverse-36): women's lower pooled rate is not found within departments")
  func berkeley() throws {
    let result = SimpsonStatus()(try .berkeley())
    #expect(result.status == .vanishes && result.reason == nil)
    expectClose(result.pooledRatio.value, 0.681830, relative: 1e-6)
    expectClose(result.pooledTest.test?.statistic, -9.602358, relative: 1e-7)
    expectClose(result.stratifiedTest.pValue, 0.2169237, relative: 1e-6)
    expectClose(result.equalOddsRatios.test?.statistic, 18.825501, relative: 1e-7)
    #expect(try #require(result.stratifiedRatio.value) > 1)
    #expect(result.strataWithoutInformation.isEmpty)
    #expect(result.table == (try .rates(focal: 557, of: 1835, reference: 1198, of: 2691)))
    // Exchanged, the groups have the same status and the difference the other sign.
    let swapped = SimpsonStatus()(try StratifiedTables.berkeley().swapped)
    #expect(swapped.status == .vanishes)
    expectClose(
      swapped.differenceTest.test?.statistic,
      -(try #require(result.differenceTest.test?.statistic)), relative: 1e-11)
  }

  @Test("a reversal has both tests reject in opposite directions")
  func reversed() throws {
    let result = SimpsonStatus()(try Self.reversal())
    #expect(result.status == .reversed)
    #expect(try #require(result.pooledTest.test?.statistic) < 0)
    #expect(try #require(result.stratifiedRatio.value) > 1)
    #expect(SimpsonStatus()(try Self.reversal().swapped).status == .reversed)
    #expect(SimpsonStatus()(try Self.reversal().reversed).status == .reversed)
  }

  @Test("every other status has tables that show it")
  func examples() throws {
    let examples: [(Status, [[Int]])] = [
      // The same rates within strata as pooled: 0.3 against 0.6 in both.
      (.agree, [[30, 70, 60, 40], [24, 56, 120, 80]]),
      (.agree, [[30, 30, 31, 29], [20, 40, 18, 42]]),
      // 0.8 against 0.9 and 0.2 against 0.225, with the focal group in the second stratum.
      (.attenuated, [[240, 60, 900, 100], [400, 1600, 135, 465]]),
      // 0.6 against 0.9 and 0.15 against 0.225, with more of the focal group in the first stratum.
      (.amplified, [[600, 400, 540, 60], [105, 595, 225, 775]]),
      // Equal pooled rates, 0.9 against 0.8 and 0.4 against 0.2 within.
      (.emerges, [[180, 20, 347, 86], [240, 360, 73, 294]]),
      // 0.52 against 0.5 and 0.26 against 0.25 within, 0.40 against 0.43 pooled.
      (.shifted, [[104, 96, 150, 150], [39, 111, 25, 75]]),
      // Z is 2.49 pooled and 1.75 within.
      (.undetermined, [[34, 18, 8, 7], [11, 7, 17, 27]]),
    ]
    for (status, cells) in examples {
      let tables = try StratifiedTables.cells(cells)
      #expect(SimpsonStatus()(tables).status == status, "\(status)")
      #expect(SimpsonStatus()(tables.swapped).status == status, "\(status), exchanged")
    }
  }

  @Test("every set of answers has the status its definition says")
  func definition() {
    func status(_ answers: (Bool, Bool, Bool), _ pooled: Double, _ within: Double) -> Status {
      Status(
        pooledRejects: answers.0, stratifiedRejects: answers.1, ratiosDiffer: answers.2,
        logPooled: pooled, logStratified: within)
    }
    for sign in [-1.0, 1] {
      let (small, large) = (0.2 * sign, 0.5 * sign)
      #expect(status((true, true, false), large, small) == .agree)
      #expect(status((false, false, false), large, -small) == .agree)
      #expect(status((true, true, true), large, small) == .attenuated)
      #expect(status((true, true, true), small, large) == .amplified)
      #expect(status((true, true, true), large, -small) == .reversed)
      #expect(status((true, true, false), large, -small) == .reversed)
      #expect(status((true, false, true), large, -small) == .vanishes)
      #expect(status((false, true, true), large, -small) == .emerges)
      #expect(status((false, false, true), large, small) == .shifted)
      #expect(status((true, false, false), large, small) == .undetermined)
      #expect(status((false, true, false), large, small) == .undetermined)
    }
    #expect(Set(Status.allCases.map(\.words)).count == 8)
  }

  @Test("the interval of the difference excludes 0 exactly where its test rejects")
  func duality() throws {
    var generator = SeededGenerator(seed: 5)
    var rejected = 0
    for _ in 0..<300 {
      let tables = try StratifiedTables.cells(
        (0..<3).map { _ in (0..<4).map { _ in Int.random(in: 0...40, using: &generator) } })
      for alpha in [0.01, 0.2] {
        let result = SimpsonStatus(alpha: alpha)(tables)
        guard let pValue = result.differenceTest.pValue else { continue }
        let interval = try #require(result.logDifference.interval)
        #expect(interval.contains(0) == (pValue >= alpha))
        if pValue < alpha { rejected += 1 }
      }
    }
    #expect(rejected > 100)
  }

  @Test("groups spread over the strata alike have one ratio, whoever is selected")
  func alike() throws {
    let result = SimpsonStatus()(try .cells([[3, 7, 12, 8], [9, 21, 11, 49]]))
    #expect(result.logDifference.value == 0 && result.logDifference.interval == nil)
    #expect(result.differenceTest.reason?.hasPrefix("The groups are spread") == true)
    #expect(result.status != nil && result.reason == nil)
    expectClose(
      result.stratifiedRatio.value, try #require(result.pooledRatio.value), relative: 1e-14)
    #expect(SimpsonStatus()(try .cells([[2, 8, 15, 10]])).status == .agree)
  }

  @Test("strata without information are named and stay in the pooled table")
  func withoutInformation() throws {
    let result = SimpsonStatus()(
      try .cells([[5, 9, 11, 7], [0, 0, 4, 6], [3, 8, 6, 9], [7, 2, 0, 0], [0, 4, 0, 9]]))
    #expect(result.strataWithoutInformation == ["B", "D", "E"])
    #expect(result.table == (try .rates(focal: 15, of: 38, reference: 21, of: 52)))
    #expect(result.status != nil)
  }

  @Test("a rate of 0 or 1 is certain only where the plain delta method is asked for")
  func certain() throws {
    // Only who is in the second stratum, with nobody selected, makes the ratios differ.
    let tables = try StratifiedTables.cells([[5, 9, 11, 7], [0, 6, 0, 0]])
    let observed = SimpsonStatus(varianceRates: .observed)(tables)
    #expect(
      observed.differenceTest.reason == "No rate that could tell the two ratios apart can vary.")
    expectClose(observed.logDifference.value, log(14.0 / 20), relative: 1e-14)
    #expect(observed.logDifference.interval == nil && observed.status == nil)
    #expect(observed.reason == observed.differenceTest.reason)
    // Derivative 1 / 5 by the count of the second stratum, at a rate of 0.5 / 7.
    expectClose(
      SimpsonStatus()(tables).logDifference.standardError,
      0.2 * (6 * 0.5 / 7 * 6.5 / 7).squareRoot(), relative: 1e-13)
    #expect(
      SimpsonStatus(varianceRates: .observed).stamp.id == "simpson-status-observed-rates")
  }

  @Test("no strata, no logarithm, no information and an impossible alpha are reasons")
  func degenerate() throws {
    let empty = SimpsonStatus()(StratifiedTables([]))
    #expect(empty.table == nil && empty.status == nil)
    #expect(empty.reason == "There are no strata.")
    for cells in [
      [[0, 4, 3, 2], [0, 5, 1, 7]], [[2, 4, 0, 2], [1, 5, 0, 7]], [[3, 4, 0, 0], [0, 0, 4, 2]],
      [[0, 4, 3, 2], [2, 3, 0, 0]], [[0, 4, 0, 2]],
      [[3, 4, 0, 0]],
    ] {
      let result = SimpsonStatus()(try .cells(cells))
      #expect(result.status == nil && result.reason?.isEmpty == false, "\(cells)")
      #expect(result.differenceTest.reason != nil, "\(cells)")
    }
    let everybody = SimpsonStatus()(try .cells([[3, 0, 2, 0], [1, 0, 4, 0]]))
    #expect(everybody.reason == "Everybody was selected in both groups.")
    for alpha in [0, 1, -0.1, Double.nan] {
      let result = SimpsonStatus(alpha: alpha)(try .berkeley())
      #expect(result.reason == "Alpha must lie between 0 and 1." && result.status == nil)
      #expect(result.logDifference.reason != nil && result.pooledRatio.reason != nil)
    }
  }
}

/// How often the interval of the difference contains the true one, by drawing strata.
@Suite("Simpson status by simulation")
struct SimpsonStatusSimulationTests {
  private struct Design {
    let totals: [(focal: Int, reference: Int)]
    let rates: [(focal: Double, reference: Double)]

    /// The difference of the logarithms at the true rates.
    var difference: Double {
      var (a, c, n, m, up, down) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
      for (total, rate) in zip(totals, rates) {
        let (focal, reference) = (Double(total.focal), Double(total.reference))
        a += focal * rate.focal
        c += reference * rate.reference
        n += focal
        m += reference
        up += focal * rate.focal * reference / (focal + reference)
        down += reference * rate.reference * focal / (focal + reference)
      }
      return log(a / n / (c / m)) - log(up / down)
    }

    func drawn(_ generator: inout SeededGenerator) throws -> StratifiedTables {
      func draw(_ total: Int, _ rate: Double) -> Int {
        (0..<total).reduce(0) { sum, _ in
          sum + (Double.random(in: 0..<1, using: &generator) < rate ? 1 : 0)
        }
      }
      return StratifiedTables(
        try zip(totals, rates).map { total, rate in
          let table = try TwoByTwoTable.rates(
            focal: draw(total.focal, rate.focal), of: total.focal,
            reference: draw(total.reference, rate.reference), of: total.reference)
          return .init(label: "stratum", table: table)
        })
    }

    /// The share of draws with an interval that contains the true difference.
    func coverage(
      _ replicates: Int, _ rates: SimpsonStatus.VarianceRates = .halfAdded
    ) throws -> Double {
      var generator = SeededGenerator(seed: 2026)
      var (inside, all) = (0, 0)
      for _ in 0..<replicates {
        let result = SimpsonStatus(varianceRates: rates)(try drawn(&generator))
        guard let interval = result.logDifference.interval else { continue }
        all += 1
        if interval.contains(difference) { inside += 1 }
      }
      return Double(inside) / Double(all)
    }
  }

  private static let medium = Design(
    totals: [(30, 80), (60, 50), (90, 30)], rates: [(0.8, 0.75), (0.5, 0.5), (0.2, 0.3)])
  private static let none = Design(
    totals: [(30, 80), (60, 50), (90, 30)], rates: [(0.4, 0.6), (0.4, 0.6), (0.4, 0.6)])

  @Test("the interval covers the true difference as often as its level says")
  func quick() throws {
    // With 400 draws the standard error of a coverage of 0.95 is 0.011.
    #expect(try (0.91...0.98).contains(Self.medium.coverage(400)))
  }

  @Test("the same with many draws and small strata", .enabled(if: ThoroughTier.isOn))
  func thorough() throws {
    #expect(Self.none.difference.magnitude < 1e-15)
    for design in [Self.medium, Self.none] {
      for rates in SimpsonStatus.VarianceRates.allCases {
        #expect(try (0.94...0.96).contains(design.coverage(6_000, rates)))
      }
    }
    // Sixty strata of one to three focal and one to five reference people.
    let sparse = Design(
      totals: (0..<60).map { (1 + $0 % 3, 1 + $0 * 7 % 5) },
      rates: (0..<60).map { _ in (0.3, 0.3) })
    #expect(try sparse.coverage(6_000) > 0.93)
    #expect(try sparse.coverage(6_000, .observed) < 0.87)
  }
}
