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

  /// Which document of a report is written.
  public enum Profile: String, Sendable, CaseIterable {
    /// Every section: `report.md` and `report.html`.
    case full
    /// One printed side: `leadership.md` and `leadership.html`.
    case leadership
    /// Every section, test and method: `research.md` and `research.html`.
    case research
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
  private let profiles: [ReportProfile]
  private let formats: ReportFormats
  private let forEach: String?
  private let progress: @Sendable (String, Double) -> Void

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - configuration: what to read and how to report it.
  ///   - product: which files to leave behind.
  ///   - folder: where to leave them; must not exist unless `force` is set.
  ///   - planLog: where to write the operator's private log of what was hidden and why; none if
  ///     `nil`.
  ///   - profiles: the documents to write; those of the configuration if empty.
  ///   - isFirstRelease: whether the configured ledger need not exist yet.
  ///   - formats: the forms of the report.
  ///   - forEach: a structure; each of its levels gets a report of its own beside everyone's, all
  ///     ruled on together.
  ///   - progress: called with the step's name and the share of it done.
  public init(
    _ configuration: RunConfiguration, product: Product, folder: String, force: Bool,
    planLog: String? = nil, profiles: [Profile] = [], isFirstRelease: Bool = false,
    formats: ReportFormats = .standard, forEach: String? = nil,
    progress: @escaping @Sendable (String, Double) -> Void = { _, _ in }
  ) {
    self.configuration = configuration
    self.product = product
    output = OutputFolder(path: folder, replacesExisting: force)
    planLogPath = planLog
    self.isFirstRelease = isFirstRelease
    let asked = profiles.isEmpty ? configuration.report.profiles : profiles.map(\.rawValue)
    self.profiles = ReportProfile.allCases.filter { asked.contains($0.rawValue) }
    self.formats = formats
    self.forEach = forEach
    self.progress = progress
  }

  /// Runs it.
  ///
  /// Nothing is written unless everything succeeds.
  public func callAsFunction() async throws -> Summary {
    try output.check()
    if let planLogPath, !output.replacesExisting { try PrivateFile.check(planLogPath) }
    let brand = try BrandFile(configuration)
    if formats.has(.pdf) { _ = try PagePrinter() }
    let policy = try ContextBuilder.policy(configuration)
    let earlier = try earlier(policy)
    let ledger = try LedgerSession(
      configuration, policy: policy, isFirstRelease: isFirstRelease)
    let draft = try await draft(policy, since: earlier)
    let (gated, results) = (draft.gated, draft.results)
    let audit = try audit(results, gated)
    let addition = try ledger?.rule(on: gated, results: results) { (lines) throws(RunFailure) in
      guard let planLogPath else { return }
      try PrivateFile.write(
        gated.log.description + lines.map { $0 + "\n" }.joined(), to: planLogPath)
    }
    var files = [results]
    if product == .report {
      files += try rendered(draft, brand.brand)
    }
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
      folder: output.path, files: files.map(\.path),
      warnings: brand.warnings + draft.warnings.flatMap(\.lines),
      planLog: planLogPath, isNewInLedger: ledger.map { _ in addition != nil })
  }

  /// The documents: of everyone, or of everyone and each part with a page that leads to them.
  private func rendered(_ draft: Draft, _ brand: Brand) throws(RunFailure) -> [RenderedFile] {
    guard let batch = draft.batch else {
      return try ReportFiles.render(
        draft.input, profiles: profiles, formats: formats, brand: brand)
    }
    let entries = batch.entries
    var files = ReportFiles.index(
      batch.index(entries, page: profiles, formats), formats: formats, brand: brand)
    for entry in entries {
      guard let folder = entry.folder else { continue }
      files.append(results(entry.input, draft.provenance, path: "\(folder)/results.json"))
      files += try ReportFiles.render(
        entry.input, profiles: profiles, formats: formats, brand: brand
      ).map { RenderedFile(path: "\(folder)/\($0.path)", bytes: $0.bytes) }
    }
    return files
  }

  /// Everything up to the files.
  private struct Draft {
    let batch: ReportBatch?
    let warnings: [InputCheck.Warning]
    let provenance: Provenance
    let gated: GateResult
    let input: ReportInput
    let results: RenderedFile
  }

  /// Checks, counts, plans, rules and judges.
  private func draft(
    _ policy: DisclosurePolicy, since earlier: EarlierRelease?
  ) async throws -> Draft {
    let warnings = try InputCheck(configuration, progress: progress).warnings()
    let provenance = try Provenance(configuration, policy: policy, earlier: earlier)
    let parts = try forEach.map { id throws(RunFailure) in
      try ReportedParts(forEach: id, configuration)
    }
    let gated = try await walk(parts ?? .none).release(policy)
    let release = parts.map { gated.release.whole(without: $0.reported.map(\.prefix)) }
    var context = try ReportContextBuilder.context(
      configuration, policy: policy, warnings: warnings.map(\.sentence),
      provenance: provenance.lines)
    context.isAudited = true
    var input = ReportInput(release: release ?? gated.release, context: context)
    if product == .report {
      progress("Scanning", 0)
      input.scan = try await ReleaseScan(
        input.release, findings: input.findings, confidence: configuration.tests.confidence
      ).summary
    }
    let own = results(input, provenance)
    if let earlier { input.changes = try Self.changes(since: earlier, in: own) }
    input.pool = try configuration.report.pool.map { path throws(RunFailure) in
      try PoolComparison(path: path)
    }
    let batch = parts.map {
      ReportBatch(parts: $0, joint: gated.release, whole: input, configuration: configuration)
    }
    // Of a batch, every count of every report; what was found in them stands with each report.
    let results =
      batch == nil
      ? own
      : results(
        ReportInput(release: gated.release, findings: [], limits: [], context: context), provenance)
    return Draft(
      batch: batch, warnings: warnings, provenance: provenance, gated: gated, input: input,
      results: results)
  }

  /// The data of a report.
  private func results(
    _ input: ReportInput, _ provenance: Provenance, path: String = "results.json"
  ) -> RenderedFile {
    RenderedFile(
      path: path,
      bytes: Array(
        ResultsFile.json(
          input.release, findings: input.findings, level: 1 - configuration.tests.confidence,
          run: provenance.run, isAudited: true
        ).document.utf8))
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
    let draft = try await draft(policy, since: earlier(policy))
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

  /// The release this one is compared with, where the configuration names one.
  private func earlier(_ policy: DisclosurePolicy) throws(RunFailure) -> EarlierRelease? {
    guard let path = configuration.report.previousRelease else { return nil }
    let earlier = try EarlierRelease(path: path)
    try earlier.check(
      organisation: configuration.organisation.name, period: configuration.period.quarter,
      audience: policy.audience)
    return earlier
  }

  /// What is different since an earlier release, by what both publish.
  private static func changes(
    since earlier: EarlierRelease, in results: RenderedFile
  ) throws(RunFailure) -> ReleaseChanges {
    do {
      return ReleaseChanges(
        ReleaseComparison(
          earlier: earlier.release, later: try ArchivedRelease(resultsFile: results.bytes)))
    } catch {
      throw RunFailure(
        .internalError,
        ["error I102 results.json cannot be read back: \(error)", "  fix: report this fault"])
    }
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
  package func plan() async throws -> ReleasePlan { try await walk(.none).plan() }

  private func walk(_ parts: ReportedParts) -> ReleaseWalk {
    ReleaseWalk(
      configuration: configuration, breadth: .report, parts: parts, progress: progress)
  }
}
