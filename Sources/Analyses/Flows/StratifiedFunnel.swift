import Aggregates
import Estimates
import Inference

/// A funnel from first to last stage over all strata, beside the comparison within strata.
///
/// Both are made of the same strata, those whose counts are shown: a gap over all that is not found
/// within strata, or the other way round, says that the groups differ in which strata they enter.
struct StratifiedFunnel: Sendable {
  private let funnel: Funnel
  private let strata: StructureLayout
  private let focal: String
  private let shares: [GroupShares]

  init(focal: String, funnel: Funnel, strata: StructureLayout) {
    self.focal = focal
    self.funnel = funnel
    self.strata = strata
    let stratum = strata.attribute.id
    let first = funnel.reached(funnel.stages.first ?? "")
    let last = funnel.reached(funnel.stages.last ?? "")
    shares = strata.labels.map { label in
      GroupShares(
        layout: funnel.layout, focal: focal, entered: first.with(stratum, label),
        passed: last.with(stratum, label))
    }
  }

  /// The exhibit: one row.
  func exhibit(_ context: AnalysisContext) -> PlannedExhibit {
    let id = "funnel/\(funnel.layout.attribute.id)/within/\(strata.attribute.id)"
    let simpson = SimpsonStatus(alpha: 1 - context.confidence)
    let statistics = [
      pooled("\(id)/pooled_ratio", ImpactRatio(level: context.confidence)),
      pooled("\(id)/pooled_p", PooledZTest()),
      within("\(id)/common_ratio", MantelHaenszelRiskRatio(level: context.confidence)),
      within("\(id)/common_p", CochranMantelHaenszelTest()),
      within("\(id)/exact_p", ExactStratifiedTest()),
      statistic("\(id)/difference_p", simpson.stamp) { simpson($0).differenceTest },
      within("\(id)/homogeneity_p", BreslowDayTest()),
    ]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .funnelStratified, attribute: funnel.layout.name, by: strata.name,
        period: funnel.period, focal: focal, reference: funnel.layout.referenceLabel,
        columns: [
          ExhibitColumn(id: "pooled_ratio", title: "Ratio over all", unit: .ratio),
          ExhibitColumn(id: "pooled_p", title: "p (pooled Z)", unit: .pValue),
          ExhibitColumn(id: "common_ratio", title: "Ratio within parts", unit: .ratio),
          ExhibitColumn(id: "common_p", title: "p (CMH)", unit: .pValue),
          ExhibitColumn(id: "exact_p", title: "p (exact)", unit: .pValue),
          ExhibitColumn(id: "difference_p", title: "p (equal ratios)", unit: .pValue),
          ExhibitColumn(id: "homogeneity_p", title: "p (equal odds ratios)", unit: .pValue),
        ],
        rows: [
          ExhibitRow(
            label: strata.attribute.title, entries: statistics.map { .statistic($0.id) })
        ],
        notes: funnel.layout.notes + strata.notes),
      tables: funnel.tables, statistics: statistics, relations: funnel.relations)
  }

  private func pooled(
    _ id: String, _ method: some StatisticalMethod<TwoByTwoTable>
  ) -> PlannedStatistic {
    statistic(id, method.stamp) { tables in
      tables.pooled.map { method($0) } ?? .notEstimable(reason: "there is no part")
    }
  }

  private func within(
    _ id: String, _ method: some StatisticalMethod<StratifiedTables>
  ) -> PlannedStatistic {
    statistic(id, method.stamp) { method($0) }
  }

  /// A statistic of the strata whose counts are shown; hidden where fewer than two are.
  private func statistic(
    _ id: String, _ method: MethodStamp,
    _ evaluate: @escaping @Sendable (StratifiedTables) -> Outcome
  ) -> PlannedStatistic {
    let labels = strata.labels
    return PlannedStatistic(
      id: id, method: method,
      basis: .parts(shares.map(\.operands)) { parts in
        let shown = zip(labels, parts).compactMap { label, counts in
          counts.flatMap { GroupShares.table($0) }.map {
            StratifiedTables.Stratum(label: label, table: $0)
          }
        }
        return shown.count > 1 ? evaluate(StratifiedTables(shown)) : nil
      }, smallestBase: CensusShare.smallestBase)
  }
}
