/// A solver in this process and in exact arithmetic, for small programs: a second opinion on
/// another solver's answers, and the only one where there is no other.
///
/// It follows `TargetSession` like any solver; its numbers stay whole, so its optima are optima. Where
/// they do not fit 128 bits a target is given up. Sensible up to about 60 columns of a program.
public struct ExactSimplex: LinearProgramSolver {
  /// Makes a solver.
  public init() {}

  /// Answers a request.
  public func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
    TargetSession<ExactTableau>.answer(request)
  }
}
