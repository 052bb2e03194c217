import Documents
import SVGCharts

/// The words of a document, block by block, as a reader meets them.
struct DocumentText {
  private(set) var lines: [String] = []

  init(_ document: Document) {
    lines.append(document.title)
    lines += [document.subtitle].compactMap(\.self)
    lines += document.details.map { "\($0.label): \($0.value)" }
    document.blocks.forEach { add($0) }
    lines.append(Self.text(document.footer))
  }

  static func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text), .strong(let text), .emphasis(let text), .code(let text),
        .link(let text, to: _):
        text
      case .verdict(let badge): badge.glyph.rawValue + " " + badge.word
      case .marker(let marker): marker.rawValue
      case .lineBreak: "\n"
      }
    }.joined()
  }

  static func text(_ cell: TableCell) -> String {
    switch cell {
    case .text(let inlines): text(inlines)
    case .number(let number): number
    case .estimate(let number, let interval): "\(number) (\(interval))"
    case .marked(let number, let marker): number + " " + marker.rawValue
    case .marker(let marker): marker.rawValue
    case .empty: ""
    }
  }

  private mutating func add(_ block: Block) {
    switch block {
    case .heading(let level, _, let title):
      lines.append(String(repeating: "#", count: level) + " " + Self.text(title))
    case .paragraph(let inlines): lines.append(Self.text(inlines))
    case .list(let items), .orderedList(let items):
      lines += items.map { "- " + Self.text($0) }
    case .table(let table): add(table)
    case .figure(let figure): add(figure)
    case .figureRow(let figures): figures.forEach { add($0) }
    case .callout(_, let title, let blocks):
      lines.append("> " + (title ?? ""))
      blocks.forEach { add($0) }
    case .definitions(let definitions):
      lines += definitions.map { $0.term + ": " + Self.text($0.meaning) }
    case .keyFigures(let figures):
      lines += figures.map { [$0.label, $0.value, $0.detail ?? ""].joined(separator: " ") }
    case .scorecard(let card):
      lines.append("[scorecard] " + card.caption)
      lines += card.rows.map { row in
        [
          row.measure, Self.text(row.now), Self.text(row.before), row.verdict?.word ?? "",
          Self.text(row.target), row.detail ?? "",
        ].joined(separator: " | ")
      }
      lines += card.notes
    case .pageBreak: lines.append("---")
    }
  }

  private mutating func add(_ figure: Figure) {
    lines.append("[figure] " + figure.title)
    lines.append("  " + figure.description)
    lines.append("  " + figure.chart.summary)
    lines.append("  " + Self.text(figure.caption))
  }

  private mutating func add(_ table: DataTable) {
    lines.append("[table] " + table.caption)
    lines.append(([table.corner] + table.columns.map(\.title)).joined(separator: " | "))
    lines += table.rows.map { row in
      ([Self.text(row.header)] + row.cells.map { Self.text($0) }).joined(separator: " | ")
    }
    lines += table.notes
  }
}
