/// Everything that kept a cell from its answer, each with the line it belongs to.
struct CellFailures: Error {
  /// One of them.
  struct Failure {
    /// The line of the notebook; `nil` for the cell's own.
    let line: Int?
    let problem: CellOptions.Problem
  }

  let failures: [Failure]

  init(_ failures: [Failure]) { self.failures = failures }

  init(_ problem: CellOptions.Problem) { failures = [Failure(line: nil, problem: problem)] }
}
