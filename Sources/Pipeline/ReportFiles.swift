import Documents
import Reports

/// The report in every form: Markdown and HTML, full and one page.
enum ReportFiles {
  static func render(_ input: ReportInput) throws(RunFailure) -> [RenderedFile] {
    let full = ReportBuilder.full(input)
    let leadership = ReportBuilder.leadership(input)
    let files =
      MarkdownRenderer(fileName: "report.md", figureFolder: "figures").render(full)
      + HTMLRenderer(fileName: "report.html", sha256Base64: Digest.sha256Base64).render(full)
      + MarkdownRenderer(fileName: "leadership.md", figureFolder: "figures/leadership")
      .render(leadership)
      + HTMLRenderer(fileName: "leadership.html", sha256Base64: Digest.sha256Base64)
      .render(leadership)
    var seen: Set<String> = []
    for file in files where !seen.insert(file.path).inserted {
      throw RunFailure(
        .internalError, ["error I101 two files of the report have one name: \(file.path)"])
    }
    return files
  }
}
