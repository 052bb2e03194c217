/// Why a linear program has no answer that can be used.
///
/// None of them names a count. Every failure is a refusal: nothing is published on the strength of an
/// answer that failed.
public enum SolverFailure: Error, Hashable, Sendable {
  /// There is no solver at the given place, or it was built without its library.
  case missing
  /// The solver is there and could not be started.
  case notStarted
  /// The solver was ended by a signal, for example by an abort inside its library.
  case aborted(signal: Int)
  /// The solver ended with an exit status that reports an error.
  case failed(status: Int)
  /// The solver did not end within its seconds.
  case timedOut
  /// The iterations allowed were used up.
  case budgetExhausted
  /// The solver wrote more than an answer can hold.
  case answerTooLong
  /// The answer does not follow the wire format, or ends early.
  case malformedAnswer
  /// The answer holds a number that is none.
  case notANumber
  /// A point of the answer breaks a row or a bound, or cannot be put in exact numbers.
  case infeasiblePoint
  /// The answer contradicts itself or what is known to be true.
  case contradiction
  /// No point satisfies the program.
  case infeasible
  /// The solver gave up on a target for numerical reasons.
  case numerical
  /// The counts do not satisfy their own identities.
  case inconsistentCounts
  /// The program or the request is not well formed.
  case malformedProgram
}

extension SolverFailure: CustomStringConvertible {
  /// What happened and what to do, in one sentence.
  public var description: String {
    switch self {
    case .missing:
      "the solver is missing: build parity-solver with the trait GLPK"
    case .notStarted: "the solver could not be started"
    case .aborted(let signal): "the solver was ended by signal \(signal)"
    case .failed(let status): "the solver ended with status \(status)"
    case .timedOut: "the solver did not end in time: plan fewer tables or allow more seconds"
    case .budgetExhausted:
      "the solver's iterations are used up: plan fewer tables or allow more iterations"
    case .answerTooLong: "the solver's answer is too long"
    case .malformedAnswer: "the solver's answer cannot be read"
    case .notANumber: "the solver's answer holds a number that is none"
    case .infeasiblePoint: "a point in the solver's answer breaks the program"
    case .contradiction: "the solver's answer contradicts what is known"
    case .infeasible: "the program has no solution"
    case .numerical: "the solver lost its accuracy"
    case .inconsistentCounts: "counts do not satisfy their own identities"
    case .malformedProgram: "the linear program is not well formed"
    }
  }
}
