import Aggregates
import Analyses
import Estimates

/// The counts and means that what readers see was made from: what a ledger keeps of a release.
struct NumbersBehind {
  private(set) var counts: [GateResult.CountBehind] = []
  private(set) var means: [GateResult.MeanBehind] = []

  init(
    exhibits: [PlannedExhibit], cells: CellRuling, rulings: [String: StatisticRuling.Ruling]
  ) throws(GateError) {
    for planned in exhibits {
      var keys: Set<CellKey> = []
      for row in planned.exhibit.rows {
        for case .cell(let key)? in row.entries { keys.insert(key) }
      }
      for statistic in planned.statistics {
        keys.formUnion(statistic.bases)
        switch statistic.basis {
        case .counts(let cells, _): keys.formUnion(cells)
        case .parts(let parts, _): keys.formUnion(parts.joined())
        case .amounts(let arms, let kind, _):
          keys.formUnion(arms.map(\.cell))
          guard kind == .mean, case .computed? = rulings[statistic.id] else { continue }
          for arm in arms where arm.summary.exposed.moments.count > 0 {
            let moments = arm.summary.exposed.moments
            means.append(
              GateResult.MeanBehind(
                cell: arm.cell, measure: arm.measure, people: moments.count, sum: moments.sum,
                exhibit: planned.exhibit.id))
          }
        }
      }
      for key in keys.sorted() {
        let position = try cells.position(of: key, usedBy: planned.exhibit.id)
        counts.append(
          GateResult.CountBehind(
            cell: key, count: cells.shownCount(position), exhibit: planned.exhibit.id))
      }
    }
  }
}
