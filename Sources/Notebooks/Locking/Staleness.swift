/// Whether what an output was made from is still what it was.
struct Staleness: Sendable {
  private let run: NotebookRun
  private let parameters: [LockManifest.Value]

  init(_ run: NotebookRun) {
    self.run = run
    parameters = run.preparation.parameters.sorted { $0.expression < $1.expression }
  }

  /// Why the output of a cell is out of date; `nil` where nothing it depends on changed.
  func cause(
    _ prepared: PreparedCell
  ) -> (cause: NotebookVerification.Cause, details: [String])? {
    let cell = prepared.cell
    guard let lock = run.file.lock, let id = cell.id, let locked = lock.cell(id) else {
      return (
        .notRun,
        run.file.lock == nil ? ["there is no lock beside the notebook"] : []
      )
    }
    guard cell.written != nil else { return (.notRun, ["its output is not in the notebook"]) }
    guard run.file.writtenDigest(cell, run.interpreter.digests) == locked.output,
      cell.written?.digest == locked.output
    else { return (.editedByHand, []) }
    if locked.command != prepared.command {
      return (.notebookEdited, ["was: \(locked.command)", "is:  \(prepared.command)"])
    }
    guard locked.options == cell.options.shaping else {
      return (.notebookEdited, ["its options are not those of the lock"])
    }
    guard lock.parameters == parameters else {
      return (.notebookEdited, ["the parameters are not those of the lock"])
    }
    let changed = prepared.inputs.filter { lock.input($0.path)?.digest != $0.digest }.map(\.path)
    guard changed.isEmpty, locked.inputs == prepared.inputs.map(\.path) else {
      return (.dataChanged, changed)
    }
    if locked.policy != prepared.policy {
      return (.dataChanged, ["the policy is \(prepared.policy ?? "none")"])
    }
    let engine = run.interpreter.engine
    guard lock.engine == engine else {
      return (
        .engineChanged,
        [
          "was: \(lock.engine.engine), GSL \(lock.engine.gsl)",
          "is:  \(engine.engine), GSL \(engine.gsl)",
        ]
      )
    }
    return nil
  }
}
