/// Renders a document as one HTML file: no script, no network, styles in the page.
public struct HTMLRenderer: Renderer {
  /// The file's name.
  public let fileName: String
  private let sha256Base64: @Sendable (String) -> String

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - fileName: The file's name.
  ///   - sha256Base64: The SHA-256 of a text's UTF-8 bytes in Base64, with which the page's policy
  ///     admits exactly its own stylesheet.
  public init(
    fileName: String = "report.html", sha256Base64: @escaping @Sendable (String) -> String
  ) {
    self.fileName = fileName
    self.sha256Base64 = sha256Base64
  }

  /// The file.
  public func render(_ document: Document) -> [RenderedFile] {
    []
  }
}
