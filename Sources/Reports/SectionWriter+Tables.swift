import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Exhibits as tables.
extension SectionWriter {
  /// The table of an exhibit, or of some of its columns.
  func table(
    _ published: PublishedExhibit, suffix: String = "", caption: String,
    columns keep: (ExhibitColumn) -> Bool = { _ in true }, verdicts: Bool = false,
    notes: Bool = true
  ) -> DataTable {
    table(
      [published], suffix: suffix, caption: caption, columns: keep, verdicts: verdicts,
      notes: notes)
  }

  /// One table of exhibits that differ in their focal group alone, or of one exhibit.
  ///
  /// An estimate stands over its interval in one cell. Where rows are
  /// judged and `verdicts` is asked for, the adjusted p-value and the verdict close the row.
  func table(
    _ exhibits: [PublishedExhibit], suffix: String = "", caption: String,
    columns keep: (ExhibitColumn) -> Bool = { _ in true }, verdicts: Bool = false,
    notes: Bool = true
  ) -> DataTable {
    let model = exhibits.first?.exhibit
    let shown = (model?.columns ?? []).filter(keep)
    let judged = exhibits.map { findings(of: $0) }
    let withIntervals = shown.map { column in exhibits.contains { hasIntervals($0, column) } }
    let hasVerdicts = verdicts && judged.contains { !$0.isEmpty }
    let hasTests = hasVerdicts && judged.joined().contains { $0.adjustedP != nil }
    let hasOneFocal = exhibits.allSatisfy { $0.exhibit.focal == model?.focal }
    var columns: [DataTable.Column] = []
    for (column, hasInterval) in zip(shown, withIntervals) {
      columns.append(
        DataTable.Column(heading(column, exhibits), unit: hasInterval ? intervalTitle : nil))
    }
    if hasTests { columns.append(DataTable.Column(label(.pAdjusted))) }
    if hasVerdicts { columns.append(DataTable.Column(label(.verdict), alignment: .leading)) }
    let rows = zip(exhibits, judged).flatMap { published, judged in
      published.exhibit.rows.indices.map { index in
        var cells: [TableCell] = []
        var exact: [ExactNumber?] = []
        for column in shown {
          let entry = published.entry(row: index, column: column.id)
          cells.append(
            marked(
              withInterval(cell(published, row: index, column), entry, printedUnit(column)),
              published,
              row: index, column))
          exact.append(self.exact(published, row: index, column))
        }
        let finding = judged.first { $0.row == index }
        if hasTests {
          cells.append(finding?.adjustedP.map { .number(format.pValue($0.value)) } ?? .empty)
          exact.append(finding?.adjustedP.map { ExactNumber($0.value) })
        }
        if hasVerdicts {
          cells.append(finding.map { .text([.verdict(badge($0.verdict))]) } ?? .empty)
        }
        let row = published.exhibit.rows[index]
        let names =
          hasOneFocal ? [row.label] : [published.exhibit.focal, row.label]
        return DataTable.Row(
          header: [.text(names.compactMap(\.self).joined(separator: context.language.colon))],
          cells: cells, role: role(row.role), exact: exact)
      }
    }
    return DataTable(
      id: slug("table-" + (model?.id ?? "") + suffix), caption: caption,
      corner: model.map(corner) ?? "", columns: columns, rows: rows,
      notes: notes ? unique(exhibits.flatMap { self.notes($0) }).filter(isNeeded(shown)) : [])
  }

  /// The verdict's p-value of a funnel carries a marker where exact tests disagree with it.
  private func marked(
    _ cell: TableCell, _ published: PublishedExhibit, row: Int, _ column: ExhibitColumn
  ) -> TableCell {
    guard column.id == published.exhibit.comparison?.testColumn, case .number(let text) = cell,
      agreement(published, row: row)?.dependsOnMethod == true
    else { return cell }
    return .marked(text, .dependsOnMethod)
  }

  /// A column's heading; where the exhibits have different focal groups, without the group's name.
  private func heading(_ column: ExhibitColumn, _ exhibits: [PublishedExhibit]) -> String {
    guard exhibits.count > 1, let focal = exhibits.first?.exhibit.focal,
      column.title.hasPrefix(focal + ", ")
    else { return column.title }
    return label(
      .groupSlot, ["title": String(column.title.dropFirst(focal.count + 2))])
  }

  /// What stands under the heading of estimates with intervals.
  var intervalTitle: String { label(.confidenceInterval, ["confidence": confidence]) }

  /// What a table says under itself: what the exhibit must tell, and what was merged.
  func notes(_ published: PublishedExhibit) -> [String] {
    published.exhibit.notes + breakNotes(published)
      + (published.isRolledUp ? [label(.lessDetail)] : [])
  }

  /// Whether a note belongs under a table: one about shares does where a share is printed.
  private func isNeeded(_ columns: [ExhibitColumn]) -> (String) -> Bool {
    let hasShares = columns.contains { $0.unit == .share }
    let hasBounds = columns.contains { $0.id == "lowest" }
    let (shares, bounds) = (catalogue.term(.sharesOfEveryone), catalogue.term(.bounds))
    return { (hasShares || $0 != shares) && (hasBounds || $0 != bounds) }
  }

  private func hasIntervals(_ published: PublishedExhibit, _ column: ExhibitColumn) -> Bool {
    published.exhibit.rows.indices.contains { row in
      published.entry(row: row, column: column.id).estimate?.interval != nil
    }
  }

  private func corner(_ exhibit: Exhibit) -> String {
    switch exhibit.kind {
    case .funnel, .funnelAttribution, .training, .trainingAttribution, .trainingCost:
      label(.stage)
    case .skillPairs: label(.skillPair)
    case .emergingSkills: label(.skill)
    case .funnelStratified: label(.comparedWithin)
    case .trend, .declarationTrend, .projection: label(.quarter)
    case .flowTrend: label(.among)
    case .trendTest, .shareAccounting: exhibit.attribute?.title ?? label(.group)
    case .headcountBridge: label(.step)
    case .declaration: label(.characteristic)
    case .pipeline: label(.level)
    case .intersection, .intersectionLeadership: label(.combination)
    case .payQuarters: label(.quarterOfPay)
    case .payGap, .bonus: label(.measure)
    case .diversity, .inequality: label(.index)
    case .inequalityBetween: label(.groupsBy)
    case .lorenz: label(.people)
    case .segregation, .segregationModel: label(.over)
    case .segregationCurve: label(.partsSoFar)
    default: exhibit.by?.title ?? exhibit.attribute?.title ?? label(.group)
    }
  }

  private func role(_ role: ExhibitRow.Role) -> DataTable.Row.Role {
    switch role {
    case .item: .item
    case .reference: .reference
    case .total: .total
    case .undeclared: .undeclared
    }
  }
}
