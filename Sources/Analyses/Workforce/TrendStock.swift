import Aggregates
import Estimates

/// People by group at the end of every quarter, over all or in leadership: what the shares by
/// quarter and the tests of their trend are both made of.
struct TrendStock: Sendable {
  let layout: GroupLayout
  let leadership: LeadershipSplit?
  let tables: [PlannedTable]
  let relations: [LinearRelation]

  init(
    _ layout: GroupLayout, _ cells: CellTable, leadership: LeadershipSplit?,
    _ context: AnalysisContext
  ) {
    self.layout = layout
    self.leadership = leadership
    let stocks = context.quarters.map {
      WorkforceTables.stock(
        layout, by: leadership == nil ? [] : ["level"], quarter: $0, cells: cells)
    }
    tables = stocks.flatMap(\.tables)
    var relations = stocks.flatMap(\.relations)
    if let leadership {
      // Where the single levels are shown too, a reader can add them up.
      for quarter in context.quarters
      where quarter == context.reported || quarter == context.yearAgo {
        let everyone = Self.everyone(quarter, leadership)
        let keys =
          [everyone]
          + layout.declaredGroups.map { everyone.with(layout.attribute.id, $0.cell) }
        relations += keys.map { key in
          LinearRelation(key, isSumOf: leadership.members.map { key.with("level", $0) })
        }
      }
    }
    self.relations = relations
  }

  /// The end of the identifiers.
  var suffix: String { layout.attribute.id + (leadership == nil ? "" : "/leadership") }

  /// What breaks the population down.
  var by: ExhibitAttribute? {
    leadership.map { _ in ExhibitAttribute(id: "level", title: "Leadership") }
  }

  /// What a reader must be told.
  var notes: [String] { layout.notes + (leadership.map { ["Leadership: \($0.label)."] } ?? []) }

  /// The people of one group at the end of a quarter.
  func people(_ quarter: String, _ group: GroupLayout.Group) -> CellKey {
    Self.everyone(quarter, leadership).with(layout.attribute.id, group.cell)
  }

  /// The people shares are shares of at the end of a quarter.
  func whole(_ quarter: String) -> CellKey {
    layout.denominator(of: Self.everyone(quarter, leadership))
  }

  private static func everyone(_ quarter: String, _ leadership: LeadershipSplit?) -> CellKey {
    let everyone = WorkforceTables.everyone(quarter)
    return leadership.map { everyone.with("level", $0.label) } ?? everyone
  }
}
