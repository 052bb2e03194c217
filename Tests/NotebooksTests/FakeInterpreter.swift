import Foundation
import Synchronization
import TestSupport

@testable import Notebooks

/// Answers commands of its own and remembers which were run.
final class FakeInterpreter: CommandInterpreter {
  private struct State {
    var answers: [String: CommandOutcome] = [:]
    var ran: [String] = []
    var digest = "one"
    var engine = "Parity 1"
  }

  private let state = Mutex(State())

  let commands = [
    AllowedCommand("test two-by-two", json: true),
    AllowedCommand("test draw", json: true, seed: true),
    AllowedCommand("test people", paths: .first(1), json: true),
    AllowedCommand("show", paths: .first(1), readsConfiguration: true, markdown: true),
    AllowedCommand("inspect", paths: .all), AllowedCommand("methods"),
  ]

  var engine: EngineIdentity {
    EngineIdentity(engine: state.withLock(\.engine), gsl: "2.7.1", locale: "en")
  }

  let digests = Digests(
    bytes: { FakeInterpreter.mixed($0) },
    file: { path in FileManager.default.contents(atPath: path).map { FakeInterpreter.mixed($0) } })

  static func mixed(_ bytes: some Sequence<UInt8>) -> String {
    let value = bytes.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(value, radix: 16)
  }

  /// What a command line answers from now on; any path is written by its last part.
  func answer(_ line: String, _ output: String, errors: [String] = [], code: Int32 = 0) {
    state.withLock {
      $0.answers[line] = CommandOutcome(output: output, errors: errors, exitCode: code)
    }
  }

  func change(engine: String) { state.withLock { $0.engine = engine } }

  func change(digestOfConfiguration digest: String) { state.withLock { $0.digest = digest } }

  /// The command lines that were run, and none from now on.
  func takeRuns() -> [String] {
    state.withLock { state in
      defer { state.ran = [] }
      return state.ran
    }
  }

  func run(_ arguments: [String]) async -> CommandOutcome {
    let line = arguments.map { $0.split(separator: "/").count > 2 ? Self.last($0) : $0 }
      .joined(separator: " ")
    return state.withLock { state in
      state.ran.append(line)
      return state.answers[line]
        ?? CommandOutcome(output: "", errors: ["error U100 no answer to \(line)"], exitCode: 64)
    }
  }

  func files(readBy configuration: String) -> ConfigurationFiles {
    let digest = state.withLock(\.digest)
    return .present(
      [.init(path: configuration, digest: digest.isEmpty ? .none : .keyed(digest))],
      policy: "public, 10")
  }

  private static func last(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// A project with one notebook in a temporary folder.
struct NotebookProject {
  let folder: String
  let interpreter: FakeInterpreter
  var path: String { "\(folder)/notes/a.md" }

  /// Hands over a project whose notebook has this text.
  static func with(
    _ text: String, _ body: (NotebookProject) async throws -> Void
  ) async throws {
    try await TemporaryFolder.with { folder in
      let project = NotebookProject(folder: folder, interpreter: FakeInterpreter())
      try FileManager.default.createDirectory(
        atPath: "\(folder)/notes", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(
        atPath: "\(folder)/data", withIntermediateDirectories: true)
      try project.write(text)
      try await body(project)
    }
  }

  func write(_ text: String) throws { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }

  func write(_ text: String, to file: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(file)"))
  }

  var text: String {
    get throws { try String(contentsOf: URL(fileURLWithPath: path), encoding: .utf8) }
  }

  var root: RootFolder { RootFolder(path: folder, dataFolder: "\(folder)/real") }

  /// Runs the notebook and writes what came of it.
  @discardableResult
  func run(only: String? = nil) async throws -> NotebookRun.Outcome {
    let outcome = try await NotebookRun(
      try NotebookFile(path: path), interpreter: interpreter, root: root)(only: only)
    if case .ran(let files, _, let stale) = outcome {
      try FileWriting.write(files, in: "\(folder)/notes", removing: stale)
    }
    return outcome
  }

  /// What a verification finds.
  func drifts() async throws -> [NotebookVerification.Drift] {
    let outcome = try await NotebookVerification(
      try NotebookFile(path: path), interpreter: interpreter, root: root)()
    guard case .verified(_, let drifts) = outcome else { return [] }
    return drifts
  }

  /// The codes of what is wrong, in order; none where it runs.
  func codes() async -> [String] {
    do {
      try await run()
      return []
    } catch let problems as NotebookProblems {
      return problems.lines.compactMap { line in
        line.split(separator: " ").dropFirst().first.map(String.init)
      }
    } catch {
      return ["\(error)"]
    }
  }
}

/// A notebook with a front matter and this text below it.
func notebook(_ body: String, head: String = "") -> String {
  "+++\ntitle = \"T\"\n\(head)+++\n\(body)"
}
