public import Aggregates
import Estimates
import Inference

/// How much of the inequality of pay lies between the groups of each characteristic and between the
/// parts of each structure.
///
/// Theil's T of everyone splits exactly into a part within and a part between; every person is in
/// some group, those who did not say as well, so that every row splits the same total. The largest
/// part between that groups of these sizes could have is not shown: it is made of the pay of the
/// lowest paid so many people, and two groups of nearly the same size would part a few of them off.
public struct PayInequalityBetweenAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure else { return [] }
    return attributes(people, context).map {
      context.query(people, [$0.id], measures: [.init(pay, valueCounts: true)])
    }
  }

  private func attributes(
    _ people: AnalysisContext.Input, _ context: AnalysisContext
  ) -> [Attribute] {
    context.structures(of: people) + context.characteristics(of: people).map(\.attribute)
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure else { return [] }
    func cells(_ id: String) -> CellTable? {
      data.cells(people, [id], measures: [.init(pay, valueCounts: true)])?
        .slice(AnalysisContext.quarter, context.reported)
    }
    let structures = context.structures(of: people).map { structure in
      cells(structure.id).map { cells in
        StructureLayout.ladder(for: structure, context).map { layout in
          exhibit(layout, structure, cells, pay, context)
        }
      }
    }
    let characteristics = context.characteristics(of: people).map { characteristic in
      cells(characteristic.attribute.id).map { cells in
        GroupLayout.ladder(for: characteristic, endsWithPair: true).map { layout in
          exhibit(layout, cells, pay, context)
        }
      }
    }
    return (structures + characteristics).compactMap { rungs in
      ExhibitLadder((rungs ?? []).compactMap { $0 })
    }
  }

  private func exhibit(
    _ layout: GroupLayout, _ cells: CellTable, _ pay: String, _ context: AnalysisContext
  ) -> PlannedExhibit? {
    let tables = GroupTables(
      population: WorkforceTables.population,
      conditions: WorkforceTables.conditions(context.reported), layout: layout, cells: cells)
    return exhibit(
      layout.attribute, layout.groupings, notes: layout.notes, tables.tables, tables.relations,
      cells, pay, context)
  }

  private func exhibit(
    _ layout: StructureLayout, _ structure: Attribute, _ cells: CellTable, _ pay: String,
    _ context: AnalysisContext
  ) -> PlannedExhibit? {
    let table = PlannedTable(
      population: WorkforceTables.population,
      conditions: WorkforceTables.conditions(context.reported), attributes: [structure.id],
      cells: cells, groupings: layout.groupings)
    return exhibit(
      structure, layout.groupings, notes: layout.notes, [table], [], cells, pay, context)
  }

  private func exhibit(
    _ attribute: Attribute, _ groupings: [Grouping], notes: [String], _ tables: [PlannedTable],
    _ relations: [LinearRelation], _ cells: CellTable, _ pay: String, _ context: AnalysisContext
  ) -> PlannedExhibit? {
    let arms = Self.arms(attribute, groupings, cells, pay, context)
    guard arms.count > 1 else { return nil }
    let id = "inequality-between/\(attribute.id)"
    let decomposition = GeneralizedEntropyDecomposition(exponent: 1, level: context.confidence)
    let columns: [(ExhibitColumn, @Sendable (GeneralizedEntropyDecomposition.Result) -> Outcome)] =
      [
        (
          ExhibitColumn(id: "share", title: "Between, of all inequality", unit: .share),
          { $0.betweenShare }
        ),
        (
          ExhibitColumn(id: "between", title: "Between, Theil T", unit: .index),
          { $0.between }
        ),
      ]
    let labels = arms.map(\.label)
    let statistics = columns.map { column, value in
      PlannedStatistic(
        id: "\(id)/\(column.id)", method: decomposition.stamp,
        basis: .amounts(arms.map(\.arm), kind: .mean) { summaries in
          let groups = zip(labels, summaries).map { label, summary in
            (
              label: label,
              amounts: WeightedAmounts(
                values: summary.values.map { counts in
                  counts.values.map { Double($0) * counts.quantum }
                } ?? [], counts: summary.values?.counts ?? [])
            )
          }
          return value(decomposition(GroupedAmounts(groups)))
        })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .inequalityBetween,
        attribute: ExhibitAttribute(id: attribute.id, title: attribute.title),
        period: context.reported, columns: columns.map(\.0),
        rows: [
          ExhibitRow(label: attribute.title, entries: statistics.map { .statistic($0.id) })
        ], notes: notes),
      tables: tables, statistics: statistics, relations: relations)
  }

  /// The groups with people, each with its pay.
  private static func arms(
    _ attribute: Attribute, _ groupings: [Grouping], _ cells: CellTable, _ pay: String,
    _ context: AnalysisContext
  ) -> [(label: String, arm: PlannedStatistic.Arm)] {
    var labels: [String] = []
    var summaries: [Cell.MeasureSummary] = []
    for level in attribute.levels {
      guard
        let summary = cells.slice(attribute.id, level.label).everyone?.measures.first,
        summary.moments.count > 0
      else { continue }
      let label = groupings.first { $0.members.contains(level.label) }?.label ?? level.label
      if let place = labels.firstIndex(of: label) {
        summaries[place].merge(summary)
      } else {
        labels.append(label)
        summaries.append(summary)
      }
    }
    let everyone = WorkforceTables.everyone(context.reported)
    return zip(labels, summaries).map { label, summary in
      (
        label,
        PlannedStatistic.Arm(
          cell: everyone.with(attribute.id, label), measure: pay, summary: Confidential(summary))
      )
    }
  }
}
