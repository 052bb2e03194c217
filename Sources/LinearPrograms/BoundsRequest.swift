/// Which columns of which programs are to be minimised and maximised.
public struct BoundsRequest: Hashable, Sendable {
  /// A column to be bounded.
  public struct Target: Hashable, Sendable {
    /// The program's position.
    public let program: Int
    /// The column's position in it.
    public let column: Int
    /// The distance of whole numbers, `⌊greatest⌋ - ⌈least⌉`, at which the solver may stop short of
    /// the optimum; `nil` asks for both optima.
    public let enough: Int?

    /// Makes a target.
    public init(program: Int, column: Int, enough: Int? = nil) {
      self.program = program
      self.column = column
      self.enough = enough
    }
  }

  /// The programs.
  ///
  /// They share nothing, so each is solved on its own.
  public let programs: [LinearProgram]
  /// The targets, in the order in which they are answered.
  public let targets: [Target]
  /// How many simplex iterations all targets together may take.
  public let iterationLimit: Int

  /// Makes a request.
  ///
  /// - Throws: `.malformedProgram` if a target names a program or column that is not there, or a
  ///   number is out of range.
  public init(
    programs: [LinearProgram], targets: [Target], iterationLimit: Int = 1_000_000
  ) throws(SolverFailure) {
    guard (0...Self.largestLimit).contains(iterationLimit) else { throw .malformedProgram }
    for target in targets {
      guard programs.indices.contains(target.program),
        programs[target.program].columns.indices.contains(target.column),
        (0...LinearProgram.largestNumber).contains(target.enough ?? 0)
      else { throw .malformedProgram }
    }
    self.programs = programs
    self.targets = targets
    self.iterationLimit = iterationLimit
  }

  /// The most iterations a request may allow.
  public static let largestLimit = 2_000_000_000
}
