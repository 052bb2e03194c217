import Documents
import Reports

/// The report in the forms asked for, each profile by itself.
enum ReportFiles {
  /// The folder of the tables as CSV.
  static let tableFolder = "tables"

  /// The name of a profile's documents, without what follows the dot.
  static func name(_ profile: ReportProfile) -> String {
    switch profile {
    case .full: "report"
    case .leadership, .research: profile.rawValue
    }
  }

  /// Where the tables of a profile go as CSV; `nil` where it has none of its own: the numbers of the
  /// page for leaders are those of the full report.
  private static func tables(of profile: ReportProfile, _ formats: ReportFormats) -> String? {
    guard formats.has(.csv), profile != .leadership else { return nil }
    return profile == .full ? tableFolder : "\(tableFolder)/\(profile.rawValue)"
  }

  static func render(
    _ input: ReportInput, profiles: [ReportProfile], formats: ReportFormats, brand: Brand
  ) throws(RunFailure) -> [RenderedFile] {
    var files: [RenderedFile] = []
    for profile in profiles {
      let document = ReportBuilder.document(profile, input)
      let name = name(profile)
      let tables = tables(of: profile, formats)
      if formats.has(.markdown) {
        files +=
          MarkdownRenderer(
            fileName: name + ".md",
            figureFolder: profile == .full ? "figures" : "figures/" + name, tableFolder: tables,
            palette: brand.palette
          ).render(document)
      }
      if formats.has(.html) { files.append(page(document, name + ".html", brand, tables)) }
      if let tables { files += CSVRenderer(folder: tables).render(document) }
      if formats.has(.pdf) {
        files.append(
          try PagePrinter().print(
            page(document, name + ".html", brand, nil), as: name + ".pdf"))
      }
    }
    var seen: Set<String> = []
    for file in files where !seen.insert(file.path).inserted {
      throw RunFailure(
        .internalError, ["error I101 two files of the report have one name: \(file.path)"])
    }
    return files
  }

  /// The first page of a batch.
  static func index(_ document: Document, formats: ReportFormats, brand: Brand) -> [RenderedFile] {
    (formats.has(.markdown)
      ? MarkdownRenderer(fileName: "index.md", palette: brand.palette).render(document) : [])
      + (formats.has(.html) ? [page(document, "index.html", brand, nil)] : [])
  }

  private static func page(
    _ document: Document, _ name: String, _ brand: Brand, _ tables: String?
  ) -> RenderedFile {
    let renderer = HTMLRenderer(
      fileName: name, brand: brand, tableFolder: tables, sha256Base64: Digest.sha256Base64)
    return RenderedFile(path: name, bytes: Array(renderer.page(document).utf8))
  }
}
