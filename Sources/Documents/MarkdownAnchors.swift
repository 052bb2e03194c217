import SVGCharts

/// Where links within a Markdown document go: Markdown knows headings only, by their words.
enum MarkdownAnchors {
  /// The anchor of every heading, table, figure and scorecard by its identifier; what is not a
  /// heading has the anchor of the heading above it.
  static func of(_ document: Document) -> [String: String] {
    var anchors: [String: String] = [:]
    var counts: [String: Int] = [:]
    var current = unique(slug(document.title), &counts)
    func add(_ id: String) {
      if anchors[id] == nil { anchors[id] = current }
    }
    func visit(_ blocks: [Block]) {
      for block in blocks {
        switch block {
        case .heading(_, let id, let inlines):
          current = unique(slug(inlines.plainText), &counts)
          add(id)
        case .table(let table): add(table.id)
        case .scorecard(let scorecard): add(scorecard.id)
        case .figure(let figure): visit(figure)
        case .figureRow(let figures): figures.forEach(visit)
        case .callout(_, _, let inner): visit(inner)
        case .paragraph, .list, .orderedList, .definitions, .keyFigures, .pageBreak: break
        }
      }
    }
    func visit(_ figure: Figure) {
      add(figure.id)
      if let table = FigureTables.beside(figure) { add(table.id) }
    }
    visit(document.blocksWithAnnex)
    return anchors
  }

  /// A heading's words as GitHub makes an anchor of them.
  static func slug(_ words: String) -> String {
    var slug = ""
    for character in words.lowercased() {
      if character == " " {
        slug.append("-")
      } else if character.isLetter || character.isNumber || character == "-" || character == "_" {
        slug.append(character)
      }
    }
    return slug
  }

  private static func unique(_ slug: String, _ counts: inout [String: Int]) -> String {
    let count = counts[slug, default: 0]
    counts[slug] = count + 1
    return count == 0 ? slug : "\(slug)-\(count)"
  }
}
