import ArgumentParser

/// The command `parity privacy`.
struct PrivacyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy",
    abstract: "See how people are protected, before and after the report.",
    discussion: """
      Examples:
        parity privacy intake parity.toml
      """,
    subcommands: [PrivacyIntakeCommand.self])
}
