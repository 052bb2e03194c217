import Synchronization

/// Runs each command line once: within a run of a notebook the same words give the same answer.
final class RememberedRuns: Sendable {
  private let interpreter: any CommandInterpreter
  private let outcomes = Mutex<[[String]: CommandOutcome]>([:])

  init(_ interpreter: any CommandInterpreter) { self.interpreter = interpreter }

  /// Runs a command line, or answers what it gave before.
  func run(_ arguments: [String]) async -> CommandOutcome {
    if let known = outcomes.withLock({ $0[arguments] }) { return known }
    let outcome = await interpreter.run(arguments)
    outcomes.withLock { $0[arguments] = outcome }
    return outcome
  }
}
