import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

@Suite("Unconditional interval of a difference")
struct UnconditionalDifferenceTests {
  private static func table(_ focal: (Int, Int), _ reference: (Int, Int)) throws -> TwoByTwoTable {
    try #require(
      TwoByTwoTable(
        focalSelected: focal.0, focalRejected: focal.1 - focal.0, referenceSelected: reference.0,
        referenceRejected: reference.1 - reference.0))
  }

  private static func interval(
    _ method: UnconditionalDifference, _ table: TwoByTwoTable
  ) throws -> ConfidenceInterval {
    guard case .estimate(let estimate) = method(table) else {
      Issue.record("\(method(table))")
      throw CancellationError()
    }
    return try #require(estimate.interval)
  }

  /// StatXact 11 as printed in the tests of the R package exact2x2; adverse-29 and adverse-30.
  @Test(
    "published intervals",
    arguments: [
      (6, 13, 2, 7, UnconditionalDifference.TwoSided.central, 0.0, -0.3108, 0.5787),
      (6, 13, 2, 7, .square, 0.0, -0.3079, 0.5542),
      (24, 61, 10, 35, .central, 1e-6, -0.09731, 0.2949),
    ])
  func published(
    focal: Int, focalTotal: Int, reference: Int, referenceTotal: Int,
    twoSided: UnconditionalDifference.TwoSided, gamma: Double, lower: Double, upper: Double
  ) throws {
    let table = try Self.table((focal, focalTotal), (reference, referenceTotal))
    let rates: NuisanceRange = gamma > 0 ? .bergerBoos(gamma: gamma) : .everyRate
    let found = try Self.interval(.init(twoSided: twoSided, rates: rates), table)
    #expect(abs(found.lower - lower) < 6e-5, "\(found.lower)")
    #expect(abs(found.upper - upper) < 6e-5, "\(found.upper)")
  }

  @Test("names Barnard's test by the same tails, and none where rates are restricted")
  func twin() throws {
    let table = try Self.table((2, 10), (15, 25))
    #expect(try Self.interval(.init(), table).agreesWith == "barnard-z-pooled-central")
    #expect(try Self.interval(.init(twoSided: .square), table).agreesWith == "barnard-z-pooled")
    #expect(try Self.interval(.init(rates: .bergerBoos()), table).agreesWith == nil)
  }

  /// The p-values printed with them are those of Barnard's test that the interval names.
  @Test("published p-values of a difference of 0")
  func publishedPValues() throws {
    let cases: [(TwoByTwoTable, BarnardTest, Double)] = [
      (try Self.table((6, 13), (2, 7)), BarnardTest(twoSided: .central), 0.5569),
      (try Self.table((6, 13), (2, 7)), BarnardTest(), 0.5374),
      (try Self.table((24, 61), (10, 35)), BarnardTest(twoSided: .central), 0.4284),
      (
        try Self.table((24, 61), (10, 35)),
        BarnardTest(twoSided: .central, rates: .bergerBoos(gamma: 1e-6)), 0.3012
      ),
    ]
    for (table, method, expected) in cases {
      guard case .test(let test) = method(table) else {
        Issue.record("no test")
        continue
      }
      #expect(abs(test.pValue.value - expected) < 6e-5, "\(test.pValue.value)")
    }
  }

  /// Every table, every score, by plain sums over a fine grid of rates.
  private static func enumerated(
    _ table: TwoByTwoTable, _ difference: Double, _ side: DifferenceTail.Side
  ) throws -> Double {
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    func binomial(_ n: Int, _ k: Int, _ p: Double) -> Double {
      choose(n, k) * pow(p, Double(k)) * pow(1 - p, Double(n - k))
    }
    let seen = ScoreDifference(table: table, varianceFactor: 1).score(of: difference)
    let (m, n) = (table.focalTotal, table.referenceTotal)
    var inside: [(Int, Int)] = []
    for focal in 0...m {
      for reference in 0...n {
        let other = try Self.table((focal, m), (reference, n))
        let score = ScoreDifference(table: other, varianceFactor: 1).score(of: difference)
        let slack = seen.isFinite ? 1e-9 * max(1, abs(seen)) : 0
        let isIn =
          switch side {
          case .above: score >= seen - slack
          case .below: score <= seen + slack
          case .bothSides: abs(score) >= abs(seen) - slack
          }
        if isIn { inside.append((focal, reference)) }
      }
    }
    let (low, high) = (max(0, -difference), min(1, 1 - difference))
    let steps = 400
    return (0...steps).map { step in
      let rate = low + (high - low) * Double(step) / Double(steps)
      return inside.reduce(0.0) {
        $0 + binomial(m, $1.0, min(1, max(0, rate + difference))) * binomial(n, $1.1, rate)
      }
    }.max() ?? 0
  }

  @Test("the staircase and its largest probability against every table and a grid of rates")
  func bruteForce() throws {
    let sizes = ThoroughTier.isOn ? Array(1...8) : [1, 3, 4]
    for m in sizes {
      for n in sizes {
        for focal in 0...m {
          for reference in stride(from: 0, through: n, by: ThoroughTier.isOn ? 1 : 2) {
            let table = try Self.table((focal, m), (reference, n))
            for difference in [-0.61, -0.2, 0, 0.37] {
              for side in [DifferenceTail.Side.above, .below, .bothSides] {
                let found = try DifferenceTail(table, difference: difference, side: side)
                  .largestProbability(
                    from: max(0, -difference), to: min(1, 1 - difference))
                let grid = try Self.enumerated(table, difference, side)
                // The grid can only miss the top.
                #expect(found >= grid - 1e-9 && found <= grid + 2e-4, "\(table) \(difference)")
              }
            }
          }
        }
      }
    }
  }

  @Test("exchanging groups, or selected and not selected, turns the interval round")
  func symmetry() throws {
    let table = try Self.table((2, 9), (7, 12))
    let exchanged = try Self.table((7, 12), (2, 9))
    let complement = try Self.table((7, 9), (5, 12))
    for twoSided in UnconditionalDifference.TwoSided.allCases {
      let method = UnconditionalDifference(twoSided: twoSided)
      let found = try Self.interval(method, table)
      for other in [try Self.interval(method, exchanged), try Self.interval(method, complement)] {
        #expect(abs(found.lower + other.upper) < 1e-6)
        #expect(abs(found.upper + other.lower) < 1e-6)
      }
    }
  }

  @Test("covers at least its level at every pair of rates", arguments: [(4, 5), (7, 3)])
  func coverage(m: Int, n: Int) throws {
    let level = 0.9
    for twoSided in UnconditionalDifference.TwoSided.allCases {
      let method = UnconditionalDifference(twoSided: twoSided, level: level)
      var limits: [[ConfidenceInterval]] = []
      for focal in 0...m {
        limits.append(
          try (0...n).map { try Self.interval(method, try Self.table((focal, m), ($0, n))) })
      }
      func binomial(_ n: Int, _ k: Int, _ p: Double) -> Double {
        (0..<k).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) } * pow(p, Double(k))
          * pow(1 - p, Double(n - k))
      }
      for p in stride(from: 0.02, to: 1, by: 0.06) {
        for q in stride(from: 0.03, to: 1, by: 0.06) {
          var covered = 0.0
          for focal in 0...m {
            for reference in 0...n where limits[focal][reference].contains(p - q) {
              covered += binomial(m, focal, p) * binomial(n, reference, q)
            }
          }
          #expect(covered >= level - 1e-9, "\(p) \(q)")
        }
      }
    }
  }

  @Test("nobody and everybody selected: the end of the range is a limit")
  func ends() throws {
    let all = try Self.interval(.init(), try Self.table((5, 5), (0, 5)))
    #expect(all.upper == 1 && all.lower > 0)
    let none = try Self.interval(.init(), try Self.table((0, 5), (0, 6)))
    #expect(none.lower < 0 && none.upper > 0 && none.lower > -1 && none.upper < 1)
    guard case .notEstimable = UnconditionalDifference()(try Self.table((0, 0), (1, 5))) else {
      Issue.record("a group without people has an interval")
      return
    }
    guard
      case .notEstimable(let reason) = UnconditionalDifference()(
        try Self.table((10, 1500), (20, 1000)))
    else {
      Issue.record("2,500 people have an interval")
      return
    }
    #expect(reason.contains("1,000") || reason.contains("1000"))
  }
}
