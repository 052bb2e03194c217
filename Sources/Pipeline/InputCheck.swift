public import Configuration
public import DataSources

/// Checks every input before a run: each problem in one pass, and none of the values behind it.
public struct InputCheck: Sendable {
  /// A problem that does not stop a run.
  public struct Warning: Sendable {
    /// The problem.
    public let problem: SourceProblem

    /// The problem as a report prints it: what kind and where, without the counts the terminal shows.
    public var sentence: String {
      let place = problem.column.map { "\(problem.file), column \($0)" } ?? problem.file
      let meaning = ProblemCatalogue.entry(problem.code)?.explanation ?? problem.code
      return "\(place): \(meaning)"
    }

    /// The problem as the terminal prints it.
    public var lines: [String] { ProblemText.lines(for: problem) }
  }

  private let configuration: RunConfiguration
  private let showsValues: Bool
  private let leavesMark: Bool
  private let progress: @Sendable (String, Double) -> Void

  /// Prepares a check.
  ///
  /// - Parameters:
  ///   - configuration: what to read.
  ///   - showsValues: whether problems quote sensitive values.
  ///   - leavesMark: whether an input without problems leaves a mark for later runs.
  ///   - progress: called with the step's name and the share of it done.
  public init(
    _ configuration: RunConfiguration, showsValues: Bool = false, leavesMark: Bool = true,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.showsValues = showsValues
    self.leavesMark = leavesMark
    self.progress = progress
  }

  /// Every problem of every input, errors and warnings.
  ///
  /// An input without any leaves a mark, so that a report need not check it again.
  public func problems() -> [SourceProblem] {
    configuration.inputs.flatMap { input -> [SourceProblem] in
      let found = problems(of: input)
      if found.isEmpty, leavesMark { CheckStamp(configuration, input: input).leave() }
      return found
    }
  }

  private func problems(of input: InputConfiguration) -> [SourceProblem] {
    do {
      let checker = InputChecker(schema: input.schema, showValues: showsValues)
      let progress = progress
      return try checker.check { progress("Checking", $0) }.problems
    } catch let problems as SourceProblems {
      return problems.problems
    } catch {
      return [
        SourceProblem(
          code: "D000", file: input.declaredPath, message: "the file could not be checked",
          fix: "check that it is a text file you can read", exitCode: 66)
      ]
    }
  }

  /// The warnings, if there is no error.
  ///
  /// - Throws: a failure with everything that was found, if there is one.
  public func warnings() throws(RunFailure) -> [Warning] {
    if let kept = WalkCache.current?.warnings(of: configuration) { return kept }
    let unchecked = configuration.inputs.filter {
      !CheckStamp(configuration, input: $0).isPresent
    }
    let all = SourceProblems(unchecked.flatMap(problems(of:)))
    guard all.problems.allSatisfy({ $0.severity == .warning }) else { throw RunFailure(all) }
    let warnings = all.problems.map { Warning(problem: $0) }
    WalkCache.current?.keep(warnings, of: configuration)
    return warnings
  }
}
