public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The shares of all categories with Sison and Glaz's simultaneous intervals.
///
///     v(c) = the probability that every count is within c of the one seen, at the shares seen
///     lower = share - c / n,  upper = share + (c + 2 (level - v(c)) / (v(c + 1) - v(c))) / n
///
/// with c the largest whole number at which v is below the level; v(0) is taken as 0 and v(n) is 1.
/// The probability is that of truncated Poisson counts given their sum, by Edgeworth's expansion.
/// All intervals have one width; a limit outside 0 to 1 is drawn in. An empty category has an upper
/// limit above 0 all the same. Undefined with fewer than two categories. For up to ten million
/// people.
/// - Source: Sison and Glaz (1995), Journal of the American Statistical Association 90, 366-369;
///   May and Johnson (2000), Journal of Statistical Software 5(6), for the computation.
public struct SisonGlazIntervals: CataloguedMethod {
  /// The nominal coverage of all intervals together.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "sison-glaz", title: "Shares of all categories (Sison-Glaz intervals)",
    formula: "people in the category / everyone, with limits of one width for all categories",
    range: "0 to 1; the level holds for all categories together",
    assumptions: [
      "The people are independent draws with one probability per category.",
      "The probability of all counts together is approximated by Edgeworth's expansion.",
    ],
    source: "Sison and Glaz (1995), JASA 90, 366-369; May and Johnson (2000), Journal of "
      + "Statistical Software 5(6)")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "simultaneous over the declared categories, truncated Poisson counts, "
        + ConfidenceLevel.words(level))
  }

  /// The shares in the order of the categories, each with a reason where there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> [Outcome] {
    func none(_ reason: String) -> [Outcome] {
      categories.counts.map { _ in .notEstimable(reason: reason) }
    }
    if let problem = categories.simultaneousProblem ?? ConfidenceLevel.problem(level) {
      return none(problem)
    }
    let total = categories.total
    guard total <= 10_000_000 else {
      return none("Sison and Glaz's intervals are made for at most ten million people.")
    }
    let counts = categories.counts
    // v rises with c; the last whole number below the level is between the two ends.
    var (below, above) = (0, 1)
    var (low, high) = (0.0, Self.probability(counts, within: 1))
    while high < level, above < total {
      (below, low) = (above, high)
      above = min(total, 2 * above)
      high = Self.probability(counts, within: above)
    }
    while above - below > 1 {
      let middle = below + (above - below) / 2
      let probability = Self.probability(counts, within: middle)
      if probability < level {
        (below, low) = (middle, probability)
      } else {
        (above, high) = (middle, probability)
      }
    }
    guard high > low, high >= level else {
      return none("The probability of all counts together could not be approximated.")
    }
    let widening = low < level ? 2 * (level - low) / (high - low) : 0
    let n = Double(total)
    return counts.map { count in
      .estimate(
        Double(count) / n, from: max(0, (Double(count) - Double(below)) / n),
        to: min(1, (Double(count) + Double(below) + widening) / n), level: level,
        method: "Sison-Glaz, simultaneous")
    }
  }

  /// The probability that every count is within a distance, at least 1, of the one seen, at the
  /// shares seen.
  static func probability(_ counts: [Int], within distance: Int) -> Double {
    let total = counts.reduce(0, +)
    guard distance < total else { return 1 }
    var (mean, variance, third, fourth) = (
      CompensatedSum(), CompensatedSum(), CompensatedSum(), CompensatedSum()
    )
    var logProbability = CompensatedSum()
    for count in counts {
      let part = TruncatedPoisson(around: count, within: distance, atMost: total)
      mean.add(part.mean - Double(count))
      variance.add(part.variance)
      third.add(part.thirdMoment)
      fourth.add(part.fourthMoment - 3 * part.variance * part.variance)
      logProbability.add(log(part.probability))
    }
    let spread = variance.value.squareRoot()
    let skewness = third.value / (variance.value * spread)
    let excess = fourth.value / (variance.value * variance.value)
    let x = -mean.value / spread
    let square = x * x
    let expansion =
      1 + skewness / 6 * x * (square - 3) + excess / 24 * (square * (square - 6) + 3)
      + skewness * skewness / 72 * (square * (square * (square - 15) + 45) - 15)
    let density = exp(-square / 2) / (2 * .pi).squareRoot() * expansion / spread
    return exp(
      logProbability.value - PoissonDistribution.logProbability(of: total, mean: Double(total)))
      * density
  }
}

/// A Poisson count whose mean is the count seen, held within a distance of it.
struct TruncatedPoisson {
  /// The probability of being within the distance.
  let probability: Double
  /// The mean given that it is.
  let mean: Double
  /// The second central moment.
  let variance: Double
  /// The third central moment.
  let thirdMoment: Double
  /// The fourth central moment.
  let fourthMoment: Double

  /// The moments, summed count by count.
  ///
  /// Cost: the distance, at most some forty standard deviations.
  init(around seen: Int, within distance: Int, atMost most: Int) {
    let lambda = Double(seen)
    // Beyond forty standard deviations nothing is left.
    let far = min(distance, 40 * Int(lambda.squareRoot().rounded(.up)) + 40)
    let range = max(0, seen - far)...(seen == 0 ? 0 : min(most, seen + far))
    let first = exp(PoissonDistribution.logProbability(of: seen, mean: lambda))
    var weights: [(offset: Double, weight: Double)] = [(0, first)]
    var weight = first
    var count = seen
    while count < range.upperBound, weight > 0 {
      count += 1
      weight *= lambda / Double(count)
      weights.append((Double(count - seen), weight))
    }
    weight = first
    count = seen
    while count > range.lowerBound, weight > 0 {
      weight *= Double(count) / lambda
      count -= 1
      weights.append((Double(count - seen), weight))
    }
    let total = CompensatedSum(weights.map(\.weight)).value
    let shift = CompensatedSum(weights.map { $0.offset * $0.weight }).value / total
    func moment(_ power: Int) -> Double {
      CompensatedSum(
        weights.map { term in
          let offset = term.offset - shift
          return (0..<power).reduce(term.weight) { product, _ in product * offset }
        }
      ).value / total
    }
    probability = min(1, total)
    mean = lambda + shift
    variance = moment(2)
    thirdMoment = moment(3)
    fourthMoment = moment(4)
  }
}
