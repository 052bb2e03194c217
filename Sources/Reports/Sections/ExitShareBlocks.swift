import Disclosure
import Documents
import Estimates
import SVGCharts

/// Each group's share of all exits beside its share of everyone employed: a loss in terms that need no
/// rate.
struct ExitShareBlocks {
  let published: PublishedExhibit
  let writer: SectionWriter

  /// The table; empty where no total or fewer than two groups are shown.
  var blocks: [Block] {
    let rows = published.exhibit.rows
    guard let attribute = published.exhibit.attribute,
      let total = rows.firstIndex(where: { $0.role == .total }),
      let exits = writer.value(published, row: total, column: "events"), exits > 0,
      let people = writer.value(published, row: total, column: "average"), people > 0
    else { return [] }
    let groups = rows.indices.filter { rows[$0].role != .total }
    let shown = groups.filter { writer.value(published, row: $0, column: "events") != nil }
    guard shown.count > 1 else { return [] }
    let lines = groups.map { row in
      let ofExits = writer.value(published, row: row, column: "events").map { $0 / exits }
      let ofPeople = writer.value(published, row: row, column: "average").map { $0 / people }
      let cells: [TableCell] = [
        ofExits.map { .number(writer.format.percent($0)) } ?? .marker(.notShown),
        ofPeople.map { .number(writer.format.percent($0)) } ?? .marker(.notShown),
        ofExits.flatMap { share in
          ofPeople.map { .number(writer.format.percentagePoints(share - $0)) }
        } ?? .marker(.notShown),
      ]
      return DataTable.Row(
        header: [.text(rows[row].label)], cells: cells,
        role: rows[row].role == .undeclared ? .undeclared : .item)
    }
    return [
      .table(
        DataTable(
          id: writer.slug("table-" + published.exhibit.id + "-shares-of-all"),
          caption: writer.label(
            .shareOfExitsBy,
            [
              "attribute": writer.inSentence(attribute.title), "period": published.exhibit.period,
            ]), corner: attribute.title,
          columns: [
            DataTable.Column(writer.label(.shareOfExits)),
            DataTable.Column(writer.label(.shareOfHeadcount)),
            DataTable.Column(writer.label(.difference)),
          ], rows: lines, notes: [writer.label(.undeclaredIncluded)]))
    ]
  }
}
