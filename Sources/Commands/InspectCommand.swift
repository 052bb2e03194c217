import ArgumentParser
import DataSources
import Pipeline

/// The command `parity inspect`.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Say how a file is written and what its columns seem to be.",
    discussion: """
      Examples:
        parity inspect employees.csv
        parity inspect hris.csv ats.csv
      """)

  @Argument(help: "The files.")
  var files: [String]

  @Flag(help: "Show values of columns. Only on a machine that may see them.")
  var showValues = false

  func run() throws {
    for file in files {
      do {
        let inspection = try FileInspection.inspect(path: file, showValues: showValues)
        Terminal.result(inspection.lines)
      } catch {
        throw RunFailure(error)
      }
    }
    if let file = files.first { Terminal.error("parity: next: parity map \(file)") }
  }
}

/// The command `parity map`.
struct MapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Propose which column is what, as configuration to check and keep.",
    discussion: """
      Examples:
        parity map employees.csv
        parity map employees.csv --as employees >> parity.toml
      """)

  @Argument(help: "The file.")
  var file: String

  @Option(name: .customLong("as"), help: "The name of the input in the configuration.")
  var input = "employees"

  @Flag(help: "Write the labels found in categorical columns. Only on a machine that may see them.")
  var showValues = false

  func run() throws {
    do {
      let proposal = try MappingProposal.propose(
        path: file, input: input, showValues: showValues)
      for line in proposal.evidence { Terminal.error(line) }
      Terminal.result(proposal.toml())
      Terminal.error("parity: check every line, add it to parity.toml; next: parity check")
    } catch {
      throw RunFailure(error)
    }
  }
}
