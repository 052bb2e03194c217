import Estimates

/// An index of segregation with its options, as an option of methods that draw tables at random.
public enum SegregationMeasure: Codable, Hashable, Sendable {
  /// The mutual information index M.
  case mutualInformation(MutualInformationIndex = MutualInformationIndex())
  /// Theil's information index H.
  case theil(TheilInformationIndex = TheilInformationIndex())
  /// The index of dissimilarity D of the first group against the rest.
  case dissimilarity(DissimilarityIndex = DissimilarityIndex())
  /// The index of dissimilarity of all groups.
  case multigroupDissimilarity(MultigroupDissimilarityIndex = MultigroupDissimilarityIndex())
  /// The Gini index of segregation.
  case gini(SegregationGini = SegregationGini())
  /// The normalized exposure index P.
  case normalizedExposure(NormalizedExposure = NormalizedExposure())
  /// The relative diversity index R.
  case relativeDiversity(RelativeDiversity = RelativeDiversity())
  /// The squared coefficient of variation C.
  case squaredCoefficientOfVariation(
    SquaredCoefficientOfVariation = SquaredCoefficientOfVariation())
  /// The correlation ratio, eta squared.
  case correlationRatio(CorrelationRatio = CorrelationRatio())
  /// The isolation index xPx.
  case isolation(IsolationIndex = IsolationIndex())
  /// The exposure index xPy.
  case exposure(ExposureIndex = ExposureIndex())
  /// Atkinson's index.
  case atkinson(AtkinsonSegregationIndex = AtkinsonSegregationIndex())
  /// Hutchens' square root index.
  case hutchens(HutchensSquareRootIndex = HutchensSquareRootIndex())
  /// Karmel and MacLachlan's index.
  case karmelMacLachlan(KarmelMacLachlanIndex = KarmelMacLachlanIndex())

  /// The index itself.
  public var method: any SegregationIndex { counted }

  /// The index as it is computed from counts.
  var counted: any CountedSegregationIndex {
    switch self {
    case .mutualInformation(let index): index
    case .theil(let index): index
    case .dissimilarity(let index): index
    case .multigroupDissimilarity(let index): index
    case .gini(let index): index
    case .normalizedExposure(let index): index
    case .relativeDiversity(let index): index
    case .squaredCoefficientOfVariation(let index): index
    case .correlationRatio(let index): index
    case .isolation(let index): index
    case .exposure(let index): index
    case .atkinson(let index): index
    case .hutchens(let index): index
    case .karmelMacLachlan(let index): index
    }
  }

  /// The index and its convention as they are printed.
  var words: String { "\(method.stamp.id) (\(method.stamp.convention))" }
}

/// Which way an index goes with segregation.
enum SegregationDirection {
  /// Larger is more segregated.
  case rising
  /// Smaller is more segregated.
  case falling
}
