import Estimates
import Foundation
import TestSupport
import Testing

@testable import Calculators

@Suite("The projection calculator")
struct ProjectionCalculatorTests {
  private static func arguments(
    _ fill: (inout ProjectionArguments) -> Void
  ) -> ProjectionArguments {
    var arguments = ProjectionArguments()
    fill(&arguments)
    return arguments
  }

  @Test("equal exits: chances, time and needed share of hires, in text and as JSON")
  func equalExits() throws {
    let calculation = try ProjectionCalculator(
      Self.arguments {
        $0.stock = "300/700"
        $0.rates = "0.95"
        $0.hires = "20/30"
        $0.target = "0.36"
        $0.by = "12"
        $0.groups = "Women,Men"
        $0.draws = 2_000
      })()
    let needed = calculation.result("required-rate-hire-share")
    let q = pow(0.95, 12.0)
    expectClose(needed?.estimate?.value, (0.36 - 0.3 * q) / (1 - q), relative: 1e-9)
    expectClose(calculation.result("steady-state-share")?.estimate?.value, 0.4, relative: 1e-12)
    let chance = try #require(calculation.result("markov-projection-by-date")?.estimate?.value)
    #expect(chance > 0.01 && chance < 0.99)
    let panel = calculation.panel.joined(separator: "\n")
    #expect(panel.contains("Women: 300 people"))
    #expect(panel.contains("The target of 36%"))
    #expect(panel.contains("After 1 period: "))
    #expect(panel.contains("expected to go from 30.0% to"))
    let data = Data(calculation.json.utf8)
    let document = try #require(
      try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let fan = try #require(document["fan"] as? [String: Any])
    #expect((fan["periods"] as? [[Double]])?.count == 20)
    #expect((document["input"] as? [String: Any])?["calculator"] as? String == "projection")
  }

  @Test("counted transitions of two levels, one block for all groups")
  func counted() throws {
    let calculation = try ProjectionCalculator(
      Self.arguments {
        $0.stock = "300,60/500,140"
        $0.transitions = "260,12,28;0,54,6"
        $0.hires = "120,9/150,24"
        $0.hirePeriods = "4"
        $0.atLevels = "2"
        $0.horizon = "8"
        $0.draws = 500
      })()
    #expect(calculation.panel.joined().contains("Rates are drawn from what was counted"))
    expectClose(
      calculation.result("markov-projection-expected")?.estimate?.value, 0.3, relative: 1e-12)
    #expect(calculation.result("markov-projection-by-date") == nil)
  }

  @Test("everything that is wrong is told at once")
  func problems() {
    #expect(throws: ArgumentProblems.self) { try ProjectionCalculator(ProjectionArguments()) }
    do {
      _ = try ProjectionCalculator(
        Self.arguments {
          $0.stock = "300,60/500"
          $0.rates = "0.9"
          $0.hires = "1"
          $0.target = "2"
          $0.by = "0"
          $0.prior = "mine"
          $0.hireProcess = "steady"
          $0.draws = 3
        })
      Issue.record("nothing was wrong")
    } catch {
      #expect(error.problems.count >= 7)
      #expect(error.problems.allSatisfy { !$0.fix.isEmpty })
    }
  }
}
