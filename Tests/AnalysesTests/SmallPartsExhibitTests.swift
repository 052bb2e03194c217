import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Which parts are small, and what is shown of them.
@Suite("Separation over small parts")
struct SmallPartsExhibitTests {
  /// A third of the people: gender over quarters of hiring, some 210 people in 19 parts.
  private static func rungs(_ structure: Attribute) throws -> [PlannedExhibit?] {
    var sample = SampleWorkforce(seed: 11)
    sample.people = sample.people.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)
    let base = sample.context
    let context = AnalysisContext(
      quarters: base.quarters, inputs: base.inputs, characteristics: base.characteristics,
      structures: [structure])
    let cells = sample.answer(
      context.query(try #require(context.input(.snapshots)), ["gender", structure.id]))
    return StructureStock.ladder(base.characteristics[0], by: structure, cells, context).map {
      SmallPartsExhibit(stock: $0, context).exhibit
    }
  }

  private static func value(
    _ rung: PlannedExhibit, _ column: String, _ counts: [Int]
  ) throws -> Outcome {
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix("/\(column)") })
    guard case .counts(let keys, let evaluate) = statistic.basis else {
      Issue.record("not a statistic of counts")
      return .notEstimable(reason: "")
    }
    return evaluate(counts + [Int](repeating: 0, count: keys.count - counts.count))
  }

  @Test("parts of thirty people and more have no model")
  func large() throws {
    #expect(try Self.rungs(SampleWorkforce.level).allSatisfy { $0 == nil })
  }

  @Test("two groups have the beta-binomial model, more the Dirichlet-multinomial")
  func models() throws {
    let rungs = try Self.rungs(SampleWorkforce.hireQuarter).compactMap { $0 }
    try #require(rungs.count == 3)
    #expect(rungs[0].statistics[0].method.id == "segregation-dirichlet-multinomial")
    #expect(rungs[2].statistics[0].method.id == "segregation-beta-binomial")
    // Pairs of people, half of them mixed: what chance alone makes of equal shares. Then none mixed.
    let mixed =
      Array(repeating: [2, 0], count: 4) + Array(repeating: [0, 2], count: 4)
      + Array(repeating: [1, 1], count: 8)
    guard case .estimate(let none) = try Self.value(rungs[2], "d", mixed.flatMap { $0 }),
      case .test(let test) = try Self.value(rungs[2], "p", mixed.flatMap { $0 })
    else {
      Issue.record("no model of pairs")
      return
    }
    #expect(none.value < 1e-6 && none.interval != nil && test.pValue.value > 0.4)
    let apart = Array(repeating: [2, 0], count: 9) + Array(repeating: [0, 2], count: 9)
    guard case .estimate(let all) = try Self.value(rungs[2], "d", apart.flatMap { $0 }),
      case .test(let certain) = try Self.value(rungs[2], "p", apart.flatMap { $0 })
    else {
      Issue.record("no model of pairs apart")
      return
    }
    #expect(all.value > 0.99 && certain.pValue.value < 1e-4)
  }
}
