import ArgumentParser
import Configuration
import Notebooks
import Pipeline

/// The command `parity methods`.
struct MethodsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "methods",
    abstract: "List every statistical method with its source.",
    discussion: """
      Examples:
        parity methods
        parity methods --json
      """)

  @Flag(help: "Print the list as JSON.")
  var json = false

  func run() throws {
    if json {
      Terminal.result(MethodListing.json())
    } else {
      Terminal.result(MethodListing.lines())
    }
  }
}

/// The command `parity schema`.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of the configuration.",
    discussion: """
      Examples:
        parity schema
        parity schema > parity.schema.json
      """)

  func run() throws { Terminal.result(ConfigurationSchema.json()) }
}

/// The command `parity explain`.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Explain a method, a verdict or a problem code.",
    discussion: """
      Examples:
        parity explain D104
        parity explain impact-ratio
      """)

  @Argument(help: "The code or identifier.")
  var subject: String

  func run() throws {
    guard
      let lines = Explanation.lines(for: subject)
        ?? NotebookProblem.meaning(of: subject).map({ ["\(subject): \($0)"] })
    else {
      throw RunFailure(
        .usage,
        [
          "error U102 nothing is called \(subject)",
          "  fix: a problem code such as D104, a method of `parity methods`, or a verdict such as clear_gap",
        ])
    }
    Terminal.result(lines)
  }
}
