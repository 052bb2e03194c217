import SVGCharts

/// Renders a document as GitHub-flavoured Markdown with its figures as SVG files beside it.
public struct MarkdownRenderer: Renderer {
  /// The file's name.
  public let fileName: String
  /// The folder of the figures, relative to the file.
  public let figureFolder: String

  /// Makes a renderer.
  public init(fileName: String = "report.md", figureFolder: String = "figures") {
    self.fileName = fileName
    self.figureFolder = figureFolder
  }

  /// The Markdown file, then one SVG file per figure in document order.
  public func render(_ document: Document) -> [RenderedFile] {
    let text = MarkdownWriter(document: document, figureFolder: figureFolder).text()
    var files = [RenderedFile(path: fileName, bytes: Array(text.utf8))]
    var seen: Set<String> = []
    for figure in FigureTables.figures(in: document.blocks) {
      let name = MarkdownWriter.fileName(of: figure)
      guard seen.insert(name).inserted else { continue }
      let svg = figure.chart.svg(
        prefix: figure.id, alternative: figure.alternative, theme: .standalone)
      files.append(RenderedFile(path: "\(figureFolder)/\(name)", bytes: Array(svg.utf8)))
    }
    return files
  }
}
