public import Aggregates
import Estimates
import Inference

/// Which specializations have vacancies that stay empty: of those opened in four quarters, how many
/// were filled by their end, how long that took, and how many suitable people applied.
///
/// The share filled of each specialization of the taxonomy is compared with that of the posts outside
/// it by the ratio; without a taxonomy with all others. Open vacancies and those withdrawn count as not
/// filled: they are the gap in people. Time to fill is the median of the Kaplan-Meier curve, vacancies
/// not filled being censored on the day they were withdrawn or last seen open. Vacancies are no people;
/// they pass the gate all the same, with its smallest number: the median needs enough vacancies that were
/// filled, and enough that were not, on both sides of the middle.
///
/// The outcome is the attribute `vacancy_outcome` with a level `Filled`; days and suitable applicants are
/// the measures `days_open` and `suitable_applicants`, where there are any.
public struct SkillsGapAnalysis: Analysis {
  /// Makes the analysis.
  public init() {}

  /// The queries whose answers the analysis needs.
  public func queries(in context: AnalysisContext) -> [AggregateQuery] {
    guard let vacancies = context.input(.vacancies), VacancyTables.haveOutcomes(vacancies),
      let specialization = VacancyTables.specialization(vacancies, context)
    else { return [] }
    let attributes = [specialization.id, VacancyTables.outcome]
    let measures = Self.measures(vacancies)
    return [context.query(vacancies, attributes)]
      + (measures.isEmpty
        ? []
        : [
          context.query(
            vacancies, attributes, measures: measures, quarters: context.window)
        ])
  }

  private static func measures(
    _ vacancies: AnalysisContext.Input
  ) -> [AggregateQuery.MeasureRequest] {
    let known = vacancies.measures.map(\.id)
    return [
      AggregateQuery.MeasureRequest(VacancyTables.suitable),
      AggregateQuery.MeasureRequest(VacancyTables.daysOpen, valueCounts: true),
    ].filter { known.contains($0.measure) }
  }

  /// The exhibits, each with its rungs from finest to coarsest.
  public func ladders(
    from data: WorkforceData, in context: AnalysisContext
  ) -> [ExhibitLadder] {
    guard let vacancies = context.input(.vacancies), VacancyTables.haveOutcomes(vacancies),
      let specialization = VacancyTables.specialization(vacancies, context),
      let cells = data.cells(vacancies, [specialization.id, VacancyTables.outcome]),
      cells.filtered(AnalysisContext.quarter, context.window).total > 0
    else { return [] }
    let measures = Self.measures(vacancies)
    let amounts = data.cells(
      vacancies, [specialization.id, VacancyTables.outcome], measures: measures,
      quarters: context.window)
    let rungs = VacancyTables.ladder(specialization, cells, context).map { tables in
      SkillsGapExhibit(
        tables, VacancyAmounts(tables.layout, amounts, measures.map(\.measure)), context
      ).exhibit
    }
    return [ExhibitLadder(rungs)].compactMap { $0 }
  }
}

/// The amounts of the vacancies of one rung.
struct VacancyAmounts: Sendable {
  private let layout: GroupLayout
  private let cells: CellTable?
  private let measures: [String]

  init(_ layout: GroupLayout, _ cells: CellTable?, _ measures: [String]) {
    self.layout = layout
    self.cells = cells
    self.measures = measures
  }

  /// The amounts of the vacancies of some levels that were filled, that were not, or of all.
  func arm(
    _ measure: String, of levels: [String]?, isFilled: Bool?, cell: CellKey
  ) -> PlannedStatistic.Arm? {
    guard let cells, let position = measures.firstIndex(of: measure) else { return nil }
    var kept = cells
    if let levels { kept = kept.filtered(layout.attribute.id, levels) }
    if let isFilled {
      let outcomes = cells.attributes.first { $0.id == VacancyTables.outcome }?.levels ?? []
      kept = kept.filtered(
        VacancyTables.outcome,
        outcomes.map(\.label).filter { ($0 == VacancyTables.filled) == isFilled })
    }
    guard let all = kept.everyone, all.measures.indices.contains(position) else { return nil }
    return PlannedStatistic.Arm(
      cell: cell, measure: measure, summary: Confidential(all.measures[position]))
  }

  /// The levels a group is made of.
  func levels(_ group: GroupLayout.Group) -> [String] {
    layout.groupings.first { $0.label == group.cell }?.members ?? [group.cell]
  }
}

/// One row per specialization: vacancies, how many were filled, how long it took, who applied.
struct SkillsGapExhibit {
  let exhibit: PlannedExhibit
  private static let otherPosts = "Other posts"

