import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Separation over a structure, with counts chosen so that everything is worked out by hand.
@Suite("Separation over a structure")
struct SegregationAnalysisTests {
  /// Three levels; women, men, another gender.
  private static let counts = [60, 30, 10, 30, 60, 10, 10, 10, 30]

  private static func rungs(_ prefix: String) throws -> [PlannedExhibit] {
    let sample = SampleWorkforce(seed: 11)
    let ladders = SegregationAnalysis().ladders(from: sample.data, in: sample.context)
    return try #require(
      ladders.first { $0.rungs.first?.exhibit.id.hasPrefix(prefix) == true }
    ).rungs
  }

  private static func value(
    _ rung: PlannedExhibit, _ suffix: String, _ counts: [Int]
  ) throws -> Outcome {
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix(suffix) })
    guard case .counts(let keys, let evaluate) = statistic.basis else {
      Issue.record("not a statistic of counts")
      return .notEstimable(reason: "")
    }
    #expect(keys.count == counts.count)
    return evaluate(counts)
  }

  private static func number(_ outcome: Outcome) throws -> Double {
    guard case .estimate(let estimate) = outcome else {
      Issue.record("\(outcome)")
      return .nan
    }
    #expect(estimate.interval == nil && estimate.standardError == nil)
    return estimate.value
  }

  @Test("one row with the indices, their value by chance and the people to move")
  func indices() throws {
    let rung = try #require(try Self.rungs("segregation/gender/level").first)
    #expect(rung.exhibit.rows.count == 1)
    // Everyone 250: women 100, men 100, another 50; levels of 100, 100, 50. With the same mix each
    // level of 100 has 40, 40, 20; 20 women leave the first, 20 men the second, 20 the third.
    let move = try Self.number(try Self.value(rung, "/move", Self.counts))
    expectClose(move, 60 - 40 + 60 - 40 + 30 - 10, relative: 1e-12)
    // D = move / (N sum P(1 - P)) with shares 0.4, 0.4, 0.2.
    let dissimilarity = try Self.number(try Self.value(rung, "/d", Self.counts))
    expectClose(dissimilarity, 60 / (250 * 0.64), relative: 1e-12)
    let chance = try Self.number(try Self.value(rung, "/d_chance", Self.counts))
    let people = try Self.number(try Self.value(rung, "/move_chance", Self.counts))
    #expect(chance > 0 && chance < dissimilarity)
    expectClose(people, chance * 250 * 0.64, relative: 1e-12)
    #expect(try Self.number(try Self.value(rung, "/h", Self.counts)) > 0.1)
    guard case .test(let test) = try Self.value(rung, "/p", Self.counts) else {
      Issue.record("no test")
      return
    }
    #expect(test.pValue.value < 1e-6)
  }

  @Test("the curve adds parts up from the smallest share of the group to the largest")
  func curve() throws {
    let sample = SampleWorkforce(seed: 11)
    let people = try #require(sample.context.input(.snapshots))
    let cells = try #require(sample.data.cells(people, ["gender", "level"]))
    let stock = try #require(
      StructureStock.ladder(
        sample.context.characteristics[0], by: SampleWorkforce.level, cells, sample.context
      ).first)
    let rung = try #require(SegregationExhibit(stock: stock, sample.context).curve)
    // Shares of women 0.6, 0.3, 0.2: the last level first.
    let focal = try (1...3).map {
      try Self.number(try Self.value(rung, "/\($0)/focal", Self.counts))
    }
    let others = try (1...3).map {
      try Self.number(try Self.value(rung, "/\($0)/others", Self.counts))
    }
    let expected: [Double] = [0.1, 0.4, 1, 40.0 / 150, 110.0 / 150, 1]
    for (found, expected) in zip(focal + others, expected) {
      expectClose(found, expected, relative: 1e-12)
    }
    // An empty part stands nowhere and moves nothing.
    let withEmpty = [60, 30, 10, 0, 0, 0, 10, 10, 30]
    let first = try Self.number(try Self.value(rung, "/1/focal", withEmpty))
    let second = try Self.number(try Self.value(rung, "/2/focal", withEmpty))
    expectClose(first, 10.0 / 70, relative: 1e-12)
    expectClose(second, 1, relative: 1e-12)
  }

  @Test("with everyone alike or in one group the reason is told")
  func undefined() throws {
    let rung = try #require(try Self.rungs("segregation/gender/level").first)
    for suffix in ["/h", "/d", "/d_chance", "/move", "/p"] {
      guard case .notEstimable = try Self.value(rung, suffix, [60, 0, 0, 30, 0, 0, 10, 0, 0]) else {
        Issue.record("\(suffix) is defined for one group")
        continue
      }
    }
    let alike = [20, 20, 10, 40, 40, 20, 20, 20, 10]
    let dissimilarity = try Self.number(try Self.value(rung, "/d", alike))
    let move = try Self.number(try Self.value(rung, "/move", alike))
    #expect(dissimilarity == 0 && move == 0)
  }
}
