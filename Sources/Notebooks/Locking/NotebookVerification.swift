/// Runs a notebook in memory and holds what it gives against what it shows.
package struct NotebookVerification: Sendable {
  /// Why what is shown is not what the cells give.
  package enum Cause: String, Sendable, CaseIterable {
    case dataChanged = "data changed"
    case engineChanged = "engine changed"
    case notebookEdited = "notebook edited"
    case numericDrift = "numeric drift"
    case editedByHand = "output edited by hand"
    case notRun = "new cell not run"
  }

  /// One thing that is not as it should be.
  package struct Drift: Sendable, Hashable {
    /// What is meant: a cell or a value.
    package let subject: String
    /// The line of the notebook; `nil` where none stands for it.
    package let line: Int?
    /// Why.
    package let cause: Cause
    /// What was found, line by line.
    package let details: [String]
  }

  /// How a verification ended.
  package enum Outcome: Sendable {
    /// It was run: everything that differs, in the order of the notebook.
    case verified(cells: Int, drifts: [Drift])
    /// Data below `$PARITY_DATA` are not on this machine.
    case skipped(absent: String)
  }

  private let run: NotebookRun
  private var file: NotebookFile { run.file }

  /// Prepares a verification.
  package init(_ file: NotebookFile, interpreter: any CommandInterpreter, root: RootFolder) {
    run = NotebookRun(file, interpreter: interpreter, root: root)
  }

  /// Runs everything; writes nothing.
  ///
  /// - Throws: everything that is wrong with the notebook or failed.
  package func callAsFunction() async throws(NotebookProblems) -> Outcome {
    let ready: [(cell: Cell, prepared: PreparedCell?)]
    switch try run.prepare() {
    case .absent(let path): return .skipped(absent: path)
    case .ready(let cells): ready = cells
    }
    let evaluation = try await run.evaluate(ready) { _ in false }
    let staleness = Staleness(run)
    var drifts: [Drift] = []
    for (cell, state) in evaluation.cells {
      switch state {
      case .notApplicable:
        if cell.written != nil {
          drifts.append(
            Drift(
              subject: cell.name, line: cell.line, cause: .notebookEdited,
              details: ["its condition does not hold, but it has an output"]))
        }
      case .kept: continue
      case .ran(let prepared, let answer):
        drifts += self.drifts(prepared, answer, staleness)
      }
    }
    for value in file.notebook.values {
      guard let text = try run.text(ofParameter: value), text != value.written else { continue }
      drifts.append(
        Drift(
          subject: "the value \(value.expression)", line: value.line, cause: .notebookEdited,
          details: Self.change(value.written, text)))
    }
    for locked in file.lock?.cells ?? []
    where !evaluation.cells.contains(where: { $0.cell.id == locked.id }) {
      drifts.append(
        Drift(
          subject: "cell #\(locked.id)", line: nil, cause: .notebookEdited,
          details: ["the lock lists it, and it is no more"]))
    }
    let count = evaluation.cells.count { entry in
      if case .ran = entry.state { return true }
      return false
    }
    return .verified(
      cells: count,
      drifts: drifts.sorted { ($0.line ?? .max, $0.subject) < ($1.line ?? .max, $1.subject) })
  }

  private func drifts(
    _ prepared: PreparedCell, _ answer: CellAnswer, _ staleness: Staleness
  ) -> [Drift] {
    let cell = prepared.cell
    var drifts: [Drift] = []
    let stale = cell.options.output == .none ? nil : staleness.cause(prepared)
    let difference = difference(cell, answer)
    if let stale, stale.cause != .engineChanged || difference != nil {
      drifts.append(
        Drift(
          subject: cell.name, line: cell.line, cause: stale.cause,
          details: stale.details + Self.lines(difference)))
    } else if let difference {
      let unknown = prepared.key == nil
      drifts.append(
        Drift(
          subject: cell.name, line: cell.line,
          cause: unknown ? .dataChanged : difference.isNumeric ? .numericDrift : .engineChanged,
          details: (unknown
            ? [
              "no digest of the data is kept without [privacy] key_file, so the program may have"
                + " changed instead"
            ] : []) + Self.lines(difference)))
    }
    let comparison = NumericComparison(tolerance: cell.options.tolerance)
    let locked = cell.id.flatMap { file.lock?.cell($0) }?.values ?? []
    for (value, current) in zip(run.values(of: cell), answer.values) {
      let known = locked.filter { $0.expression == value.expression }.map(\.text)
      let cause: Cause
      if known.isEmpty {
        cause = .notRun
      } else if !known.contains(value.written) {
        cause = .editedByHand
      } else if comparison.difference(value.written, current.text) != nil {
        cause = drifts.first?.cause ?? .numericDrift
      } else {
        continue
      }
      drifts.append(
        Drift(
          subject: "the value \(value.expression)", line: value.line, cause: cause,
          details: Self.change(value.written, current.text)))
    }
    return drifts
  }

  private func difference(_ cell: Cell, _ answer: CellAnswer) -> NumericComparison.Difference? {
    guard let text = answer.text else { return nil }
    let comparison = NumericComparison(tolerance: cell.options.tolerance)
    if let found = comparison.difference(cell.written?.text ?? "", text) { return found }
    guard let svg = answer.figure, let id = cell.id else { return nil }
    return comparison.difference(file.figure(id) ?? "", svg)
  }

  private static func lines(_ difference: NumericComparison.Difference?) -> [String] {
    difference.map { change($0.before, $0.after) } ?? []
  }

  private static func change(_ before: String, _ after: String) -> [String] {
    ["shown: \(before)", "now:   \(after)"]
  }
}
