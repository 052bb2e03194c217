public import Configuration
import DataSources
public import Intake

/// Judges every input before it is used: roles, identifiers, precision, anonymity and keys.
///
/// Nothing of a field is printed: only counts, shares and names of columns.
public struct IntakeRun: Sendable {
  /// What came of it.
  public struct Product: Sendable {
    /// The report, for a terminal.
    public let lines: [String]
    /// The report as JSON (`parity.intake/1`).
    public let json: String
    /// Whether the inputs may be used, with the reasons.
    public let verdict: IntakeVerdict

    /// The failure that a refusal amounts to; `nil` where the inputs may be used.
    public var failure: RunFailure? {
      guard verdict.level == .refuse else { return nil }
      return RunFailure(
        RunFailure.ExitCode(rawValue: verdict.exitCode) ?? .dataInvalid,
        ["parity: refused; see the findings marked refuse"])
    }
  }

  /// One input: what the check found in it, and what was measured.
  struct Judged: Sendable {
    let input: InputConfiguration
    let file: String
    let assessment: IntakeAssessment?
    let lines: [IntakeVerdict.Line]
  }

  private let configuration: RunConfiguration
  private let progress: @Sendable (String, Double) -> Void

  /// Prepares an intake.
  public init(
    _ configuration: RunConfiguration,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.progress = progress
  }

  /// Reads and judges every input.
  ///
  /// What is wrong with an input is part of the report; nothing is thrown but a cancellation.
  public func callAsFunction() throws -> Product {
    let inputs = try configuration.inputs.map { try read($0) }
    let judged = inputs.map { input, problems, extract in
      judge(input, problems, extract, among: inputs.map { ($0.0, $0.2) })
    }
    let verdict = IntakeVerdict(judged.flatMap(\.lines))
    return Product(
      lines: IntakeText.lines(configuration, judged, verdict),
      json: IntakeJSON.document(configuration, judged, verdict), verdict: verdict)
  }

  private typealias Read = (InputConfiguration, [SourceProblem], IntakeExtract?)

  /// Checks an input, and reads it unless its rows cannot be trusted to stand in their columns.
  private func read(_ input: InputConfiguration) throws -> Read {
    let progress = progress
    let checker = InputChecker(schema: input.schema)
    let found = try checker.check { progress("Checking \(input.schema.id)", $0) }.problems
    let isReadable = found.allSatisfy { problem in
      problem.severity == .warning || problem.exitCode == 77
        || problem.code == ProblemCode.undeclaredColumn.rawValue
    }
    guard isReadable else { return (input, found, nil) }
    let roles = configuration.privacy.roles.map { given in
      (given.id, given.role == .sensitive ? ColumnRole.sensitive : .quasiIdentifier)
    }
    let reader = ExtractReader(
      input.schema,
      roles: RoleAssignment(Dictionary(roles, uniquingKeysWith: { first, _ in first })),
      day: configuration.period.snapshotDate, firstMonth: configuration.period.firstMonth)
    do {
      return (input, found, try reader.read { progress("Reading \(input.schema.id)", $0) })
    } catch let problems as SourceProblems {
      return (input, found + problems.problems, nil)
    }
  }

  private func judge(
    _ input: InputConfiguration, _ problems: [SourceProblem], _ extract: IntakeExtract?,
    among all: [(InputConfiguration, IntakeExtract?)]
  ) -> Judged {
    let progress = progress
    let assessment = extract.map { extract in
      IntakeAssessment(
        extract, minimum: configuration.privacy.minGroup, earlier: keysBefore(input, among: all)
      ) { progress("Measuring \(input.schema.id)", $0) }
    }
    let file = InputFile.displayName(of: input.schema.path)
    let known = assessment?.lines ?? []
    let others = problems.filter { problem in
      !known.contains { $0.code == problem.code && $0.column == problem.column }
    }
    var lines = others.map(Self.line)
    if lines.isEmpty, let extract {
      lines = [
        IntakeVerdict.Line(
          .file, .pass, file: file,
          reason: "\(ProblemText.counted(extract.rows, "row")) without an error")
      ]
    }
    return Judged(input: input, file: file, assessment: assessment, lines: lines + known)
  }

  /// The keys of the latest earlier snapshot in another file: a file of one day, or the latest day
  /// before the reported one in a file of several.
  private func keysBefore(
    _ input: InputConfiguration, among all: [(InputConfiguration, IntakeExtract?)]
  ) -> Set<[UInt8]>? {
    let reported = configuration.period.snapshotDate
    guard input.schema.kind == .snapshots,
      let day = CalendarDay(isoText: input.snapshotDate ?? reported)
    else { return nil }
    var latest: (day: CalendarDay, keys: Set<[UInt8]>)?
    for (other, extract) in all where other.schema.kind == .snapshots && other != input {
      guard let column = extract?.keys.first(where: { $0.id == "person_id" }) else { continue }
      let found: (day: CalendarDay, keys: Set<[UInt8]>)?
      if let own = other.snapshotDate.flatMap({ CalendarDay(isoText: $0) }) {
        found = (own, Set(column.keys.map(\.key)))
      } else {
        found = column.earlier
      }
      if let found, found.day < day, latest.map({ $0.day < found.day }) ?? true { latest = found }
    }
    return latest?.keys
  }

  /// A problem of the check as a finding.
  private static func line(_ problem: SourceProblem) -> IntakeVerdict.Line {
    IntakeVerdict.Line(
      problem.exitCode == 77 ? .identifiers : .file,
      problem.severity == .error ? .refuse : .warn, code: problem.code, file: problem.file,
      column: problem.column, reason: problem.message, action: problem.fix,
      exitCode: problem.exitCode)
  }
}
