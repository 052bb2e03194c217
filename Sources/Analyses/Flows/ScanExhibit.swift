import Aggregates
import Estimates
import Inference

/// How a scan splits people: a characteristic alone, within the parts of a structure, or crossed
/// with another characteristic.
struct ScanSplit: Sendable {
  let layout: GroupLayout
  /// The parts of a structure, if it is split by one.
  let parts: StructureLayout?
  private let focal: String?
  private let crossed: GroupLayout?

  /// One focal group within everyone or within the parts of a structure.
  init(_ layout: GroupLayout, focal: String, parts: StructureLayout?) {
    self.layout = layout
    self.focal = focal
    self.parts = parts
    crossed = nil
  }

  /// The combinations of two characteristics.
  init(_ layout: GroupLayout, crossedWith second: GroupLayout) {
    self.layout = layout
    focal = nil
    parts = nil
    crossed = second
  }

  var id: String { layout.attribute.id }

  /// The attribute the characteristic is crossed with in the tables.
  var by: Attribute? { crossed?.attribute ?? parts?.attribute }

  /// How the parts in the tables are merged.
  var byGroupings: [Grouping] { crossed?.groupings ?? parts?.groupings ?? [] }

  /// What the groups are groups of.
  var name: ExhibitAttribute {
    guard let crossed else { return layout.name }
    let title = crossed.attribute.title
    return ExhibitAttribute(
      id: id + "+" + crossed.attribute.id, title: "\(layout.name.title) and \(title)")
  }

  /// The structure whose parts are compared one by one.
  var structure: Attribute? { parts?.attribute }

  /// One group against its reference, in every part.
  struct Comparison: Sendable {
    let label: String
    let referenceLabel: String
    let parts: [Part]
    let focal: @Sendable (CellKey) -> CellKey
    let reference: @Sendable (CellKey) -> [CellKey]
  }

  /// One part of a structure, or everyone.
  struct Part: Sendable {
    let name: String?
    let attribute: String?

    /// The people of the part.
    func select(_ key: CellKey) -> CellKey {
      guard let name, let attribute else { return key }
      return key.with(attribute, name)
    }

    /// An event in this part.
    func label(_ event: String) -> String { name.map { "\($0): \(event)" } ?? event }
  }

  /// The group compared, or every combination.
  var comparisons: [Comparison] {
    if let crossed { return combinations(crossed) }
    guard let focal else { return [] }
    let everywhere =
      parts.map { parts in
        parts.labels.map { Part(name: $0, attribute: parts.attribute.id) }
      } ?? [Part(name: nil, attribute: nil)]
    let layout = layout
    return [
      Comparison(
        label: focal, referenceLabel: layout.referenceLabel, parts: everywhere,
        focal: { $0.with(layout.attribute.id, focal) },
        reference: { layout.referenceOperands(focal: focal, among: $0) })
    ]
  }

  /// Every combination but that of both references, which the others are compared with; where a
  /// characteristic has none, all combinations against everybody else who declared the first.
  private func combinations(_ second: GroupLayout) -> [Comparison] {
    let first = layout
    let ids = (first.attribute.id, second.attribute.id)
    let references: (String, String)? =
      if case .level(let left) = first.characteristic.comparator,
        case .level(let right) = second.characteristic.comparator,
        first.groups.contains(where: { $0.cell == left }),
        second.groups.contains(where: { $0.cell == right })
      {
        (left, right)
      } else {
        nil
      }
    let rest = first.sharesAreOfEveryone ? GroupLayout.othersLabel : GroupLayout.restLabel
    return first.declaredGroups.flatMap { left in
      second.declaredGroups.compactMap { right -> Comparison? in
        if let references, references == (left.cell, right.cell) { return nil }
        let labels = (left.cell, right.cell)
        return Comparison(
          label: "\(left.label), \(right.label)",
          referenceLabel: references.map { "\($0.0), \($0.1)" } ?? rest,
          parts: [Part(name: nil, attribute: nil)],
          focal: { $0.with(ids.0, labels.0).with(ids.1, labels.1) },
          reference: { key in
            if let references {
              return [key.with(ids.0, references.0).with(ids.1, references.1)]
            }
            return [
              first.denominator(of: key), key.with(ids.0, labels.0).with(ids.1, labels.1),
            ]
          })
      }
    }
  }
}

/// The counts of one group in a scan.
struct ScanExhibit {
  /// One comparison.
  struct Row {
    /// The counts of both groups.
    enum Counts {
      /// Who entered and who passed.
      case shares(GroupShares)
      /// Events and average headcounts.
      case rates(FlowComparison)
    }

    let label: String
    let counts: Counts
  }

  private let id: String
  private let comparison: ScanSplit.Comparison
  private let split: ScanSplit
  private let period: String

  init(
    _ comparison: ScanSplit.Comparison, _ split: ScanSplit, population: String,
    _ context: AnalysisContext
  ) {
    let parts = split.structure.map { "/by/\($0.id)" } ?? ""
    id = "scan/\(population)/\(split.name.id)/\(comparison.label)\(parts)"
    self.comparison = comparison
    self.split = split
    period = context.windowLabel
  }

  /// The exhibit.
  ///
  /// The reference group's counts are always statistics, so that a comparison of fewer people than
  /// a rate may rest on is not shown.
  func exhibit(
    of rows: [Row], tables: [PlannedTable], relations: [LinearRelation]
  ) -> PlannedExhibit {
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic) -> Reference {
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    var isRates = false
    let filled = rows.map { row -> ExhibitRow in
      let prefix = "\(id)/\(row.label)"
      switch row.counts {
      case .shares(let shares):
        return ExhibitRow(
          label: row.label,
          entries: shares.focal.map { .cell($0) } + [
            add(shares.referenceEntered("\(prefix)/reference_entered")),
            add(shares.referencePassed("\(prefix)/reference_passed")),
          ])
      case .rates(let rates):
        isRates = true
        let counted = CensusShare.countStamp
        let averaged = AverageHeadcount.stamp
        return ExhibitRow(
          label: row.label,
          entries: [
            add(rates.number("\(prefix)/focal_events", counted) { Double($0.focalEvents) }),
            add(rates.number("\(prefix)/focal_average", averaged) { $0.focalExposure }),
            add(
              rates.number("\(prefix)/reference_events", counted) { Double($0.referenceEvents) }),
            add(rates.number("\(prefix)/reference_average", averaged) { $0.referenceExposure }),
          ])
      }
    }
    let ids =
      isRates
      ? ["focal_events", "focal_average", "reference_events", "reference_average"]
      : ["focal_entered", "focal_passed", "reference_entered", "reference_passed"]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .comparisonScan, attribute: split.name,
        by: split.structure.map { ExhibitAttribute(id: $0.id, title: $0.title) },
        period: period, focal: comparison.label, reference: comparison.referenceLabel,
        columns: ids.enumerated().map { position, id in
          ExhibitColumn(
            id: id,
            title: [comparison.label, comparison.referenceLabel][position / 2] + ", "
              + (id.split(separator: "_").last.map(String.init) ?? id),
            unit: isRates && position % 2 == 1 ? .number : .people)
        },
        rows: filled),
      tables: tables, statistics: statistics, relations: relations)
  }
}
