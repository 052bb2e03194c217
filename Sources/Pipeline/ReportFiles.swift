import Documents
import Reports

/// The report in the forms asked for, full and one page.
enum ReportFiles {
  /// The folder of the tables as CSV.
  static let tableFolder = "tables"

  static func render(
    _ input: ReportInput, _ formats: ReportFormats, _ brand: Brand
  ) throws(RunFailure) -> [RenderedFile] {
    let full = ReportBuilder.full(input)
    let leadership = ReportBuilder.leadership(input)
    let tables = formats.has(.csv) ? tableFolder : nil
    var files: [RenderedFile] = []
    if formats.has(.markdown) {
      files +=
        MarkdownRenderer(
          fileName: "report.md", figureFolder: "figures", tableFolder: tables,
          palette: brand.palette
        ).render(full)
    }
    if formats.has(.html) { files += [page(full, "report.html", brand, tables)] }
    if formats.has(.markdown) {
      files +=
        MarkdownRenderer(
          fileName: "leadership.md", figureFolder: "figures/leadership", palette: brand.palette
        ).render(leadership)
    }
    if formats.has(.html) { files += [page(leadership, "leadership.html", brand, nil)] }
    // The page for leaders has no tables of its own: its numbers are those of the full report.
    if formats.has(.csv) { files += CSVRenderer(folder: tableFolder).render(full) }
    if formats.has(.pdf) {
      let printer = try PagePrinter()
      files += try [
        printer.print(page(full, "report.html", brand, nil), as: "report.pdf"),
        printer.print(page(leadership, "leadership.html", brand, nil), as: "leadership.pdf"),
      ]
    }
    var seen: Set<String> = []
    for file in files where !seen.insert(file.path).inserted {
      throw RunFailure(
        .internalError, ["error I101 two files of the report have one name: \(file.path)"])
    }
    return files
  }

  private static func page(
    _ document: Document, _ name: String, _ brand: Brand, _ tables: String?
  ) -> RenderedFile {
    let renderer = HTMLRenderer(
      fileName: name, brand: brand, tableFolder: tables, sha256Base64: Digest.sha256Base64)
    return RenderedFile(path: name, bytes: Array(renderer.page(document).utf8))
  }
}