  init(_ tables: VacancyTables, _ amounts: VacancyAmounts, _ context: AnalysisContext) {
    let attribute = tables.layout.attribute
    let id = "skills_gap/\(attribute.id)"
    var statistics: [PlannedStatistic] = []
    func add(_ statistic: PlannedStatistic?) -> Reference? {
      guard let statistic else { return nil }
      statistics.append(statistic)
      return .statistic(statistic.id)
    }
    let (compared, others) = tables.split(context)
    /// The counts of a row, and what is computed of its amounts.
    func row(
      _ label: String, _ role: ExhibitRow.Role, _ opened: CellKey, _ levels: [String]?,
      _ comparison: FillComparison?
    ) -> ExhibitRow {
      let prefix = "\(id)/\(label)"
      let filled = VacancyTables.filled(opened)
      let notFilled = VacancyTables.notFilled(opened)
      let ratio = ImpactRatio(level: context.confidence)
      return ExhibitRow(
        label: label, role: role,
        entries: [
          .cell(opened), .cell(filled),
          add(Self.rate("\(prefix)/rate", [opened], context)),
          add(comparison?.statistic("\(prefix)/ratio", ratio)),
          add(comparison?.statistic("\(prefix)/p", PooledZTest())),
          .cell(notFilled),
          add(Self.suitable("\(prefix)/suitable", opened, levels, amounts, context)),
          add(Self.timeToFill("\(prefix)/days", filled, notFilled, levels, amounts, context)),
        ])
    }
    var rows = compared.map { group in
      let opened = tables.opened(group)
      return row(
        group.label, .item, opened, amounts.levels(group),
        FillComparison(
          opened: opened, others: others.map(tables.opened), everyone: tables.everyone))
    }
    if others.count == 1, let other = others.first {
      rows.append(row(other.label, .reference, tables.opened(other), amounts.levels(other), nil))
    } else if !others.isEmpty {
      rows += others.map { row($0.label, .item, tables.opened($0), amounts.levels($0), nil) }
      let opened = others.map(tables.opened)
      let prefix = "\(id)/\(Self.otherPosts)"
      func sum(_ name: String, _ keys: [CellKey]) -> Reference? {
        add(CensusShare.combination(id: "\(prefix)/\(name)", keys.map { ($0, 1) }))
      }
      rows.append(
        ExhibitRow(
          label: Self.otherPosts, role: .reference,
          entries: [
            sum("vacancies", opened), sum("filled", opened.map(VacancyTables.filled)),
            add(Self.rate("\(prefix)/rate", opened, context)), nil, nil,
            sum("gap", opened.map(VacancyTables.notFilled)), nil, nil,
          ]))
    }
    rows.append(row("All vacancies", .total, tables.everyone, nil, nil))
    exhibit = PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .skillsGap, attribute: tables.layout.name, period: context.windowLabel,
        reference: others.count == 1 ? others.first?.label : others.isEmpty ? nil : Self.otherPosts,
        columns: Self.columns, rows: rows,
        comparison: Comparison(
          effectColumn: "ratio", testColumn: "p", scale: .ratio, polarity: .favourable,
          inference: .process),
        notes: tables.layout.notes),
      tables: tables.window.tables, statistics: statistics, relations: tables.window.relations)
  }

  private static let columns = [
    ExhibitColumn(id: "vacancies", title: "Vacancies", unit: .people),
    ExhibitColumn(id: "filled", title: "Filled", unit: .people),
    ExhibitColumn(id: "rate", title: "Share filled", unit: .share),
    ExhibitColumn(id: "ratio", title: "Ratio", unit: .ratio),
    ExhibitColumn(id: "p", title: "p (pooled Z)", unit: .pValue),
    ExhibitColumn(id: "gap", title: "Gap in people", unit: .people),
    ExhibitColumn(id: "suitable", title: "Suitable applicants per vacancy", unit: .number),
    ExhibitColumn(id: "days", title: "Median days to fill", unit: .number),
  ]

  /// The share of vacancies filled.
  private static func rate(
    _ id: String, _ opened: [CellKey], _ context: AnalysisContext
  ) -> PlannedStatistic {
    let method = FillRate(level: context.confidence)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(opened + opened.map(VacancyTables.filled)) { counts in
        let all = counts.prefix(counts.count / 2).reduce(0, +)
        let filled = counts.suffix(counts.count / 2).reduce(0, +)
        return VacancyCounts(filled: filled, withdrawn: 0, open: all - filled).map { method($0) }
          ?? .notEstimable(reason: "more vacancies were filled than opened")
      },
      smallestBase: CensusShare.smallestBase, bases: opened)
  }

  /// Suitable applicants per vacancy.
  private static func suitable(
    _ id: String, _ opened: CellKey, _ levels: [String]?, _ amounts: VacancyAmounts,
    _ context: AnalysisContext
  ) -> PlannedStatistic? {
    guard
      let arm = amounts.arm(VacancyTables.suitable, of: levels, isFilled: nil, cell: opened)
    else { return nil }
    let method = SuitableApplicantsPerVacancy(level: context.confidence)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .amounts([arm], kind: .mean) { summaries in
        let moments = summaries[0].moments
        let people = Double(moments.sum) * moments.quantum
        guard let suitable = Int(exactly: people.rounded()),
          let counts = ApplicantCounts(suitable: suitable, vacancies: moments.count)
        else { return .notEstimable(reason: "applicants were not counted") }
        return method(counts)
      })
  }

  /// The median time until a vacancy is filled.
  private static func timeToFill(
    _ id: String, _ filled: CellKey, _ notFilled: CellKey, _ levels: [String]?,
    _ amounts: VacancyAmounts, _ context: AnalysisContext
  ) -> PlannedStatistic? {
    let measure = VacancyTables.daysOpen
    guard let ended = amounts.arm(measure, of: levels, isFilled: true, cell: filled) else {
      return nil
    }
    let open = amounts.arm(measure, of: levels, isFilled: false, cell: notFilled)
    let method = MedianSurvivalTime(level: context.confidence)
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .amounts([ended] + [open].compactMap { $0 }, kind: .quantile(0.5)) { summaries in
        let spells = summaries.enumerated().flatMap { position, summary -> [SurvivalSpell] in
          guard let values = summary.values else { return [] }
          return zip(values.values, values.counts).flatMap { value, count in
            let days = Int((Double(value) * values.quantum).rounded())
            return repeatElement(
              SurvivalSpell(exit: max(1, days), cause: position == 0 ? 1 : 0), count: count)
          }
        }
        guard let records = SurvivalRecords(spells), !spells.isEmpty else {
          return .notEstimable(reason: "no vacancy has a length")
        }
        return method(records.riskTable)
      })
  }
}
