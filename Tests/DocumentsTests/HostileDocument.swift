import Documents
import SVGCharts

/// A document in which every text tries to act.
enum HostileDocument {
  static let labels = [
    "</p><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "</style><b>",
    "[x](javascript:alert(1)) | # y", "`code` *a* _b_ <i>", "\n# heading\n- item\n| a | b |",
    "http://example.org www.example.org @x", "\u{202E}drow\u{1B}[31m", "]]> --&gt; &copy;",
  ]

  static func of(_ label: String) -> Document {
    let badge = VerdictBadge(glyph: .dot, word: label)
    let inlines: [Inline] = [
      .text(label), .strong(label), .emphasis(label), .code(label), .link(label, to: label),
      .link(label, to: "javascript:alert(1)"), .link(label, to: "#\(label)"), .verdict(badge),
    ]
    let table = DataTable(
      id: label, caption: label, corner: label, columns: [.init(label, unit: label)],
      rows: [
        .init(header: inlines, cells: [.text(inlines)], role: .total),
        .init(header: [.text(label)], cells: [.number(label)]),
      ], notes: [label])
    let figure = Figure(
      id: label, title: label,
      chart: BarChart(rows: [.init(label: label, value: 1)], axisTitle: label, style: .ratio),
      description: label, caption: inlines, table: table)
    return Document(
      title: label, subtitle: label, language: label,
      details: [.init(label: label, value: label)],
      blocks: [
        .heading(level: 2, id: label, [.text(label)]), .paragraph(inlines), .list([inlines]),
        .orderedList([inlines]), .table(table), .figure(figure), .figureRow([figure]),
        .callout(kind: .note, title: label, [.paragraph(inlines)]),
        .definitions([Definition(term: label, meaning: inlines)]),
        .keyFigures([KeyFigure(label: label, value: label, detail: label, verdict: badge)]),
        .scorecard(
          Scorecard(
            id: label, caption: label,
            rows: [
              .init(
                measure: label, detail: label, now: .number(label), before: .number(label),
                verdict: badge, target: .text(inlines))
            ], notes: [label])),
      ], footer: inlines)
  }
}
