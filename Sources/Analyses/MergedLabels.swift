public import Aggregates
import Estimates

extension AnalysisContext {
  /// Every label that some rung of some exhibit may show for several levels of an attribute: merges,
  /// all but one group, and everyone who declared.
  public func mergedLabels(of attribute: Attribute) -> [Grouping] {
    var found: [Grouping] = []
    func add(_ groupings: [Grouping]) {
      for grouping in groupings where !found.contains(where: { $0.label == grouping.label }) {
        found.append(grouping)
      }
    }
    for characteristic in characteristics where characteristic.attribute.id == attribute.id {
      for focal in [nil] + attribute.levels.map({ Optional($0.label) }) {
        for layout in GroupLayout.ladder(for: characteristic, endsWithPair: true, focal: focal) {
          add(layout.groupings)
        }
      }
    }
    for structure in structures where structure.id == attribute.id {
      for layout in StructureLayout.ladder(for: structure, self) { add(layout.groupings) }
      guard structure.id == "level", let split = LeadershipSplit(self) else { continue }
      let others = structure.levels.map(\.label).filter { !split.members.contains($0) }
      add([
        Grouping(attribute: structure.id, label: split.label, members: split.members),
        Grouping(
          attribute: structure.id, label: split.attribute.levels[0].label, members: others),
      ])
    }
    if !attribute.levels.contains(where: { $0.label == Attribute.declaredLabel }) {
      add([
        Grouping(
          attribute: attribute.id, label: Attribute.declaredLabel,
          members: attribute.declaredLevels.map(\.label))
      ])
    }
    return found
  }
}
