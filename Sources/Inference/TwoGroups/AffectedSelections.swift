public import Aggregates
public import Estimates

/// The part of all selections that would have to be exchanged for equal rates.
///
///     percent = 100 (focalTotal * selected / total - focalSelected) / selected
///
/// The shortfall to the pool rate per 100 selections; equally, the focal group's share of everyone
/// less its share of the selected, in percentage points. Range -100 to 100; positive when the focal
/// group is short. Undefined where nobody was selected.
/// - Source: Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6.
public struct AffectedSelections: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "selections-affected", title: "Selections affected",
    formula: "100 x shortfall to the pool rate / selected",
    range: "percent of selections, -100 to 100; positive when the focal group is short",
    assumptions: ["As many people are selected in all as were."],
    source: "Morris and Dunleavy (2017), Adverse Impact Analysis, chapter 6")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "percent of all selections, no interval") }

  /// The percentage, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    if let problem = table.problem { return .notEstimable(reason: problem) }
    guard table.selected > 0 else {
      return .notEstimable(reason: "Nobody was selected in either group.")
    }
    return .estimate(
      0 - 100 * (Double(table.crossDifference) / Double(table.total) / Double(table.selected)))
  }
}
