import Aggregates
import Analyses
import Configuration
import DataSources
import Disclosure
import Documents
import Estimates
import Foundation
import Ledger
import LinearPrograms
import SolverClient

/// One run's dealings with the ledger: take it, rule on the release, enter it.
struct LedgerSession {
  private let configuration: RunConfiguration
  private let policy: DisclosurePolicy
  private let file: LedgerFile
  private let key: LedgerKey
  private let chain: LedgerChain
  private let context: AnalysisContext

  /// Takes the configured ledger; `nil` where there is none, or the figures are public already.
  ///
  /// - Throws: a refusal where the ledger is missing, empty or broken and this is not declared to be the
  ///   first release, or where another run has it.
  init?(
    _ configuration: RunConfiguration, policy: DisclosurePolicy, isFirstRelease: Bool
  ) throws(RunFailure) {
    guard let path = configuration.privacy.ledger, policy.audience != .alreadyPublished else {
      return nil
    }
    guard
      let secret = configuration.privacy.keyFile.flatMap({
        FileManager.default.contents(atPath: $0)
      })
    else {
      throw RunFailure(
        .inputMissing,
        [
          "error C071 \(configuration.file): the ledger needs the file named by [privacy] key_file,"
            + " which cannot be read",
          "  fix: `parity init --out` makes one; keep it for all releases",
        ])
    }
    guard let key = LedgerKey(secret: Array(secret)) else {
      throw RunFailure(
        .refused,
        [
          "error P115 the key of the ledger has fewer than \(LedgerKey.leastSecret) bytes",
          "  fix: `parity init --out` makes one of 32 random bytes",
        ])
    }
    self.configuration = configuration
    self.policy = policy
    self.key = key
    file = try LedgerFile(path: path, key: key)
    chain = try file.chain(
      period: configuration.period.quarter, isFirstRelease: isFirstRelease)
    context = ContextBuilder.context(configuration)
  }

  /// Rules on a release.
  ///
  /// - Parameter refused: takes the private lines where the release is refused.
  /// - Returns: what is to be entered; `nil` where the same bytes were entered before.
  /// - Throws: a refusal that names tables and no cell.
  func rule(
    on gated: GateResult, results: RenderedFile, refused: ([String]) throws(RunFailure) -> Void
  ) throws(RunFailure) -> LedgerChain.Addition? {
    guard
      let rules = LedgerPolicy(
        threshold: policy.threshold, fewestMovers: max(10, policy.threshold),
        sensitive: context.characteristics.map(\.attribute.id))
    else { throw Self.unsound("the floors do not fit") }
    do {
      let release = try LedgerRelease(
        digest: Digest.sha256(results.bytes), period: configuration.period.quarter,
        floors: rules.floors(payThreshold: policy.payThreshold), cells: try Self.cells(gated),
        states: try states())
      let solver = SolverProcess(path: SolverLocation.besideRunningProgram)
      let ruling = LedgerRuling(on: release, after: chain, policy: rules, solver: solver)
      switch ruling.outcome {
      case .unchanged: return nil
      case .passed: return try chain.adding(release)
      case .refused(let refusal):
        try refused(refusal.privateLines)
        throw RunFailure(
          .refused,
          ["error P113 the release was refused by the ledger"]
            + refusal.publicLines.map { "  \($0)" })
      }
    } catch let failure as RunFailure {
      throw failure
    } catch {
      throw Self.unsound("\(error)")
    }
  }

  /// Enters the release around the step that puts it in place.
  func entering(
    _ addition: LedgerChain.Addition?, place: () throws(RunFailure) -> Void
  ) throws(RunFailure) {
    guard let addition else {
      try place()
      return
    }
    try file.prepare(addition)
    do {
      try place()
    } catch {
      file.cancel()
      throw error
    }
    try file.commit(addition)
  }

  // MARK: - What is entered

