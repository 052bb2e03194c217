import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 3: how many people declared each characteristic, which is what shares are shares of.
struct DeclarationRatesSection: ReportSection {
  let id = "declaration-rates"
  let need: SectionNeed? = .of(.declaration)

  func title(_ writer: SectionWriter) -> String { writer.label(.declarationRates) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let declarations = writer.exhibits(.declaration)
    var blocks: [Block] = []
    for published in declarations {
      let rows = published.exhibit.rows.indices
      blocks.append(.list(rows.compactMap { sentence(published, row: $0, writer) }))
      if let figure = figure(published, writer) { blocks.append(.figure(figure)) }
      let table = writer.table(
        published,
        caption: writer.label(.whoDeclared, ["period": published.exhibit.period]))
      blocks.append(
        .table(
          DataTable(
            id: table.id, caption: table.caption, corner: table.corner, columns: table.columns,
            rows: table.rows, notes: table.notes + [note(writer)])))
    }
    for published in writer.release.exhibits(.declarationTrend) {
      blocks.append(
        .table(writer.table(published, caption: writer.label(.declaredByQuarter))))
    }
    return blocks
  }

  private func note(_ writer: SectionWriter) -> String {
    let rule = writer.format.percent(SectionWriter.declarationRule, digits: 0)
    return writer.explanation(.declarationNote, ["rule": rule])
  }

  private func sentence(
    _ published: PublishedExhibit, row: Int, _ writer: SectionWriter
  ) -> [Inline]? {
    guard let share = writer.value(published, row: row, column: "share_declared"),
      let text = writer.printed(published, row: row, column: "share_declared")
    else { return nil }
    let isBelow = share < SectionWriter.declarationRule
    return [
      .text(
        writer.text(
          isBelow ? .declaredShareBelowRule : .declaredShare,
          [
            "attribute": published.exhibit.rows[row].label, "share": text,
            "rule": writer.format.percent(SectionWriter.declarationRule, digits: 0),
          ]))
    ]
  }

  private func figure(_ published: PublishedExhibit, _ writer: SectionWriter) -> Figure? {
    let trend = writer.release.exhibits(.declarationTrend).first
    let declared = writer.release.declaredShares
    guard declared.contains(where: { $0.share != nil }) else { return nil }
    let rows = declared.map { declared in
      let column = "share/" + (declared.attribute ?? declared.title)
      let earlier = trend.map { trend in
        trend.exhibit.rows.indices.dropLast().map { row in
          trend.entry(row: row, column: column).estimate?.value
        }
      }
      return DeclarationChart.Row(
        label: declared.title, now: declared.share, earlier: earlier ?? [])
    }
    let below = declared.filter { ($0.share ?? 1) < SectionWriter.declarationRule }.map(\.title)
    let title =
      below.isEmpty
      ? writer.label(.everyAboveRule)
      : writer.label(.belowRule, ["list": writer.listed(below)])
    return Figure(
      id: writer.slug("figure-" + published.exhibit.id), title: title,
      chart: DeclarationChart(
        rows: rows, rule: SectionWriter.declarationRule,
        axisTitle: writer.label(.shareWhoDeclared), nowLabel: published.exhibit.period,
        format: writer.format))
  }
}
