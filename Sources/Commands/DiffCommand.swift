import ArgumentParser
import Pipeline

/// The command `parity diff`.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "What is different between two releases: verdicts, revised figures, methods.",
    discussion: """
      Examples:
        parity diff board/2025Q2 board/2025Q3
        parity diff board/2025Q2/results.json board/2025Q3/results.json --json
        parity diff board/2025Q2 board/2025Q3 --exit-code

      The earlier release comes first. Each is a folder that `parity report` or `parity run` wrote, or
      its results.json; no data is needed. A figure is revised where both give another number for one
      period. [b] marks what cannot be compared, for a method, a rule or a definition changed. Of what
      is hidden one total is printed, never which.
      """)

  @Argument(help: "The earlier release.")
  var earlier: String

  @Argument(help: "The later release.")
  var later: String

  @Flag(help: "Print the differences as JSON.")
  var json = false

  @Flag(help: "End with 1 where there is a new gap, a changed verdict or a revised figure.")
  var exitCode = false

  func run() throws {
    let diff = try ReleaseDiff(earlier: earlier, later: later)
    if json {
      Terminal.document(diff.json)
    } else {
      for line in diff.lines { Terminal.result(line) }
    }
    for remark in diff.remarks { Terminal.error(remark) }
    Terminal.error(
      "parity: next: [report] previous_release = \"\(earlier)\" has the report itself say this")
    if exitCode, diff.needsAttention { throw RunFailure(.gateFailed, []) }
  }
}
