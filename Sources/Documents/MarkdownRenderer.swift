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
    []
  }
}
