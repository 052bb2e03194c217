import SVGCharts

/// Parts of a document by their identifiers.
public struct DocumentExcerpt: Sendable {
  /// Something in a document that has an identifier.
  public struct Part: Hashable, Sendable {
    /// What it is.
    public enum Kind: String, Hashable, Sendable {
      case section, table, figure, scorecard
    }

    /// The identifier.
    public let id: String
    /// What it is.
    public let kind: Kind
    /// Its heading, caption or finding.
    public let title: String
  }

  private let document: Document
  private let blocks: [Block]

  /// Takes a document.
  public init(_ document: Document) {
    self.document = document
    blocks = document.blocksWithAnnex
  }

  /// Everything that has an identifier, in document order; the first of two with the same one.
  public var parts: [Part] {
    var parts: [Part] = []
    var seen: Set<String> = []
    func add(_ id: String, _ kind: Part.Kind, _ title: String) {
      if seen.insert(id).inserted { parts.append(Part(id: id, kind: kind, title: title)) }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(_, let id, let inlines): add(id, .section, inlines.plainText)
        case .table(let table): add(table.id, .table, table.caption)
        case .scorecard(let scorecard): add(scorecard.id, .scorecard, scorecard.caption)
        case .figure(let figure): visit(figure)
        case .figureRow(let figures): figures.forEach(visit)
        case .callout(_, _, let inner): visit(inner)
        case .paragraph, .list, .orderedList, .definitions, .keyFigures, .pageBreak: break
        }
      }
    }
    func visit(_ figure: Figure) {
      add(figure.id, .figure, figure.title)
      if let table = FigureTables.beside(figure) { add(table.id, .table, table.caption) }
    }
    visit(blocks)
    return parts
  }

  /// What an identifier names: a section up to the next heading of its level, or one block.
  ///
  /// Figures are given as their words and numbers; ``svg(of:)`` draws them. `nil` if nothing is called
  /// that.
  public func blocks(of id: String) -> [Block]? {
    guard let part = parts.first(where: { $0.id == id }) else { return nil }
    guard part.kind == .section else { return Self.block(id, in: blocks).map(withoutCharts) }
    guard
      let start = blocks.firstIndex(where: { block in
        if case .heading(_, id, _) = block { return true }
        return false
      }), case .heading(let level, _, _) = blocks[start]
    else { return nil }
    let rest = blocks[(start + 1)...]
    let end = rest.firstIndex { block in
      if case .heading(let other, _, _) = block { return other <= level }
      return false
    }
    let section = [blocks[start]] + rest[..<(end ?? rest.endIndex)]
    return section.filter { $0 != .pageBreak }.flatMap(withoutCharts)
  }

  /// Blocks as Markdown; links lead to what stands among them, others are printed as words.
  public func markdown(_ blocks: [Block]) -> String {
    let excerpt = Document(title: document.title, language: document.language, blocks: blocks)
    let writer = MarkdownWriter(document: excerpt, figureFolder: "figures")
    return blocks.flatMap(writer.block).filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
  }

  /// A figure as SVG that stands by itself; `nil` if no figure is called that.
  public func svg(of id: String) -> String? {
    FigureTables.figures(in: blocks).first { $0.id == id }.map { figure in
      figure.chart.svg(prefix: figure.id, alternative: figure.alternative, theme: .standalone)
    }
  }

  private static func block(_ id: String, in blocks: [Block]) -> Block? {
    for block in blocks {
      switch block {
      case .table(let table) where table.id == id: return block
      case .scorecard(let scorecard) where scorecard.id == id: return block
      case .figure(let figure):
        if let found = Self.block(id, in: figure) { return found }
      case .figureRow(let figures):
        for figure in figures {
          if let found = Self.block(id, in: figure) { return found }
        }
      case .callout(_, _, let inner):
        if let found = Self.block(id, in: inner) { return found }
      default: continue
      }
    }
    return nil
  }

  private static func block(_ id: String, in figure: Figure) -> Block? {
    if figure.id == id { return .figure(figure) }
    return FigureTables.beside(figure).flatMap { $0.id == id ? .table($0) : nil }
  }

  /// A block with its figures as words and numbers.
  private func withoutCharts(_ block: Block) -> [Block] {
    switch block {
    case .figure(let figure): return words(figure)
    case .figureRow(let figures): return figures.flatMap(words)
    case .callout(let kind, let title, let inner):
      return [.callout(kind: kind, title: title, inner.flatMap(withoutCharts))]
    default: return [block]
    }
  }

  private func words(_ figure: Figure) -> [Block] {
    var blocks: [Block] = [.paragraph([.strong(figure.title)])]
    if !figure.description.isEmpty { blocks.append(.paragraph([.text(figure.description)])) }
    if !figure.caption.isEmpty { blocks.append(.paragraph(figure.caption)) }
    if let table = FigureTables.beside(figure) { blocks.append(.table(table)) }
    return blocks
  }
}
