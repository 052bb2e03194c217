import Aggregates
package import Analyses
import Archive
public import Configuration
import Disclosure
import Documents
import Encoders
import Findings
import Foundation
import Reports

/// One walk from extracts to files: check, count, plan, gate, judge, write.
public struct ReportRun: Sendable {
  /// What the run leaves behind.
  public enum Product: Sendable {
    /// Every file of the report.
    case report
    /// `results.json` and `manifest.json` alone.
    case results
  }

  /// What happened, for the last lines the user sees.
  public struct Summary: Sendable {
    /// The folder written.
    public let folder: String
    /// The files, relative to the folder, in order.
    public let files: [String]
    /// Warnings about the data, as printed.
    public let warnings: [String]
    /// The name of the private plan log.
    public let planLog: String?
    /// Whether the release was entered in a ledger, or its bytes were there already; `nil` without a
    /// ledger.
    public let isNewInLedger: Bool?
  }

  private let configuration: RunConfiguration
  private let product: Product
  private let output: OutputFolder
  private let planLogPath: String?
  private let isFirstRelease: Bool
  private let progress: @Sendable (String, Double) -> Void

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - configuration: what to read and how to report it.
  ///   - product: which files to leave behind.
  ///   - folder: where to leave them; must not exist unless `force` is set.
  ///   - planLog: where to write the operator's private log of what was hidden and why; none if
  ///     `nil`.
  ///   - isFirstRelease: whether the configured ledger need not exist yet.
  ///   - progress: called with the step's name and the share of it done.
  public init(
    _ configuration: RunConfiguration, product: Product, folder: String, force: Bool,
    planLog: String? = nil, isFirstRelease: Bool = false,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.product = product
    output = OutputFolder(path: folder, replacesExisting: force)
    planLogPath = planLog
    self.isFirstRelease = isFirstRelease
    self.progress = progress
  }

  /// Runs it.
  ///
  /// Nothing is written unless everything succeeds.
  public func callAsFunction() async throws -> Summary {
    try output.check()
    if let planLogPath, !output.replacesExisting { try PrivateFile.check(planLogPath) }
    let policy = try ContextBuilder.policy(configuration)
    let ledger = try LedgerSession(
      configuration, policy: policy, isFirstRelease: isFirstRelease)
    let draft = try await draft(policy)
    let (gated, input, results) = (draft.gated, draft.input, draft.results)
    let audit = try audit(results, gated)
    let addition = try ledger?.rule(on: gated, results: results) { (lines) throws(RunFailure) in
      guard let planLogPath else { return }
      try PrivateFile.write(
        gated.log.description + lines.map { $0 + "\n" }.joined(), to: planLogPath)
    }
    var files = [results]
    if product == .report { files += try ReportFiles.render(input) }
    files += try draft.provenance.seal(files, audit: audit)
    if let planLogPath { try PrivateFile.write(gated.log.description, to: planLogPath) }
    do {
      if let ledger {
        try ledger.entering(addition) { () throws(RunFailure) in try output.write(files) }
      } else {
        try output.write(files)
      }
    } catch {
      if let planLogPath { PrivateFile.remove(planLogPath) }
      throw error
    }
    return Summary(
      folder: output.path, files: files.map(\.path), warnings: draft.warnings.flatMap(\.lines),
      planLog: planLogPath, isNewInLedger: ledger.map { _ in addition != nil })
  }

  /// Everything up to the files.
  private struct Draft {
    let warnings: [InputCheck.Warning]
    let provenance: Provenance
    let gated: GateResult
    let input: ReportInput
    let results: RenderedFile
  }

  /// Checks, counts, plans, rules and judges.
  private func draft(_ policy: DisclosurePolicy) async throws -> Draft {
    let warnings = try InputCheck(configuration, progress: progress).warnings()
    let provenance = try Provenance(configuration, policy: policy)
    let gated = try await walk.release(policy)
    var context = try ReportContextBuilder.context(
      configuration, policy: policy, warnings: warnings.map(\.sentence),
      provenance: provenance.lines)
    context.isAudited = true
    var input = ReportInput(release: gated.release, context: context)
    if product == .report {
      progress("Scanning", 0)
      input.scan = try await ReleaseScan(
        gated.release, findings: input.findings, confidence: configuration.tests.confidence
      ).summary
    }
    let results = RenderedFile(
      path: "results.json",
      bytes: Array(
        ResultsFile.json(
          gated.release, findings: input.findings, level: 1 - configuration.tests.confidence,
          run: provenance.run, isAudited: true
        ).document.utf8))
    return Draft(
      warnings: warnings, provenance: provenance, gated: gated, input: input, results: results)
  }

  /// The full report as a value with its `results.json`, computed, protected and audited as if they
  /// were written.
  ///
  /// - Throws: what a run throws; and a refusal where the configuration has a ledger that this
  ///   release is not in, because what is shown of a release must have been ruled on with the earlier
  ///   ones.
  func document() async throws -> (document: Document, results: String) {
    let policy = try ContextBuilder.policy(configuration)
    let ledger = try LedgerSession(
      configuration, policy: policy, isFirstRelease: isFirstRelease)
    let draft = try await draft(policy)
    _ = try audit(draft.results, draft.gated)
    let isNew =
      try ledger?.rule(on: draft.gated, results: draft.results) { (_) throws(RunFailure) in } != nil
    if isNew {
      throw RunFailure(
        .refused,
        [
          "error P117 this release is not in the ledger yet",
          "  fix: enter it with parity report, then show parts of it",
        ])
    }
    return (
      ReportBuilder.full(draft.input), String(decoding: draft.results.bytes, as: UTF8.self)
    )
  }

  /// The second audit of what will be written; where it fails the operator's log names the cells.
  private func audit(
    _ results: RenderedFile, _ gated: GateResult
  ) throws(RunFailure) -> BundleAudit {
    progress("Auditing", 0)
    do {
      return try SecondAudit.refuse(
        unlessSafe: results.bytes, smallCounts: gated.smallCounts.exposed,
        solver: SecondAudit.solver)
    } catch {
      if let planLogPath {
        try PrivateFile.write(gated.log.description + error.logLines, to: planLogPath)
      }
      throw error.failure
    }
  }

  /// The plan of the release.
  package func plan() async throws -> ReleasePlan { try await walk.plan() }

  private var walk: ReleaseWalk {
    ReleaseWalk(configuration: configuration, breadth: .report, progress: progress)
  }
}
