extension NotebookRun {
  /// Runs the notebook.
  ///
  /// - Parameter only: the one cell to run; all that are not up to date where `nil`.
  /// - Throws: everything that is wrong or failed; then nothing is to be written.
  package func callAsFunction(only: String? = nil) async throws(NotebookProblems) -> Outcome {
    if let only, !file.notebook.ids.contains(only) {
      throw NotebookProblems(
        [
          NotebookProblem(
            .badRequest, file.path, nil, "there is no cell #\(only)",
            fix: "one of \(file.notebook.ids.joined(separator: ", "))")
        ], .usage)
    }
    let ready: [(cell: Cell, prepared: PreparedCell?)]
    switch try prepare() {
    case .absent(let path): return .skipped(absent: path)
    case .ready(let cells): ready = cells
    }
    let evaluation = try await evaluate(ready) { prepared in
      if let only { return prepared.cell.id != only }
      return isCurrent(prepared)
    }
    let lock = lock(of: evaluation)
    var files: [(path: String, bytes: [UInt8])] = []
    for (cell, state) in evaluation.cells {
      guard case .ran(_, let answer) = state, let svg = answer.figure, let id = cell.id else {
        continue
      }
      files.append(("\(file.figureFolder)/\(id).svg", Array(svg.utf8)))
    }
    files.append(("\(file.name).md", Array(try text(of: evaluation).utf8)))
    files.append(("\(file.name).lock.json", Array(lock.document.utf8)))
    let figures = Set(lock.cells.compactMap(\.figure))
    let stale = (file.lock?.cells ?? []).compactMap(\.figure).filter { path in
      !figures.contains(path) && path.hasPrefix(file.figureFolder + "/") && !path.contains("..")
    }
    let ran = evaluation.cells.count { entry in
      if case .ran = entry.state { return true }
      return false
    }
    return .ran(files: files, cells: ran, stale: stale)
  }

  /// Whether nothing a cell depends on changed since its output was written, and nobody touched it.
  func isCurrent(_ prepared: PreparedCell) -> Bool {
    guard let id = prepared.cell.id, let locked = file.lock?.cell(id), let key = prepared.key,
      locked.key == key, file.writtenDigest(prepared.cell, interpreter.digests) == locked.output,
      prepared.cell.written?.digest == locked.output
    else { return false }
    let values = values(of: prepared.cell).map {
      LockManifest.Value(expression: $0.expression, text: $0.written)
    }
    return values == locked.values
  }

  /// The notebook with the outputs put in.
  private func text(of evaluation: NotebookEvaluation) throws(NotebookProblems) -> String {
    let ending = file.notebook.ending
    var text = ""
    var cells = evaluation.cells[...]
    var texts: [String: ArraySlice<LockManifest.Value>] = [:]
    for (cell, state) in evaluation.cells {
      if case .ran(_, let answer) = state, let id = cell.id { texts[id] = answer.values[...] }
    }
    for part in file.notebook.parts {
      switch part {
      case .text(let unchanged): text += unchanged
      case .value(let value):
        var printed = value.written
        switch value.source {
        case .name: printed = try self.text(ofParameter: value) ?? printed
        case .answer(let id, _, _): printed = texts[id]?.popFirst()?.text ?? printed
        }
        text += value.opening + printed + InlineValue.closing
      case .cell(let cell):
        text += cell.source
        guard let state = cells.popFirst()?.state else { continue }
        switch state {
        case .notApplicable: continue
        case .kept: text += kept(cell)
        case .ran(_, let answer):
          guard let body = answer.text, let id = cell.id else { continue }
          if !cell.source.hasSuffix("\n") { text += ending }
          let block =
            OutputMarker.start(id: id, digest: answer.digest(interpreter.digests)) + "\n" + body
            + OutputMarker.end + "\n"
          text += cell.gap + (ending == "\n" ? block : block.replacing("\n", with: ending))
        }
      }
    }
    return text
  }

  /// The output of a cell as it stands in the file.
  private func kept(_ cell: Cell) -> String {
    guard let written = cell.written, let id = cell.id else { return "" }
    let ending = file.notebook.ending
    let digest = written.digest.map { " sha256=\($0)" } ?? ""
    let block = "<!-- parity:out \(id)\(digest) -->\n" + written.text + OutputMarker.end + "\n"
    return cell.gap + (ending == "\n" ? block : block.replacing("\n", with: ending))
  }

  /// The lock of what was evaluated; cells that were kept stay as they were locked.
  private func lock(of evaluation: NotebookEvaluation) -> LockManifest {
    var inputs: [String: InputDigest] = [:]
    var locked: [LockManifest.LockedCell] = []
    func take(_ entries: [LockManifest.Input]) {
      for entry in entries { inputs[entry.path] = entry.digest }
    }
    for (cell, state) in evaluation.cells {
      guard let id = cell.id else { continue }
      switch state {
      case .notApplicable: continue
      case .kept:
        guard let before = file.lock?.cell(id) else { continue }
        locked.append(before)
        // What was locked stays true of an output that was not made again.
        for path in before.inputs where inputs[path] == nil {
          inputs[path] = file.lock?.input(path)?.digest
        }
      case .ran(let prepared, let answer):
        take(prepared.inputs)
        locked.append(
          LockManifest.LockedCell(
            id: id, command: prepared.command, options: cell.options.shaping,
            key: prepared.key ?? "", output: answer.digest(interpreter.digests),
            inputs: prepared.inputs.map(\.path),
            policy: prepared.policy, seed: cell.options.seed,
            figure: answer.figure == nil ? nil : "\(file.figureFolder)/\(id).svg",
            values: answer.values))
      }
    }
    return LockManifest(
      notebook: "\(file.name).md", engine: interpreter.engine,
      parameters: evaluation.parameters.sorted { $0.expression < $1.expression },
      inputs: inputs.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
        inputs[path].map { LockManifest.Input(path: path, digest: $0) }
      }, cells: locked)
  }
}
