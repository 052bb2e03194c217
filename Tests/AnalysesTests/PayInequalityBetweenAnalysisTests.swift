import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The part of Theil's T that lies between groups, against the definition summed over people.
@Suite("Inequality of pay between groups")
struct PayInequalityBetweenAnalysisTests {
  private static let sample = SampleWorkforce(seed: 11)

  private static func rungs(_ id: String) throws -> [PlannedExhibit] {
    let ladders = PayInequalityBetweenAnalysis().ladders(from: sample.data, in: sample.context)
    return try #require(
      ladders.first { $0.rungs.first?.exhibit.id == "inequality-between/\(id)" }
    ).rungs
  }

  private static func value(_ rung: PlannedExhibit, _ column: String) throws -> Double {
    let statistic = try #require(rung.statistics.first { $0.id.hasSuffix("/\(column)") })
    guard case .amounts(let arms, .mean, let evaluate) = statistic.basis,
      case .estimate(let estimate) = evaluate(arms.map(\.summary.exposed))
    else {
      Issue.record("\(column) is no estimate from amounts ruled like means")
      return .nan
    }
    return estimate.value
  }

  /// Theil's T of everyone in the last quarter, and the part between groups of people.
  private static func expected(_ group: (SampleWorkforce.Row) -> Int) -> (
    total: Double, between: Double
  ) {
    let last = SampleWorkforce.quarters.count - 1
    let people = sample.people.filter { $0.row["quarter"] == last }
    let all = people.map { Double($0.pay) }
    let mean = all.reduce(0, +) / Double(all.count)
    let total = all.map { $0 / mean * log($0 / mean) }.reduce(0, +) / Double(all.count)
    let between = Set(people.map { group($0.row) }).map { label in
      let pay = people.filter { group($0.row) == label }.map { Double($0.pay) }
      let ratio = pay.reduce(0, +) / Double(pay.count) / mean
      return Double(pay.count) / Double(all.count) * ratio * log(ratio)
    }.reduce(0, +)
    return (total, between)
  }

  @Test("every row splits the inequality of everyone", arguments: ["gender", "level"])
  func split(attribute: String) throws {
    let rung = try #require(try Self.rungs(attribute).first)
    let (total, between) = Self.expected { $0[attribute] ?? 0 }
    expectClose(try Self.value(rung, "between"), between, relative: 1e-9)
    expectClose(try Self.value(rung, "share"), between / total, relative: 1e-9)
    // Nothing but the published means and the inequality of everyone: no pay of the lowest paid so many.
    #expect(rung.exhibit.columns.map(\.id) == ["share", "between"])
  }

  @Test("merged groups, and those who did not say, are people as well")
  func merged() throws {
    let rungs = try Self.rungs("gender")
    #expect(rungs.count == 3)
    // Women, men, and all others as one group.
    let three = Self.expected { min($0["gender"] ?? 0, 2) }
    expectClose(
      try Self.value(rungs[1], "share"), three.between / three.total, relative: 1e-9)
    let two = Self.expected { $0["gender"] == 0 ? 0 : 1 }
    expectClose(try Self.value(rungs[2], "share"), two.between / two.total, relative: 1e-9)
  }
}
