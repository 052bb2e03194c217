import Encoders

/// A cell with its parameters put in: ready to run, with everything its output depends on.
struct PreparedCell: Sendable {
  let cell: Cell
  let allowed: AllowedCommand
  /// The words as they are kept: paths as written.
  let shown: [String]
  /// The words as they are run: paths complete.
  let arguments: [String]
  let inputs: [LockManifest.Input]
  let policy: String?
  /// The digest of everything the output depends on; `nil` where an input has no digest.
  let key: String?

  /// The command as it is kept.
  var command: String { CommandWords.printed(shown) }
}

/// What keeps a cell from being run.
enum Unprepared: Error {
  /// Something is wrong.
  case problem(CellOptions.Problem)
  /// Data below `$PARITY_DATA` are not on this machine.
  case absent(String)
}

/// Puts parameters and paths into cells.
struct CellPreparation: Sendable {
  let interpreter: any CommandInterpreter
  let root: RootFolder
  /// Parameters and data by name, in the order of the front matter.
  let names: [LockManifest.Value]
  /// The parameters alone.
  let parameters: [LockManifest.Value]
  /// The keyed digests that configurations of the notebook take of their files, by path: a
  /// confidential file that a cell names by itself gets no other.
  var keyed: [String: InputDigest] = [:]

  func value(_ name: String) -> String? { names.first { $0.expression == name }?.text }

  /// Whether the condition of a cell holds.
  func applies(_ cell: Cell) -> Bool {
    guard let condition = cell.options.condition else { return true }
    return (value(condition.name) == condition.value) == condition.isEqual
  }

  /// Words with `@name` replaced, in a caption or an alternative text.
  func filled(_ text: String) -> String {
    var filled = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
      let name = character == "@" ? rest.prefix { CommandWords.isNamePart($0) } : ""
      if let value = value(String(name)) {
        filled += value
        rest = rest.dropFirst(name.count)
      } else {
        filled.append(character)
      }
    }
    return filled
  }

  /// Makes a cell ready.
  func prepare(_ cell: Cell) throws(Unprepared) -> PreparedCell {
    do {
      var words = cell.words.map { word in
        word.pieces.map { piece in
          switch piece {
          case .text(let text): text
          case .name(let name): value(name) ?? ""
          }
        }.joined()
      }
      let allowed = try AllowedCommand.find(words, among: interpreter.commands)
      try check(cell.options, allowed)
      if let seed = cell.options.seed { words += ["--seed", String(seed)] }
      var arguments = words
      var complete: [String] = []
      for (position, prefix) in try allowed.pathPositions(in: words) {
        let path = String(words[position].dropFirst(prefix.count))
        switch try root.resolve(path) {
        case .present(let real):
          arguments[position] = prefix + real
          complete.append(real)
        case .absent: throw Unprepared.absent(path)
        }
      }
      let (inputs, policy) = try inputs(complete, allowed)
      return PreparedCell(
        cell: cell, allowed: allowed, shown: words, arguments: arguments, inputs: inputs,
        policy: policy, key: key(cell, words, inputs, policy))
    } catch let problem as CellOptions.Problem {
      throw .problem(problem)
    } catch let unprepared as Unprepared {
      throw unprepared
    } catch {
      throw .problem(CellOptions.Problem(.failedCell, "\(error)"))
    }
  }

  private func check(
    _ options: CellOptions, _ allowed: AllowedCommand
  ) throws(CellOptions.Problem) {
    let name = allowed.words.joined(separator: " ")
    switch options.output {
    case .markdown, .figure:
      guard allowed.printsMarkdown else {
        throw CellOptions.Problem(
          .badOption, "\(name) prints no \(options.output.rawValue)",
          "use output=text, or the command show for parts of a report")
      }
    case .table:
      guard options.rows != nil || allowed.printsMarkdown else {
        throw CellOptions.Problem(
          .badOption, "a table of \(name) needs rows and columns",
          "for example rows=results columns=\"title,p_value:%.4f\"")
      }
      fallthrough
    case .json:
      guard allowed.hasJSON || (options.output == .table && options.rows == nil) else {
        throw CellOptions.Problem(.badOption, "\(name) prints no JSON", "use output=text")
      }
    case .text, .none: break
    }
    if options.seed != nil, !allowed.hasSeed {
      throw CellOptions.Problem(
        .badOption, "\(name) draws nothing at random and takes no seed", "leave seed out")
    }
  }

  private func inputs(
    _ paths: [String], _ allowed: AllowedCommand
  ) throws -> (inputs: [LockManifest.Input], policy: String?) {
    var inputs: [LockManifest.Input] = []
    var policy: String?
    var rest = paths[...]
    if allowed.readsConfiguration, let configuration = rest.popFirst() {
      switch interpreter.files(readBy: configuration) {
      case .present(let files, let text):
        policy = text
        for file in files {
          guard let shown = root.shown(file.path) else {
            throw CellOptions.Problem(
              .outsideRoot, "the configuration reads a file out of the notebook's root",
              "a notebook reads below its root and below $PARITY_DATA/")
          }
          inputs.append(LockManifest.Input(path: shown, digest: file.digest))
        }
      case .unreadable: rest = paths[...]
      case .absent(let path): throw Unprepared.absent(path)
      }
    }
    for path in rest {
      let shown = root.shown(path) ?? path
      let digest =
        keyed[shown] ?? RootFolder.digest(path, interpreter.digests).map(InputDigest.sha256)
        ?? .none
      inputs.append(LockManifest.Input(path: shown, digest: digest))
    }
    return (inputs, policy)
  }

  private func key(
    _ cell: Cell, _ words: [String], _ inputs: [LockManifest.Input], _ policy: String?
  ) -> String? {
    var digests: [JSONValue] = []
    for input in inputs {
      guard let digest = input.digest.text else { return nil }
      digests.append(.array([.text(input.path), .text(digest)]))
    }
    let engine = interpreter.engine
    return interpreter.digests.text(
      JSONValue.object([
        "command": .array(words.map(JSONValue.text)),
        "options": .array(cell.options.shaping.map(JSONValue.text)),
        "parameters": .array(
          parameters.map { .array([.text($0.expression), .text($0.text)]) }),
        "inputs": .array(digests), "engine": .text(engine.engine), "gsl": .text(engine.gsl),
        "locale": .text(engine.locale), "policy": policy.map(JSONValue.text) ?? .null,
        "seed": cell.options.seed.map { .text(String($0)) } ?? .null,
      ]).document)
  }
}
