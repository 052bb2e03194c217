import Encoders
import SVGCharts

/// Writes the body of a page, block by block, keeping identifiers unique and headings in order.
struct HTMLWriter {
  private(set) var words = DocumentWords.of("en")
  private(set) var language = "en"
  private var taken: Set<String> = ["content", "contents"]
  private var level = 1
  private let brand: Brand
  private let tableFolder: String?
  private let tableFiles: FileNames<DataTable>?

  /// - Parameter tableFolder: The folder of the tables as CSV, where they are linked.
  init(_ document: Document, brand: Brand = .none, tableFolder: String? = nil) {
    self.brand = brand
    self.tableFolder = tableFolder
    tableFiles = tableFolder.map { _ in .tables(of: document) }
  }

  /// The whole body.
  mutating func body(of document: Document) -> String {
    words = DocumentWords.of(document.language)
    language = document.language
    let blocks = document.blocksWithAnnex
    var lines = ["<body class=\"\(document.profile.rawValue)\">"]
    lines.append("<a class=\"skip\" href=\"#content\">\(words.skip)</a>")
    lines.append("<header class=\"masthead\">")
    lines += masthead
    lines.append("<h1>\(HTMLEncoder.text(document.title))</h1>")
    if let subtitle = document.subtitle {
      lines.append("<p class=\"subtitle\">\(HTMLEncoder.text(subtitle))</p>")
    }
    if !document.details.isEmpty {
      lines.append("<dl class=\"details\">")
      lines += document.details.map { detail in
        "<div><dt>\(HTMLEncoder.text(detail.label))</dt>"
          + "<dd>\(HTMLEncoder.text(detail.value))</dd></div>"
      }
      lines.append("</dl>")
    }
    lines.append("</header>")
    let content = sections(blocks)
    lines += contents(of: blocks, in: document.profile)
    lines.append("<main id=\"content\" tabindex=\"-1\">")
    lines += content
    lines.append("</main>")
    if !document.footer.isEmpty {
      lines.append("<footer><p>\(inline(document.footer))</p></footer>")
    }
    lines.append("</body>")
    return lines.joined(separator: "\n")
  }

  /// The logo, or the name where there is none.
  private var masthead: [String] {
    let name = brand.name.map(HTMLEncoder.attribute) ?? ""
    guard let logo = brand.logo else {
      return name.isEmpty ? [] : ["<p class=\"brand\">\(name)</p>"]
    }
    return [
      "<p class=\"brand\"><img src=\"data:image/png;base64,\(HTMLEncoder.attribute(logo.base64))\""
        + " width=\"\(logo.width)\" height=\"\(logo.height)\" alt=\"\(name)\"></p>"
    ]
  }

  /// The link to a table's file.
  func file(of table: DataTable) -> [String] {
    guard let tableFolder, let name = tableFiles?[table] else { return [] }
    let address = HTMLEncoder.attribute("\(tableFolder)/\(name)")
    let label = HTMLEncoder.attribute("\(words.csv): \(table.caption)")
    return [
      "<p class=\"file\"><a href=\"\(address)\" aria-label=\"\(label)\">\(words.csv)</a></p>"
    ]
  }

  /// Links to the headings of level 2.
  private mutating func contents(of blocks: [Block], in profile: Document.Profile) -> [String] {
    let entries = blocks.compactMap { block -> (String, [Inline])? in
      guard case .heading(let level, let id, let inlines) = block, level <= 2 else { return nil }
      return (SVGEncoder.identifier(id), inlines)
    }
    guard profile == .full, entries.count > 2 else { return [] }
    return ["<nav class=\"contents\" aria-labelledby=\"contents\">"]
      + ["<h2 id=\"contents\">\(words.contents)</h2>", "<ol>"]
      + entries.map { id, inlines in
        "<li><a href=\"#\(id)\">\(HTMLEncoder.text(inlines.plainText))</a></li>"
      } + ["</ol>", "</nav>"]
  }

  /// Blocks grouped into sections by headings of level 2.
  private mutating func sections(_ blocks: [Block]) -> [String] {
    var lines: [String] = []
    var isOpen = false
    for block in blocks {
      if case .heading(let level, _, _) = block, level <= 2 {
        if isOpen { lines.append("</section>") }
        lines.append("<section>")
        isOpen = true
      }
      lines += self.block(block)
    }
    if isOpen { lines.append("</section>") }
    return lines
  }

