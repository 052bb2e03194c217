public import Estimates
import NumericalKernel

/// Rao's quadratic entropy: how far apart two people's categories are on average.
///
///     Q = sum over all i, j of p_i p_j d_ij              (plug-in)
///     Q = the same times N / (N - 1)                     (unbiased)
///
/// d: distances between 0 and 1, taken as they are, neither squared nor halved; some programs do
/// either. With all distances 1 it is Blau's index. Range 0 to 1. The interval is the delta
/// method's for people drawn from a process, from the derivative `2 sum_j p_j d_ij`, cut at 0 and
/// 1; where that is the same for every category there is none. Cost: the square of the number of
/// categories.
/// - Source: Rao (1982), Theoretical Population Biology 21, 24-43.
public struct RaoQuadraticEntropy: StatisticalMethod {
  /// How far apart the categories are.
  public let distances: CategoryDistances
  /// Whether pairs are of different people.
  public let estimator: DiversityEstimator
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    distances: CategoryDistances, estimator: DiversityEstimator = .plugIn, level: Double = 0.95
  ) {
    self.distances = distances
    self.estimator = estimator
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "rao-q", title: "Rao's quadratic entropy",
    formula: "sum over all pairs of categories of p_i p_j d_ij; unbiased: times N / (N - 1)",
    range: "0 (everybody alike) to 1; larger is more diverse",
    assumptions: [
      "The distances are declared before the data are seen, and mean the same everywhere.",
      "The plug-in form is smaller in small teams by chance alone; compare teams by the unbiased.",
      "The interval is for people as independent draws from a process; a census has none.",
    ],
    source: "Rao (1982), Theoretical Population Biology 21, 24-43")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: estimator == .unbiased ? Self.card.id + "-unbiased" : nil,
      convention: estimator.words + ", distances neither halved nor squared, delta method, "
        + ConfidenceLevel.words(level))
  }

  /// The index, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    let problem = estimator == .plugIn ? categories.problem : categories.pairProblem
    if let problem = problem ?? distances.problem(categories) {
      return .notEstimable(reason: problem)
    }
    let parts = SimilarityShares(categories, similarities: distances.rows)
    let factor = estimator.factor(Double(categories.total))
    let value = parts.mean { parts.ordinariness[$0] }
    return .normal(
      min(1, factor * value),
      standardError: parts.standardError { 2 * parts.ordinariness[$0] }.map { factor * $0 },
      level: level, within: 0...1)
  }
}

/// The shares of the categories with anybody and how like (or unlike) everybody each is.
struct SimilarityShares {
  /// The shares, in the order of the categories.
  let shares: [Double]
  /// The similarities (or distances) among the categories with anybody.
  let similarities: [[Double]]
  /// For each category the mean over everybody of its similarity to theirs.
  let ordinariness: [Double]
  /// Everyone.
  private let people: Double

  /// The shares of counts with somebody and a matrix of their size.
  init(_ categories: CategoryCounts, similarities all: [[Double]]) {
    let positions = categories.counts.indices.filter { categories.counts[$0] > 0 }
    let people = Double(categories.total)
    let shares = positions.map { Double(categories.counts[$0]) / people }
    similarities = positions.map { row in positions.map { all[row][$0] } }
    ordinariness = similarities.map { row in
      DeltaMethod.mean(row, shares: shares)
    }
    self.shares = shares
    self.people = people
  }

  /// The sum over the categories of share x term.
  func mean(_ term: (Int) -> Double) -> Double {
    DeltaMethod.mean(shares.indices.map(term), shares: shares)
  }

  /// The delta method's standard error from the derivative by each share; `nil` where it vanishes
  /// beside the derivatives or a size they are known to.
  func standardError(size known: Double = 0, _ derivative: (Int) -> Double) -> Double? {
    DeltaMethod.standardError(
      shares.indices.map(derivative), shares: shares, people: people, size: known)
  }
}
