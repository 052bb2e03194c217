import Aggregates
import Estimates
import Inference
import TestSupport
import Testing

@testable import Analyses

/// Projections to targets, evaluated on counts as the gate would hand them over.
@Suite("Projection of shares with a target")
struct TargetProjectionAnalysisTests {
  private static let sample = SampleWorkforce(seed: 11)

  private static func context(
    _ targets: [AnalysisContext.Target], _ scenarios: [AnalysisContext.Scenario] = []
  ) -> AnalysisContext {
    let context = sample.context
    return AnalysisContext(
      quarters: context.quarters, inputs: context.inputs, characteristics: context.characteristics,
      structures: context.structures, leadershipFrom: context.leadershipFrom, targets: targets,
      scenarios: scenarios)
  }

  private static func rungs(
    _ targets: [AnalysisContext.Target] = [target()], _ scenarios: [AnalysisContext.Scenario] = []
  ) throws -> [[PlannedExhibit]] {
    let context = context(targets, scenarios)
    return TargetProjectionAnalysis().ladders(from: sample.data(in: context), in: context).map(
      \.rungs)
  }

  private static func target(
    _ value: Double = 0.45, by: String = "2026Q4", isLeadership: Bool = false
  ) -> AnalysisContext.Target {
    .init(attribute: "gender", level: "Women", isLeadership: isLeadership, value: value, by: by)
  }

  /// What a statistic of an exhibit makes of counts: stocks at five ends, exits, hires.
  private static func evaluate(
    _ exhibit: PlannedExhibit, _ suffix: String, _ counts: [Int]
  ) throws -> Outcome {
    let statistic = try #require(exhibit.statistics.first { $0.id.hasSuffix(suffix) })
    guard case .counts(let keys, let evaluate) = statistic.basis else { throw UnexpectedBasis() }
    #expect(keys.count == counts.count)
    return evaluate(counts)
  }

  private struct UnexpectedBasis: Error {}

  // 1,000 people, 400 of them women, in all five snapshots; 160 exits and 160 hires a year.
  private static let steady =
    Array(repeating: [1_000, 400], count: 5).flatMap { $0 } + [160, 64, 160, 80]

  @Test("the expected share and the hires needed are those of the closed form")
  func values() throws {
    let chances = try #require(try Self.rungs().last?.first)
    guard
      case .estimate(let expected) = try Self.evaluate(chances, "/expected", Self.steady),
      case .estimate(let needed) = try Self.evaluate(chances, "/hires_needed", Self.steady),
      case .estimate(let hires) = try Self.evaluate(chances, "/hires_now", Self.steady),
      case .estimate(let chance) = try Self.evaluate(chances, "/by_date", Self.steady)
    else {
      Issue.record("no numbers")
      return
    }
    // Exits of 4 % a quarter in both groups; 40 hires a quarter, half of them women: after five
    // quarters s = 0.5 - 0.1 q, and a target of 0.45 takes (0.45 - 0.4 q) / (1 - q), q = 0.96^5.
    let q = 0.96 * 0.96 * 0.96 * 0.96 * 0.96
    expectClose(expected.value, 0.5 - 0.1 * q, relative: 1e-3)
    expectClose(needed.value, (0.45 - 0.4 * q) / (1 - q), relative: 5e-3)
    #expect(hires.value == 0.5)
    #expect(chance.value < 0.05)
  }

  @Test("one fan of twenty quarters and one line of chances, from published kinds of counts")
  func shape() throws {
    let ladders = try Self.rungs()
    #expect(ladders.count == 2)
    let fan = try #require(ladders[0].first)
    let chances = try #require(ladders[1].first)
    #expect(fan.exhibit.kind == .projection && chances.exhibit.kind == .targetChance)
    #expect(fan.exhibit.rows.count == TargetProjectionAnalysis.horizon)
    #expect(fan.exhibit.rows.first?.label == "2025Q4" && fan.exhibit.rows.last?.label == "2030Q3")
    #expect(
      Set(fan.tables.filter(\.isPublished).map(\.population)) == ["workforce", "hires", "exits"])
    var last = 0.0
    for column in ["lower", "middle", "upper"] {
      guard
        case .estimate(let estimate) = try Self.evaluate(
          fan, "/2026Q3/\(column)", Self.steady)
      else {
        Issue.record("no \(column)")
        return
      }
      #expect(estimate.value > last)
      last = estimate.value
    }
  }

  @Test("a scenario is a row of its own, for the targets of its group")
  func scenarios() throws {
    func scenario(_ level: String, hireShare: Double? = nil) -> AnalysisContext.Scenario {
      .init(name: "\(level) differ", attribute: "gender", level: level, hireShare: hireShare)
    }
    let chances = try #require(
      try Self.rungs([Self.target()], [scenario("Women", hireShare: 0.8), scenario("Men")])
        .last?.first)
    #expect(chances.exhibit.rows.map(\.label) == ["Women", "Women differ"])
    #expect(chances.exhibit.rows.allSatisfy { $0.entries.count == chances.exhibit.columns.count })
    guard
      case .estimate(let expected) = try Self.evaluate(
        chances, "/scenario/1/expected", Self.steady)
    else {
      Issue.record("no number")
      return
    }
    let q = 0.96 * 0.96 * 0.96 * 0.96 * 0.96
    expectClose(expected.value, 0.8 - 0.4 * q, relative: 1e-3)
    let stamp = chances.statistics.first { $0.id.hasSuffix("/scenario/1/expected") }?.method
    #expect(stamp?.convention.contains("group 1: 80 % of hires") == true)
  }

  @Test("counts that cannot be give a reason, not a number")
  func impossible() throws {
    let chances = try #require(try Self.rungs().last?.first)
    var counts = Self.steady
    counts[10] = 5_000
    guard case .notEstimable(let reason) = try Self.evaluate(chances, "/expected", counts) else {
      Issue.record("a number came of impossible counts")
      return
    }
    #expect(!reason.isEmpty)
  }

  @Test("targets in the past, of leadership or of an unknown group have no projection")
  func without() throws {
    #expect(try Self.rungs([Self.target(by: "2025Q3")]).isEmpty)
    #expect(try Self.rungs([Self.target(by: "soon")]).isEmpty)
    #expect(try Self.rungs([Self.target(isLeadership: true)]).isEmpty)
    #expect(try Self.rungs([]).isEmpty)
    let stranger = AnalysisContext.Target(
      attribute: "height", level: "Tall", isLeadership: false, value: 0.5, by: "2026Q4")
    #expect(try Self.rungs([stranger]).isEmpty)
  }

  @Test("quarters are counted on, fiscal ones too")
  func quarters() {
    #expect(AnalysisContext.quarter("2025Q3", after: 2) == "2026Q1")
    #expect(AnalysisContext.quarter("FY2025Q4", after: 1) == "FY2026Q1")
    #expect(Self.target(by: "2027Q1").quartersAhead(of: "2025Q3") == 6)
    #expect(Self.target(by: "2027Q5").quartersAhead(of: "2025Q3") == nil)
  }
}
