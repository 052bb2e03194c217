import Encoders
import SVGCharts

/// Renders a document as one HTML file: no script, no network, styles in the page.
public struct HTMLRenderer: Renderer {
  /// The file's name.
  public let fileName: String
  private let brand: Brand
  private let tableFolder: String?
  private let sha256Base64: @Sendable (String) -> String

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - fileName: The file's name.
  ///   - brand: The organisation's colours, name and logo.
  ///   - tableFolder: The folder of the tables as CSV, relative to the file; `nil` where there are none
  ///     to link.
  ///   - sha256Base64: The SHA-256 of a text's UTF-8 bytes in Base64, with which the page's policy
  ///     admits exactly its own stylesheet.
  public init(
    fileName: String = "report.html", brand: Brand = .none, tableFolder: String? = nil,
    sha256Base64: @escaping @Sendable (String) -> String
  ) {
    self.fileName = fileName
    self.brand = brand
    self.tableFolder = tableFolder
    self.sha256Base64 = sha256Base64
  }

  /// The file.
  public func render(_ document: Document) -> [RenderedFile] {
    [RenderedFile(path: fileName, bytes: Array(page(document).utf8))]
  }

  /// The page as text.
  public func page(_ document: Document) -> String {
    let style = HTMLStylesheet.text(brand)
    let policy =
      "default-src 'none'; style-src 'sha256-\(sha256Base64(style))'; img-src data:;"
      + " base-uri 'none'; form-action 'none'"
    let title = HTMLEncoder.text(document.title)
    var writer = HTMLWriter(document, brand: brand, tableFolder: tableFolder)
    let body = writer.body(of: document)
    return """
      <!doctype html>
      <html lang="\(HTMLEncoder.attribute(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      \(body)
      </html>

      """
  }
}
