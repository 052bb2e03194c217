import Encoders
import SVGCharts

/// Writes a document as Markdown without any HTML.
struct MarkdownWriter {
  let document: Document
  let figureFolder: String
  let tableFolder: String?
  let words: DocumentWords
  let tableFiles: FileNames<DataTable>
  private let figureFiles: FileNames<Figure>
  private let anchors: [String: String]

  init(document: Document, figureFolder: String, tableFolder: String? = nil) {
    self.document = document
    words = DocumentWords.of(document.language)
    self.figureFolder = figureFolder
    self.tableFolder = tableFolder
    tableFiles = .tables(of: document)
    figureFiles = .figures(of: document)
    anchors = MarkdownAnchors.of(document)
  }

  /// The whole text.
  func text() -> String {
    var parts = ["# \(MarkdownEncoder.inline(document.title))"]
    if let subtitle = document.subtitle { parts.append(emphasised(subtitle, "*")) }
    if !document.details.isEmpty {
      parts.append(
        document.details.map { detail in
          "- \(emphasised(detail.label, "**")): \(MarkdownEncoder.inline(detail.value))"
        }.joined(separator: "\n"))
    }
    parts += document.blocksWithAnnex.flatMap(block)
    if !document.footer.isEmpty { parts += ["---", inline(document.footer)] }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// A block as paragraphs of Markdown.
  func block(_ block: Block) -> [String] {
    switch block {
    case .heading(let level, _, let inlines):
      let marks = String(repeating: "#", count: min(max(level, 2), 6))
      return ["\(marks) \(MarkdownEncoder.inline(inlines.plainText))"]
    case .paragraph(let inlines):
      return [inline(inlines)]
    case .list(let items):
      return [items.map { "- \(indented(inline($0), 2))" }.joined(separator: "\n")]
    case .orderedList(let items):
      let lines = items.enumerated().map { "\($0 + 1). \(indented(inline($1), 3))" }
      return [lines.joined(separator: "\n")]
    case .table(let table):
      return self.table(table)
    case .figure(let figure):
      return self.figure(figure)
    case .figureRow(let figures):
      return figures.flatMap(self.figure)
    case .callout(let kind, let title, let blocks):
      return [callout(kind, title, blocks)]
    case .definitions(let definitions):
      let lines = definitions.map { definition in
        "- \(emphasised(definition.term, "**")): \(indented(inline(definition.meaning), 2))"
      }
      return [lines.joined(separator: "\n")]
    case .keyFigures(let figures):
      return keyFigures(figures)
    case .scorecard(let scorecard):
      return self.scorecard(scorecard)
    case .pageBreak:
      return ["---"]
    }
  }

  private func callout(_ kind: CalloutKind, _ title: String?, _ blocks: [Block]) -> String {
    let name =
      switch kind {
      case .note: "NOTE"
      case .caution: "WARNING"
      case .finding: "IMPORTANT"
      }
    let parts =
      [emphasised(title ?? words.title(of: kind), "**")] + blocks.flatMap(block)
    let text = "[!\(name)]\n" + parts.joined(separator: "\n\n")
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? ">" : "> \($0)" }.joined(separator: "\n")
  }

  private func figure(_ figure: Figure) -> [String] {
    let alternative = figure.alternative
    let words = MarkdownEncoder.inline("\(alternative.title). \(alternative.description)")
    let path = MarkdownEncoder.destination("\(figureFolder)/\(figureFiles[figure] ?? "")")
    var parts = [emphasised(figure.title, "**"), "![\(words)](\(path))"]
    if !figure.caption.isEmpty { parts.append(inline(figure.caption)) }
    if let table = FigureTables.beside(figure) {
      parts += self.table(table)
    } else if let target = FigureTables.elsewhere(figure) {
      parts.append(inline([.link(self.words.annexLink, to: "#\(target)")]))
    }
    return parts
  }

  private func indented(_ text: String, _ spaces: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\n" + String(repeating: " ", count: spaces))
  }

  /// Where a link within the document goes: the heading it names or the one above its block.
  func anchor(_ id: String) -> String? { anchors[id] }
}
