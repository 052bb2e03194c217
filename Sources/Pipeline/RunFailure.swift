public import DataSources

/// Why a run stopped, with what the user is told and the exit code.
public struct RunFailure: Error, Sendable {
  /// What the process ends with.
  public enum ExitCode: Int32, Sendable {
    /// A gate the user asked for failed.
    case gateFailed = 1
    /// The command line is wrong.
    case usage = 64
    /// The data are invalid or over a limit.
    case dataInvalid = 65
    /// An input is missing or cannot be read.
    case inputMissing = 66
    /// A fault of the engine.
    case internalError = 70
    /// An output cannot be written.
    case cannotWrite = 73
    /// The disclosure policy refuses.
    case refused = 77
    /// The configuration is invalid.
    case configurationInvalid = 78
    /// The user interrupted.
    case interrupted = 130
  }

  /// What the process ends with.
  public let exitCode: ExitCode
  /// What the user is told, line by line.
  public let lines: [String]
  /// The problems of the data behind it, for machine-readable output.
  public let problems: [SourceProblem]

  /// Makes a failure.
  public init(_ exitCode: ExitCode, _ lines: [String], problems: [SourceProblem] = []) {
    self.exitCode = exitCode
    self.lines = lines
    self.problems = problems
  }

  /// The failure that problems of the data amount to.
  ///
  /// The gravest error decides: unreadable (66), refused (77), configuration (78), data (65).
  public init(_ problems: SourceProblems) {
    let errors = problems.problems.filter { $0.severity == .error }
    let codes = Set(errors.map(\.exitCode))
    let code = [66, 77, 78, 65].first { codes.contains($0) } ?? 65
    self.init(
      ExitCode(rawValue: code) ?? .dataInvalid,
      problems.problems.flatMap { ProblemText.lines(for: $0) }, problems: problems.problems)
  }
}
