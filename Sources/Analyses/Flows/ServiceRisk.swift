import Aggregates
import Estimates
import Inference

/// The counts behind a life table: who was there at each snapshot, and to whom the event happened
/// after it, by year of service.
struct ServiceRisk: Sendable {
  /// The combination of counts that stands for one group.
  typealias Operands = @Sendable (CellKey) -> [CellKey]

  private let ends: [Int]
  private let snapshots: Int
  /// How many counts stand for each group: one, or two of which the second is taken off.
  private let sizes: [Int]
  /// Per interval and group: the events, then each snapshot's people.
  let keys: [CellKey]

  /// The life table of some groups, through some of the intervals.
  init(
    _ groups: [Operands], years: ServiceYears, through last: Int, events: CellKey,
    snapshots: [CellKey]
  ) {
    ends = years.ends.filter { $0 <= last }
    self.snapshots = snapshots.count
    sizes = groups.map { $0(events).count }
    keys = ends.flatMap { end in
      groups.flatMap { group in
        ([events] + snapshots).flatMap {
          group($0.with(ServiceYears.id, years.label(endingAt: end)))
        }
      }
    }
  }

  /// The table, from the counts of the keys; `nil` where more had the event than were there.
  func table(_ counts: [Int]) -> RiskTable? {
    var rest = counts[...]
    func next(_ size: Int) -> Int {
      let operands = rest.prefix(size)
      rest = rest.dropFirst(size)
      return GroupLayout.referenceCount(operands)
    }
    let rows = ends.map { end in
      var atRisk: [Int] = []
      var events: [[Int]] = []
      for size in sizes {
        events.append([next(size)])
        atRisk.append((0..<snapshots).reduce(0) { sum, _ in sum + next(size) })
      }
      return RiskTable.Row(time: end, atRisk: atRisk, events: events)
    }
    return RiskTable(groupCount: sizes.count, causeCount: 1, rows: rows)
  }

  /// A statistic of the table.
  func statistic(
    _ id: String, _ stamp: MethodStamp, _ method: @escaping @Sendable (RiskTable) -> Outcome
  ) -> PlannedStatistic {
    let shape = self
    return PlannedStatistic(
      id: id, method: stamp,
      basis: .counts(keys) { counts in
        guard let table = shape.table(counts) else {
          return .notEstimable(reason: "more people had the event than were there")
        }
        return method(table)
      })
  }

  /// The event or none in each interval as two-by-two tables of the first two groups.
  static func strata(_ table: RiskTable) -> StratifiedTables {
    StratifiedTables(
      table.rows.compactMap { row in
        TwoByTwoTable(
          focalSelected: row.events[0][0], focalRejected: row.atRisk[0] - row.events[0][0],
          referenceSelected: row.events[1][0], referenceRejected: row.atRisk[1] - row.events[1][0]
        ).map { .init(label: "to year \(row.time)", table: $0) }
      })
  }
}
