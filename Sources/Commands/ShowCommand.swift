import ArgumentParser
import Pipeline

/// The command `parity show`.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Print parts of a report in Markdown: sections, tables, figures by identifier.",
    discussion: """
      Examples:
        parity show parity.toml
        parity show parity.toml hiring-funnel
        parity show parity.toml figure-pay-gap-gender --figure > gap.svg
        parity show parity.toml --json

      Without an identifier it lists what there is. A section goes on to the next heading of its level.
      The report is the one of `parity report`, computed, protected and audited in the same way; nothing
      is written. Where the configuration has a ledger, the release must be in it already.

      Exit codes: 0 ok; 64 nothing is called that; 65 data invalid; 66 input missing; 77 refused to
      protect people; 78 configuration invalid.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Argument(help: "Identifiers of sections, tables, figures or scorecards.")
  var ids: [String] = []

  @Flag(help: "Print the one figure named as SVG.")
  var figure = false

  @Flag(help: "Leave the headings of the sections named out.")
  var body = false

  @Flag(help: "Print the whole results.json (parity.results/1) instead.")
  var json = false

  func validate() throws {
    if figure, ids.count != 1 { throw ValidationError("--figure goes with one identifier") }
  }

  func run() async throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    defer { progress.finish() }
    let excerpts = try await ReportExcerpts(configuration, progress: progress.update)
    progress.finish()
    if json {
      Terminal.document(excerpts.results)
    } else if ids.isEmpty {
      for line in excerpts.listing { Terminal.result(line) }
    } else if figure, let id = ids.first {
      Terminal.document(try excerpts.figure(id))
    } else {
      Terminal.document(try excerpts.markdown(ids, withoutHeadings: body))
    }
  }
}
