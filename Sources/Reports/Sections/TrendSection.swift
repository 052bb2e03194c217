import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 13: shares by quarter, with targets where there are any.
struct TrendSection: ReportSection {
  let id = "trend"
  let need: SectionNeed? = .of(.trend)

  func title(_ writer: SectionWriter) -> String { writer.label(.trendAndTargets) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    var items: [[Inline]] = []
    var figures: [Figure] = []
    var tables: [Block] = []
    for published in writer.exhibits(.trend) {
      guard let attribute = published.exhibit.attribute else { continue }
      let isLeadership = published.exhibit.id.hasSuffix("/leadership")
      let focal = writer.release.focalGroups(of: attribute.id)
      let people = writer.label(isLeadership ? .leadershipScope : .allPeople)
      let tests = TrendTestBlocks(attribute: attribute, isLeadership: isLeadership, writer: writer)
      items += focal.compactMap {
        sentence(published, $0, isLeadership, trend: tests.clause($0), writer)
      }
      if let figure = figure(published, focal, isLeadership, writer) { figures.append(figure) }
      tables.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .byQuarter, ["attribute": attribute.title, "people": people]),
            columns: { $0.id.hasPrefix("share/") || published.exhibit.columns.count <= 8 })))
      tables += tests.table.map { [$0] } ?? []
    }
    let targets = TargetBlocks(writer: writer)
    items += targets.sentences
    let isTested = writer.exhibits(.trendTest).contains { TrendTestBlocks.isShown($0) }
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    for start in stride(from: 0, to: figures.count, by: 2) {
      let pair = Array(figures[start..<min(start + 2, figures.count)])
      blocks.append(pair.count == 2 ? .figureRow(pair) : .figure(pair[0]))
    }
    let flows = writer.exhibits(.flowTrend).map { FlowTrendBlocks(published: $0, writer: writer) }
    let sentences = flows.flatMap(\.sentences)
    return blocks + targets.table + ProjectionBlocks(writer: writer).blocks + tables
      + (sentences.isEmpty ? [] : [.list(sentences)])
      + flows.map(\.table)
      + writer.hiddenNote([.trend, .trendTest, .flowTrend])
      + (isTested ? [TrendTestBlocks.meaning(writer)] : [])
      + (flows.isEmpty ? [] : [FlowTrendBlocks.meaning(writer)])
  }

  private func sentence(
    _ published: PublishedExhibit, _ group: String, _ isLeadership: Bool, trend: String,
    _ writer: SectionWriter
  ) -> [Inline]? {
    let column = "share/" + group
    let rows = published.exhibit.rows
    // A sentence looks back to the last quarter that can be compared.
    let start = writer.breakRows(published).last ?? 0
    let shown = rows.indices.filter {
      $0 >= start && published.entry(row: $0, column: column).estimate != nil
    }
    guard let start = shown.first, let end = shown.last, start < end,
      let first = writer.printed(published, row: start, column: column),
      let last = writer.printed(published, row: end, column: column)
    else { return nil }
    let name = writer.names.plural(group)
    return [
      .text(
        writer.text(
          .trendShare,
          [
            "group": isLeadership ? writer.label(.inLeadership, ["group": name]) : name,
            "first": first, "last": last,
            "start": rows[start].label, "end": rows[end].label, "trend": trend,
          ]))
    ]
  }

  private func figure(
    _ published: PublishedExhibit, _ focal: [String], _ isLeadership: Bool,
    _ writer: SectionWriter
  ) -> Figure? {
    let rows = published.exhibit.rows
    guard rows.count > 1, let attribute = published.exhibit.attribute else { return nil }
    let series = focal.prefix(4).compactMap { group -> TrendChart.Series? in
      let values = rows.indices.map {
        published.entry(row: $0, column: "share/" + group).estimate?.value
      }
      return values.contains { $0 != nil } ? TrendChart.Series(label: group, values: values) : nil
    }
    guard !series.isEmpty else { return nil }
    let scope: ReportContext.Target.Scope = isLeadership ? .leadership : .overall
    let target = writer.context.targets.first { target in
      target.attribute == attribute.id && target.scope == scope
        && series.contains { $0.label == target.group }
    }
    let chart = TrendChart(
      quarters: rows.map(\.label), series: series,
      axisTitle: writer.label(isLeadership ? .axisShareOfLeadership : .axisShareOfAll),
      target: target.map { target in
        TrendChart.Series(
          label: writer.label(.targetBy, ["quarter": target.by]),
          values: rows.map { _ in target.value })
      }, breaks: writer.breakRows(published), format: writer.format)
    return Figure(
      id: writer.slug("figure-" + published.exhibit.id),
      title: title(published, series[0], isLeadership, writer),
      chart: chart)
  }

  private func title(
    _ published: PublishedExhibit, _ series: TrendChart.Series, _ isLeadership: Bool,
    _ writer: SectionWriter
  ) -> String {
    let name =
      isLeadership ? writer.label(.inLeadership, ["group": series.label]) : series.label
    let start = writer.breakRows(published).last ?? 0
    let shown = zip(published.exhibit.rows, series.values).dropFirst(start).compactMap {
      row, value in
      value.map {
        writer.label(
          .shareInQuarter,
          ["share": writer.format.percent($0, digits: 0), "quarter": row.label])
      }
    }
    guard let first = shown.first, let last = shown.last, shown.count > 1 else { return name }
    return writer.label(.firstAndLast, ["name": name, "first": first, "last": last])
  }
}
