import Aggregates
import Estimates
import Inference

/// Pairs of a skill in health and one in technology: how many people have both, and how that
/// compares with chance.
struct SkillPairs: Sendable {
  let exhibit: PlannedExhibit

  init?(skills: SkillsInput, data: WorkforceData, context: AnalysisContext) {
    let pairs = skills.pairs
    let everyone = WorkforceTables.everyone(context.reported)
    var tables: [PlannedTable] = []
    var operands: [[CellKey]] = []
    for (first, second) in pairs {
      guard let cells = data.cells(skills.input, [first.attribute, second.attribute]) else {
        return nil
      }
      tables.append(
        PlannedTable(
          population: WorkforceTables.population,
          conditions: WorkforceTables.conditions(context.reported),
          attributes: [first.attribute, second.attribute],
          cells: cells.slice(AnalysisContext.quarter, context.reported)))
      let one = everyone.with(first.attribute, SkillsInput.has)
      let other = everyone.with(second.attribute, SkillsInput.has)
      operands.append([everyone, one, other, one.with(second.attribute, SkillsInput.has)])
    }
    guard !pairs.isEmpty else { return nil }
    let level = context.confidence
    var statistics: [PlannedStatistic] = []
    let rows = pairs.enumerated().map { position, pair -> ExhibitRow in
      let label = "\(pair.0.name) + \(pair.1.name)"
      let id = "skills/pairs/\(label)"
      let shown = [
        Self.measure("\(id)/lift", .lift, level, operands[position]),
        Self.measure("\(id)/log_odds", .logOdds, level, operands[position]),
        Self.test("\(id)/p", operands[position]),
        Self.adjusted("\(id)/adjusted", position, operands),
      ]
      statistics += shown
      return ExhibitRow(
        label: label,
        entries: [.cell(operands[position][3])] + shown.map { .statistic($0.id) })
    }
    exhibit = PlannedExhibit(
      exhibit: Exhibit(
        id: "skills/pairs", kind: .skillPairs, period: context.reported,
        columns: [
          ExhibitColumn(id: "both", title: "With both", unit: .people),
          ExhibitColumn(id: "lift", title: "Times as often as by chance", unit: .ratio),
          ExhibitColumn(id: "log_odds", title: "Log odds ratio", unit: .number),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
          ExhibitColumn(id: "adjusted", title: "p (false discovery rate)", unit: .pValue),
        ], rows: rows),
      tables: tables, statistics: statistics)
  }

  private static func pair(_ counts: [Int]) -> SkillPair? {
    SkillPair(people: counts[0], first: counts[1], second: counts[2], both: counts[3])
  }

  private static let impossible = Outcome.notEstimable(reason: "the counts are impossible")

  private static func measure(
    _ id: String, _ measure: SkillCooccurrence.Measure, _ level: Double, _ operands: [CellKey]
  ) -> PlannedStatistic {
    let method = SkillCooccurrence(measure, level: level)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(operands) { counts in pair(counts).map { method($0) } ?? impossible },
      smallestBase: CensusShare.smallestBase, bases: Array(operands.prefix(1)))
  }

  private static func p(_ counts: [Int]) -> Outcome {
    pair(counts)?.table.map { PearsonChiSquaredTest()($0) } ?? impossible
  }

  private static func test(_ id: String, _ operands: [CellKey]) -> PlannedStatistic {
    PlannedStatistic(
      id: id, method: PearsonChiSquaredTest().stamp, basis: .counts(operands) { p($0) },
      smallestBase: CensusShare.smallestBase, bases: Array(operands.prefix(1)))
  }

  /// The p-value of one pair adjusted for all; those that are hidden count as p = 1.
  private static func adjusted(
    _ id: String, _ position: Int, _ operands: [[CellKey]]
  ) -> PlannedStatistic {
    let stamp = BenjaminiHochbergAdjustment().stamp
    return PlannedStatistic(
      id: id, method: stamp,
      basis: .parts(operands) { parts in
        guard let own = parts[position] else { return nil }
        guard case .test = p(own) else { return p(own) }
        let all = parts.map { counts -> PValue in
          if let counts, case .test(let test) = p(counts) { test.pValue } else { .one }
        }
        let adjusted = BenjaminiHochbergAdjustment.adjust(all)[position]
        return .test(
          TestResult(
            pValue: adjusted, convention: stamp.convention))
      }, smallestBase: CensusShare.smallestBase)
  }
}
