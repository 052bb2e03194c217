/// Why a numerical routine gave no number.
package enum NumericalError: Error, Hashable, Sendable, CustomStringConvertible {
  /// An argument lies where the function is not defined.
  case outsideDomain(function: String, argument: Double)
  /// The library reported a failure.
  case failed(function: String, status: Int)
  /// The library returned infinity or not-a-number.
  case notFinite(function: String)
  /// The function has the same sign at both ends, or no change of sign was found.
  case noSignChange
  /// The iteration did not settle within its budget.
  case notConverged
  /// A matrix that must be positive definite is not: this row, from 0, is a combination of those
  /// before it or worse.
  case notPositiveDefinite(row: Int)

  package var description: String {
    switch self {
    case .outsideDomain(let function, let argument):
      "\(function) is not defined at \(argument)"
    case .failed(let function, let status):
      "\(function) failed with status \(status)"
    case .notFinite(let function):
      "\(function) gave no finite number"
    case .noSignChange:
      "no root could be bracketed"
    case .notConverged:
      "the root finder did not converge"
    case .notPositiveDefinite(let row):
      "the matrix is not positive definite at row \(row + 1)"
    }
  }
}
