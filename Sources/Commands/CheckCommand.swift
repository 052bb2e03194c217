import ArgumentParser
import Configuration
import DataSources
import Pipeline

/// The command `parity check`.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Find every problem of the data in one pass.",
    discussion: """
      Examples:
        parity check parity.toml
        parity check parity.toml --json
      """)

  @Argument(help: "The configuration.")
  var configurationPath = "parity.toml"

  @Flag(help: "Print the problems as JSON.")
  var json = false

  @Flag(help: "Show values of sensitive columns. Only on a machine that may see them.")
  var showValues = false

  func run() throws {
    let configuration = try ConfigurationFile.read(configurationPath)
    let progress = ProgressLine()
    let found = SourceProblems(
      InputCheck(
        configuration, showsValues: showValues, leavesMark: !Terminal.isCaptured,
        progress: progress.update
      ).problems())
    progress.finish()
    let errors = found.problems.filter { $0.severity == .error }
    if json { Terminal.result(ProblemsFile.json(found.problems)) }
    guard errors.isEmpty else {
      let failure = RunFailure(found)
      if json { throw RunFailure(failure.exitCode, []) }
      throw failure
    }
    guard !json else { return }
    for problem in found.problems {
      for line in ProblemText.lines(for: problem) { Terminal.error(line) }
    }
    let inputs = configuration.inputs.count
    Terminal.result(
      "\(configurationPath): \(inputs) \(inputs == 1 ? "input" : "inputs") without errors, "
        + "\(found.problems.count) warning\(found.problems.count == 1 ? "" : "s")")
    Terminal.error("parity: next: parity report \(configurationPath)")
  }
}
