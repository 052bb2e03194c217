import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Exhibits as tables.
extension SectionWriter {
  /// The table of an exhibit, or of some of its columns.
  ///
  /// A column of estimates with intervals is followed by a column of the intervals. Where rows are
  /// judged and `verdicts` is asked for, the adjusted p-value and the verdict close the row.
  func table(
    _ published: PublishedExhibit, suffix: String = "", caption: String,
    columns keep: (ExhibitColumn) -> Bool = { _ in true },
    rows keepRow: (Int) -> Bool = { _ in true },
    verdicts: Bool = false, notes: Bool = true
  ) -> DataTable {
    let exhibit = published.exhibit
    let shown = exhibit.columns.filter(keep)
    let judged = findings(of: published)
    let hasVerdicts = verdicts && !judged.isEmpty
    let hasTests = hasVerdicts && judged.contains { $0.adjustedP != nil }
    var columns: [DataTable.Column] = []
    for column in shown {
      columns.append(DataTable.Column(column.title))
      if hasIntervals(published, column) {
        columns.append(DataTable.Column(intervalTitle))
      }
    }
    if hasTests { columns.append(DataTable.Column("p, adjusted")) }
    if hasVerdicts { columns.append(DataTable.Column("Verdict", alignment: .leading)) }
    let rows = exhibit.rows.indices.filter(keepRow).map { index in
      var cells: [TableCell] = []
      for column in shown {
        let entry = published.entry(row: index, column: column.id)
        cells.append(cell(published, row: index, column))
        if hasIntervals(published, column) { cells.append(intervalCell(entry, column.unit)) }
      }
      let finding = judged.first { $0.row == index }
      if hasTests {
        cells.append(
          finding?.adjustedP.map { .number(format.pValue($0.value)) } ?? .empty)
      }
      if hasVerdicts {
        cells.append(finding.map { .text([.verdict(badge($0.verdict))]) } ?? .empty)
      }
      return DataTable.Row(
        header: [.text(exhibit.rows[index].label)], cells: cells,
        role: role(exhibit.rows[index].role))
    }
    return DataTable(
      id: slug("table-" + exhibit.id + suffix), caption: caption, corner: corner(exhibit),
      columns: columns, rows: rows, notes: notes ? self.notes(published) : [])
  }

  /// The heading of a column of intervals.
  var intervalTitle: String { confidence + " CI" }

  /// What a table says under itself: what the exhibit must tell, and what was merged.
  func notes(_ published: PublishedExhibit) -> [String] {
    published.exhibit.notes
      + (published.isRolledUp ? ["Some groups are shown merged, to protect people."] : [])
  }

  private func hasIntervals(_ published: PublishedExhibit, _ column: ExhibitColumn) -> Bool {
    published.exhibit.rows.indices.contains { row in
      published.entry(row: row, column: column.id).estimate?.interval != nil
    }
  }

  private func corner(_ exhibit: Exhibit) -> String {
    switch exhibit.kind {
    case .funnel: "Stage"
    case .trend, .declarationTrend: "Quarter"
    case .headcountBridge: "Step"
    case .declaration: "Characteristic"
    case .intersection: "Combination"
    case .payQuarters: "Quarter of pay"
    case .payGap, .bonus: "Measure"
    default: exhibit.by?.title ?? exhibit.attribute?.title ?? "Group"
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
