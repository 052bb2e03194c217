import Estimates

/// The cells that are one whole cut by one attribute.
struct FamilyOfCells {
  /// The whole.
  let whole: CellKey
  /// The attribute.
  let attribute: String
  /// The levels that are named, sorted.
  let labels: [String]

  /// All families among cells, in the order of their wholes.
  static func families(of keys: [CellKey]) -> [FamilyOfCells] {
    struct Cut: Hashable {
      let whole: CellKey
      let attribute: String
    }
    var labels: [Cut: [String]] = [:]
    for key in keys {
      for condition in key.conditions where LevelBook.isPartition(condition.attribute) {
        labels[
          Cut(whole: key.without(condition.attribute), attribute: condition.attribute), default: []
        ].append(condition.level)
      }
    }
    return labels.map { cut, labels in
      FamilyOfCells(whole: cut.whole, attribute: cut.attribute, labels: labels.sorted())
    }.sorted { ($0.whole, $0.attribute) < ($1.whole, $1.attribute) }
  }
}
