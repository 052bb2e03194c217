import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Analyses

/// Leadership of five quarters, made so that stocks and flows reconcile.
@Suite("Flows into and out of leadership")
struct LeadershipFlowsTests {
  private typealias Row = [String: Int]

  private static let quarters = ["2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3"]
  private static let gender = Attribute(
    id: "gender", title: "Gender", levels: [Level("Women"), Level("Men"), .blank])
  private static let labels = ["Junior", "Senior", "Lead", "Director"]
  private static let level = Attribute(
    id: "level", title: "Level", levels: labels.map { Level($0) }, isOrdered: true)
  private static let from = Attribute(
    id: "from_level", title: "Level before", levels: labels.map { Level($0) } + [.blank])
  private static let all = [
    Attribute(id: "quarter", title: "Quarter", levels: quarters.map { Level($0) }), gender, level,
    from,
    Attribute(
      id: "event", title: "Event", levels: [Level("Hire"), Level("Exit"), Level("Promotion")]),
  ]

  private static let context = AnalysisContext(
    quarters: quarters,
    inputs: [
      .init(
        id: "people", population: .snapshots, attributes: [all[0], gender, level]),
      .init(id: "events", population: .events, attributes: all),
    ],
    characteristics: [
      Characteristic(attribute: gender, comparator: .level("Men"), focal: ["Women"])
    ],
    structures: [level], leadershipFrom: "Lead")

  /// Answers from rows; a promotion takes someone from `skip` levels below.
  private static func data(skip: Int = 1) -> WorkforceData {
    var generator = SeededGenerator(seed: 5)
    var staff: [Row] = (0..<400).map { number in
      ["gender": number % 2, "level": [0, 0, 0, 1, 1, 2, 2, 3][(number / 2) % 8]]
    }
    var people: [Row] = []
    var events: [Row] = []
    for quarter in quarters.indices {
      func note(_ row: Row, _ event: Int, from: Int = 4) {
        events.append(row.merging(["quarter": quarter, "event": event, "from_level": from]) { $1 })
      }
      if quarter > 0 {
        for _ in 0..<12 {
          note(staff.remove(at: Int.random(in: staff.indices, using: &generator)), 1)
        }
        for number in 0..<15 {
          let hired = ["gender": number % 3 == 0 ? 0 : 1, "level": number % 4]
          staff.append(hired)
          note(hired, 0)
        }
        let ready = staff.indices.filter { (staff[$0]["level"] ?? 0) == 2 - skip }.prefix(6)
        for index in ready {
          staff[index]["level"] = 2
          note(staff[index], 2, from: 2 - skip)
        }
      }
      people += staff.map { $0.merging(["quarter": quarter]) { $1 } }
    }
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for query in WhySharesMovedAnalysis().queries(in: context) {
      let attributes = query.attributes.compactMap { id in all.first { $0.id == id } }
      let rows = query.input == "people" ? people : events
      answers[query] = Confidential(
        CellTable(
          attributes: attributes,
          entries: rows.map { row in
            .init(coordinates: attributes.map { row[$0.id] ?? 0 }, cell: Cell(count: 1))
          }))
    }
    return WorkforceData(answers: answers, context: context)
  }

  private static func leadership(_ data: WorkforceData) -> [PlannedExhibit] {
    WhySharesMovedAnalysis().ladders(from: data, in: context).flatMap(\.rungs).filter {
      $0.exhibit.id.hasSuffix("/leadership")
    }
  }

  @Test("hires, promotions and exits are told apart, then exits are not, then none is")
  func rungs() throws {
    let rungs = Self.leadership(Self.data())
    #expect(
      rungs.map { $0.exhibit.columns.map(\.id) } == [
        ["then", "hires", "promotions", "exits", "records", "change", "now"],
        ["then", "hires", "promotions", "rest", "change", "now"],
        ["then", "rest", "change", "now"],
      ])
    let finest = try #require(rungs.first)
    #expect(finest.exhibit.notes.contains("Leadership: Lead and above."))
    // Promotions have the names other sections give them: by the level before.
    let names = Set(
      finest.tables.filter { $0.population == "promotions" }.flatMap {
        $0.conditions.filter { $0.attribute == "level" }.map(\.level)
      })
    #expect(names == ["Senior"])
    // Single levels stay in the system that is protected.
    let hires = try #require(finest.tables.first { $0.population == "hires" })
    #expect(hires.attributes.last?.levels.map(\.label) == Self.labels)
    #expect(
      hires.groupings.filter { $0.attribute == "level" }.map(\.label)
        == ["Lead and above", "Below Lead"])
  }

  @Test("the flows make the closing stock of leadership, to the person")
  func reconciles() throws {
    let flows = try #require(
      LeadershipFlows(Self.context.characteristics[0], Self.data(), Self.context))
    let layout = try #require(
      GroupLayout.ladder(for: Self.context.characteristics[0], endsWithPair: true).last)
    let accounts = flows.accounts(
      layout, opening: "2024Q3", keeping: [.hires, .promotions, .exits])
    #expect(accounts.reconciles)
    #expect(accounts.flows.map { $0.cells.total > 0 } == [true, true, true])
    // Nobody's record changes in the sample.
    let changed = try #require(
      accounts.exhibit.tables.first { $0.population == HeadcountAnalysis.changedRecords })
    #expect(changed.counts.exposed.allSatisfy { $0 == 0 })
  }

  @Test("where promotions into leadership skip levels there is no account of it")
  func skipping() {
    #expect(Self.leadership(Self.data(skip: 2)).isEmpty)
  }
}
