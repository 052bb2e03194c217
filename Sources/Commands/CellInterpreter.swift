import Notebooks
import NumericalKernel
import Pipeline

/// Runs the commands of a notebook's cells in this process.
struct CellInterpreter: CommandInterpreter {
  /// The commands that print and write nothing.
  ///
  /// What writes files, keys or ledgers has no place here, nor does `notebook` itself.
  let commands = [
    AllowedCommand("test two-by-two", json: true),
    AllowedCommand("test stratified", json: true),
    AllowedCommand("test table", json: true, seed: true),
    AllowedCommand("test trend", json: true),
    AllowedCommand("test share", json: true),
    AllowedCommand("test adjust", json: true),
    AllowedCommand("test power", json: true),
    AllowedCommand("test groups", json: true),
    AllowedCommand("test index", json: true, seed: true),
    AllowedCommand("test inequality", json: true),
    AllowedCommand("show", paths: .first(1), readsConfiguration: true, json: true, markdown: true),
    AllowedCommand("funnel", paths: .first(1), readsConfiguration: true, json: true),
    AllowedCommand("check", paths: .first(1), readsConfiguration: true, json: true),
    AllowedCommand("privacy intake", paths: .first(1), readsConfiguration: true, json: true),
    AllowedCommand("verify", paths: .first(1), pathOptions: ["--public-key"], json: true),
    AllowedCommand("diff", paths: .first(2), json: true),
    AllowedCommand("inspect", paths: .all),
    AllowedCommand("explain"), AllowedCommand("methods", json: true), AllowedCommand("schema"),
  ]

  let engine = EngineIdentity(
    engine: ParityVersion.engine, gsl: GSLVersion.current, locale: "en")

  let digests = Digests(
    bytes: { FileDigest.sha256($0) }, file: { FileDigest.sha256(ofFileAt: $0) })

  func run(_ arguments: [String]) async -> CommandOutcome {
    let (capture, code) = await Terminal.capturing { await CommandEntry.run(arguments) }
    return CommandOutcome(output: capture.output, errors: capture.errors, exitCode: code)
  }

  func files(readBy configuration: String) -> ConfigurationFiles {
    switch ConfigurationInputs(path: configuration) {
    case .unreadable: .unreadable
    case .absent(let path): .absent(path)
    case .present(let inputs, let policy):
      .present(
        inputs.map { input in
          let digest: InputDigest =
            switch input.digest {
            case .plain(let text): .sha256(text)
            case .keyed(let text): .keyed(text)
            case .none: .none
            }
          return ConfigurationFiles.File(path: input.path, digest: digest)
        }, policy: policy)
    }
  }
}
