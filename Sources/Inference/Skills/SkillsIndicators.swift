/// Several indicators of a shortage, for several occupations.
public struct SkillsIndicators: Hashable, Sendable, Codable {
  /// One indicator.
  public struct Indicator: Hashable, Sendable, Codable {
    /// What it is called.
    public let name: String
    /// Its value for each occupation, in the order of the occupations.
    public let values: [Double]
    /// Whether a high value speaks for a shortage, as time to fill does and a fill rate does not.
    public let isHighScarce: Bool

    /// Makes an indicator.
    public init(name: String, values: [Double], isHighScarce: Bool) {
      self.name = name
      self.values = values
      self.isHighScarce = isHighScarce
    }
  }

  /// The occupations.
  public let occupations: [String]
  /// The indicators.
  public let indicators: [Indicator]

  /// Makes indicators; `nil` where there is no occupation or no indicator, one has another number of
  /// values, or a value is not finite.
  public init?(occupations: [String], indicators: [Indicator]) {
    guard !occupations.isEmpty, !indicators.isEmpty,
      indicators.allSatisfy({ indicator in
        indicator.values.count == occupations.count && indicator.values.allSatisfy(\.isFinite)
      })
    else { return nil }
    self.occupations = occupations
    self.indicators = indicators
  }
}

/// How a set of weights is gone through.
public enum WeightChoices: Hashable, Sendable, Codable {
  /// Every set of weights that are whole multiples of 1 / steps, the extremes included.
  case grid(steps: Int)
  /// Weights drawn evenly from all sets that sum to 1 (Dirichlet, every parameter 1).
  case drawn(count: Int, seed: UInt64)

  /// The choice as it is printed.
  var words: String {
    switch self {
    case .grid(let steps): "all weights in steps of 1/\(steps)"
    case .drawn(let count, let seed): "\(count) sets of weights drawn evenly, seed \(seed)"
    }
  }
}
