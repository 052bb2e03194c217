public import Estimates

/// What became of some vacancies.
public struct VacancyCounts: Hashable, Sendable, Codable {
  /// Vacancies that were filled.
  public let filled: Int
  /// Vacancies that were withdrawn without anybody hired.
  public let withdrawn: Int
  /// Vacancies that are still open.
  public let open: Int

  /// Makes counts; `nil` if one is negative.
  public init?(filled: Int, withdrawn: Int, open: Int) {
    guard min(filled, withdrawn, open) >= 0 else { return nil }
    self.filled = filled
    self.withdrawn = withdrawn
    self.open = open
  }
}

/// The share of vacancies that were filled, with Wilson's interval.
///
///     of those opened = filled / (filled + withdrawn + open)
///     of those closed = filled / (filled + withdrawn)
///
/// Range 0 to 1. Of those opened in a span it says how many were filled by its end, and rises as open
/// ones are filled; of those closed it leaves out the ones still open, which are often the hard ones.
/// - Source: definition; Wilson (1927), Journal of the American Statistical Association 22, 209-212.
public struct FillRate: StatisticalMethod {
  /// The vacancies a rate is a share of.
  public enum Base: String, Codable, Hashable, Sendable, CaseIterable {
    /// All of them.
    case opened
    /// Those that are no longer open.
    case closed
  }

  /// The vacancies the rate is a share of.
  public let base: Base
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(base: Base = .opened, level: Double = 0.95) {
    self.base = base
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "fill-rate", title: "Share of vacancies filled",
    formula: "filled / opened, or filled / closed",
    range: "0 to 1; low where vacancies stay empty",
    assumptions: [
      "Vacancies are filled independently with one probability.",
      "One vacancy is one post; an advertisement for several posts is several vacancies.",
    ],
    source: "definition: filled / vacancies; Wilson (1927), JASA 22, 209-212")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (base == .opened ? "-opened" : "-closed"),
      convention: (base == .opened ? "of all opened, those still open included" : "of those closed")
        + ", Wilson, " + ConfidenceLevel.words(level))
  }

  /// The share, or why there is none.
  public func callAsFunction(_ counts: VacancyCounts) -> Outcome {
    let total = counts.filled + counts.withdrawn + (base == .opened ? counts.open : 0)
    guard total > 0, let count = BinomialCount(successes: counts.filled, total: total) else {
      return .notEstimable(
        reason: base == .opened ? "There were no vacancies." : "No vacancy has closed.")
    }
    return WilsonInterval(level: level)(count)
  }
}
