import Foundation
public import LinearPrograms

/// The solver `parity-solver` in a child process, one for each request.
///
/// The child is started directly, without a shell, with an environment of two entries and none of the
/// files this process has open. What it writes is read up to a limit, its time is limited, and its
/// exit status is looked at before its answer.
///
/// How large an answer is and how long a child takes may only refuse; the answer itself depends on
/// the request alone.
public struct SolverProcess: LinearProgramSolver {
  /// Where the solver is.
  public let path: String
  /// How long a request may take, in seconds.
  public let seconds: Double
  /// How many bytes an answer may have.
  public let answerLimit: Int

  /// Names a solver.
  ///
  /// It is looked for when it is needed.
  public init(path: String, seconds: Double = 60, answerLimit: Int = 1 << 26) {
    self.path = path
    self.seconds = seconds
    self.answerLimit = answerLimit
  }

  /// Answers a request.
  ///
  /// - Throws: `.missing`, `.notStarted`, `.aborted`, `.failed`, `.timedOut`, `.answerTooLong`,
  ///   `.malformedAnswer` or `.notANumber`.
  public func bounds(_ request: BoundsRequest) throws(SolverFailure) -> BoundsAnswer {
    try BoundsAnswer(wireText: try exchange(request.wireText), to: request)
  }

  /// Starts the child, writes to it and reads from it at the same time, and waits for its end.
  private func exchange(_ request: [UInt8]) throws(SolverFailure) -> [UInt8] {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw .missing }
    let deadline = Deadline(seconds: seconds)
    let process = Process()
    let input = Pipe()
    let output = Pipe()
    let ended = DispatchSemaphore(value: 0)
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = []
    process.environment = ["LC_ALL": "C", "SWIFT_BACKTRACE": "enable=no"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.terminationHandler = { _ in ended.signal() }
    do { try PipeSignal.withNoneBlocked { try process.run() } } catch { throw .notStarted }
    try? input.fileHandleForReading.close()
    try? output.fileHandleForWriting.close()
    var exchange = PipeExchange(
      writingTo: input.fileHandleForWriting, readingFrom: output.fileHandleForReading,
      request: request, answerLimit: answerLimit)
    let outcome = exchange.run(until: deadline)
    let isOnTime =
      outcome == .complete
      && ended.wait(timeout: .now() + deadline.remainingSeconds) == .success
    if !isOnTime {
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
      _ = ended.wait(timeout: .now() + 1)
    }
    switch outcome {
    case .tooLong: throw .answerTooLong
    case .late: throw .timedOut
    case .broken: throw .notStarted
    case .complete: break
    }
    guard isOnTime else { throw .timedOut }
    try Self.inspect(process.terminationReason, Int(process.terminationStatus))
    return exchange.answer
  }

  private static func inspect(
    _ reason: Process.TerminationReason, _ status: Int
  ) throws(SolverFailure) {
    if reason == .uncaughtSignal { throw status == SIGXCPU ? .timedOut : .aborted(signal: status) }
    switch status {
    case 0: return
    case 65: throw .malformedProgram
    case 69: throw .missing
    default: throw .failed(status: status)
    }
  }
}
