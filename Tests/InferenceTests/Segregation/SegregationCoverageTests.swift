import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

/// How often intervals hold the truth and tests err, by simulation.
@Suite("Coverage of segregation")
struct SegregationCoverageTests {
  /// As many people drawn from the shares of a table's cells.
  private static func draw(
    _ people: Int, from table: ContingencyTable, _ generator: inout SeededGenerator
  ) throws -> ContingencyTable {
    var ends: [Int] = []
    for count in table.counts { ends.append((ends.last ?? 0) + count) }
    var counts = [Int](repeating: 0, count: table.counts.count)
    for _ in 0..<people {
      let place = Int.random(in: 0..<table.total, using: &generator)
      counts[try #require(ends.firstIndex { place < $0 })] += 1
    }
    return try #require(ContingencyTable(rowCount: table.rowCount, counts: counts))
  }

  @Test(
    "intervals of M and H without their bias cover the indices of the five units",
    arguments: [(people: 295, m: 0.951, h: 0.950), (people: 1_000, m: 0.931, h: 0.935)])
  func information(_ claim: (people: Int, m: Double, h: Double)) throws {
    let truth = try ContingencyTable.fiveUnits()
    let (m, h) = (
      try #require(MutualInformationIndex().index(truth).value),
      try #require(TheilInformationIndex().index(truth).value)
    )
    var generator = SeededGenerator(seed: 4_4)
    let runs = ThoroughTier.isOn ? 2_000 : 120
    var (coveredM, coveredH, sum, plain) = (0, 0, 0.0, 0.0)
    for _ in 0..<runs {
      let table = try Self.draw(claim.people, from: truth, &generator)
      let debiased = MutualInformationIndex(bias: .subtracted).index(table)
      sum += try #require(debiased.value)
      plain += try #require(MutualInformationIndex().index(table).value)
      if try #require(debiased.interval).contains(m) { coveredM += 1 }
      let theil = TheilInformationIndex(bias: .subtracted).index(table)
      if try #require(theil.interval).contains(h) { coveredH += 1 }
    }
    // The claims were simulated 800 times, these are; four standard errors of the difference.
    let slack = 4 * 0.22 * (1 / 800.0 + 1 / Double(runs)).squareRoot()
    let (shareM, shareH) = (Double(coveredM) / Double(runs), Double(coveredH) / Double(runs))
    #expect(abs(shareM - claim.m) < slack, "\(shareM)")
    #expect(abs(shareH - claim.h) < slack, "\(shareH)")
    // Taking the bias off brings the mean to the truth, which the plain index is above.
    let error = 0.022 * (295.0 / Double(claim.people)).squareRoot() / Double(runs).squareRoot()
    #expect(abs(sum / Double(runs) - m) < 4 * error + 0.001)
    #expect(plain / Double(runs) - m > 12 / 2 / Double(claim.people) - 4 * error)
  }

  @Test(
    "without segregation the drawn test keeps its size, and G with small units does not",
    arguments: [(units: 10, size: 10), (units: 20, size: 10), (units: 10, size: 40)])
  func size(_ shape: (units: Int, size: Int)) throws {
    var generator = SeededGenerator(seed: 12)
    let runs = ThoroughTier.isOn ? 600 : 40
    var (drawn, asymptotic) = (0, 0)
    for _ in 0..<runs {
      let table = try ContingencyTable.of(
        (0..<shape.units).map { _ in
          let first = (0..<shape.size).count { _ in
            Int.random(in: 0..<10, using: &generator) < 3
          }
          return [first, shape.size - first]
        })
      let test = SegregationPermutationTest(measure: .dissimilarity(), draws: 199)(table)
      if (test.test.pValue ?? 1) <= 0.05 { drawn += 1 }
      if (GTableTest()(table).pValue ?? 1) <= 0.05 { asymptotic += 1 }
    }
    let slack = 4 * 0.218 / Double(runs).squareRoot()
    #expect(Double(drawn) / Double(runs) < 0.05 + slack)
    let g = Double(asymptotic) / Double(runs)
    if shape.size == 10 {
      #expect(g > 0.065 - slack && g < 0.13 + slack, "\(g)")
    } else {
      #expect(g < 0.065 + slack, "\(g)")
    }
  }

  @Test("the interval the bootstrap gives for D without segregation says that it is to be doubted")
  func dissimilarityBootstrap() throws {
    var generator = SeededGenerator(seed: 3)
    let table = try ContingencyTable.of(
      (0..<10).map { _ in
        let first = (0..<10).count { _ in Int.random(in: 0..<10, using: &generator) < 3 }
        return [first, 10 - first]
      })
    let result = SegregationBootstrap(measure: .dissimilarity(), replicates: 200)(table)
    #expect(result.caution != nil)
  }
}
