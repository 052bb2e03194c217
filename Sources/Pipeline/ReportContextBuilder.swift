import Aggregates
import Configuration
import Disclosure
import Findings
import Reports

/// What a report says beside its numbers, from the configuration.
enum ReportContextBuilder {
  static func context(
    _ configuration: RunConfiguration, policy: DisclosurePolicy, warnings: [String],
    provenance: [ReportContext.Provenance]
  ) throws(RunFailure) -> ReportContext {
    let tests = configuration.tests
    guard
      let bands = PracticalBands(
        ratio: tests.bandRatioLower...max(tests.bandRatioLower, tests.bandRatioUpper),
        sharePoints: tests.bandSharePoints, payPercent: tests.bandPayPercent)
    else {
      throw RunFailure(
        .configurationInvalid,
        [
          "error C023 \(configuration.file): a practical band of [tests] does not hold parity",
          "  fix: band_ratio needs a number below 1 and one above; the others must be positive",
        ])
    }
    var context = ReportContext(
      organisation: configuration.organisation.name, period: configuration.period.quarter,
      engineVersion: ParityVersion.engine, confidence: tests.confidence, bands: bands,
      multiplicity: Multiplicity(rawValue: tests.multiplicity) ?? .holm,
      language: Language(rawValue: configuration.organisation.locale) ?? .britishEnglish)
    context.terminology = terminology(configuration.report.terminology)
    context.currency = configuration.organisation.currency
    context.snapshotDate = configuration.period.snapshotDate
    context.isDraft = configuration.organisation.status == .draft
    context.leadershipFrom = configuration.leadershipFrom
    context.payMeasure = configuration.pay.map { $0.measure.title.lowercased() }
    context.dataDescription = configuration.report.description
    context.exclusions = configuration.inputs.flatMap { input in
      input.exclusions.map { exclusion in
        let title =
          configuration.attribute(exclusion.attribute)?.attribute.title ?? exclusion.attribute
        return "Not counted: \(title.lowercased()) \(exclusion.levels.joined(separator: ", "))."
      }
    }
    context.benchmarks = configuration.benchmarks.map { benchmark in
      ReportContext.BenchmarkSource(
        subject: ([benchmark.level] + benchmark.within.map(\.level)).joined(separator: ", "),
        source: benchmark.source, date: benchmark.date, note: benchmark.note)
    }
    context.targets = configuration.targets.map { target in
      ReportContext.Target(
        attribute: target.attribute, group: target.level,
        scope: target.scope == .leadership ? .leadership : .overall, value: target.value,
        by: target.by)
    }
    context.breaks = configuration.breaks.map {
      ReportContext.Break(attribute: $0.attribute, quarter: $0.quarter, text: $0.text)
    }
    context.crosswalk = configuration.report.crosswalk
    context.actions = configuration.actions.map {
      ReportContext.Action(text: $0.text, owner: $0.owner, due: $0.due)
    }
    context.occupations = (configuration.taxonomy?.specializations ?? []).map { specialization in
      ReportContext.Occupation(
        specialization: specialization.name, occupation: specialization.occupation,
        codes: specialization.codes,
        shares: specialization.shares.map { .init(group: $0.group, value: $0.value) },
        note: specialization.note)
    }
    context.occupationSource = configuration.taxonomy?.source
    context.warnings = warnings
    context.provenance = provenance
    context.privacyScope =
      policy.audience == .alreadyPublished ? nil : scope(configuration)
    return context
  }

  private static func terminology(_ given: TerminologyConfiguration?) -> Terminology {
    func renames(_ list: [TerminologyConfiguration.Rename]?) -> [Terminology.Rename] {
      (list ?? []).map { Terminology.Rename($0.name, $0.replacement) }
    }
    return Terminology(
      words: renames(given?.words), groups: renames(given?.groups),
      attributes: renames(given?.attributes))
  }

  private static func scope(_ configuration: RunConfiguration) -> String {
    configuration.privacy.ledger == nil
      ? "protected within this release only"
      : "protected together with the earlier releases of the ledger"
  }
}
