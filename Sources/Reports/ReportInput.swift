public import Disclosure
public import Findings

/// Everything a report is written from.
public struct ReportInput: Sendable {
  /// The published numbers.
  public let release: Release
  /// What was found in them.
  public let findings: [Finding]
  /// What the release cannot tell.
  public let limits: [LimitOfKnowledge]
  /// What the report says beside the numbers.
  public let context: ReportContext
  /// What a scan of all comparisons found, where one was made.
  public var scan: ScanSummary?
  /// What is different since the last report, where there is one to compare with.
  public var changes: ReleaseChanges?

  /// Makes an input from a release and what was found in it.
  public init(
    release: Release, findings: [Finding], limits: [LimitOfKnowledge], context: ReportContext
  ) {
    self.release = release
    self.findings = findings
    self.limits = limits
    self.context = context
  }

  /// Makes an input, judging the release with the context's confidence, bands and multiplicity.
  public init(release: Release, context: ReportContext) {
    let engine = FindingsEngine(
      confidence: context.confidence, bands: context.bands, multiplicity: context.multiplicity)
    let findings = engine?.findings(in: release) ?? []
    self.init(
      release: release, findings: findings,
      limits: engine?.limits(of: release, findings: findings) ?? [], context: context)
  }
}