  mutating func block(_ block: Block) -> [String] {
    switch block {
    case .heading(let wanted, let id, let inlines):
      level = min(max(2, wanted), level + 1)
      return ["<h\(level) id=\"\(identifier(id))\">\(inline(inlines))</h\(level)>"]
    case .paragraph(let inlines):
      return ["<p>\(inline(inlines))</p>"]
    case .list(let items):
      return ["<ul>"] + items.map { "<li>\(inline($0))</li>" } + ["</ul>"]
    case .orderedList(let items):
      return ["<ol>"] + items.map { "<li>\(inline($0))</li>" } + ["</ol>"]
    case .table(let table):
      return self.table(table)
    case .figure(let figure):
      return self.figure(figure, isInRow: false)
    case .figureRow(let figures):
      var lines = ["<div class=\"figure-row\">"]
      for figure in figures { lines += self.figure(figure, isInRow: true) }
      return lines + ["</div>"]
    case .callout(let kind, let title, let blocks):
      let heading = HTMLEncoder.text(title ?? words.title(of: kind))
      var lines = ["<div class=\"callout \(kind.rawValue)\" role=\"note\">"]
      lines.append("<p class=\"callout-title\">\(heading)</p>")
      for block in blocks { lines += self.block(block) }
      return lines + ["</div>"]
    case .definitions(let definitions):
      return ["<dl class=\"definitions\">"]
        + definitions.map { definition in
          "<div><dt>\(HTMLEncoder.text(definition.term))</dt>"
            + "<dd>\(inline(definition.meaning))</dd></div>"
        } + ["</dl>"]
    case .keyFigures(let figures):
      return keyFigures(figures)
    case .scorecard(let scorecard):
      return self.scorecard(scorecard)
    case .pageBreak:
      return ["<hr class=\"page-break\">"]
    }
  }

  /// A chart twice, laid out for a page and for a phone; only one is shown.
  private mutating func figure(_ figure: Figure, isInRow: Bool) -> [String] {
    let id = identifier(figure.id)
    let alternative = figure.alternative
    var lines = ["<figure id=\"\(id)\">"]
    lines.append("<figcaption>\(HTMLEncoder.text(figure.title))</figcaption>")
    let prefix = chartPrefix(id)
    if isInRow {
      lines.append("<div class=\"column\">")
      lines.append(
        figure.chart.svg(
          prefix: prefix, alternative: alternative, theme: .inline, width: Drawing.narrow)
          + "</div>")
    } else {
      lines.append("<div class=\"wide\">")
      lines.append(
        figure.chart.svg(prefix: prefix, alternative: alternative, theme: .inline) + "</div>")
      lines.append("<div class=\"narrow\">")
      lines.append(
        figure.chart.svg(
          prefix: chartPrefix(id + "-n"), named: prefix, theme: .inline, width: Drawing.narrow)
          + "</div>")
    }
    if !figure.caption.isEmpty {
      lines.append("<p class=\"caption\">\(inline(figure.caption))</p>")
    }
    if let table = FigureTables.beside(figure) {
      lines += self.table(table)
    } else if let target = FigureTables.elsewhere(figure) {
      lines.append(
        "<p class=\"caption\"><a href=\"#\(SVGEncoder.identifier(target))\">\(words.annexLink)"
          + "</a></p>")
    }
    return lines + ["</figure>"]
  }

  /// A prefix whose title and description identifiers are not used before in the page.
  private mutating func chartPrefix(_ wanted: String) -> String {
    var candidate = wanted
    var number = 2
    while taken.contains(candidate + "-t") || taken.contains(candidate + "-d") {
      candidate = "\(wanted)-\(number)"
      number += 1
    }
    taken.formUnion([candidate + "-t", candidate + "-d"])
    return candidate
  }

  /// An identifier not used before in the page.
  mutating func identifier(_ wanted: String) -> String {
    let base = SVGEncoder.identifier(wanted)
    var candidate = base
    var number = 2
    while taken.contains(candidate) {
      candidate = "\(base)-\(number)"
      number += 1
    }
    taken.insert(candidate)
    return candidate
  }
}
