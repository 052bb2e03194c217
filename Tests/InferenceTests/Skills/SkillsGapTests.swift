import Aggregates
import Estimates
import NumericalKernel
import TestSupport
import Testing

@testable import Inference

/// Reference values for methods about skills gaps.
enum SkillsReferences {
  static let file = "Tests/InferenceTests/Fixtures/Skills/python.csv"

  static func market(_ row: ReferenceValue) throws -> LabourMarketCounts {
    try #require(
      LabourMarketCounts(
        employed: row.whole("employed"), available: row.whole("available"),
        openings: row.whole("openings"), unmetNeed: row.whole("unmetNeed")))
  }

  /// A part of an outcome, or the error of its logarithm.
  static func part(_ quantity: String, of outcome: Outcome) -> Double? {
    switch quantity {
    case "logError": outcome.standardError.flatMap { error in outcome.value.map { error / $0 } }
    case "standardError": outcome.standardError
    default: Fixtures.part(quantity, of: outcome)
    }
  }

  static func demand(_ row: ReferenceValue) throws -> SkillsDemand {
    try #require(SkillsDemand(rawValue: row.arguments["demand"] ?? ""))
  }

  static func supply(_ row: ReferenceValue) throws -> SkillsSupply {
    try #require(SkillsSupply(rawValue: row.arguments["supply"] ?? ""))
  }
}

@Suite("Demand and supply of skills")
struct SkillsGapTests {
  @Test("the gap ratio agrees with numerical derivatives over Poisson counts")
  func ratio() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "SkillsGapRatio") {
      let method = SkillsGapRatio(
        demand: try SkillsReferences.demand(row), supply: try SkillsReferences.supply(row))
      let outcome = method(try SkillsReferences.market(row))
      expectClose(
        SkillsReferences.part(row.quantity, of: outcome), row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("people per 100 posts is the ratio turned over, times 100")
  func coverage() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "SupplyCoverage") {
      let method = SupplyCoverage(
        demand: try SkillsReferences.demand(row), supply: try SkillsReferences.supply(row))
      let outcome = method(try SkillsReferences.market(row))
      expectClose(
        SkillsReferences.part(row.quantity, of: outcome), row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("the gap in people agrees with limits from roots of Poisson tails")
  func people() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "SkillsGapInPeople") {
      let method = SkillsGapInPeople(
        demand: try SkillsReferences.demand(row), supply: try SkillsReferences.supply(row))
      let outcome = method(try SkillsReferences.market(row))
      expectClose(
        SkillsReferences.part(row.quantity, of: outcome), row.value, relative: 1e-8, "\(row)")
    }
  }

  @Test("workers per opening is another ratio than coverage")
  func workers() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "WorkersPerOpening") {
      let outcome = WorkersPerOpening()(try SkillsReferences.market(row))
      expectClose(
        SkillsReferences.part(row.quantity, of: outcome), row.value, relative: 1e-12, "\(row)")
    }
    let counts = try #require(LabourMarketCounts(employed: 230, available: 0, openings: 100))
    #expect(WorkersPerOpening()(counts).value == 2.3)
    expectClose(SupplyCoverage()(counts).value, 100 * 230.0 / 330, relative: 1e-14)
  }

  @Test("people employed who are counted on both sides make the ratio surer, not less sure")
  func shared() throws {
    let counts = try #require(LabourMarketCounts(employed: 900, available: 60, openings: 240))
    let both = SkillsGapRatio(demand: .employmentAndOpenings, supply: .employedAndAvailable)(counts)
    let value = try #require(both.value)
    // As if the two sides were separate, the error would be much larger.
    let apart = (1 / 1140.0 + 1 / 960.0).squareRoot()
    #expect(try #require(both.standardError) / value < 0.5 * apart)
  }

  @Test("the error of the log is the spread of simulated ratios, shared people included")
  func simulated() throws {
    let (employed, available, openings) = (400, 60, 150)
    let counts = try #require(
      LabourMarketCounts(employed: employed, available: available, openings: openings))
    let outcome = SkillsGapRatio(
      demand: .employmentAndOpenings, supply: .employedAndAvailable)(counts)
    let error = try #require(SkillsReferences.part("logError", of: outcome))
    var generator = PhiloxGenerator(seed: 7)
    /// A Poisson count as many rare chances.
    func poisson(_ mean: Int) -> Double {
      Double((0..<(mean * 20)).count { _ in generator.integer(below: 20) == 0 })
    }
    var sums = (0.0, 0.0)
    let replicates = 600
    for _ in 0..<replicates {
      let (e, a, o) = (poisson(employed), poisson(available), poisson(openings))
      let value = ((e + o) / (e + a)).logarithm
      sums = (sums.0 + value, sums.1 + value * value)
    }
    let mean = sums.0 / Double(replicates)
    let spread = (sums.1 / Double(replicates) - mean * mean).squareRoot()
    // Binomial in place of Poisson counts take 2.5 % off; 600 replicates leave 3 % of noise.
    expectClose(spread, error, relative: 0.12)
  }

  @Test("empty sides have a reason or no interval")
  func degenerate() throws {
    let none = try #require(LabourMarketCounts(employed: 0, available: 0, openings: 0))
    #expect(SkillsGapRatio()(none).reason?.contains("no supply") == true)
    #expect(SupplyCoverage()(none).reason?.contains("no demand") == true)
    #expect(WorkersPerOpening()(none).reason != nil)
    let gap = SkillsGapInPeople()(none)
    #expect(gap.value == 0)
    expectClose(gap.interval?.upper, 3.68888, absolute: 1e-5)
    let quiet = try #require(LabourMarketCounts(employed: 5, available: 4, openings: 0))
    #expect(SkillsGapRatio()(quiet).value == 0)
    #expect(SkillsGapRatio()(quiet).interval == nil)
    #expect(SkillsGapRatio(level: 1)(quiet).reason != nil)
    #expect(LabourMarketCounts(employed: -1, available: 0, openings: 0) == nil)
  }
}

extension Double {
  /// The natural logarithm, from the areas under 1 / x by Simpson's rule.
  fileprivate var logarithm: Double {
    let steps = 200
    let width = (self - 1) / Double(steps)
    return (0...steps).reduce(0.0) { sum, step in
      let weight = step == 0 || step == steps ? 1.0 : step % 2 == 1 ? 4 : 2
      return sum + weight / (1 + Double(step) * width)
    } * width / 3
  }
}
