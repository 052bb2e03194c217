import Aggregates
import Estimates
import TestSupport

@testable import Analyses

/// A small organisation over five quarters whose stocks and flows reconcile, answered from a list of
/// people rather than from files.
struct SampleWorkforce {
  static let quarters = ["2024Q3", "2024Q4", "2025Q1", "2025Q2", "2025Q3"]
  static let gender = Attribute(
    id: "gender", title: "Gender",
    levels: [Level("Women"), Level("Men"), Level("Another gender"), .declined, .blank])
  static let level = Attribute(
    id: "level", title: "Level", levels: [Level("Junior"), Level("Senior"), Level("Lead")],
    isOrdered: true)
  static let quarter = Attribute(
    id: "quarter", title: "Quarter", levels: quarters.map { Level($0) }, isOrdered: true)
  static let event = Attribute(
    id: "event", title: "Event", levels: [Level("Hire"), Level("Exit"), Level("Promotion")])
  static let stage = Attribute(
    id: "stage", title: "Stage", levels: [Level("Applied"), Level("Interviewed"), Level("Hired")])

  static let step = Attribute(
    id: "training_step", title: "Step of training",
    levels: [Level("Enrolled"), Level("Started"), Level("Completed")], isOrdered: true)

  static let domain = Attribute(
    id: "skill_domain", title: "Domains of skills",
    levels: ["Health", "Technology", "Health and technology", "Neither"].map { Level($0) })
  static let nursing = Attribute(
    id: "skill_1", title: "Nursing", levels: [Level("Yes"), Level("No")])
  static let coding = Attribute(
    id: "skill_2", title: "Coding", levels: [Level("Yes"), Level("No")])

  static let exitType = Attribute(
    id: "exit_type", title: "Type of exit",
    levels: [Level("Voluntary"), Level("Involuntary"), .blank])

  /// Quarters of hiring; a person without one was hired on a day that is not known.
  static let hireQuarter = Attribute(
    id: "hire_quarter", title: "Quarter of hiring",
    levels: (2021...2023).flatMap { year in (1...4).map { Level("\(year)Q\($0)") } }
      + ["2024Q1", "2024Q2"].map { Level($0) } + quarters.map { Level($0) } + [.blank],
    isOrdered: true)

  typealias Row = [String: Int]

  /// Whether level is a characteristic too, crossed with gender, and no structure.
  var crosses = false
  var people: [(row: Row, pay: Int64)] = []
  var events: [Row] = []
  var applications: [Row] = []
  var enrolments: [Row] = []

  init(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    func pick(_ weights: [Int]) -> Int {
      var left = Int.random(in: 0..<weights.reduce(0, +), using: &generator)
      for (index, weight) in weights.enumerated() {
        if left < weight { return index }
        left -= weight
      }
      return 0
    }
    func person(hired: Int? = nil) -> Row {
      let row = ["gender": pick([40, 50, 3, 4, 2]), "level": pick([60, 30, 10])]
      let known = pick([14, 1]) == 0 ? pick(Array(repeating: 1, count: 14)) : 19
      return row.merging(["hire_quarter": hired.map { 14 + $0 } ?? known]) { $1 }
    }
    var staff = (0..<600).map { _ in person() }
    for quarter in Self.quarters.indices {
      if quarter > 0 {
        for _ in 0..<30 {
          let leaver = staff.remove(at: Int.random(in: staff.indices, using: &generator))
          events.append(
            leaver.merging(["quarter": quarter, "event": 1, "exit_type": pick([3, 1])]) { $1 })
        }
        for _ in 0..<40 {
          let joiner = person(hired: quarter)
          staff.append(joiner)
          events.append(
            joiner.merging(["quarter": quarter, "event": 0, "exit_type": 2]) { $1 })
        }
        for row in staff.prefix(25) {
          events.append(
            row.merging(["quarter": quarter, "event": 2, "exit_type": 2]) { $1 })
        }
      }
      for row in staff {
        let pay = Int64(2000 + 800 * (row["level"] ?? 0) + pick([1, 1, 1, 1]) * 50)
        people.append((row.merging(["quarter": quarter]) { $1 }, pay))
      }
    }
    for _ in 0..<900 {
      applications.append([
        "quarter": pick([1, 1, 1, 1, 1]), "gender": pick([40, 50, 3, 4, 2]),
        "level": pick([60, 30, 10]), "stage": pick([60, 25, 15]),
      ])
    }
    for position in people.indices {
      let (nurse, coder) = (pick([30, 70]), pick([40, 60]))
      people[position].row["skill_1"] = nurse
      people[position].row["skill_2"] = coder
      people[position].row["skill_domain"] =
        switch (nurse, coder) {
        case (0, 0): 2
        case (0, _): 0
        case (_, 0): 1
        default: 3
        }
    }
    for _ in 0..<700 {
      enrolments.append([
        "quarter": pick([1, 1, 1, 1, 1]), "gender": pick([40, 50, 3, 4, 2]),
        "level": pick([60, 30, 10]), "training_step": pick([20, 30, 50]),
      ])
    }
  }

