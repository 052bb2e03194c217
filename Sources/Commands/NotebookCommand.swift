import ArgumentParser
import Foundation
import Notebooks
import Pipeline

/// The group of commands `parity notebook`.
struct NotebookCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run, verify and list Markdown notebooks whose cells are commands of this program.",
    discussion: """
      Examples:
        parity notebook run notebooks-md/morris-two-tests-that-disagree.md
        parity notebook verify notebooks-md
        parity notebook list

      The format is described in notebooks-md/README.md.
      """,
    subcommands: [
      NotebookRunCommand.self, NotebookVerifyCommand.self, NotebookListCommand.self,
    ])
}

/// Where notebooks are and what they may read.
struct NotebookOptions: ParsableArguments {
  @Argument(help: "A notebook, or a folder of them.")
  var path = "notebooks-md"

  @Option(
    help: ArgumentHelp(
      "The folder that paths in cells are relative to and stay below; without it the one above the"
        + " notebook's.", valueName: "folder"))
  var root: String?

  func validate() throws {
    if let root, root.isEmpty { throw ValidationError("--root needs a folder") }
  }

  /// The notebooks.
  func paths() throws -> [String] {
    try NotebookFailure.told { () throws(NotebookProblems) in try NotebookFile.paths(path) }
  }

  /// The folders a notebook may read from.
  func rootFolder(of notebook: String) -> RootFolder {
    let folder = URL(fileURLWithPath: notebook).standardizedFileURL.deletingLastPathComponent()
    return RootFolder(
      path: root ?? folder.deletingLastPathComponent().path,
      dataFolder: ProcessInfo.processInfo.environment["PARITY_DATA"])
  }
}

/// The command `parity notebook run`.
struct NotebookRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the cells that are not up to date and write their outputs in place.",
    discussion: """
      Examples:
        parity notebook run
        parity notebook run notebooks-md/hiring.md --only funnel
        parity notebook run notebooks-md/hiring.md --param group=gender --out copies/hiring-@group.md

      Nothing of a notebook is written if one of its cells fails. A copy with other parameters states
      them in its own front matter; @name in its path becomes the value in small letters and digits.

      Exit codes: 0 ok; 64 no such parameter or cell; 65 a cell failed or the notebook is malformed;
      66 no such notebook; 73 cannot write.
      """)

  @OptionGroup var options: NotebookOptions

  @Option(help: ArgumentHelp("Run this cell alone.", valueName: "id"))
  var only: String?

  @Option(
    name: .customLong("param"),
    help: ArgumentHelp("Another value of a parameter; goes with --out.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(
    help: ArgumentHelp("Write a copy here and leave the notebook as it is.", valueName: "file"))
  var out: String?

  @Flag(help: "Replace the file of --out if it exists.")
  var force = false

  func validate() throws {
    for parameter in parameters where !parameter.dropFirst().contains("=") {
      throw ValidationError("--param is written name=value, not \(parameter)")
    }
    if !parameters.isEmpty, out == nil {
      throw ValidationError("--param changes the outputs; name a copy with --out")
    }
  }

  func run() async throws {
    let paths = try options.paths()
    if (only != nil || out != nil), paths.count != 1 {
      throw RunFailure(
        .usage,
        [
          "error N019 --only, --param and --out are for one notebook, and there are \(paths.count)",
          "  fix: name the notebook",
        ])
    }
    let interpreter = CellInterpreter()
    var failures: [RunFailure] = []
    await WalkCache.shared {
      for path in paths {
        do {
          try await run(path, interpreter)
        } catch let failure as RunFailure {
          failures.append(failure)
        } catch {
          failures.append(RunFailure(.internalError, ["error I102 \(path): \(error)"]))
        }
      }
    }
    guard let first = failures.first else { return }
    throw RunFailure(first.exitCode, failures.flatMap(\.lines))
  }

  private func run(_ path: String, _ interpreter: CellInterpreter) async throws {
    let target = try NotebookFailure.told { () throws(NotebookProblems) in try copy(of: path) }
    if out != nil, !force, FileManager.default.fileExists(atPath: target.path) {
      throw RunFailure(
        .cannotWrite,
        [
          "error N020 \(target.path) exists already",
          "  fix: name another file with --out, or add --force",
        ])
    }
    let notebookRun = NotebookRun(
      target, interpreter: interpreter, root: options.rootFolder(of: path))
    let outcome: NotebookRun.Outcome
    do throws(NotebookProblems) {
      outcome = try await notebookRun(only: only)
      if case .ran(let files, _, let stale) = outcome {
        try FileWriting.write(files, in: NotebookFile.folder(of: target.path), removing: stale)
      }
    } catch {
      throw NotebookFailure.failure(error)
    }
    switch outcome {
    case .skipped(let absent):
      Terminal.error("parity: \(path): skipped, \(absent) is not here")
    case .ran(_, let cells, _):
      Terminal.result(target.path)
      Terminal.error(
        cells == 0
          ? "parity: \(target.path): up to date"
          : "parity: \(target.path): \(cells) \(cells == 1 ? "cell" : "cells") run")
    }
  }

  /// The notebook as it will be run: in place, or a copy with its own parameters.
  private func copy(of path: String) throws(NotebookProblems) -> NotebookFile {
    guard let out else { return try NotebookFile(path: path) }
    let values = parameters.map { parameter in
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : "")
    }
    let text = try ParameterCopy.text(NotebookFile.text(path), with: values, file: path)
    return try NotebookFile(
      path: ParameterCopy.path(out, Notebook(text: text, file: path).header), text: text)
  }
}

