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

  /// Where the organisation stands among others, where there is a pool.
  public var pool: PoolComparison?

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

  /// The same input in English, for a terminal: the program's own messages are English.
  var inEnglish: ReportInput {
    guard !context.language.isEnglish else { return self }
    var context = context
    context.language = .britishEnglish
    return ReportInput(release: release, findings: findings, limits: limits, context: context)
  }

  /// The same input under the names of a report's language and of the organisation's own words.
  ///
  /// The renamed release is judged as the first one was: verdicts do not depend on names.
  func worded(_ wording: ExhibitWording) -> ReportInput {
    guard !wording.changesNothing else { return self }
    var context = context
    context.period = wording.period(context.period)
    context.targets = context.targets.map { target in
      ReportContext.Target(
        attribute: target.attribute, group: wording.group(target.group), scope: target.scope,
        value: target.value, by: wording.period(target.by))
    }
    context.breaks = context.breaks.map { change in
      ReportContext.Break(
        attribute: change.attribute, quarter: wording.period(change.quarter), text: change.text)
    }
    context.leadershipFrom = context.leadershipFrom.map(wording.group)
    context.benchmarks = context.benchmarks.map { benchmark in
      ReportContext.BenchmarkSource(
        subject: wording.groups(benchmark.subject), source: benchmark.source,
        date: benchmark.date, note: benchmark.note)
    }
    context.exclusions = context.exclusions.map(wording.line)
    context.provenance = context.provenance.map {
      ReportContext.Provenance(label: wording.line($0.label), value: wording.line($0.value))
    }
    var worded = ReportInput(release: wording.release(release), context: context)
    worded.scan = scan
    worded.changes = changes.map { $0.worded(wording) }
    worded.pool = pool
    return worded
  }
}
