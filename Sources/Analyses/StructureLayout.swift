import Aggregates
import Estimates

/// How one rung shows a structure (level, function, place): every level, or some of them merged.
struct StructureLayout: Sendable {
  let attribute: Attribute
  let groupings: [Grouping]
  /// The levels shown, in declared order.
  let labels: [String]

  var name: ExhibitAttribute { ExhibitAttribute(id: attribute.id, title: attribute.title) }

  /// The layouts to try, finest first: as declared, then with the configured merges, one more at a
  /// time.
  static func ladder(for attribute: Attribute, _ context: AnalysisContext) -> [StructureLayout] {
    [StructureLayout(attribute, [])]
      + GroupLayout.cumulative(context.structureMerges.filter { $0.attribute == attribute.id })
      .map { StructureLayout(attribute, $0) }
  }

  private init(_ attribute: Attribute, _ groupings: [Grouping]) {
    self.attribute = attribute
    self.groupings = groupings
    labels = attribute.declaredLevels.reduce(into: []) { labels, level in
      let label = groupings.first { $0.members.contains(level.label) }?.label ?? level.label
      if !labels.contains(label) { labels.append(label) }
    }
  }

  /// What a reader must be told about this layout.
  var notes: [String] {
    groupings.map { "\($0.label): \($0.members.joined(separator: "; "))." }
  }

  /// Every pair of a layout of groups and one of a structure: structures fine first, then merged.
  static func pairs(
    _ layouts: [GroupLayout], _ structures: [StructureLayout]
  ) -> [(GroupLayout, StructureLayout)] {
    structures.flatMap { structure in layouts.map { ($0, structure) } }
  }
}
