/// An index of inequality with its options, for methods that take any of them.
public enum InequalityIndex: Codable, Hashable, Sendable {
  /// The Gini coefficient.
  case gini(GiniCoefficient)
  /// Theil's T.
  case theil(TheilIndex)
  /// The mean log deviation.
  case meanLogDeviation(MeanLogDeviation)
  /// A generalized entropy.
  case generalizedEntropy(GeneralizedEntropy)
  /// An Atkinson index.
  case atkinson(AtkinsonIndex)
  /// A ratio of percentiles.
  case percentileRatio(PercentileRatio)
  /// The Palma ratio.
  case palmaRatio(PalmaRatio)
  /// S80/S20.
  case quintileShareRatio(QuintileShareRatio)
  /// The Hoover index.
  case hoover(HooverIndex)
  /// The variance of logarithms.
  case varianceOfLogarithms(VarianceOfLogarithms)

  /// The index as a method.
  var method: any LinearizedIndex {
    switch self {
    case .gini(let method): method
    case .theil(let method): method
    case .meanLogDeviation(let method): method
    case .generalizedEntropy(let method): method
    case .atkinson(let method): method
    case .percentileRatio(let method): method
    case .palmaRatio(let method): method
    case .quintileShareRatio(let method): method
    case .hoover(let method): method
    case .varianceOfLogarithms(let method): method
    }
  }
}
