/// Every framework the annex knows, in the order it prints them.
enum CrosswalkCatalogue {
  static let all: [CrosswalkFramework] = [
    .workforceRaceEquality, .workforceDisabilityEquality, .genderPayGap, .payTransparency,
    .eeoComponentOne, .globalReportingInitiative, .ownWorkforce,
  ]

  /// The frameworks with these identifiers, in the annex's order; all of them for `nil`.
  static func frameworks(_ ids: [String]?) -> [CrosswalkFramework] {
    guard let ids else { return all }
    return all.filter { ids.contains($0.id) }
  }
}
