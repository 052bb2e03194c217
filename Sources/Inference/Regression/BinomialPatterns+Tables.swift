public import Aggregates

extension BinomialPatterns {
  /// The name of the constant's column.
  public static let constant = "constant"

  /// Two groups within strata: a constant, a column that is 1 for the focal group, and a column of
  /// zeros and ones for every stratum with people but the first.
  ///
  /// The patterns carry their stratum. Where two strata have one label the data are `nil`.
  public init?(_ tables: StratifiedTables, focal: String = "focal") {
    let strata = tables.strata.filter { $0.table.total > 0 }
    let others = strata.dropFirst().map(\.label)
    self.init(
      columns: [Self.constant, focal] + others,
      patterns: strata.enumerated().flatMap { position, stratum in
        let dummies = others.indices.map { $0 == position - 1 ? 1.0 : 0 }
        return Self.pair(stratum.table, stratum: stratum.label, further: dummies)
      })
  }

  /// Two groups: a constant and a column that is 1 for the focal group.
  public init?(_ table: TwoByTwoTable, focal: String = "focal") {
    self.init(
      columns: [Self.constant, focal], patterns: Self.pair(table, stratum: nil, further: []))
  }

  private static func pair(
    _ table: TwoByTwoTable, stratum: String?, further: [Double]
  ) -> [Pattern] {
    [
      Pattern(
        values: [1, 1] + further, successes: table.focalSelected, total: table.focalTotal,
        stratum: stratum),
      Pattern(
        values: [1, 0] + further, successes: table.referenceSelected, total: table.referenceTotal,
        stratum: stratum),
    ]
  }
}