  var context: AnalysisContext {
    AnalysisContext(
      quarters: Self.quarters,
      inputs: [
        .init(
          id: "employees", population: .snapshots,
          attributes: [Self.quarter, Self.gender, Self.level, Self.hireQuarter],
          measures: [
            .init(id: "pay", title: "Pay", unit: "EUR/hour"),
            .init(id: "bonus", title: "Bonus", unit: "EUR/year"),
          ]),
        .init(
          id: "events", population: .events,
          attributes: [
            Self.quarter, Self.event, Self.gender, Self.level, Self.exitType, Self.hireQuarter,
          ]),
        .init(
          id: "applications", population: .applications,
          attributes: [Self.quarter, Self.stage, Self.gender, Self.level],
          stages: Self.stage.levels.map(\.label)),
        .init(
          id: "training", population: .training,
          attributes: [Self.quarter, Self.step, Self.gender, Self.level],
          stages: Self.step.levels.map(\.label)),
        .init(
          id: "skills", population: .skills,
          attributes: [
            Self.quarter, Self.gender, Self.level, Self.domain, Self.nursing, Self.coding,
          ]),
      ],
      characteristics: [
        Characteristic(
          attribute: Self.gender, comparator: .level("Men"), focal: ["Women"],
          merges: [
            Grouping(
              attribute: "gender", label: "Another gender or not stated",
              members: ["Another gender", Level.declined.label, Level.blank.label])
          ])
      ]
        + (crosses
          ? [Characteristic(attribute: Self.level, comparator: .rest, focal: ["Lead"])] : []),
      structures: crosses ? [] : [Self.level], leadershipFrom: "Senior",
      intersections: crosses ? [["gender", "level"]] : [], payMeasure: "pay",
      bonusMeasure: "bonus",
      benchmarks: [
        .init(
          attribute: "gender", level: "Women", value: 0.47, standardError: nil, within: nil,
          source: "a source", note: nil)
      ], trainingCost: .init(amount: 900, unit: "EUR", words: "900 EUR"),
      skills: [
        .init(attribute: "skill_1", name: "Nursing", domain: .health),
        .init(attribute: "skill_2", name: "Coding", domain: .technology),
      ])
  }

  func answer(_ query: AggregateQuery) -> CellTable {
    let all = [
      Self.quarter, Self.gender, Self.level, Self.event, Self.stage, Self.exitType,
      Self.hireQuarter, Self.step, Self.domain, Self.nursing, Self.coding,
    ]
    let attributes = query.attributes.compactMap { id in all.first { $0.id == id } }
    let rows: [(row: Row, pay: Int64?)] =
      switch query.input {
      case "employees", "skills": people.map { ($0.row, Optional($0.pay)) }
      case "events": events.map { ($0, nil) }
      case "training": enrolments.map { ($0, nil) }
      default: applications.map { ($0, nil) }
      }
    let kept = rows.filter { row in
      query.filters.allSatisfy { filter in
        all.first { $0.id == filter.attribute }.map { attribute in
          filter.levels.contains(attribute.levels[row.row[attribute.id] ?? 0].label)
        } ?? false
      }
    }
    return CellTable(
      attributes: attributes, measures: query.measures.map(\.measure),
      entries: kept.map { row in
        var cell = Cell(count: 1)
        if let measure = query.measures.first?.measure, let hourly = row.pay {
          // Every other step of pay earns a bonus.
          let pay = measure == "bonus" ? (hourly % 100 == 0 ? 0 : hourly * 3) : hourly
          var moments = Moments(scale: 2)
          moments.add(pay)
          cell.measures = [
            .init(moments: moments, values: ValueCounts(scale: 2, tallies: [pay: 1]), largest: pay)
          ]
        }
        return .init(coordinates: attributes.map { row.row[$0.id] ?? 0 }, cell: cell)
      })
  }

  var data: WorkforceData { data(breadth: .report) }

  func data(breadth: AnalysisCatalogue.Breadth) -> WorkforceData {
    data(in: context, breadth: breadth)
  }

  func data(
    in context: AnalysisContext, breadth: AnalysisCatalogue.Breadth = .report
  ) -> WorkforceData {
    var answers: [AggregateQuery: Confidential<CellTable>] = [:]
    for query in AnalysisCatalogue.queries(in: context, breadth: breadth) {
      answers[query] = Confidential(answer(query))
    }
    return WorkforceData(answers: answers, context: context)
  }
}
