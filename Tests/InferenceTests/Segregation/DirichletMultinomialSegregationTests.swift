import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Segregation over small units (Dirichlet-multinomial)")
struct DirichletMultinomialSegregationTests {
  private static func indices(
    _ result: DirichletMultinomialSegregationResult
  ) -> [(String, Outcome)] {
    [
      ("eta", result.overdispersion), ("mutual", result.mutualInformation),
      ("theil", result.theil), ("dissimilarity", result.dissimilarity), ("gini", result.gini),
      ("entropy", result.entropy),
    ]
  }

  @Test("agrees with the likelihood solved and the indices integrated to many digits")
  func references() throws {
    for row in try ReferenceValue.read(
      Fixtures.segregationModels, method: "DirichletMultinomialSegregation")
    {
      let result = DirichletMultinomialSegregation()(try ContingencyTable(row))
      let parts = row.quantity.split(separator: "-").map(String.init)
      if parts[0] == "entropy" && parts[1] != "value" { continue }
      let found: Double? =
        switch parts[0] {
        case "statistic": result.multinomialTest.test?.statistic
        case "pValue": result.multinomialTest.pValue
        case let share where share.hasPrefix("share"):
          result.shares[try #require(Int(share.dropFirst(5)))].share
        default:
          Fixtures.part(
            parts[1],
            of: Self.indices(result).first { $0.0 == parts[0] }?.1
              ?? .notEstimable(reason: ""))
        }
      expectClose(found, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("with two groups it is the beta-binomial")
  func twoGroups() throws {
    for table in try AllTables.some(12, rows: 7, columns: 2, below: 8) {
      let two = BetaBinomialSegregation()(table)
      let all = DirichletMultinomialSegregation()(table)
      #expect(all.overdispersion == two.overdispersion && all.theil == two.theil)
      #expect(all.dissimilarity == two.dissimilarity && all.gini == two.gini)
      #expect(all.multinomialTest == two.binomialTest)
    }
  }

  @Test("groups merged have the same overdispersion in the model, and the indices follow")
  func merged() {
    // Merging groups of a Dirichlet distribution gives one with the same size.
    let three = DirichletIndices(shares: [0.2, 0.3, 0.5], overdispersion: 0.17)
    let two = DirichletIndices(shares: [0.2, 0.8], overdispersion: 0.17)
    // The chain rule: M = M of the merged + that within the merged.
    let within = Self.withinMerged(size: 0.83 / 0.17)
    #expect(within > 0.01)
    expectClose(three.mutualInformation, two.mutualInformation + within, relative: 1e-10)
  }

  /// The mutual information within the second and third group, units weighted by their share of
  /// both: the expectation of p ln(p / share of both) less what the means make it.
  private static func withinMerged(size: Double) -> Double {
    // Digamma by its series.
    func digamma(_ x: Double) -> Double {
      var (x, sum) = (x, 0.0)
      while x < 40 {
        sum -= 1 / x
        x += 1
      }
      let square = 1 / (x * x)
      return sum + log(x) - 0.5 / x - square * (1 / 12.0 - square * (1 / 120.0 - square / 252))
    }
    func term(_ share: Double) -> Double {
      share * (digamma(share * size + 1) - digamma(0.8 * size + 1) - log(share / 0.8))
    }
    return term(0.3) + term(0.5)
  }

  @Test("order and empty units and groups change nothing, and groups keep their names")
  func invariances() throws {
    let rows = [[3, 5, 0], [2, 2, 2], [0, 7, 1], [4, 0, 0], [1, 1, 6], [0, 3, 2], [5, 1, 1]]
    let result = DirichletMultinomialSegregation()(try .of(rows))
    let turned = DirichletMultinomialSegregation()(try .of(rows.reversed().map { $0.reversed() }))
    for (one, other) in zip(Self.indices(result), Self.indices(turned)) {
      expectClose(one.1.value, try #require(other.1.value), relative: 1e-11, "\(one.0)")
    }
    let wider = try #require(
      ContingencyTable(
        rows: rows.map { [$0[0], 0, $0[1], $0[2]] } + [[0, 0, 0, 0]],
        columnLabels: ["a", "b", "c", "d"]))
    let other = DirichletMultinomialSegregation()(wider)
    #expect(other.theil == result.theil && other.emptyGroups == ["b"])
    #expect(other.emptyUnits == ["unit 8"] && other.shares.map(\.group) == ["a", "c", "d"])
    expectClose(other.shares.reduce(0) { $0 + $1.share }, 1, relative: 1e-14)
    let bits = DirichletMultinomialSegregation(base: .two)(try .of(rows))
    expectClose(
      bits.mutualInformation.interval?.upper,
      (result.mutualInformation.interval?.upper ?? 0) / 0.69314718055994531, relative: 1e-13)
    #expect(bits.theil == result.theil)
  }

  @Test("the ends: nothing where units are even, everything where they are pure")
  func ends() throws {
    let even = DirichletMultinomialSegregation()(
      try .of([[Int]](repeating: [2, 3, 5], count: 8)))
    for (name, outcome) in Self.indices(even).dropLast() {
      #expect(outcome.value == 0 && outcome.interval?.lower == 0, "\(name)")
      #expect((outcome.interval?.upper ?? 0) > 0 && (outcome.interval?.upper ?? 1) < 0.5)
    }
    #expect(even.multinomialTest.pValue == 1)
    let pure = DirichletMultinomialSegregation()(
      try .of([[9, 0, 0], [0, 7, 0], [0, 0, 3], [4, 0, 0]]))
    for (name, outcome) in Self.indices(pure).dropLast() where name != "mutual" {
      #expect(outcome.value == 1 && (outcome.interval?.lower ?? 1) < 1, "\(name)")
    }
    #expect(pure.mutualInformation.value == pure.entropy.value)
    expectClose(pure.entropy.value, 1.5 * 0.69314718055994531, relative: 1e-13)
  }

  /// Units of one size with people drawn by Pólya's urn.
  private static func urns(
    _ units: Int, of size: Int, shares: [Double], rho: Double, _ generator: inout SeededGenerator
  ) -> [[Int]] {
    (0..<units).map { _ in
      var counts = shares.map { _ in 0 }
      for drawn in 0..<size {
        var left = Double(generator.next() >> 11) * 0x1p-53 * (1 - rho + Double(drawn) * rho)
        var group = 0
        while group < shares.count - 1 {
          left -= shares[group] * (1 - rho) + Double(counts[group]) * rho
          if left < 0 { break }
          group += 1
        }
        counts[group] += 1
      }
      return counts
    }
  }

  @Test("intervals cover and estimates are near the truth, by simulation")
  func coverage() throws {
    var generator = SeededGenerator(seed: 4)
    let runs = ThoroughTier.isOn ? 600 : 20
    let shares = [0.5, 0.3, 0.15, 0.05]
    for rho in [0, 0.03, 0.12] {
      let truth = DirichletIndices(shares: shares, overdispersion: rho).theil
      var (covered, sum, plain) = (0, 0.0, 0.0)
      for _ in 0..<runs {
        let table = try ContingencyTable.of(
          Self.urns(50, of: 8, shares: shares, rho: rho, &generator))
        let result = DirichletMultinomialSegregation()(table)
        if try #require(result.theil.interval).contains(truth) { covered += 1 }
        sum += try #require(result.theil.value)
        plain += try #require(TheilInformationIndex().index(table).value)
      }
      let root = Double(runs).squareRoot()
      #expect(Double(covered) / Double(runs) > 0.94 - 4 * 0.218 / root, "\(rho)")
      #expect(abs(sum / Double(runs) - truth) < 0.01 + 0.15 / root, "\(rho)")
      #expect(plain / Double(runs) > truth + 0.08, "\(rho)")
    }
  }

  @Test("nothing to fit gives a reason, and the stamp says the options")
  func degenerate() throws {
    let method = DirichletMultinomialSegregation()
    for (rows, words) in [
      ([[0, 0], [0, 0]], "Nobody is in the table"), ([[4, 5, 1]], "Only one unit"),
      ([[4, 0, 0], [5, 0, 0]], "same group"), ([[1, 0, 0], [0, 1, 0], [0, 0, 1]], "one person"),
    ] {
      let result = method(try .of(rows))
      for (_, outcome) in Self.indices(result) + [("test", result.multinomialTest)] {
        #expect(outcome.reason?.contains(words) == true, "\(rows)")
      }
      #expect(result.shares.isEmpty)
    }
    let level = DirichletMultinomialSegregation(level: 0)
    #expect(level(try .fiveUnits()).theil.reason?.contains("level") == true)
    #expect(
      DirichletMultinomialSegregation(base: .two, level: 0.9).stamp.convention
        == "units count alike, logarithm to base 2 (bits), profile likelihood, 90 % level")
  }
}
