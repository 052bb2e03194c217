public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A Hill number that knows how alike the categories are, by Leinster and Cobbold.
///
///     D(q) = (sum p a^(q - 1))^(1 / (1 - q)),  a_i = sum over j of z_ij p_j
///     D(1) = exp(-sum p log a);  D(infinity) = 1 / the largest a
///
/// a: how ordinary a category is, the mean similarity of its people to everybody. The similarity z
/// is made from declared distances. With nothing alike it is the ordinary Hill number; with ordered
/// grades, neighbours count as nearly the same. Range 1 to the number of categories. The interval
/// is the delta method's for people drawn from a process, cut at 1 and at the declared number of
/// categories; order infinity has none, nor have shares at which the first-order term vanishes.
/// Cost: the square of the number of categories.
/// - Source: Leinster and Cobbold (2012), Ecology 93, 477-489.
public struct SimilaritySensitiveHillNumber: StatisticalMethod {
  /// How a distance becomes a similarity.
  public enum Similarity: Codable, Hashable, Sendable {
    /// 1 - distance; at order 2 the number is 1 / (1 - Q) with Rao's Q.
    case complement
    /// exp(-rate x distance), for a rate above 0.
    case exponential(rate: Double)

    /// The similarity of two categories at a distance.
    func value(_ distance: Double) -> Double {
      switch self {
      case .complement: 1 - distance
      case .exponential(let rate): exp(-rate * distance)
      }
    }

    /// The similarity as it is printed.
    var words: String {
      switch self {
      case .complement: "similarity 1 - distance"
      case .exponential(let rate): "similarity exp(-\(ConfidenceLevel.plain(rate)) x distance)"
      }
    }
  }

  /// The order q, 0 or more, or infinity.
  public let order: HillOrder
  /// How far apart the categories are.
  public let distances: CategoryDistances
  /// How a distance becomes a similarity.
  public let similarity: Similarity
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    order: HillOrder, distances: CategoryDistances, similarity: Similarity = .complement,
    level: Double = 0.95
  ) {
    self.order = order
    self.distances = distances
    self.similarity = similarity
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "hill-similarity", title: "Similarity-sensitive Hill number (Leinster-Cobbold)",
    formula: "(sum p a^(q - 1))^(1 / (1 - q)); a: the mean similarity of a category to everybody",
    range: "1 (everybody alike) to the number of categories (equal shares, nothing alike)",
    assumptions: [
      "The distances are declared before the data are seen, and mean the same everywhere.",
      "Plug-in; smaller in small groups by chance alone.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source: "Leinster and Cobbold (2012), Ecology 93, 477-489")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + order.identifier,
      convention: "order \(order.words), \(similarity.words), plug-in, delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The number, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem ?? distances.problem(categories) {
      return .notEstimable(reason: problem)
    }
    if case .exponential(let rate) = similarity, !(rate > 0 && rate.isFinite) {
      return .notEstimable(reason: "The rate of the similarity must be a number above 0.")
    }
    let parts = SimilarityShares(
      categories, similarities: distances.rows.map { $0.map(similarity.value) })
    let logarithm = logNumber(parts)
    let number = min(Double(parts.shares.count), max(1, exp(logarithm)))
    return .normal(
      number, standardError: logError(parts, logarithm).map { number * $0 }, level: level,
      within: 1...(categories.declaredCategories.map { Double($0) } ?? .infinity))
  }

  /// The logarithm of the number, as that of a Hill number without similarity is made.
  private func logNumber(_ parts: SimilarityShares) -> Double {
    let value = order.value
    let logarithms = parts.ordinariness.map { log($0) }
    let largest = logarithms.max() ?? 0
    if value.isInfinite { return -largest }
    if value == 1 { return -parts.mean { logarithms[$0] } }
    if abs(value - 1) < 0.5 {
      return log1p(parts.mean { expm1((value - 1) * logarithms[$0]) }) / (1 - value)
    }
    let scaled = parts.mean { exp((value - 1) * (logarithms[$0] - largest)) }
    return ((value - 1) * largest + log(scaled)) / (1 - value)
  }

  /// The standard error of the logarithm.
  ///
  /// The derivative by a share has two parts: the share's own term, and its part in how ordinary
  /// every category is, `-sum_j p_j z_ij a_j^(q - 2) / sum p a^(q - 1)`.
  private func logError(_ parts: SimilarityShares, _ logarithm: Double) -> Double? {
    let value = order.value
    guard value.isFinite else { return nil }
    let logarithms = parts.ordinariness.map { log($0) }
    // a^(q - 1) over sum p a^(q - 1), whose logarithm is (q - 1)(log a + log D).
    let exponents = logarithms.map { (value - 1) * ($0 + logarithm) }
    let own = parts.shares.indices.map { position in
      value == 1 ? logarithms[position] + logarithm : expm1(exponents[position]) / (value - 1)
    }
    let others = parts.shares.indices.map { position in
      parts.mean { parts.similarities[position][$0] * exp(exponents[$0] - logarithms[$0]) }
    }
    // The two parts of a rare category are large and can cancel.
    let size = own.reduce(0) { max($0, abs($1)) }
    return parts.standardError(size: size) { own[$0] + others[$0] }
  }
}
