import Configuration
import Encoders

/// What the cells of a notebook give now.
struct NotebookEvaluation: Sendable {
  /// What became of a cell.
  enum State: Sendable {
    /// It was run.
    case ran(PreparedCell, CellAnswer)
    /// It was not run: nothing it depends on changed, or others were asked for.
    case kept(PreparedCell)
    /// Its condition does not hold.
    case notApplicable
  }

  /// The cells with what became of them, in order.
  let cells: [(cell: Cell, state: State)]
  /// The parameters as they were taken.
  let parameters: [LockManifest.Value]
}

/// Runs the cells of a notebook in order, and makes the files of what they give.
package struct NotebookRun: Sendable {
  /// How a run ended.
  package enum Outcome: Sendable {
    /// The notebook is whole: the files to write, relative to its folder, in order.
    case ran(files: [(path: String, bytes: [UInt8])], cells: Int, stale: [String])
    /// Data below `$PARITY_DATA` are not on this machine.
    case skipped(absent: String)
  }

  let file: NotebookFile
  let interpreter: any CommandInterpreter
  let root: RootFolder

  /// Prepares a run.
  package init(_ file: NotebookFile, interpreter: any CommandInterpreter, root: RootFolder) {
    self.file = file
    self.interpreter = interpreter
    self.root = root
  }

  var preparation: CellPreparation {
    func values(_ entries: [(name: String, value: String)]) -> [LockManifest.Value] {
      entries.map { LockManifest.Value(expression: $0.name, text: $0.value) }
    }
    let parameters = values(file.notebook.header.parameters.map { ($0.name, $0.value) })
    let data = values(file.notebook.header.data.map { ($0.name, $0.value) })
    return CellPreparation(
      interpreter: interpreter, root: root, names: parameters + data, parameters: parameters)
  }

  /// What keeps cells from being run, and the cells that can be.
  enum Preparation: Sendable {
    case ready([(cell: Cell, prepared: PreparedCell?)])
    case absent(String)
  }

  /// Makes every cell ready; a cell whose condition does not hold has nothing to run.
  ///
  /// - Throws: everything that is wrong, in one pass.
  func prepare() throws(NotebookProblems) -> Preparation {
    let notebook = file.notebook
    var problems: [NotebookProblem] = []
    for entry in notebook.header.data {
      do {
        if try root.resolve(entry.value) == .absent { return .absent(entry.value) }
      } catch {
        problems.append(
          NotebookProblem(error.kind, notebook.file, entry.line, error.message, fix: error.fix))
      }
    }
    var preparation = preparation
    var cells: [(cell: Cell, prepared: PreparedCell?)] = []
    for cell in notebook.cells {
      guard preparation.applies(cell) else {
        cells.append((cell, nil))
        continue
      }
      do {
        if let problem = Self.problem(in: cell) { throw Unprepared.problem(problem) }
        cells.append((cell, try preparation.prepare(cell)))
      } catch let unprepared as Unprepared {
        switch unprepared {
        case .absent(let path): return .absent(path)
        case .problem(let problem):
          problems.append(
            NotebookProblem(
              problem.kind, notebook.file, cell.line, "\(cell.name): \(problem.message)",
              fix: problem.fix))
        }
      } catch {
        problems.append(NotebookProblem(.failedCell, notebook.file, cell.line, "\(error)"))
      }
    }
    guard problems.isEmpty else { throw NotebookProblems(problems) }
    for input in cells.flatMap({ $0.prepared?.inputs ?? [] }) {
      if case .keyed = input.digest { preparation.keyed[input.path] = input.digest }
    }
    for (position, (cell, prepared)) in cells.enumerated() {
      let isBare = prepared?.inputs.contains { input in
        preparation.keyed[input.path].map { $0 != input.digest } ?? false
      }
      if isBare == true, let again = try? preparation.prepare(cell) {
        cells[position].prepared = again
      }
    }
    return .ready(cells)
  }

  private static func problem(in cell: Cell) -> CellOptions.Problem? {
    do {
      _ = try TableOutput(cell.options)
      return nil
    } catch {
      return error
    }
  }

  /// Runs the cells.
  ///
  /// - Parameter keeps: whether a cell need not be run.
  /// - Throws: everything that failed, in one pass.
  func evaluate(
    _ cells: [(cell: Cell, prepared: PreparedCell?)], keeps: (PreparedCell) -> Bool
  ) async throws(NotebookProblems) -> NotebookEvaluation {
    let notebook = file.notebook
    let preparation = preparation
    let run = CellRun(
      runs: RememberedRuns(interpreter), preparation: preparation, root: root,
      figureFolder: file.figureFolder)
    var problems: [NotebookProblem] = []
    var states: [(cell: Cell, state: NotebookEvaluation.State)] = []
    for (cell, prepared) in cells {
      let values = values(of: cell)
      guard let prepared else {
        states.append((cell, .notApplicable))
        for value in values {
          problems.append(
            NotebookProblem(
              .noSuchValue, notebook.file, value.line,
              "\(cell.name) is not run with these parameters",
              fix: "take the value from a cell without if"))
        }
        continue
      }
      if keeps(prepared) {
        states.append((cell, .kept(prepared)))
        continue
      }
      do {
        states.append((cell, .ran(prepared, try await run.answer(prepared, values: values))))
      } catch {
        problems += error.failures.map { failure in
          NotebookProblem(
            failure.problem.kind, notebook.file, failure.line ?? cell.line,
            "\(cell.name): \(failure.problem.message)", fix: failure.problem.fix)
        }
      }
    }
    guard problems.isEmpty else { throw NotebookProblems(problems) }
    return NotebookEvaluation(cells: states, parameters: preparation.parameters)
  }

  /// The values of the text that come from a cell, in order.
  func values(of cell: Cell) -> [InlineValue] {
    guard let id = cell.id else { return [] }
    return file.notebook.values.filter { value in
      if case .answer(id, _, _) = value.source { return true }
      return false
    }
  }

  /// The text of a parameter within the text.
  ///
  /// - Throws: where its format does not print it.
  func text(ofParameter value: InlineValue) throws(NotebookProblems) -> String? {
    guard case .name(let name) = value.source, let text = preparation.value(name) else {
      return nil
    }
    if let printed = value.format.text(.text(text)) { return printed }
    if let number = Double(text), let printed = value.format.text(.number(number)) {
      return printed
    }
    throw NotebookProblems([
      NotebookProblem(
        .unprintableValue, file.notebook.file, value.line,
        "\(value.expression) does not print \(text)")
    ])
  }
}
