import Configuration

/// What a notebook is and whether its outputs are up to date, without running a cell.
package struct NotebookListing: Sendable {
  /// The title.
  package let title: String
  /// The notebook in one sentence.
  package let summary: String
  /// How many cells it has.
  package let cells: Int
  /// In a few words: up to date, not run, skipped, or what changed.
  package let state: String

  /// Looks at a notebook.
  package init(_ file: NotebookFile, interpreter: any CommandInterpreter, root: RootFolder) {
    title = file.notebook.header.title
    summary = file.notebook.header.summary
    cells = file.notebook.cellCount
    let run = NotebookRun(file, interpreter: interpreter, root: root)
    state = Self.state(run)
  }

  private static func state(_ run: NotebookRun) -> String {
    let preparation: NotebookRun.Preparation
    do {
      preparation = try run.prepare()
    } catch {
      return "has \(error.lines.count) problem\(error.lines.count == 1 ? "" : "s")"
    }
    switch preparation {
    case .absent(let path): return "skipped: \(path) is not here"
    case .ready(let cells):
      let staleness = Staleness(run)
      var causes: [NotebookVerification.Cause] = []
      for case (_, let prepared?) in cells where prepared.cell.options.output != .none {
        if let cause = staleness.cause(prepared)?.cause { causes.append(cause) }
      }
      let found = NotebookVerification.Cause.allCases.filter(causes.contains)
      return found.isEmpty ? "up to date" : found.map(\.rawValue).joined(separator: ", ")
    }
  }
}
