import Aggregates
import Estimates
import Inference

/// How many people have each skill, now and a year before, and which skills grow.
struct GrowingSkills: Sendable {
  let exhibit: PlannedExhibit

  init?(
    skills: SkillsInput, data: WorkforceData, context: AnalysisContext, quarters: [String]
  ) {
    guard let now = quarters.first, let then = quarters.dropFirst().first, !skills.skills.isEmpty
    else { return nil }
    let (everyoneNow, everyoneThen) = (
      WorkforceTables.everyone(now), WorkforceTables.everyone(then)
    )
    var tables: [PlannedTable] = []
    var operands: [[CellKey]] = []
    for skill in skills.skills {
      guard let cells = data.cells(skills.input, [skill.attribute]) else { return nil }
      tables += [now, then].map {
        PlannedTable(
          population: WorkforceTables.population, conditions: WorkforceTables.conditions($0),
          attributes: [skill.attribute], cells: cells.slice(AnalysisContext.quarter, $0))
      }
      operands.append([
        everyoneThen, everyoneNow, everyoneThen.with(skill.attribute, SkillsInput.has),
        everyoneNow.with(skill.attribute, SkillsInput.has),
      ])
    }
    let method = EmergingSkills(level: context.confidence)
    let names = skills.skills.map(\.name)
    let all = operands
    func statistic(
      _ id: String, _ position: Int,
      _ pick: @escaping @Sendable (EmergingSkills.Row) -> Outcome
    ) -> PlannedStatistic {
      PlannedStatistic(
        id: id, method: method.stamp,
        basis: .parts(all) { parts in
          guard parts[position] != nil, let whole = parts.compactMap({ $0 }).first,
            let counts = SkillCounts(
              skills: zip(names, parts).map { name, part in
                part.map { SkillCounts.Skill(name: name, then: $0[2], now: $0[3]) }
              }, peopleThen: whole[0], peopleNow: whole[1])
          else { return nil }
          return method(counts)[position].map { pick($0) }
        }, smallestBase: CensusShare.smallestBase)
    }
    var statistics: [PlannedStatistic] = []
    let rows = skills.skills.enumerated().map { position, skill -> ExhibitRow in
      let id = "skills/growth/\(skill.name)"
      let shown = [
        statistic("\(id)/ratio", position) { $0.raw },
        statistic("\(id)/shrunk", position) { $0.shrunk },
        statistic("\(id)/p", position) { $0.test },
        statistic("\(id)/adjusted", position) { row in
          guard case .test = row.test, let adjusted = row.adjustedPValue else { return row.test }
          return .test(
            TestResult(
              pValue: adjusted, convention: BenjaminiHochbergAdjustment().stamp.convention))
        },
      ]
      statistics += shown
      return ExhibitRow(
        label: skill.name,
        entries: [.cell(operands[position][2]), .cell(operands[position][3])]
          + shown.map { .statistic($0.id) })
    }
    exhibit = PlannedExhibit(
      exhibit: Exhibit(
        id: "skills/growth", kind: .emergingSkills, period: now,
        columns: [
          ExhibitColumn(id: "then", title: then, unit: .people),
          ExhibitColumn(id: "now", title: now, unit: .people),
          ExhibitColumn(id: "ratio", title: "Growth of the share", unit: .ratio),
          ExhibitColumn(id: "shrunk", title: "Drawn towards all skills", unit: .ratio),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
          ExhibitColumn(id: "adjusted", title: "p (false discovery rate)", unit: .pValue),
        ], rows: rows),
      tables: tables, statistics: statistics)
  }
}
