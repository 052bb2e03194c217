import ArgumentParser
import Pipeline

/// The command `parity funnel`.
struct FunnelCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "funnel",
    abstract: "Show the hiring funnel in the terminal, or scan every comparison at once.",
    discussion: """
      Examples:
        parity funnel parity.toml
        parity funnel parity.toml --attribute gender --by department
        parity funnel parity.toml --json
        parity funnel parity.toml --scan

      The same plan and the same protection as the report; hidden numbers are [c]. A wide scan is
      a release of its own.

      Exit codes: 0 ok; 64 no such attribute or structure, or options that exclude each other;
      65 data invalid; 66 input missing; 77 refused to protect people; 78 configuration invalid or
      without applications.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Option(help: "One characteristic, for example gender; all of them without it.")
  var attribute: String?

  @Option(help: "One structure to break the funnel down by; all of them without it.")
  var by: String?

  @Flag(help: "Test every comparison of hiring, promotions and exits at once; say what stands out.")
  var scan = false

  @Flag(help: "Scan parts, events and combinations that the report leaves out too.")
  var wide = false

  @Flag(help: "Print JSON (parity.results/1, restricted to what is shown here).")
  var json = false

  func validate() throws {
    if wide, !scan { throw ValidationError("--wide goes with --scan") }
    if scan, attribute != nil || by != nil {
      throw ValidationError("--scan compares everything; leave --attribute and --by out")
    }
  }

  func run() async throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    defer { progress.finish() }
    let run = FunnelRun(
      configuration,
      breadth: scan ? (wide ? .wideScan : .scan) : .funnel(attribute: attribute, by: by),
      progress: progress.update)
    let product = try await run(json ? .json : .lines)
    progress.finish()
    for line in product.remarks { Terminal.error(line) }
    Terminal.result(product.lines)
  }
}
