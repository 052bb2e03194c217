import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Exact test over job groups")
struct PoissonBinomialTestTests {
  private static func groups(
    _ counts: [(successes: Int, total: Int, part: Int, whole: Int)]
  ) throws -> [AvailabilityGroup] {
    try counts.map {
      AvailabilityGroup(
        count: try BinomialCount($0.successes, of: $0.total),
        availability: try #require(Fraction($0.part, over: $0.whole)))
    }
  }

  @Test("agrees with convolution in fractions (Python)")
  func references() throws {
    for row in try ReferenceValue.read(
      AvailabilityPanelTests.references, method: "PoissonBinomialTest")
    {
      let (successes, totals) = (try row.wholes("successes"), try row.wholes("totals"))
      let (parts, wholes) = (try row.wholes("group"), try row.wholes("size"))
      let groups = try Self.groups(
        totals.indices.map { (successes[$0], totals[$0], parts[$0], wholes[$0]) })
      let value: Double? =
        switch row.quantity {
        case "minimumLikelihood": PoissonBinomialTest()(groups).pValue
        case "central": PoissonBinomialTest(twoSided: .central)(groups).pValue
        case "fewer": PoissonBinomialTest().fewer(groups).pValue
        case "expected": PoissonBinomialTest().expected(groups).value
        default: nil
        }
      expectClose(value, row.value, relative: 1e-12, "\(row)")
    }
  }

  @Test("agrees with every outcome of every person, one by one")
  func enumeration() throws {
    let shares = [(1, 4), (1, 4), (1, 2), (5, 8), (5, 8), (5, 8), (1, 1), (0, 1)]
    var masses = [Double](repeating: 0, count: 9)
    for outcome in 0..<256 {
      var probability = 1.0
      for (person, share) in shares.enumerated() {
        let chosen = Double(share.0) / Double(share.1)
        probability *= outcome >> person & 1 == 1 ? chosen : 1 - chosen
      }
      masses[outcome.nonzeroBitCount] += probability
    }
    for seen in 1...7 {
      // Which job group the people are in does not matter, only how many.
      var left = seen - 1
      let groups = try Self.groups(
        [(2, 1, 4), (1, 1, 2), (3, 5, 8)].map { total, part, whole in
          let here = min(left, total)
          left -= here
          return (here, total, part, whole)
        } + [(1, 1, 1, 1), (0, 1, 0, 1)])
      let rare = masses.filter { $0 <= masses[seen] * (1 + 1e-9) }.reduce(0, +)
      expectClose(PoissonBinomialTest()(groups).pValue, rare, relative: 1e-13)
      expectClose(
        PoissonBinomialTest().fewer(groups).pValue, masses[...seen].reduce(0, +), relative: 1e-13)
    }
  }

  @Test("equal availabilities are one binomial count; far tails keep their digits")
  func merging() throws {
    let apart = try Self.groups([(3, 40, 3, 10), (9, 60, 3, 10)])
    for twoSided in TwoSidedConvention.allCases {
      expectClose(
        PoissonBinomialTest(twoSided: twoSided)(apart).pValue,
        ExactBinomialTest(probability: 0.3, twoSided: twoSided)(try BinomialCount(12, of: 100))
          .pValue ?? 0, relative: 1e-12)
    }
    let far = try Self.groups([(100, 220, 791, 1000)])
    expectClose(
      PoissonBinomialTest().fewer(far).pValue,
      AvailabilityPanel(availability: .share(far[0].availability))(far[0].count).exactFewer.pValue
        ?? 0,
      relative: 1e-11)
    expectClose(
      PoissonBinomialTest()(far).test?.statistic, -12.273724070458599, relative: 1e-13)
  }

  @Test("nobody, impossible shares and too many people give reasons; certainty gives 0 or 1")
  func degenerate() throws {
    #expect(PoissonBinomialTest()([]).reason != nil)
    #expect(PoissonBinomialTest()(try Self.groups([(0, 0, 1, 2)])).reason != nil)
    #expect(PoissonBinomialTest()(try Self.groups([(1, 3, 3, 2)])).reason != nil)
    #expect(
      PoissonBinomialTest()(try Self.groups([(1, 20_001, 1, 2)])).reason?.contains("20000")
        == true)
    #expect(PoissonBinomialTest()(try Self.groups([(3, 3, 1, 1)])).pValue == 1)
    #expect(PoissonBinomialTest()(try Self.groups([(3, 3, 1, 1)])).test?.statistic == nil)
    #expect(PoissonBinomialTest()(try Self.groups([(2, 3, 1, 1)])).pValue == 0)
    #expect(PoissonBinomialTest().stamp.id == "poisson-binomial-minlike")
    #expect(PoissonBinomialTest(twoSided: .central).stamp.id == "poisson-binomial-central")
  }
}
