/// Something that finds how small and how large columns of linear programs can be.
///
/// Its answer is a claim. ``BoundsCheck`` turns it into a proof or refuses it.
public protocol LinearProgramSolver: Sendable {
  /// Answers a request.
  ///
  /// - Throws: any ``SolverFailure``.
  func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer
}
