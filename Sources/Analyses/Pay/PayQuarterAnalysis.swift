public import Aggregates
import Estimates
import Inference

/// The groups' shares in each quarter of the pay distribution, lowest paid first.
///
/// Everyone with pay is sorted by pay and cut into four equal bands; people with equal pay across a
/// boundary are shared out in proportion, as the statutory guidance of the United Kingdom asks.
public struct PayQuarterAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  static let population = "paid"
  static let band = "pay_quarter"
  /// The band among people of one part, where a part of the workforce has a report of its own.
  static let ownBand = "own_pay_quarter"
  static let bands = [
    "Lower quarter", "Lower middle quarter", "Upper middle quarter", "Upper quarter",
  ]

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure else { return [] }
    return context.characteristics(of: people).map {
      context.query(people, [$0.attribute.id], measures: [.init(pay, valueCounts: true)])
    }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let people = context.input(.snapshots), let pay = context.payMeasure else { return [] }
    return context.characteristics(of: people).compactMap { characteristic in
      let id = characteristic.attribute.id
      guard
        let cells = data.cells(people, [id], measures: [.init(pay, valueCounts: true)])?
          .slice(AnalysisContext.quarter, context.reported),
        let banded = banded(cells, characteristic.attribute)
      else { return nil }
      return ExhibitLadder(
        GroupLayout.ladder(for: characteristic, endsWithPair: true).map {
          exhibit($0, banded.paid, banded.unpaid, context)
        })
    }
  }

  /// The people with pay by group and band, and the people without by group.
  private func banded(
    _ cells: CellTable, _ attribute: Attribute
  ) -> (paid: CellTable, unpaid: CellTable)? {
    let groups = attribute.levels.indices.map { level in
      cells.slice(attribute.id, attribute.levels[level].label).everyone
    }
    let values = groups.map { group in
      group?.measures.first?.values ?? ValueCounts(scale: 0, tallies: [:])
    }
    let scale = values.first { $0.total > 0 }?.scale ?? 0
    let aligned = values.map { $0.total > 0 ? $0 : ValueCounts(scale: scale, tallies: [:]) }
    guard aligned.contains(where: { $0.total > 0 }),
      let counts = PayQuarterBands(remainder: .unitedKingdom)(aligned)?.counts
    else { return nil }
    let bands = Attribute(
      id: Self.band, title: "Pay quarter", levels: Self.bands.map { Level($0) }, isOrdered: true)
    let paid = CellTable(
      attributes: [attribute, bands],
      entries: counts.enumerated().flatMap { band, groups in
        groups.enumerated().map { group, count in
          CellTable.Entry(coordinates: [group, band], cell: Cell(count: count))
        }
      })
    let unpaid = CellTable(
      attributes: [attribute],
      entries: groups.enumerated().map { level, group in
        CellTable.Entry(
          coordinates: [level],
          cell: Cell(count: (group?.count ?? 0) - (group?.measures.first?.moments.count ?? 0)))
      })
    return (paid, unpaid)
  }

  private func exhibit(
    _ layout: GroupLayout, _ paid: CellTable, _ unpaid: CellTable, _ context: AnalysisContext
  ) -> PlannedExhibit {
    let id = "pay_quarters/\(layout.attribute.id)"
    let conditions = WorkforceTables.conditions(context.reported)
    let withPay = GroupTables(
      population: Self.population, conditions: conditions, layout: layout, by: [Self.band],
      cells: paid)
    let without = GroupTables(
      population: "unpaid", conditions: conditions, layout: layout, cells: unpaid,
      isPublished: false)
    let everyone = CellKey(Self.population, conditions)
    // Everyone counted either has pay on record or has not.
    let relations =
      ([everyone] + layout.groups.map { everyone.with(layout.attribute.id, $0.cell) })
      .map { key in
        LinearRelation(
          CellKey(WorkforceTables.population, key.conditions),
          isSumOf: [key, CellKey("unpaid", key.conditions)])
      }
    let groups = layout.declaredGroups
    var statistics: [PlannedStatistic] = []
    let rows = Self.bands.map { band -> ExhibitRow in
      let base = everyone.with(Self.band, band)
      let shares = groups.map {
        CensusShare.share(
          id: "\(id)/\(band)/\($0.label)", part: base.with(layout.attribute.id, $0.cell),
          whole: layout.denominator(of: base))
      }
      statistics += shares
      return ExhibitRow(
        label: band,
        entries: groups.map { .cell(base.with(layout.attribute.id, $0.cell)) }
          + shares.map { .statistic($0.id) })
    }
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .payQuarters, attribute: layout.name,
        by: ExhibitAttribute(id: Self.band, title: "Pay quarter"), period: context.reported,
        focal: layout.focal.first,
        columns: layout.peopleColumns + layout.shareColumns, rows: rows, notes: layout.notes),
      tables: withPay.tables + without.tables, statistics: statistics,
      relations: withPay.relations + without.relations + relations)
  }
}
