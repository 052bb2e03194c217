/// How the search for an optimum ended.
package enum SimplexOutcome: Sendable {
  /// At an optimum.
  case optimal
  /// There is no point.
  case infeasible
  /// The iterations were used up.
  case exhausted
  /// Numbers got out of hand.
  case failed
}

/// A linear program with a point and a basis that are kept from one objective to the next.
package protocol SimplexModel: ~Copyable {
  /// Loads a program.
  init(_ program: LinearProgram)

  /// Minimises or maximises a column, taking the iterations used off those allowed.
  mutating func solve(_ column: Int, maximize: Bool, iterations: inout Int) -> SimplexOutcome

  /// The values of all columns where the last solve ended, about.
  func values() -> [Double]

  /// The values of all columns where the last solve ended, exactly.
  ///
  /// A solver that computes with doubles returns the fractions it takes its numbers for, or `nil`
  /// where it finds none; whether they are right is checked by the caller.
  func exactValues() -> [Fraction]?

  /// The rows with a dual value other than 0 at the last optimum.
  func duals() -> [BoundsAnswer.Dual]
}
