public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many categories are to be expected among fewer people drawn from these.
///
///     expected = sum over categories of 1 - C(N - count, m) / C(N, m)
///
/// m people drawn without replacement from the N. It makes groups of different size comparable: all
/// are brought to the size of the smallest. Range 1 to the number of categories with anybody. The
/// standard error is that of the draw alone, exact, the N people being fixed; there is no interval.
/// Undefined for more people than there are. Cost: the square of the number of different counts.
/// - Source: Hurlbert (1971), Ecology 52, 577-586; Heck, van Belle and Simberloff (1975), Ecology
///   56, 1459-1461, for the error.
public struct Rarefaction: StatisticalMethod {
  /// How many people are drawn, at least 1.
  public let people: Int

  /// Makes the method.
  public init(people: Int) { self.people = people }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "rarefaction", title: "Rarefaction (expected number of categories)",
    formula: "sum over the categories of 1 - C(N - count, m) / C(N, m); m people drawn from N",
    range: "1 to the number of categories with anybody",
    assumptions: [
      "For open lists, such as job titles or skills, in groups of different size.",
      "The standard error is that of drawing m of these people, not of the people themselves.",
    ],
    source: "Hurlbert (1971), Ecology 52, 577-586; Heck, van Belle and Simberloff (1975), Ecology "
      + "56, 1459-1461")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "\(people) people drawn without replacement, standard error of the draw (Heck)")
  }

  /// The expected number, or why there is none.
  public func callAsFunction(_ categories: CategoryCounts) -> Outcome {
    if let problem = categories.problem { return .notEstimable(reason: problem) }
    guard people >= 1 else { return .notEstimable(reason: "At least one person must be drawn.") }
    guard people <= categories.total else {
      return .notEstimable(
        reason: "There are \(categories.total) people, fewer than the \(people) to be drawn.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let draw = CategoryDraw(categories, people: people)
      let variance = try draw.variance()
      return try .estimate(draw.expected(), standardError: variance.squareRoot())
    }
  }
}

/// A number of people drawn without replacement from those of a list of categories.
struct CategoryDraw {
  /// The different counts, the largest first, and how many categories have each.
  let sizes: [(count: Int, categories: Int)]
  /// Everyone, and those drawn.
  let total: Int
  let people: Int

  /// A draw of at most everyone.
  init(_ categories: CategoryCounts, people: Int) {
    var sizes: [(count: Int, categories: Int)] = []
    for count in categories.counts.filter({ $0 > 0 }).sorted(by: >) {
      if sizes.last?.count == count {
        sizes[sizes.count - 1].categories += 1
      } else {
        sizes.append((count, 1))
      }
    }
    self.sizes = sizes
    total = categories.total
    self.people = people
  }

  /// The logarithm of the chance that none of so many people is drawn.
  private func logMissed(_ count: Int) throws(NumericalError) -> Double {
    try Hypergeometric(population: total, marked: count, drawn: people).logProbability(of: 0)
  }

  /// The expected number of categories drawn.
  func expected() throws(NumericalError) -> Double {
    var sum = CompensatedSum()
    for size in sizes { try sum.add(Double(size.categories) * -expm1(logMissed(size.count))) }
    return sum.value
  }

  /// The variance of the number of categories drawn.
  ///
  /// The sum over the categories of u (1 - u), u the chance to be missed, and over the pairs of
  /// what the chance that both are missed exceeds the product by.
  func variance() throws(NumericalError) -> Double {
    var sum = CompensatedSum()
    var logarithms: [Double] = []
    for size in sizes { try logarithms.append(logMissed(size.count)) }
    for (row, first) in sizes.enumerated() {
      sum.add(Double(first.categories) * exp(logarithms[row]) * -expm1(logarithms[row]))
      for column in 0...row {
        let second = sizes[column]
        let pairs =
          column == row
          ? Double(first.categories) * Double(first.categories - 1)
          : 2 * Double(first.categories) * Double(second.categories)
        guard pairs > 0 else { continue }
        let product = logarithms[row] + logarithms[column]
        let both = try logMissed(first.count + second.count)
        if product.isFinite { sum.add(pairs * exp(product) * expm1(both - product)) }
      }
    }
    return max(0, sum.value)
  }
}
