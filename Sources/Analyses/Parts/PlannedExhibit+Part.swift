import Aggregates
import Estimates

extension PlannedExhibit {
  /// The exhibit as part of a plan of several reports: every cell under the part's condition, every
  /// identifier behind the part's prefix.
  func under(_ part: WorkforcePart) -> PlannedExhibit {
    PlannedExhibit(
      exhibit: exhibit.under(part), tables: tables.map { $0.under(part) },
      statistics: statistics.map { $0.under(part) },
      relations: relations.map { $0.under(part) })
  }
}

extension CellKey {
  /// Bands of a part's own pay are not those of everyone's, and have a name of their own.
  fileprivate func under(_ part: WorkforcePart) -> CellKey {
    CellKey(population, conditions.map { $0.ofPart } + [part.condition])
  }
}

extension CellKey.Condition {
  fileprivate var ofPart: CellKey.Condition {
    attribute == PayQuarterAnalysis.band
      ? CellKey.Condition(PayQuarterAnalysis.ownBand, level) : self
  }
}

extension Attribute {
  fileprivate var ofPart: Attribute {
    id == PayQuarterAnalysis.band
      ? Attribute(
        id: PayQuarterAnalysis.ownBand, title: title, levels: levels, isOrdered: isOrdered)
      : self
  }
}

extension Exhibit {
  fileprivate func under(_ part: WorkforcePart) -> Exhibit {
    Exhibit(
      id: part.prefix + id, kind: kind, attribute: attribute, by: by, period: period, focal: focal,
      reference: reference, columns: columns,
      rows: rows.map { row in
        ExhibitRow(
          label: row.label, role: row.role,
          entries: row.entries.map { entry in
            switch entry {
            case .cell(let key): .cell(key.under(part))
            case .statistic(let id): .statistic(part.prefix + id)
            case nil: nil
            }
          })
      },
      comparison: comparison, notes: notes)
  }
}

extension PlannedTable {
  fileprivate func under(_ part: WorkforcePart) -> PlannedTable {
    PlannedTable(
      population: population, conditions: conditions + [part.condition],
      attributes: attributes.map(\.ofPart),
      counts: counts, groupings: groupings, isPublished: isPublished, guidesRungs: guidesRungs)
  }
}

extension PlannedStatistic {
  fileprivate func under(_ part: WorkforcePart) -> PlannedStatistic {
    func all(_ keys: [CellKey]) -> [CellKey] { keys.map { $0.under(part) } }
    let basis: Basis =
      switch basis {
      case .counts(let cells, let evaluate): .counts(all(cells), evaluate: evaluate)
      case .parts(let parts, let evaluate): .parts(parts.map(all), evaluate: evaluate)
      case .amounts(let arms, let kind, let evaluate):
        .amounts(
          arms.map { Arm(cell: $0.cell.under(part), measure: $0.measure, summary: $0.summary) },
          kind: kind, evaluate: evaluate)
      }
    return PlannedStatistic(
      id: part.prefix + id, method: method, basis: basis, smallestBase: smallestBase,
      bases: all(bases))
  }
}

extension LinearRelation {
  fileprivate func under(_ part: WorkforcePart) -> LinearRelation {
    LinearRelation(terms.map { Term($0.cell.under(part), $0.coefficient) })
  }
}
