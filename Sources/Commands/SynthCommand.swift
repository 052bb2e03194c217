import ArgumentParser
import Pipeline

/// The command `parity synth`.
struct SynthCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synth",
    abstract: "Make the synthetic HealthTech employer from a seed.",
    discussion: """
      Examples:
        parity synth --out healthtech
        parity synth --seed 7 --out demo
        parity synth --partners parity.toml --out partners

      The same seed gives the same bytes everywhere.
      """)

  @Option(help: "The seed.")
  var seed: UInt64 = SyntheticData.bundledSeed

  @Option(
    help: ArgumentHelp(
      "Make the packs of eight partners instead, in the taxonomy of this configuration.",
      valueName: "configuration"))
  var partners: String?

  @Option(name: [.customLong("out"), .customShort("o")], help: "The folder to make.")
  var out: String

  @Flag(help: "Replace the folder if it exists.")
  var force = false

  func run() throws {
    if let partners {
      let packs = try SyntheticData.writePartners(
        seed: seed, configuration: ConfigurationFile.read(partners), folder: out, force: force)
      Terminal.result(out)
      Terminal.error("parity: wrote \(packs) packs")
      return
    }
    let files = try SyntheticData.write(seed: seed, folder: out, force: force)
    Terminal.result(out)
    Terminal.error("parity: wrote \(files) files")
  }
}
