import ArgumentParser
import Pipeline

/// The group of commands `parity privacy`.
struct PrivacyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "Look at how people are protected, before and after a release.",
    discussion: """
      Examples:
        parity privacy intake parity.toml
        parity privacy plan parity.toml
      """,
    subcommands: [
      PrivacyIntakeCommand.self, PrivacyPlanCommand.self, PrivacyExplainCommand.self,
      PrivacyAuditCommand.self,
    ])
}

/// The command `parity privacy plan`.
struct PrivacyPlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plan a release and rule on it; write nothing.",
    discussion: """
      Examples:
        parity privacy plan parity.toml
        parity privacy plan parity.toml --for-each department

      Says how many cells there are, how many are hidden by which rule, and what becomes of each
      table. It is for the operator of the run: a release never tells reasons.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Option(
    help: ArgumentHelp(
      "Plan a report for each level of this structure together with the whole's.",
      valueName: "structure"))
  var forEach: String?

  func run() async throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    defer { progress.finish() }
    let plan = try await PrivacyPlan(
      configuration, forEach: forEach, progress: progress.update)
    progress.finish()
    Terminal.result(plan.lines)
  }
}

/// The command `parity privacy explain`.
struct PrivacyExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a cell or a statistic is hidden.",
    discussion: """
      Examples:
        parity privacy explain parity.toml "workforce[gender=Women, quarter=2025Q3]"

      It is for the operator of the run: a release never tells reasons.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Argument(help: "The cell or statistic, named as in results.json.")
  var cell: String

  func run() async throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    defer { progress.finish() }
    let lines = try await PrivacyPlan(configuration, progress: progress.update)
      .explanation(of: cell)
    progress.finish()
    Terminal.result(lines)
  }
}

/// The command `parity privacy audit`.
struct PrivacyAuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Attack a written release: how close can a reader get to what it hides?",
    discussion: """
      Examples:
        parity privacy audit board/2025Q3
        parity privacy audit board/2025Q3 --json

      Reads results.json alone. The JSON names the cells with their limits: keep it to yourself.
      Ends with 1 where the release fails.
      """)

  @Argument(help: "The folder of the release.")
  var folder: String

  @Flag(help: "Print every cell's limits as JSON.")
  var json = false

  func run() throws {
    let audit = try BundleAuditRun(folder: folder)
    if json {
      Terminal.document(audit.json)
    } else {
      Terminal.result(audit.lines)
    }
    guard audit.passed else { throw RunFailure(.gateFailed, []) }
  }
}
