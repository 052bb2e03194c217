import ArgumentParser
import Pipeline

/// The command `parity privacy intake`.
struct PrivacyIntakeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "intake",
    abstract: "Judge an extract before it is used: identifiers, precision, anonymity, keys.",
    discussion: """
      Examples:
        parity privacy intake parity.toml
        parity privacy intake parity.toml --json

      Everything `parity check` finds, and what the people of the reported snapshot have in common:
      k-anonymity, l-diversity, t-closeness, special uniques, and which attributes should not be
      crossed. Only counts, shares and names of columns are printed, never a field. Small classes are
      a warning, because only tables leave the program.

      Exit codes: 0 pass or warn; 65 data invalid; 66 input missing; 77 refused to protect people;
      78 configuration invalid or a column not declared.
      """)

  @Argument(help: "The configuration.")
  var configurationPath: String

  @Flag(help: "Print JSON (parity.intake/1).")
  var json = false

  func run() throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    defer { progress.finish() }
    let product = try IntakeRun(configuration, progress: progress.update)()
    progress.finish()
    if json {
      Terminal.document(product.json)
    } else {
      Terminal.result(product.lines)
    }
    if let failure = product.failure {
      throw json ? RunFailure(failure.exitCode, []) : failure
    }
  }
}
