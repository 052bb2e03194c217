public import ArgumentParser
import Pipeline

/// The program.
public struct ParityCommand: AsyncParsableCommand {
  /// The name, the help and the commands.
  public static let configuration = CommandConfiguration(
    commandName: "parity",
    abstract: "Diversity and inclusion workforce analytics: right, careful, readable.",
    discussion: """
      Examples:
        parity report                          the bundled example, into a new folder
        parity report parity.toml --out 2025Q3

      Results go to standard output, everything else to standard error.
      Exit codes: 0 ok; 1 a gate you asked for failed; 64 usage; 65 data invalid; 66 input missing;
      70 internal error; 73 cannot write; 77 refused to protect people; 78 configuration invalid;
      130 interrupted.
      """,
    version: ParityVersion.engine,
    subcommands: [
      InitCommand.self, InspectCommand.self, MapCommand.self, CheckCommand.self,
      ReportCommand.self, RunCommand.self, FunnelCommand.self, PrivacyCommand.self,
      VerifyCommand.self, DiffCommand.self, ShowCommand.self, NotebookCommand.self,
      TestCommand.self,
      SynthCommand.self, MethodsCommand.self,
      SchemaCommand.self, ExplainCommand.self, BenchmarkCommand.self,
    ])

  /// Makes the command.
  public init() {}
}