/// The command `parity notebook verify`.
struct NotebookVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run every cell in memory and compare with what the notebooks show.",
    discussion: """
      Examples:
        parity notebook verify
        parity notebook verify notebooks-md/hiring.md

      Numbers are compared to nine significant digits, or as the cell's tol says. Each difference is
      printed with its cause: data changed, engine changed, notebook edited, numeric drift, output
      edited by hand, new cell not run. A notebook whose data below $PARITY_DATA are not here is
      skipped, and that is said.

      Exit codes: 0 ok or skipped; 1 something differs; 65 a cell failed or a notebook is malformed;
      66 no such notebook.
      """)

  @OptionGroup var options: NotebookOptions

  func run() async throws {
    let interpreter = CellInterpreter()
    var failures: [RunFailure] = []
    let paths = try options.paths()
    await WalkCache.shared {
      for path in paths {
        do {
          try await verify(path, interpreter)
        } catch let failure as RunFailure {
          failures.append(failure)
        } catch {
          failures.append(RunFailure(.internalError, ["error I102 \(path): \(error)"]))
        }
      }
    }
    guard !failures.isEmpty else { return }
    let gravest = failures.first { $0.exitCode != .gateFailed } ?? failures[0]
    throw RunFailure(gravest.exitCode, failures.flatMap(\.lines))
  }

  private func verify(_ path: String, _ interpreter: CellInterpreter) async throws {
    let outcome: NotebookVerification.Outcome
    do throws(NotebookProblems) {
      outcome = try await NotebookVerification(
        NotebookFile(path: path), interpreter: interpreter, root: options.rootFolder(of: path))()
    } catch {
      throw NotebookFailure.failure(error)
    }
    switch outcome {
    case .skipped(let absent):
      Terminal.result("\(path): skipped, \(absent) is not here")
    case .verified(let cells, let drifts):
      guard !drifts.isEmpty else {
        Terminal.result("\(path): \(cells) \(cells == 1 ? "cell" : "cells") reproduced")
        return
      }
      throw RunFailure(
        .gateFailed,
        drifts.flatMap { drift in
          let place = drift.line.map { "\(path):\($0)" } ?? path
          return ["error N030 \(place): \(drift.subject): \(drift.cause.rawValue)"]
            + drift.details.map { "  \($0)" }
        } + ["  fix: look at what changed; parity notebook run \(path) writes it"])
    }
  }
}

/// The command `parity notebook list`.
struct NotebookListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List notebooks with their cells and whether they are up to date; run nothing.",
    discussion: """
      Examples:
        parity notebook list
        parity notebook list notebooks-md
      """)

  @OptionGroup var options: NotebookOptions

  func run() throws {
    let interpreter = CellInterpreter()
    for path in try options.paths() {
      let listing: NotebookListing
      do {
        listing = NotebookListing(
          try NotebookFile(path: path), interpreter: interpreter,
          root: options.rootFolder(of: path))
      } catch {
        Terminal.result(
          "\(path): has \(error.lines.count) problem\(error.lines.count == 1 ? "" : "s")")
        continue
      }
      Terminal.result("\(path)")
      Terminal.result("  \(listing.title)")
      if !listing.summary.isEmpty { Terminal.result("  \(listing.summary)") }
      Terminal.result(
        "  \(listing.cells) \(listing.cells == 1 ? "cell" : "cells"), \(listing.state)")
    }
  }
}

/// Turns what is wrong with a notebook into a failure of the program.
enum NotebookFailure {
  /// Does something with a notebook.
  ///
  /// - Throws: a failure with the exit code that belongs to what is wrong.
  static func told<Result>(
    _ body: () throws(NotebookProblems) -> Result
  ) throws(RunFailure) -> Result {
    do {
      return try body()
    } catch {
      throw failure(error)
    }
  }

  /// The failure with the exit code that belongs to what is wrong.
  static func failure(_ problems: NotebookProblems) -> RunFailure {
    let code: RunFailure.ExitCode =
      switch problems.nature {
      case .invalid: .dataInvalid
      case .missing: .inputMissing
      case .usage: .usage
      case .cannotWrite: .cannotWrite
      }
    return RunFailure(code, problems.lines)
  }
}
