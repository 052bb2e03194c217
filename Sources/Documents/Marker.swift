/// What stands in a table where a number cannot.
public enum Marker: String, Hashable, Sendable, CaseIterable {
  /// Hidden to protect people.
  case notShown = "[c]"
  /// The quantity is not defined here.
  case notApplicable = "[z]"
  /// There are no data for it.
  case noData = "[x]"
  /// The number rests on few people.
  case lowReliability = "[u]"
  /// The number cannot be compared with the period before.
  case breakInSeries = "[b]"
  /// Tests of the same hypothesis disagree.
  case dependsOnMethod = "[m]"
  /// The number rounds to zero but is not zero.
  case roundsToZero = "[low]"

  /// What the marker means, for the key under a table.
  public var meaning: String {
    switch self {
    case .notShown: "not shown, to protect people's privacy"
    case .notApplicable: "not applicable"
    case .noData: "not available"
    case .lowReliability: "low reliability: rests on few people"
    case .breakInSeries: "break in the series: not comparable with the period before"
    case .dependsOnMethod: "borderline: tests of the same question disagree"
    case .roundsToZero: "rounds to zero but is not zero"
    }
  }
}
