import Aggregates
import Estimates

/// The stock of people at the end of a quarter.
enum WorkforceTables {
  static let population = "workforce"

  static func conditions(_ quarter: String) -> [CellKey.Condition] {
    [CellKey.Condition(AnalysisContext.quarter, quarter)]
  }

  /// Everyone at the end of a quarter.
  static func everyone(_ quarter: String) -> CellKey {
    CellKey(population, conditions(quarter))
  }

  /// A characteristic, alone or crossed, at the end of a quarter.
  ///
  /// `cells` is by quarter.
  static func stock(
    _ layout: GroupLayout, by: [String] = [], byGroupings: [Grouping] = [], quarter: String,
    cells: CellTable
  ) -> GroupTables {
    GroupTables(
      population: population, conditions: conditions(quarter), layout: layout, by: by,
      byGroupings: byGroupings, cells: cells.slice(AnalysisContext.quarter, quarter))
  }
}
