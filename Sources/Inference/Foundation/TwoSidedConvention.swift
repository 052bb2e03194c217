/// What "at least as far from the null hypothesis" means on both sides of a discrete distribution.
///
/// Programs differ here, and the same table can get 0.64 from one and 0.74 from another, so the
/// convention is printed with every p-value.
public enum TwoSidedConvention: String, Codable, Hashable, Sendable, CaseIterable {
  /// All outcomes no more probable than the one seen (the default of R and SciPy).
  case minimumLikelihood = "minimum_likelihood"
  /// Twice the smaller tail; it agrees with the usual exact interval.
  case central

  /// The convention as it is printed.
  var words: String {
    switch self {
    case .minimumLikelihood: "two-sided, minimum likelihood"
    case .central: "two-sided, twice the smaller tail"
    }
  }
}
