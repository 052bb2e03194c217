/// What a reader of an estimate for an open list of categories is warned of.
public enum OpenListWarning: String, Hashable, Sendable, Codable, CaseIterable {
  /// No category has exactly one person: the data show no sign of unseen categories, and the
  /// estimates are those of the categories seen.
  case nobodyAlone = "nobody_alone"
  /// Every category has exactly one person: the sample says little of the list.
  case everybodyAlone = "everybody_alone"
  /// The list of categories is declared, so none can be unseen; the estimate answers a question the
  /// list has answered.
  case closedList = "closed_list"

  /// The warnings for these counts.
  static func of(_ categories: CategoryCounts) -> [OpenListWarning] {
    let alone = categories.categories(of: 1)
    var warnings: [OpenListWarning] = []
    if categories.total > 0, alone == 0 { warnings.append(.nobodyAlone) }
    if alone > 0, alone == categories.total { warnings.append(.everybodyAlone) }
    if categories.declaredCategories != nil { warnings.append(.closedList) }
    return warnings
  }
}
