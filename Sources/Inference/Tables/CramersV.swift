public import Aggregates
public import Estimates

/// Cramér's V, how strongly outcomes depend on groups.
///
///     V = sqrt(chiSquared / (N × min(rows - 1, columns - 1)))
///
/// Rows and columns with nobody are left out. Range 0 (equal shares) to 1 (the outcome follows from
/// the group, or the group from the outcome), without direction. With two groups and two outcomes it
/// is the size of phi. Undefined where only one group or one outcome has anybody. In small tables
/// it is above 0 by chance alone.
/// - Source: Cramér (1946), Mathematical Methods of Statistics, chapter 21.
public struct CramersV: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cramers-v", title: "Cramér's V",
    formula: "sqrt(chi-squared / (N × the smaller of rows - 1 and columns - 1))",
    range: "0 (equal shares) to 1; without direction",
    assumptions: [
      "Depends on the sizes of the groups; compare it only between like mixes.",
      "Above 0 by chance alone in small tables; read a test beside it.",
    ],
    source: "Cramér (1946), Mathematical Methods of Statistics, chapter 21")

  /// The name with the options in words.
  public var stamp: MethodStamp { stamp(convention: "no bias correction, no interval") }

  /// The strength of association, or why there is none.
  public func callAsFunction(_ table: ContingencyTable) -> Outcome {
    let occupied = OccupiedTable(table)
    if let problem = occupied.problem { return .notEstimable(reason: problem) }
    let least = min(occupied.rows.count, occupied.columnTotals.count) - 1
    return .estimate(
      min(1, (occupied.chiSquared / Double(occupied.total) / Double(least)).squareRoot()))
  }
}