  private static func cells(_ gated: GateResult) throws(LedgerError) -> [LedgerCell] {
    var cells = gated.counts.map { count in
      LedgerCell(count.cell, count.count.map { .count($0) } ?? .hidden, tables: [count.exhibit])
    }
    for mean in gated.means {
      // Ten-thousandths of a quantum: nobody sees a mean more exactly.
      let (scaled, overflow) = mean.sum.multipliedReportingOverflow(by: 10_000)
      guard !overflow, let value = Int(exactly: scaled / Int128(mean.people)) else {
        throw .misfit
      }
      cells.append(
        LedgerCell(
          mean.cell,
          .mean(try PublishedMean(measure: mean.measure, people: mean.people, mean: value)),
          tables: [mean.exhibit]))
    }
    return cells
  }

  /// Everybody in the snapshots, by quarter; `nil` where there are none with identifiers.
  private func states() throws -> ContributorStates? {
    guard let input = context.input(.snapshots),
      let schema = configuration.inputs.first(where: { $0.schema.id == input.id })?.schema
    else { return nil }
    let wanted = context.characteristics.map(\.attribute) + context.structures
    let attributes = input.attributes.filter { attribute in
      attribute.id != AnalysisContext.quarter && wanted.contains { $0.id == attribute.id }
    }
    let measures = [context.payMeasure, context.bonusMeasure].compactMap(\.self).filter { id in
      input.measures.contains { $0.id == id }
    }
    let isDated = input.has(AnalysisContext.quarter)
    let hired = input.attributes.first { $0.id == AnalysisContext.hireQuarter }
    let query = AggregateQuery(
      input: input.id,
      attributes: attributes.map(\.id) + (isDated ? [AnalysisContext.quarter] : []),
      measures: measures.map { AggregateQuery.MeasureRequest($0) },
      filters: input.filters)
    let rows: Confidential<[PersonRow]>?
    do {
      rows = try CSVSource(schema: schema).people(
        query, keeping: hired.map { [$0.id] } ?? [])
    } catch let problems as SourceProblems {
      throw RunFailure(problems)
    }
    guard let rows else { return nil }
    let quarters =
      input.attributes.first { $0.id == AnalysisContext.quarter }?.levels.map(\.label) ?? []
    var definitions = attributes.map { Self.definition($0, context.mergedLabels(of: $0)) }
    if hired != nil {
      let service = AnalysisContext.service
      definitions.append(Self.definition(service.attribute, service.merges))
    }
    let hireQuarters =
      hired?.levels.filter { $0.declaration == .declared }.map(\.label) ?? []
    var people: [String: [Contributor]] = [:]
    for row in rows.exposed {
      let period: String
      if isDated {
        let level = row.levels[attributes.count]
        guard quarters.indices.contains(level) else { continue }
        period = quarters[level]
      } else {
        period = context.reported
      }
      var levels = Array(row.levels.prefix(attributes.count))
      if let hired, let level = row.levels.last {
        levels.append(
          AnalysisContext.serviceLevel(
            quarter: period,
            hired: hired.levels.indices.contains(level) ? hired.levels[level].label : "",
            hireQuarters: hireQuarters))
      }
      people[period, default: []].append(
        Contributor(
          person: ContributorHash(person: row.person, key: key), levels: levels,
          amounts: row.amounts))
    }
    return try ContributorStates(
      people.keys.sorted().map { period in
        ContributorStates.Listing(
          population: "workforce", period: period, definitions: definitions, measures: measures,
          contributors: people[period] ?? [])
      }, key: key)
  }

  private static func definition(
    _ attribute: Attribute, _ merges: [Grouping]
  ) -> AttributeDefinition {
    AttributeDefinition(
      attribute: attribute.id, levels: attribute.levels.map(\.label),
      merges: merges.map { AttributeDefinition.Merge(label: $0.label, members: $0.members) })
  }

  private static func unsound(_ reason: String) -> RunFailure {
    RunFailure(
      .refused,
      [
        "error P116 the release could not be held against the ledger: \(reason)",
        "  fix: correct the input, or report fewer tables",
      ])
  }
}
