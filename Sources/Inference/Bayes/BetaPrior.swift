import NumericalKernel

/// What is held about a rate before the data, as a beta distribution.
public enum BetaPrior: Codable, Hashable, Sendable {
  /// Jeffreys's prior, with both shapes one half.
  case jeffreys
  /// All rates alike, with both shapes 1.
  case uniform
  /// Shapes of one's own, each from 0.1 to a million: as many selected and not selected people
  /// held to have been seen already.
  case shapes(selected: Double, rejected: Double)

  /// The shapes.
  var shapes: (selected: Double, rejected: Double) {
    switch self {
    case .jeffreys: (0.5, 0.5)
    case .uniform: (1, 1)
    case .shapes(let selected, let rejected): (selected, rejected)
    }
  }

  /// The prior as it is printed.
  var words: String {
    switch self {
    case .jeffreys: "Jeffreys prior"
    case .uniform: "uniform prior"
    case .shapes(let selected, let rejected):
      "beta prior with shapes \(ConfidenceLevel.plain(selected)) and "
        + ConfidenceLevel.plain(rejected)
    }
  }

  /// Why the prior cannot be used, or `nil`.
  var problem: String? {
    let allowed = 0.1...1_000_000
    return allowed.contains(shapes.selected) && allowed.contains(shapes.rejected)
      ? nil : "The shapes of the prior must lie between 0.1 and 1000000."
  }

  /// What is held about a rate after the data.
  func posterior(
    selected: Int, rejected: Int
  ) throws(NumericalError) -> BetaDistribution {
    try BetaDistribution(
      alpha: shapes.selected + Double(selected), beta: shapes.rejected + Double(rejected))
  }
}
