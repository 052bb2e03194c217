import ArgumentParser
import Configuration
import Encoders
import Foundation
import Pipeline

/// The command `parity report`.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Check the data, compute, protect and write the report.",
    discussion: """
      Examples:
        parity report                                  the bundled example
        parity report parity.toml --out board/2025Q3
        parity report parity.toml --profile research --profile leadership
        parity report parity.toml --for-each department --out departments
        parity report parity.toml --locale de          the same report in German

      Writes results.json, manifest.json and the documents of each profile, all or nothing: report.md
      with figures and report.html (full), leadership.md and leadership.html (one printed side),
      research.md and research.html (every test and method, and how the lines of reporting frameworks
      are answered). Without --profile those of [report] profiles are written. Beside them stands a CSV
      file for every table. --format names the forms: md, html, csv, pdf (printed by an installed
      Chromium; its bytes differ from run to run).

      --for-each protects all reports as one release. Where many small groups are cut by many parts, it
      is refused (77): merge levels, or choose a structure with fewer parts.
      """)

  @Argument(help: "The configuration; without it the bundled HealthTech example is rendered.")
  var configurationPath: String?

  @Option(
    name: .customLong("profile"),
    help: ArgumentHelp(
      "Write this profile: full, leadership or research; may be given again.", valueName: "profile")
  )
  var profiles: [ProfileArgument] = []

  @Option(
    help: ArgumentHelp(
      "Write a report for each level of this structure beside everyone's, protected together.",
      valueName: "structure"))
  var forEach: String?

  @Option(
    help: ArgumentHelp(
      "The language of the report instead of the configuration's: "
        + ReportLocale.all.joined(separator: ", ") + ".", valueName: "tag"))
  var locale: String?

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("The forms to write, with commas between them.", valueName: "forms"))
  var format = "md,html,csv"

  func run() async throws {
    let formats = try ReportFormats(format)
    if let locale { try Self.check(locale) }
    let path: String
    if let configurationPath {
      path = configurationPath
    } else {
      path = try BundledExample.configuration()
      Terminal.error("parity: rendering the bundled example, \(path)")
    }
    try await output.run(
      path, .report, profiles: profiles.map(\.profile), formats: formats,
      forEach: forEach, locale: locale)
  }

  /// Refuses a language reports are not written in, with the one that may have been meant.
  private static func check(_ locale: String) throws {
    guard !ReportLocale.all.contains(locale) else { return }
    let meant = ReportLocale.suggestion(for: locale).map { "; did you mean \($0)?" } ?? ""
    throw RunFailure(
      .usage,
      [
        "error U120 --locale \(TerminalEncoder.text(locale)) is not a language of the report\(meant)",
        "  fix: one of \(ReportLocale.all.joined(separator: ", "))",
      ])
  }
}

/// A document of the report, as an argument names it.
enum ProfileArgument: String, ExpressibleByArgument, CaseIterable {
  case full, leadership, research

  /// The profile of the run.
  var profile: ReportRun.Profile {
    switch self {
    case .full: .full
    case .leadership: .leadership
    case .research: .research
    }
  }
}

/// The command `parity run`.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Check the data, compute and protect; stop at results.json.",
    discussion: """
      Examples:
        parity run parity.toml
        parity run parity.toml --out results/2025Q3 --plan-log private/2025Q3.log
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @OptionGroup var output: OutputOptions

  func run() async throws {
    try await output.run(configurationPath, .results)
  }
}

/// Where a run leaves its files.
struct OutputOptions: ParsableArguments {
  @Option(name: [.customLong("out"), .customShort("o")], help: "The folder to make.")
  var out: String?

  @Flag(help: "Replace the folder if it exists.")
  var force = false

  @Option(
    help: ArgumentHelp(
      "Write the private log of what was hidden and why to this file (mode 0600).",
      valueName: "file"))
  var planLog: String?

  @Flag(
    help: ArgumentHelp(
      "Begin the ledger of [privacy] ledger with this release; without it a missing, empty or"
        + " broken ledger refuses."))
  var firstRelease = false

  @Flag(help: "Print the configuration with its defaults and stop.")
  var printConfig = false

  func run(
    _ path: String, _ product: ReportRun.Product, profiles: [ReportRun.Profile] = [],
    formats: ReportFormats = .standard, forEach: String? = nil, locale: String? = nil
  ) async throws {
    let written = try ConfigurationFile.read(path)
    let configuration = locale.map { written.reported(in: $0) } ?? written
    if printConfig {
      Terminal.result(configuration.printed())
      return
    }
    let folder = out ?? Self.newFolder()
    let progress = ProgressLine()
    defer { progress.finish() }
    let run = ReportRun(
      configuration, product: product, folder: folder, force: force, planLog: planLog,
      profiles: profiles, isFirstRelease: firstRelease, formats: formats,
      forEach: forEach, progress: progress.update)
    let summary = try await run()
    progress.finish()
    for line in summary.warnings { Terminal.error(line) }
    if let isNew = summary.isNewInLedger {
      Terminal.error(
        isNew
          ? "parity: entered in the ledger; keep a copy of it, of its .head and of the key"
          : "parity: the ledger holds these results already")
    }
    if product == .report {
      let names = ["html", "pdf", "md"]
      let pages =
        names.map { ending in
          summary.files.filter {
            $0.hasSuffix(".\(ending)") && (forEach == nil || !$0.contains("/"))
          }
        }
        .first { !$0.isEmpty } ?? ["results.json"]
      let paths = pages.map { summary.folder + "/" + $0 }
      if let first = paths.first { Terminal.result(first) }
      Terminal.error(
        "parity: wrote \(summary.files.count) files; open " + paths.joined(separator: ", or "))
    } else {
      Terminal.result("\(summary.folder)/results.json")
      Terminal.error("parity: next: parity report \(path) --out DIR")
    }
  }

  /// `parity-report`, or the first `parity-report-N` that does not exist.
  private static func newFolder() -> String {
    let base = "parity-report"
    if !FileManager.default.fileExists(atPath: base) { return base }
    var number = 2
    while FileManager.default.fileExists(atPath: "\(base)-\(number)") { number += 1 }
    return "\(base)-\(number)"
  }
}
