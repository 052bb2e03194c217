public import SVGCharts

/// Renders a document as GitHub-flavoured Markdown with its figures as SVG files beside it.
public struct MarkdownRenderer: Renderer {
  /// The file's name.
  public let fileName: String
  /// The folder of the figures, relative to the file.
  public let figureFolder: String
  /// The folder of the tables as CSV, relative to the file; `nil` where there are none to link.
  public let tableFolder: String?
  private let palette: Palette

  /// Makes a renderer.
  public init(
    fileName: String = "report.md", figureFolder: String = "figures", tableFolder: String? = nil,
    palette: Palette = .standard
  ) {
    self.fileName = fileName
    self.figureFolder = figureFolder
    self.tableFolder = tableFolder
    self.palette = palette
  }

  /// The Markdown file, then one SVG file per figure in document order.
  public func render(_ document: Document) -> [RenderedFile] {
    let text = MarkdownWriter(
      document: document, figureFolder: figureFolder, tableFolder: tableFolder
    ).text()
    var files = [RenderedFile(path: fileName, bytes: Array(text.utf8))]
    for (name, figure) in FileNames.figures(of: document).all {
      let svg = figure.chart.svg(
        prefix: figure.id, alternative: figure.alternative, theme: .standalone, palette: palette)
      files.append(RenderedFile(path: "\(figureFolder)/\(name)", bytes: Array(svg.utf8)))
    }
    return files
  }
}
