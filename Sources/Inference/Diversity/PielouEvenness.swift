public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Pielou's evenness: the Shannon entropy over that of equal shares.
///
///     J = H / log S  (observed: S categories have anybody)
///     J = H / log K  (declared: K categories could have)
///
/// Range 0 to 1; 1 means equal shares. The two differ where a declared category has nobody: only
/// the declared form falls when a group disappears. The interval is the delta method's for people
/// drawn from a process, with the number of categories taken as fixed, cut at 0 and 1; where all
/// shares are equal there is none. Undefined for one category.
/// - Source: Pielou (1966), Journal of Theoretical Biology 13, 131-144.
public struct PielouEvenness: StatisticalMethod {
  /// Which categories equal shares would be spread over.
  public enum Categories: String, Codable, Hashable, Sendable, CaseIterable {
    /// Those with anybody.
    case observed
    /// All that are declared.
    case declared
  }

  /// Which categories equal shares would be spread over.
  public let categories: Categories
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(categories: Categories, level: Double = 0.95) {
    self.categories = categories
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "evenness", title: "Pielou's evenness",
    formula: "H / log of the number of categories; H: Shannon entropy, plug-in",
    range: "0 to 1 (equal shares); whatever the base of the logarithm",
    assumptions: [
      "Over observed categories a group that disappears leaves no trace; read the declared form.",
      "Equal shares are a yardstick of the list, not a target; a benchmark is a better one.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source: "Pielou (1966), Journal of Theoretical Biology 13, 131-144")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + categories.rawValue,
      convention: "plug-in entropy over the logarithm of the number of \(categories.rawValue) "
        + "categories, delta method, " + ConfidenceLevel.words(level))
  }

  /// The evenness, or why there is none.
  public func callAsFunction(_ counts: CategoryCounts) -> Outcome {
    var problem = counts.problem
    let number: Int
    switch categories {
    case .observed:
      number = counts.occupied
      if number == 1 { problem = "Only one category has anybody in it." }
    case .declared:
      number = counts.declaredCategories ?? 0
      problem = problem ?? counts.declaredProblem
    }
    if let problem { return .notEstimable(reason: problem) }
    let shares = CategoryShares(counts)
    let largest = log(Double(number))
    return .normal(
      min(1, shares.entropy / largest),
      standardError: shares.standardError { -shares.logarithms[$0] }.map { $0 / largest },
      level: level, within: 0...1)
  }
}
