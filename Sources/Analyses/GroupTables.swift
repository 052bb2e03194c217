import Aggregates
import Estimates

/// The tables and identities behind a characteristic crossed with other attributes.
struct GroupTables: Sendable {
  let tables: [PlannedTable]
  let relations: [LinearRelation]

  /// Crosses the characteristic with `by` for one population under fixed conditions.
  ///
  /// `cells` must already be restricted to the conditions. Beside the groups themselves the tables
  /// hold how many declared, which is what shares are shares of.
  init(
    population: String, conditions: [CellKey.Condition], layout: GroupLayout, by: [String] = [],
    byGroupings: [Grouping] = [], cells: CellTable, isPublished: Bool = true,
    guidesRungs: Bool? = nil
  ) {
    let id = layout.attribute.id
    var tables = [
      PlannedTable(
        population: population, conditions: conditions, attributes: [id] + by, cells: cells,
        groupings: layout.groupings + byGroupings, isPublished: isPublished,
        guidesRungs: guidesRungs)
    ]
    var relations: [LinearRelation] = []
    if !layout.sharesAreOfEveryone {
      let states = cells.declarationStates(of: id)
      let missing = Set(
        layout.attribute.levels.filter { $0.declaration != .declared }.map(\.label))
      tables.append(
        PlannedTable(
          population: population, conditions: conditions, attributes: [id] + by, cells: states,
          groupings: layout.groupings.filter { missing.isSuperset(of: $0.members) } + byGroupings,
          isPublished: isPublished, guidesRungs: guidesRungs))
      // What ties the two together: the declared are the sum of the declared levels.
      let margin = cells.margin(by)
      for key in GroupTables.keys(population, conditions, margin.attributes) {
        relations.append(
          LinearRelation(
            key.with(id, Attribute.declaredLabel),
            isSumOf: layout.declaredGroups.map { key.with(id, $0.cell) }))
      }
    }
    self.tables = tables
    self.relations = relations
  }

  /// The keys of all cells and margins of a cross.
  static func keys(
    _ population: String, _ conditions: [CellKey.Condition], _ attributes: [Attribute]
  ) -> [CellKey] {
    attributes.reduce([CellKey(population, conditions)]) { keys, attribute in
      keys.flatMap { key in [key] + attribute.levels.map { key.with(attribute.id, $0.label) } }
    }
  }
}
