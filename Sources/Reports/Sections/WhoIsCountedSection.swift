import Disclosure
import Documents
import Estimates
import SVGCharts

/// Section 2: the people counted, and how the headcount came from opening to closing.
struct WhoIsCountedSection: ReportSection {
  let id = "who-is-counted"
  let need: SectionNeed? = .of(.headcountBridge)

  func title(_ writer: SectionWriter) -> String { writer.label(.whoIsCounted) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let bridges = writer.exhibits(.headcountBridge)
    let context = writer.context
    var blocks: [Block] = []
    for bridge in bridges where bridge.exhibit.attribute == nil {
      if let sentence = change(bridge, writer) { blocks.append(.paragraph([.text(sentence)])) }
      if let figure = figure(bridge, writer) { blocks.append(.figure(figure)) }
      blocks.append(
        .table(
          writer.table(
            bridge,
            caption: writer.label(.openingToClosing, ["period": bridge.exhibit.period]))
        ))
    }
    for bridge in bridges {
      guard let attribute = bridge.exhibit.attribute else { continue }
      blocks.append(
        .table(
          writer.table(
            bridge,
            caption: writer.label(
              .headcountBridge,
              [
                "attribute": writer.inSentence(attribute.title),
                "period": bridge.exhibit.period,
              ]))))
    }
    if let description = context.dataDescription {
      blocks.append(.paragraph([.text(description)]))
    }
    if !context.exclusions.isEmpty {
      blocks.append(.list(context.exclusions.map { [.text($0)] }))
    }
    if !bridges.isEmpty {
      blocks.append(
        .paragraph([
          .text(writer.label(.headsNotFullTime))
        ]))
    }
    return blocks
  }

  private func ends(_ bridge: PublishedExhibit) -> (opening: Int, closing: Int)? {
    guard let last = bridge.exhibit.rows.indices.last, last > 0,
      let opening = bridge.entry(row: 0, column: "people").people,
      let closing = bridge.entry(row: last, column: "people").people
    else { return nil }
    return (opening, closing)
  }

  private func change(_ bridge: PublishedExhibit, _ writer: SectionWriter) -> String? {
    ends(bridge).map { ends in
      writer.text(
        .headcountChange,
        [
          "closing": writer.format.people(ends.closing),
          "opening": writer.format.people(ends.opening),
        ])
    }
  }

  /// The bridge as a waterfall; `nil` where a step is hidden or the steps do not sum.
  private func figure(_ bridge: PublishedExhibit, _ writer: SectionWriter) -> Figure? {
    let rows = bridge.exhibit.rows
    guard rows.count > 2, let ends = ends(bridge) else { return nil }
    var steps: [WaterfallChart.Step] = []
    for row in 1..<(rows.count - 1) {
      guard let people = bridge.entry(row: row, column: "people").people else { return nil }
      let label = rows[row].label
      let written = writer.original.exhibit(bridge.exhibit.id)?.exhibit.rows[row].label ?? label
      let leaves = ["exit", "leaver", " out", "lost", "reclassified from"].contains {
        written.lowercased().contains($0)
      }
      steps.append(WaterfallChart.Step(label: label, change: Double(leaves ? -people : people)))
    }
    guard steps.reduce(Double(ends.opening), { $0 + $1.change }) == Double(ends.closing) else {
      return nil
    }
    let chart = WaterfallChart(
      startLabel: rows[0].label, start: Double(ends.opening), steps: steps,
      endLabel: rows[rows.count - 1].label, axisTitle: writer.label(.people), format: writer.format)
    let title =
      ends.closing == ends.opening
      ? writer.label(.headcountSame)
      : writer.label(
        .headcountWent,
        [
          "opening": writer.format.people(ends.opening),
          "closing": writer.format.people(ends.closing),
        ])
    return Figure(id: writer.slug("figure-" + bridge.exhibit.id), title: title, chart: chart)
  }
}
