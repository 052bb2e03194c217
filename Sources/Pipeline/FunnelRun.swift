import Aggregates
import Analyses
public import Configuration
import Disclosure
import Encoders
import Estimates
import Findings
import Reports

/// The funnel of a configuration, through the same plan and gate as its report.
public struct FunnelRun: Sendable {
  /// What to show of it.
  public enum Form: Sendable {
    /// Lines for a terminal.
    case lines
    /// The funnel's part of `results.json`.
    case json
  }

  /// What to compare.
  public enum Breadth: Sendable {
    /// The funnel's exhibits, of one characteristic and one breakdown or of all.
    case funnel(attribute: String?, by: String?)
    /// Every comparison of hiring, promotions and exits that the report's release holds, tested at
    /// once; with figures that are public already, every group in every part at every event.
    case scan
    /// More parts and events than the report shows, and combinations, in a release of its own.
    case wideScan
  }

  /// What came of it.
  public struct Product: Sendable {
    /// What goes to standard output, line by line.
    public let lines: [String]
    /// What goes to standard error: warnings about the data and about the release.
    public let remarks: [String]
  }

  private let configuration: RunConfiguration
  private let breadth: Breadth
  private let progress: @Sendable (String, Double) -> Void

  /// Prepares a run.
  public init(
    _ configuration: RunConfiguration, breadth: Breadth,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.breadth = breadth
    self.progress = progress
  }

  /// Runs it.
  ///
  /// - Throws: a failure with everything that is wrong with what was asked for, the configuration
  ///   or the data.
  public func callAsFunction(_ form: Form) async throws -> Product {
    try checkNames()
    let policy = try ContextBuilder.policy(configuration)
    let warnings = try InputCheck(configuration, progress: progress).warnings()
    let walk = ReleaseWalk(
      configuration: configuration, breadth: planned(policy), progress: progress)
    let release = try await walk.release(policy).release
    let provenance = try Provenance(configuration, policy: policy)
    let input = ReportInput(
      release: release,
      context: try ReportContextBuilder.context(
        configuration, policy: policy, warnings: warnings.map(\.sentence),
        provenance: provenance.lines))
    var remarks = warnings.flatMap(\.lines)
    switch breadth {
    case .funnel(let attribute, let by):
      let panel = FunnelPanel(input, attribute: attribute, by: by)
      switch form {
      case .lines: return Product(lines: inert(panel.lines), remarks: remarks)
      case .json:
        let document = ResultsFile.json(
          release, exhibits: panel.exhibits, findings: input.findings,
          level: 1 - configuration.tests.confidence, run: provenance.run
        ).document
        return Product(lines: [String(document.dropLast())], remarks: remarks)
      }
    case .scan, .wideScan:
      progress("Scanning", 0)
      let scan = try await ReleaseScan(
        release, findings: input.findings, confidence: configuration.tests.confidence)
      if policy.audience != .alreadyPublished, planned(policy) != .report {
        remarks.append(
          "parity: a wide scan is a release of its own: a reader who has a report of the same data too "
            + "may learn more from both than either shows")
      }
      switch form {
      case .lines: return Product(lines: inert(scan.summary.lines(input)), remarks: remarks)
      case .json:
        let document = ResultsFile.json(
          release, exhibits: scan.exhibits, findings: [],
          run: provenance.run, adding: ["scan": scan.json]
        ).document
        return Product(lines: [String(document.dropLast())], remarks: remarks)
      }
    }
  }

  /// What is planned: with figures that are public already there is nothing to protect.
  private func planned(_ policy: DisclosurePolicy) -> AnalysisCatalogue.Breadth {
    switch breadth {
    case .funnel: .report
    case .scan: policy.audience == .alreadyPublished ? .everything : .report
    case .wideScan: policy.audience == .alreadyPublished ? .everything : .scan
    }
  }

  private func inert(_ lines: [String]) -> [String] {
    lines.map { line in
      // The encoder joins runs of spaces; columns must keep theirs.
      line.split(separator: " ", omittingEmptySubsequences: false)
        .map { TerminalEncoder.text(String($0)) }.joined(separator: " ")
    }
  }

  /// Every name asked for that the configuration does not have, and a configuration without a
  /// funnel, in one pass.
  private func checkNames() throws(RunFailure) {
    let context = ContextBuilder.context(configuration)
    let applications = context.input(.applications)
    var lines: [String] = []
    if case .funnel(let attribute, let by) = breadth {
      let characteristics = applications.map(context.characteristics(of:)) ?? []
      let structures = applications.map(context.structures(of:)) ?? []
      lines += problem(
        "--attribute", attribute, known: characteristics.map(\.attribute.id),
        of: "a characteristic of the applications")
      lines += problem(
        "--by", by, known: structures.map(\.id), of: "a structure of the applications")
      if applications == nil {
        throw RunFailure(
          .configurationInvalid,
          [
            "error C075 \(configuration.file): there is no input of kind applications, so there is "
              + "no funnel",
            "  fix: add [inputs.X] with kind = \"applications\" and its stages",
          ])
      }
    }
    guard lines.isEmpty else { throw RunFailure(.usage, lines) }
  }

  private func problem(
    _ option: String, _ name: String?, known: [String], of what: String
  ) -> [String] {
    guard let name, !known.contains(name) else { return [] }
    return [
      "error U103 \(option) \(TerminalEncoder.text(name)) is not \(what)",
      "  fix: " + (known.isEmpty ? "leave it out" : "one of \(known.joined(separator: ", "))"),
    ]
  }
}
