import Aggregates
import Estimates
import Inference

/// The separation of groups over small parts by a model of the parts' shares, in which chance has no
/// share: what is read where parts have fewer than 30 people on average.
struct SmallPartsExhibit {
  let stock: StructureStock
  let context: AnalysisContext

  init(stock: StructureStock, _ context: AnalysisContext) {
    self.stock = stock
    self.context = context
  }

  /// One row: D and H of the model with their intervals, and the test that every part has the same
  /// shares; `nil` where parts are large.
  var exhibit: PlannedExhibit? {
    guard stock.hasSmallParts else { return nil }
    let layout = stock.layout
    let id = "segregation_model/\(layout.attribute.id)/\(stock.split.attribute.id)"
    let name = stock.split.attribute.title
    let parts = stock.split.labels.count
    let keys = stock.split.labels.flatMap { part in
      layout.declaredGroups.map { stock.people(context.reported, at: part, $0) }
    }
    let level = context.confidence
    let isPair = layout.declaredGroups.count == 2
    let stamp =
      isPair
      ? BetaBinomialSegregation(level: level).stamp
      : DirichletMultinomialSegregation(level: level).stamp
    func statistic(
      _ column: String, _ pick: @escaping @Sendable (Model) -> Outcome
    ) -> PlannedStatistic {
      PlannedStatistic(
        id: "\(id)/\(name)/\(column)", method: stamp,
        basis: .counts(keys) { counts in
          guard let table = ContingencyTable(rowCount: parts, counts: counts) else {
            return .notEstimable(reason: "nobody is counted in any part")
          }
          return pick(Model(table, isPair: isPair, level: level))
        })
    }
    let statistics = [
      statistic("d") { $0.dissimilarity }, statistic("h") { $0.theil }, statistic("p") { $0.test },
    ]
    return PlannedExhibit(
      exhibit: Exhibit(
        id: id, kind: .segregationModel, attribute: layout.name, by: stock.split.name,
        period: context.reported,
        columns: [
          ExhibitColumn(id: "d", title: "Dissimilarity D", unit: .index),
          ExhibitColumn(id: "h", title: "Information index H", unit: .index),
          ExhibitColumn(id: "p", title: "p", unit: .pValue),
        ],
        rows: [ExhibitRow(label: name, entries: statistics.map { .statistic($0.id) })],
        notes: layout.notes + stock.split.notes),
      tables: stock.tables, statistics: statistics, relations: stock.relations)
  }

  /// The fitted model of two groups or of more.
  private struct Model {
    let dissimilarity: Outcome
    let theil: Outcome
    let test: Outcome

    init(_ table: ContingencyTable, isPair: Bool, level: Double) {
      if isPair {
        let fit = BetaBinomialSegregation(level: level)(table)
        dissimilarity = fit.dissimilarity
        theil = fit.theil
        test = fit.binomialTest
      } else {
        let fit = DirichletMultinomialSegregation(level: level)(table)
        dissimilarity = fit.dissimilarity
        theil = fit.theil
        test = fit.multinomialTest
      }
    }
  }
}
