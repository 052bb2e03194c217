import Disclosure
import Documents
import Estimates
import SVGCharts

/// Whether the share of a group among the people hired, and promoted, rises or falls.
struct FlowTrendBlocks {
  let published: PublishedExhibit
  let writer: SectionWriter

  /// One sentence per flow that is shown.
  var sentences: [[Inline]] {
    published.exhibit.rows.indices.compactMap { row in
      guard let focal = published.exhibit.focal,
        let earlier = writer.printed(published, row: row, column: "earlier"),
        let later = writer.printed(published, row: row, column: "later")
      else { return nil }
      return [
        .text(
          writer.text(
            .flowTrend,
            [
              "flow": writer.inSentence(published.exhibit.rows[row].label),
              "group": writer.names.plural(focal), "first": earlier, "last": later,
              "start": span("earlier"), "end": span("later"), "trend": clause(row),
            ]))
      ]
    }
  }

  /// The table with its caption.
  var table: Block {
    .table(
      writer.table(
        published,
        caption: writer.label(
          .flowsOverTime,
          [
            "flows": flows,
            "attribute": writer.inSentence(published.exhibit.attribute?.title ?? ""),
          ])))
  }

  /// The flows of the table, as `Hires and promotions` or `Hires`.
  private var flows: String {
    let labels = published.exhibit.rows.map(\.label)
    return writer.listed(
      Array(labels.prefix(1)) + labels.dropFirst().map { writer.inSentence($0) })
  }

  private func span(_ column: String) -> String {
    let title = published.exhibit.columns.first { $0.id == column }?.title ?? ""
    return title.split(separator: ", ", maxSplits: 1).last.map(String.init) ?? title
  }

  private func clause(_ row: Int) -> String {
    guard let test = published.entry(row: row, column: "p").test else { return "" }
    let p = writer.format.pValue(test.pValue.value)
    guard test.pValue.value < 1 - writer.context.confidence else {
      return writer.text(.flowTrendUnclear, ["p": p])
    }
    return writer.text(
      (test.statistic ?? 0) > 0 ? .flowTrendRises : .flowTrendFalls, ["p": p])
  }

  /// What the test asks.
  static func meaning(_ writer: SectionWriter) -> Block {
    writer.explained(.leadFlows, writer.explanation(.flows))
  }
}
