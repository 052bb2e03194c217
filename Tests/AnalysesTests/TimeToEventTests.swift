import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

@Suite("Time to exit and promotion")
struct TimeToEventTests {
  private static let sample = SampleWorkforce(seed: 23)

  /// People at risk and exits of one group and year of service, counted person by person.
  private static func count(_ gender: Int, year: Int) -> (people: Int, exits: Int) {
    func isIn(_ row: SampleWorkforce.Row, at quarter: Int) -> Bool {
      guard row["gender"] == gender, let hired = row["hire_quarter"], hired < 19 else {
        return false
      }
      let service = 14 + quarter - hired
      return service >= 4 * (year - 1) && service < 4 * year
    }
    let last = SampleWorkforce.quarters.count - 1
    let people = sample.people.count { person in
      let quarter = person.row["quarter"] ?? 0
      return quarter < last && isIn(person.row, at: quarter)
    }
    let exits = sample.events.count { row in
      let quarter = row["quarter"] ?? 0
      return row["event"] == 1 && quarter > 0 && isIn(row, at: quarter - 1)
    }
    return (people, exits)
  }

  @Test("a share is the product over years of the chances of staying, counted by hand")
  func byHand() throws {
    let ladder = try #require(
      TimeToEventAnalysis().ladders(from: Self.sample.data, in: Self.sample.context).first)
    let rung = try #require(ladder.rungs.first)
    var counts: [CellKey: Int] = [:]
    for table in rung.tables {
      PlanConsistencyTests.counts([table]).forEach { counts[$0] = $1.first }
    }
    for (index, group) in ["Women", "Men"].enumerated() {
      var share = 1.0
      for year in 1...3 {
        let (people, exits) = Self.count(index, year: year)
        #expect(people > 50)
        let staying = 1 - Double(exits) / Double(people)
        for _ in 0..<4 { share *= staying }
        let statistic = try #require(
          rung.statistics.first { $0.id == "service/exits/gender/\(group)/\(year)" })
        guard case .counts(let keys, let evaluate) = statistic.basis else {
          Issue.record("not a statistic of counts")
          continue
        }
        guard case .estimate(let estimate) = evaluate(keys.map { counts[$0] ?? 0 }) else {
          Issue.record("no estimate for \(group) after \(year)")
          continue
        }
        expectClose(estimate.value, share, relative: 1e-12)
      }
    }
  }

  @Test("without the day of hiring in the events there is no exhibit")
  func withoutHireDates() {
    let context = Self.sample.context
    let inputs = context.inputs.map { input in
      AnalysisContext.Input(
        id: input.id, population: input.population,
        attributes: input.attributes.filter {
          input.population != .events || $0.id != AnalysisContext.hireQuarter
        })
    }
    let other = AnalysisContext(
      quarters: context.quarters, inputs: inputs, characteristics: context.characteristics,
      structures: context.structures)
    #expect(TimeToEventAnalysis().queries(in: other).isEmpty)
    #expect(TimeToEventAnalysis().ladders(from: Self.sample.data, in: other).isEmpty)
  }

  @Test("years of service hold everyone once")
  func everyone() throws {
    let context = Self.sample.context
    let people = try #require(context.input(.snapshots))
    let stock = try #require(Self.sample.data.cells(people, ["gender"]))
    let byHire = try #require(
      Self.sample.data.cells(people, ["gender", AnalysisContext.hireQuarter]))
    let banded = try #require(
      ServiceYears.banded(byHire, of: stock, lag: 0))
    #expect(banded.margin([AnalysisContext.quarter, "gender"]).entries == stock.entries)
    #expect(banded.total == stock.total)
  }
}
