import LinearPrograms
import SolverClient
import TestSupport

/// The solvers under test: the child process with its library, and the exact one.
enum Solver: CaseIterable, LinearProgramSolver {
  case library
  case exact

  func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
    switch self {
    case .library:
      try SolverProcess(path: BuiltProgram.path(SolverLocation.name), seconds: 120).bounds(request)
    case .exact: try ExactSimplex().bounds(request)
    }
  }
}

extension AttackerIntervals.Interval {
  /// The ends, for comparison.
  var ends: [Int?] { [lower, upper] }
}
