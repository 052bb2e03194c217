import Documents
import Reports

/// The report in every form: Markdown and HTML of each profile asked for.
enum ReportFiles {
  /// The name of a profile's documents, without what follows the dot.
  static func name(_ profile: ReportProfile) -> String {
    switch profile {
    case .full: "report"
    case .leadership, .research: profile.rawValue
    }
  }

  static func render(
    _ input: ReportInput, profiles: [ReportProfile]
  ) throws(RunFailure) -> [RenderedFile] {
    let files = profiles.flatMap { profile -> [RenderedFile] in
      let document = ReportBuilder.document(profile, input)
      let name = name(profile)
      let folder = profile == .full ? "figures" : "figures/" + name
      return MarkdownRenderer(fileName: name + ".md", figureFolder: folder).render(document)
        + HTMLRenderer(fileName: name + ".html", sha256Base64: Digest.sha256Base64)
        .render(document)
    }
    var seen: Set<String> = []
    for file in files where !seen.insert(file.path).inserted {
      throw RunFailure(
        .internalError, ["error I101 two files of the report have one name: \(file.path)"])
    }
    return files
  }
}
