import Aggregates
import Analyses
import Estimates

/// The counts and means that what readers see was made from: what a ledger keeps of a release, and what
/// a reader can reckon back from the statistics.
struct NumbersBehind {
  /// The counts that shown statistics were computed from and that have no place of their own.
  private(set) var unplaced: [PublishedCount] = []
  private(set) var counts: [GateResult.CountBehind] = []
  private(set) var means: [GateResult.MeanBehind] = []

  init(
    exhibits: [PlannedExhibit], cells: CellRuling, rulings: [String: StatisticRuling.Ruling]
  ) throws(GateError) {
    let places = Set(exhibits.flatMap(\.exhibit.rows).flatMap(\.entries).compactMap(\.?.cell))
    for planned in exhibits {
      var behind: Set<CellKey> = []
      var keys: Set<CellKey> = []
      for row in planned.exhibit.rows {
        for case .cell(let key)? in row.entries { keys.insert(key) }
      }
      for statistic in planned.statistics {
        keys.formUnion(statistic.bases)
        if case .computed? = rulings[statistic.id] { behind.formUnion(statistic.cells) }
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
      for key in behind.subtracting(places).sorted() {
        let position = try cells.position(of: key, usedBy: planned.exhibit.id)
        guard let count = cells.shownCount(position) else { continue }
        unplaced.append(
          PublishedCount(
            cell: key, count: count == 0 ? Published(.zero) : Published(count),
            exhibit: planned.exhibit.id))
      }
    }
  }
}

extension PlannedStatistic {
  /// Every count the statistic is computed from or measured against.
  fileprivate var cells: [CellKey] {
    switch basis {
    case .counts(let cells, _): bases + cells
    case .parts(let parts, _): bases + parts.joined()
    case .amounts(let arms, _, _): bases + arms.map(\.cell)
    }
  }
}

extension Reference {
  fileprivate var cell: CellKey? {
    if case .cell(let key) = self { return key }
    return nil
  }
}
