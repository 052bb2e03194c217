import Estimates

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The shares of intersections that both attributes give without an interaction.
enum MainEffects {
  /// A logistic regression on the categories of both attributes, or why there is none.
  static func shares(
    _ intersections: IntersectionCounts
  ) -> (shares: [Double], problem: String?) {
    // Categories in the order they come, of cells with people; the first is the baseline.
    func categories(_ name: (IntersectionCounts.Cell) -> String) -> [String] {
      var names: [String] = []
      for cell in intersections.cells where cell.count.total > 0 && !names.contains(name(cell)) {
        names.append(name(cell))
      }
      return names
    }
    let first = categories(\.first)
    let second = categories(\.second)
    let levels =
      first.dropFirst().map { (attribute: 1, name: $0) }
      + second.dropFirst().map { (attribute: 2, name: $0) }
    func values(_ cell: IntersectionCounts.Cell) -> [Double] {
      [1]
        + levels.map { level in
          (level.attribute == 1 ? cell.first : cell.second) == level.name ? 1 : 0
        }
    }
    guard
      intersections.cells.allSatisfy({ first.contains($0.first) && second.contains($0.second) })
    else { return ([], "A category has nobody, so nothing is expected of it.") }
    let columns = ["constant"] + levels.map { "\($0.attribute) \($0.name)" }
    guard
      let data = BinomialPatterns(
        columns: columns,
        patterns: intersections.cells.map {
          BinomialPatterns.Pattern(
            values: values($0), successes: $0.count.successes, total: $0.count.total)
        })
    else { return ([], "The cells make no regression.") }
    switch LogisticRegression()(data) {
    case .fit(let fit):
      let coefficients = fit.coefficients.map(\.estimate.value)
      return (
        intersections.cells.map { cell in
          let predictor = zip(coefficients, values(cell)).reduce(0.0) { $0 + $1.0 * $1.1 }
          return 1 / (1 + exp(-predictor))
        }, nil
      )
    case .notEstimable(let reason):
      return ([], reason)
    }
  }
}
