import Encoders
import SVGCharts

extension MarkdownWriter {
  /// Runs of text within a block.
  func inline(_ inlines: [Inline]) -> String {
    inlines.map(inline).joined()
  }

  private func inline(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): return MarkdownEncoder.inline(text)
    case .strong(let text): return emphasised(text, "**")
    case .emphasis(let text): return emphasised(text, "*")
    case .code(let text): return MarkdownEncoder.code(text)
    case .link(let text, let address): return link(text, address)
    case .verdict(let badge): return "\(badge.glyph.rawValue) \(MarkdownEncoder.inline(badge.word))"
    case .marker(let marker): return MarkdownEncoder.inline(marker.rawValue)
    case .lineBreak: return "\\\n"
    }
  }

  /// Text between marks that touch its first and last letter, as Markdown asks.
  func emphasised(_ text: String, _ mark: String) -> String {
    let encoded = MarkdownEncoder.inline(text)
    let lead = encoded.prefix { $0 == " " }
    let body = encoded.dropFirst(lead.count)
    let trail = body.reversed().prefix { $0 == " " }.count
    let core = body.dropLast(trail)
    guard !core.isEmpty else { return encoded }
    return lead + mark + core + mark + String(repeating: " ", count: trail)
  }

  private func link(_ text: String, _ address: String) -> String {
    let words = MarkdownEncoder.inline(text)
    switch LinkTarget(address) {
    case .fragment(let id): return anchor(id).map { "[\(words)](#\($0))" } ?? words
    case .web(let address): return "[\(words)](\(MarkdownEncoder.destination(address)))"
    case .file(let path): return "[\(words)](\(MarkdownEncoder.destination(path)))"
    case nil: return words
    }
  }

  /// What stands in a cell, on one line.
  func content(_ cell: TableCell) -> String {
    switch cell {
    case .text(let inlines): onOneLine(inlines)
    case .number(let text): MarkdownEncoder.inline(text)
    case .estimate(let text, let interval): MarkdownEncoder.inline("\(text) (\(interval))")
    case .marked(let text, let marker):
      MarkdownEncoder.inline(text) + " " + MarkdownEncoder.inline(marker.rawValue)
    case .marker(let marker): MarkdownEncoder.inline(marker.rawValue)
    case .empty: ""
    }
  }

  func onOneLine(_ inlines: [Inline]) -> String {
    inline(
      inlines.map { inline in
        if case .lineBreak = inline { return Inline.text(" ") }
        return inline
      })
  }
}
