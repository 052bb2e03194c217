import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Outcomes and costs of training")
struct TrainingOutcomeTests {
  private static let file = "Tests/InferenceTests/Fixtures/Training/python.csv"

  @Test("costs per person and their limits agree with Wilson's equation solved numerically")
  func cost() throws {
    for row in try ReferenceValue.read(Self.file, method: "CostPerPerson") {
      let steps = try #require(
        CostedSteps(costOfEnrolment: try row.number("cost"), reached: try BinomialCount(row)))
      expectClose(
        Fixtures.part(row.quantity, of: CostPerPerson()(steps)), row.value, relative: 1e-12,
        "\(row)")
    }
  }

  @Test("the cost is that of an enrolment over the rate, limits included; doubled it doubles")
  func costOverRate() throws {
    for total in 1...30 {
      for reached in 1...total {
        let count = try BinomialCount(reached, of: total)
        let rate = WilsonInterval()(count)
        let cost = CostPerPerson()(
          try #require(CostedSteps(costOfEnrolment: 640, reached: count)))
        let double = CostPerPerson()(
          try #require(CostedSteps(costOfEnrolment: 1280, reached: count)))
        expectClose(cost.value, 640 / (try #require(rate.value)), relative: 1e-13)
        let (low, high) = (try #require(rate.interval?.lower), try #require(rate.interval?.upper))
        expectClose(cost.interval?.upper, 640 / low, relative: 1e-13)
        expectClose(cost.interval?.lower, 640 / high, relative: 1e-13)
        expectClose(double.value, 2 * (try #require(cost.value)), relative: 1e-13)
      }
    }
  }

  @Test("without anybody at the step there is a reason; a cost is above 0")
  func costless() throws {
    let none = try #require(
      CostedSteps(costOfEnrolment: 5, reached: try BinomialCount(0, of: 8)))
    #expect(CostPerPerson()(none).reason?.contains("Nobody reached") == true)
    let empty = try #require(
      CostedSteps(costOfEnrolment: 5, reached: try BinomialCount(0, of: 0)))
    #expect(CostPerPerson()(empty).reason != nil)
    for cost in [0, -1, .nan, .infinity] {
      #expect(CostedSteps(costOfEnrolment: cost, reached: try BinomialCount(1, of: 8)) == nil)
    }
    let text = Data(#"{"costOfEnrolment":0,"reached":{"successes":1,"total":2}}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CostedSteps.self, from: text) }
  }

  @Test("medians, ranks of the limits and excluded people agree with whole-number binomial sums")
  func earnings() throws {
    for row in try ReferenceValue.read(Self.file, method: "MedianEarningsAfterExit") {
      let result = try #require(
        MedianEarningsAfterExit()(try row.wholes("amounts").map(Double.init)))
      switch row.quantity {
      case "zero": #expect(Double(result.zeroEarners) == row.value, "\(row)")
      case "rank":
        #expect(
          Double(try MedianEarningsAfterExit.rank(result.earners, level: 0.95)) == row.value,
          "\(row)")
      default:
        expectClose(
          Fixtures.part(row.quantity, of: result.median), row.value, relative: 1e-14, "\(row)")
      }
    }
  }

  @Test("the limits cover the median at least as often as they say, over all orders of signs")
  func coverage() throws {
    // Of n people above or below the true median the limits miss it where fewer than k are on a side.
    for count in 6...14 {
      let rank = try MedianEarningsAfterExit.rank(count, level: 0.95)
      let missed = (0..<(1 << count)).count { signs in
        let above = signs.nonzeroBitCount
        return above < rank || count - above < rank
      }
      #expect(rank > 0 && Double(missed) / Double(1 << count) <= 0.05)
    }
    #expect(try MedianEarningsAfterExit.rank(5, level: 0.95) == 0)
  }

  @Test("zero earners change nothing but their own number; nobody who earns is a reason")
  func zeroEarners() throws {
    let earned = [4100.0, 3900, 5200, 6100, 4800, 7000, 3300]
    let one = try #require(MedianEarningsAfterExit()(earned))
    let other = try #require(MedianEarningsAfterExit()(earned + [0, 0, 0]))
    #expect(one.median == other.median && other.zeroEarners == 3 && one.zeroEarners == 0)
    let none = try #require(MedianEarningsAfterExit()([0, 0]))
    #expect(none.median.reason?.contains("Nobody earns") == true && none.zeroEarners == 2)
    #expect(MedianEarningsAfterExit()([1, -1]) == nil && MedianEarningsAfterExit()([.nan]) == nil)
  }

  @Test("people of unknown outcome count as without it, or are left out")
  func outcomes() throws {
    let exits = try #require(ProgrammeExits(left: 80, attained: 52, unknown: 8))
    for sought in ProgrammeOutcomeRate.Sought.allCases {
      #expect(
        ProgrammeOutcomeRate(sought)(exits) == WilsonInterval()(try BinomialCount(52, of: 80)))
      #expect(
        ProgrammeOutcomeRate(sought, unknown: .leftOut)(exits)
          == WilsonInterval()(try BinomialCount(52, of: 72)))
    }
    let unknown = try #require(ProgrammeExits(left: 3, attained: 0, unknown: 3))
    #expect(ProgrammeOutcomeRate(.credential)(unknown).value == 0)
    #expect(
      ProgrammeOutcomeRate(.credential, unknown: .leftOut)(unknown).reason?.contains("known")
        == true)
    let nobody = try #require(ProgrammeExits(left: 0, attained: 0))
    #expect(ProgrammeOutcomeRate(.credential)(nobody).reason?.contains("Nobody left") == true)
    #expect(ProgrammeExits(left: 3, attained: 2, unknown: 2) == nil)
    #expect(ProgrammeExits(left: 3, attained: -1) == nil)
    let text = Data(#"{"left":1,"attained":2,"unknown":0}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(ProgrammeExits.self, from: text)
    }
  }
}
