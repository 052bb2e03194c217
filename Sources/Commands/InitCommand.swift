import ArgumentParser
import Configuration
import Pipeline

/// The command `parity init`.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented parity.toml to start from.",
    discussion: """
      Examples:
        parity init --from workday
        parity init --from generic > parity.toml
      """)

  @Option(
    help: ArgumentHelp(
      "Where the extracts come from: \(ConfigurationTemplate.vendors.joined(separator: ", ")).",
      valueName: "system"))
  var from = "generic"

  @Option(name: [.customLong("out"), .customShort("o")], help: "The file to make.")
  var out: String?

  func run() throws {
    guard let text = ConfigurationTemplate.text(vendor: from) else {
      throw RunFailure(
        .usage,
        [
          "error U101 \(from) is not a system this program knows",
          "  fix: one of \(ConfigurationTemplate.vendors.joined(separator: ", "))",
        ])
    }
    guard let out else {
      Terminal.result(text)
      return
    }
    // The keys are made beside the file, so the settings that name them are taken up.
    let keyed = text.replacing("#key_file = ", with: "key_file = ")
      .replacing("#signing_key = ", with: "signing_key = ")
    try NewFile.write(keyed, to: out)
    try NewFile.makeKey(beside: out)
    try NewFile.makeSigningKey(beside: out)
    Terminal.error("parity: wrote \(out); next: parity inspect YOUR-EXPORT.csv")
  }
}
