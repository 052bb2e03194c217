import Aggregates
import Estimates
import Inference

/// The vacancies opened in the four quarters reported, by specialization and by whether they were
/// filled.
struct VacancyTables: Sendable {
  static let population = "vacancies"
  static let outcome = "vacancy_outcome"
  static let filled = "Filled"
  static let notFilled = "Not filled"
  static let suitable = "suitable_applicants"
  static let daysOpen = "days_open"

  /// How the specializations are shown.
  let layout: GroupLayout
  /// The tables and identities the gate must know.
  let window: FlowWindow
  /// Every vacancy.
  let everyone: CellKey

  /// The structure whose levels are specializations; `nil` where vacancies have none.
  static func specialization(
    _ vacancies: AnalysisContext.Input, _ context: AnalysisContext
  ) -> Attribute? {
    let structures = context.structures(of: vacancies)
    guard let taxonomy = context.taxonomy else { return structures.first { $0.id != "level" } }
    return structures.first { $0.id == taxonomy.attribute }
  }

  /// Whether the vacancies say which of them were filled.
  static func haveOutcomes(_ vacancies: AnalysisContext.Input) -> Bool {
    vacancies.attributes.contains { attribute in
      attribute.id == outcome && attribute.levels.contains { $0.label == filled }
    }
  }

  /// The tables, from every specialization down to fewer where the configuration merges them.
  ///
  /// `cells` is over quarter, specialization and outcome.
  static func ladder(
    _ specialization: Attribute, _ cells: CellTable, _ context: AnalysisContext
  ) -> [VacancyTables] {
    let characteristic = Characteristic(
      attribute: specialization, comparator: .rest, focal: [],
      merges: context.structureMerges.filter { $0.attribute == specialization.id })
    return GroupLayout.ladder(for: characteristic, endsWithPair: false).map {
      VacancyTables($0, cells, context)
    }
  }

  private init(_ layout: GroupLayout, _ cells: CellTable, _ context: AnalysisContext) {
    let outcomes = cells.attributes.first { $0.id == Self.outcome }?.levels.map(\.label) ?? []
    self.layout = layout
    window = FlowWindow(
      population: Self.population, layout: layout, by: [Self.outcome],
      byGroupings: [
        Grouping(
          attribute: Self.outcome, label: Self.notFilled,
          members: outcomes.filter { $0 != Self.filled })
      ], cells: cells, quarters: context.window, label: context.windowLabel)
    everyone = CellKey(Self.population, WorkforceTables.conditions(context.windowLabel))
  }

  /// The vacancies of a specialization.
  func opened(_ group: GroupLayout.Group) -> CellKey {
    everyone.with(layout.attribute.id, group.cell)
  }

  /// Those of some vacancies that were filled.
  static func filled(_ opened: CellKey) -> CellKey { opened.with(outcome, filled) }

  /// Those of some vacancies that were not.
  static func notFilled(_ opened: CellKey) -> CellKey { opened.with(outcome, notFilled) }

  /// The specializations compared, and the posts they are compared with: those outside the taxonomy;
  /// without one, or where it holds every post, all others.
  func split(
    _ context: AnalysisContext
  ) -> (compared: [GroupLayout.Group], others: [GroupLayout.Group]) {
    let names = context.taxonomy?.specializations ?? []
    let others = layout.declaredGroups.filter { group in
      let members = layout.groupings.first { $0.label == group.cell }?.members ?? [group.cell]
      return members.allSatisfy { !names.contains($0) }
    }
    guard !others.isEmpty, others.count < layout.declaredGroups.count else {
      return (layout.declaredGroups, [])
    }
    let labels = others.map(\.label)
    return (layout.declaredGroups.filter { !labels.contains($0.label) }, others)
  }
}

/// The share of vacancies filled of a specialization and of the posts it is compared with.
struct FillComparison: Sendable {
  private let opened: CellKey
  private let others: [CellKey]
  /// Whether the specialization is part of the others and is taken off them.
  private let isPart: Bool

  /// Compares with the sum of some other counts, or with the rest of `everyone` where there are none.
  init(opened: CellKey, others: [CellKey], everyone: CellKey) {
    self.opened = opened
    self.others = others.isEmpty ? [everyone] : others
    isPart = others.isEmpty
  }

  /// A statistic of the two shares.
  func statistic(
    _ id: String, _ method: some StatisticalMethod<TwoByTwoTable>
  ) -> PlannedStatistic {
    let isPart = isPart
    let keys = [opened] + others
    return PlannedStatistic(
      id: id, method: method.stamp,
      basis: .counts(keys + keys.map(VacancyTables.filled)) { counts in
        let width = counts.count / 2
        let (opened, filled) = (counts[0], counts[width])
        let allOpened = counts[1..<width].reduce(0, +) - (isPart ? opened : 0)
        let allFilled = counts[(width + 1)...].reduce(0, +) - (isPart ? filled : 0)
        guard
          let table = TwoByTwoTable(
            focalSelected: filled, focalRejected: opened - filled,
            referenceSelected: allFilled, referenceRejected: allOpened - allFilled)
        else { return .notEstimable(reason: "more vacancies were filled than opened") }
        return method(table)
      },
      smallestBase: CensusShare.smallestBase, bases: [opened])
  }
}
