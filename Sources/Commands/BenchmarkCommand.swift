import ArgumentParser
import Configuration
import Encoders
import Pipeline

/// The group of commands `parity benchmark`.
struct BenchmarkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark",
    abstract: "Compare with other organisations without showing them your numbers.",
    discussion: """
      Examples:
        parity benchmark export parity.toml --as partner-9 --taxonomy healthtech --out pack
        parity benchmark pool packs/* --own pack --as-of 2026-01-15 --out pool
      """,
    subcommands: [BenchmarkExportCommand.self, BenchmarkPoolCommand.self])
}

/// The command `parity benchmark export`.
struct BenchmarkExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the counts of a release as a pack for a pool.",
    discussion: """
      Examples:
        parity benchmark export parity.toml --taxonomy healthtech --out pack
        parity benchmark export parity.toml --release board/2025Q3 --as partner-9 --out pack

      A pack holds counts that the release publishes, never a hidden one. The folder has pack.json, a
      manifest of digests, and a signature where [privacy] signing_key is set.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Option(help: ArgumentHelp("The folder of the release, if it is written.", valueName: "folder"))
  var release: String?

  @Option(help: "The name of the levels and groups the contributors agreed on.")
  var taxonomy = "own"

  @Option(name: .customLong("as"), help: "A code to stand for the organisation's name.")
  var code: String?

  @Flag(help: "Leave the name out: a pseudonym made with [privacy] key_file stands for it.")
  var withoutName = false

  @Option(name: [.customLong("out"), .customShort("o")], help: "The folder to make.")
  var out: String

  @Flag(help: "Replace the folder if it exists.")
  var force = false

  func validate() throws {
    if code != nil, withoutName {
      throw ValidationError("--as and --without-name exclude each other")
    }
  }

  func run() async throws {
    let summary = try await PackExport(
      ConfigurationFile.read(configurationPath), release: release,
      contributor: withoutName ? .pseudonym : code.map { .code($0) } ?? .name,
      taxonomy: taxonomy, folder: out, force: force)()
    Terminal.result(summary.folder)
    Terminal.error(
      "parity: a pack of \(summary.figures) published figures, "
        + (summary.isSigned ? "signed" : "not signed"))
    Terminal.error("parity: next: parity benchmark pool PACK... --own \(summary.folder)")
  }
}

/// The command `parity benchmark pool`.
struct BenchmarkPoolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pool",
    abstract: "Pool the packs of five organisations or more.",
    discussion: """
      Examples:
        parity benchmark pool packs/* --as-of 2026-01-15 --out pool
        parity benchmark pool packs/* --own packs/mine --as-of 2026-01-15 --out pool

      Every figure is of all organisations together or of your own. Behind each stand at least five
      organisations, none with more than a quarter of the people, and the data are at least three
      months old; options can ask for more. Name earlier pools of the period with --earlier: a second
      one must be of the same packs.
      """)

  @Argument(help: ArgumentHelp("The folders of the packs.", valueName: "pack"))
  var packs: [String]

  @Option(help: ArgumentHelp("The folder of your own pack.", valueName: "pack"))
  var own: String?

  @Option(help: ArgumentHelp("A pool made before; may be given several times.", valueName: "pool"))
  var earlier: [String] = []

  @Option(help: ArgumentHelp("The day the pool is made, as 2026-01-31.", valueName: "day"))
  var asOf: String

  @Option(help: "The fewest organisations behind a figure, 5 or more.")
  var minimumContributors = PoolLimits.minimumContributors

  @Option(help: "The most per cent of a figure's people of one organisation, 25 or less.")
  var largestPercent = PoolLimits.largestPercent

  @Option(help: "How many months old the data must be, 3 or more.")
  var lagMonths = PoolLimits.lagMonths

  @Option(help: "The language: \(ReportLocale.all.joined(separator: ", ")).")
  var locale = "en-GB"

  @Option(name: [.customLong("out"), .customShort("o")], help: "The folder to make.")
  var out: String

  @Flag(help: "Replace the folder if it exists.")
  var force = false

  func validate() throws {
    guard ReportLocale.all.contains(locale) else {
      throw ValidationError("--locale is one of \(ReportLocale.all.joined(separator: ", "))")
    }
    guard minimumContributors >= PoolLimits.minimumContributors,
      (1...PoolLimits.largestPercent).contains(largestPercent), lagMonths >= PoolLimits.lagMonths
    else {
      throw ValidationError(
        "the rules can be tightened, not loosened: at least \(PoolLimits.minimumContributors)"
          + " organisations, at most \(PoolLimits.largestPercent) per cent, at least"
          + " \(PoolLimits.lagMonths) months")
    }
  }

  func run() throws {
    let summary = try PoolRun(
      packs, own: own, earlier: earlier, asOf: asOf,
      rules: PoolLimits.rules(
        minimumContributors: minimumContributors, largestPercent: largestPercent,
        lagMonths: lagMonths), locale: locale, folder: out, force: force)()
    Terminal.result(summary.folder)
    Terminal.error(
      "parity: \(summary.contributors) organisations, \(summary.signed) of their packs signed; "
        + "\(summary.figures) figures shown, \(summary.withheld) not")
  }
}
