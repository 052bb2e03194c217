import ArgumentParser
import Pipeline

/// The command `parity verify`.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a release without its data: files, signature and what is hidden.",
    discussion: """
      Examples:
        parity verify board/2025Q3
        parity verify board/2025Q3 --public-key parity-signing.pub
        parity verify board/2025Q3 --json

      It needs no data and no network. It shows that the files are those of the manifest, who signed
      it, and that no hidden count can be worked out. It does not show that the numbers are right.
      Ends with 1 where a check fails.
      """)

  @Argument(help: "The folder of the release.")
  var folder: String

  @Option(help: ArgumentHelp("The public key that must have signed it.", valueName: "file"))
  var publicKey: String?

  @Flag(help: "Print the checks as JSON.")
  var json = false

  func run() throws {
    let verification = try BundleVerification(folder: folder, publicKeyPath: publicKey)
    if json {
      Terminal.document(verification.json)
    } else {
      Terminal.result(verification.lines)
    }
    guard verification.passed else { throw RunFailure(.gateFailed, []) }
  }
}
