/// Whether a direction parts those with the outcome from those without it.
///
/// Where moving the coefficients along a direction moves nobody away from their own outcome and
/// somebody towards it, the likelihood rises for ever and no estimate exists.
/// - Source: Albert and Anderson (1984), Biometrika 71, 1-10.
struct LogisticSeparation {
  /// Whether everybody is moved towards their own outcome (complete), or some stay where they are
  /// (quasi-complete).
  let isComplete: Bool
  /// The columns whose coefficients grow without bound.
  let columns: [String]

  /// The separation by a direction, or `nil` where the direction moves somebody away by more than
  /// the tolerance times the largest movement.
  init?(
    along direction: [Double], of likelihood: LogisticLikelihood, tolerance: Double = 1e-6
  ) {
    let movements = likelihood.patterns.map { LogisticLikelihood.product($0.values, direction) }
    guard let largest = movements.map({ abs($0) }).max(), largest > 0 else { return nil }
    let least = tolerance * largest
    for (pattern, movement) in zip(likelihood.patterns, movements) {
      if pattern.failures > 0, movement > least { return nil }
      if pattern.successes > 0, movement < -least { return nil }
    }
    isComplete = movements.allSatisfy { abs($0) > least }
    columns = likelihood.columns.indices.filter { column in
      let reach = likelihood.patterns.map { abs($0.values[column]) }.max() ?? 0
      return abs(direction[column]) * reach > 1e-3 * largest
    }.map { likelihood.columns[$0] }
  }

  /// Why there is no estimate, in words.
  var reason: String {
    let subject =
      columns.count == 1
      ? "the coefficient of \(columns[0]) grows"
      : "the coefficients of \(columns.joined(separator: ", ")) grow"
    return "The outcome is \(isComplete ? "completely" : "quasi-completely") separated: "
      + "\(subject) without bound, because some patterns have one outcome only. Firth's penalized "
      + "likelihood gives an estimate."
  }
}
