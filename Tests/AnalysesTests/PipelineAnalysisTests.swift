import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Where a group thins out, with counts worked out by hand.
@Suite("Pipeline by level")
struct PipelineAnalysisTests {
  private static func rung() throws -> PlannedExhibit {
    let sample = SampleWorkforce(seed: 11)
    let ladders = PipelineAnalysis().ladders(from: sample.data, in: sample.context)
    #expect(ladders.count == 1)
    return try #require(ladders.first?.rungs.first)
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
    switch outcome {
    case .estimate(let estimate): return estimate.value
    case .test(let test): return test.pValue.value
    case .notEstimable(let reason):
      Issue.record("\(reason)")
      return .nan
    }
  }

  @Test("shares above, ratio and the p-values adjusted over the steps")
  func steps() throws {
    let rung = try Self.rung()
    #expect(rung.exhibit.rows.map(\.label) == ["Junior", "Senior"])
    #expect(rung.exhibit.focal == "Women" && rung.exhibit.reference == "Men")
    // Women 60, 30, 10 and men 40, 30, 30 at the three levels.
    let all = [60, 40, 30, 30, 10, 30]
    expectClose(try Self.number(try Self.value(rung, "Junior/focal", all)), 0.4, relative: 1e-12)
    expectClose(
      try Self.number(try Self.value(rung, "Junior/reference", all)), 0.6, relative: 1e-12)
    expectClose(
      try Self.number(try Self.value(rung, "Junior/ratio", all)), 0.4 / 0.6, relative: 1e-12)
    // A step needs the levels from its own upwards only.
    let top = [30, 30, 10, 30]
    expectClose(
      try Self.number(try Self.value(rung, "Senior/ratio", top)), 0.25 / 0.5, relative: 1e-12)
    // R 4.2.2: 2 phyper(40, 100, 100, 100) = 0.007059515495, 2 phyper(10, 40, 60, 40) =
    // 0.020582569083; p.adjust by Holm 0.01411903099 and 0.02058256908.
    expectClose(
      try Self.number(try Self.value(rung, "Junior/p", all)), 0.01411903099, relative: 1e-9)
    expectClose(
      try Self.number(try Self.value(rung, "Senior/p", all)), 0.02058256908, relative: 1e-9)
  }

  @Test("without anybody of a group above, the reason is told")
  func undefined() throws {
    let rung = try Self.rung()
    guard case .notEstimable = try Self.value(rung, "Senior/ratio", [0, 30, 0, 30]) else {
      Issue.record("a ratio of nobody")
      return
    }
  }
}
