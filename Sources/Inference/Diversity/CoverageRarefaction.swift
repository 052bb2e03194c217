public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How many categories are to be expected among as many people as cover a share of the whole.
///
///     coverage(m) = sum over categories of p (1 - C(N - count, m) / C(N - 1, m))
///
/// coverage(m): the chance that one more person, after m drawn without replacement from the N, is
/// of a category drawn before. It makes groups comparable at equal completeness where equal size
/// would favour the group with few categories. The number of people is the m with the coverage
/// asked for, between two whole numbers in proportion, and the categories are those of
/// `Rarefaction` at it. Range 0 to the number of categories with anybody. Undefined above the
/// coverage of all but one, 1 - f1 / N, f1 being the people alone in their category. There is no
/// interval.
/// - Source: Chao and Jost (2012), Ecology 93, 2533-2547.
public struct CoverageRarefaction: CataloguedMethod {
  /// The share to be covered, above 0 and below 1.
  public let coverage: Double

  /// Makes the method.
  public init(coverage: Double) { self.coverage = coverage }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "rarefaction-coverage", title: "Rarefaction to equal coverage",
    formula: "the expected number of categories among the m people with the coverage asked for: "
      + "sum of p (1 - C(N - count, m) / C(N - 1, m))",
    range: "0 to the number of categories with anybody",
    assumptions: [
      "For open lists, such as job titles or skills, in groups of different size.",
      "People are independent draws; groups are compared at one coverage.",
    ],
    source: "Chao and Jost (2012), Ecology 93, 2533-2547")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "coverage \(ConfidenceLevel.percent(coverage)) %, drawn without replacement, in "
        + "proportion between whole numbers of people")
  }

  /// The categories and the people they are among, each with a reason where it is not defined.
  public func callAsFunction(_ categories: CategoryCounts) -> CoverageRarefactionResult {
    let warnings = OpenListWarning.of(categories)
    if let problem = problem(categories) {
      return CoverageRarefactionResult(
        categories: .notEstimable(reason: problem), people: .notEstimable(reason: problem),
        warnings: warnings)
    }
    do {
      let people = try people(categories)
      let whole = people.rounded(.down)
      let below = try CategoryDraw(categories, people: Int(whole)).expected()
      let above = try CategoryDraw(categories, people: Int(whole) + 1).expected()
      return CoverageRarefactionResult(
        categories: .estimate(below + (people - whole) * (above - below)),
        people: .estimate(people), warnings: warnings)
    } catch {
      let reason = "The computation did not succeed: \(error.description)."
      return CoverageRarefactionResult(
        categories: .notEstimable(reason: reason), people: .notEstimable(reason: reason),
        warnings: warnings)
    }
  }

  private func problem(_ categories: CategoryCounts) -> String? {
    if let problem = categories.pairProblem { return problem }
    guard coverage > 0, coverage < 1 else { return "The coverage must lie between 0 and 1." }
    let largest = 1 - Double(categories.categories(of: 1)) / Double(categories.total)
    guard coverage <= largest else {
      return "The people cover less than the share asked for."
    }
    return nil
  }

  /// The number of people with the coverage: bisection over whole numbers, from none, who cover
  /// nothing, to all but one.
  private func people(_ categories: CategoryCounts) throws(NumericalError) -> Double {
    var low = (people: 0, coverage: 0.0)
    var high = (
      people: categories.total - 1,
      coverage: try CategoryDraw(categories, people: categories.total - 1).coverage()
    )
    while high.people - low.people > 1 {
      let middle = low.people + (high.people - low.people) / 2
      let covered = try CategoryDraw(categories, people: middle).coverage()
      if covered < coverage { low = (middle, covered) } else { high = (middle, covered) }
    }
    let part = (coverage - low.coverage) / (high.coverage - low.coverage)
    return Double(low.people) + min(1, part)
  }
}

/// The expected number of categories at a coverage.
public struct CoverageRarefactionResult: Hashable, Sendable {
  /// The expected number of categories, or why there is none.
  public let categories: Outcome
  /// How many people have the coverage, not rounded, or why there is no such number.
  public let people: Outcome
  /// What a reader is warned of.
  public let warnings: [OpenListWarning]
}

extension CategoryDraw {
  /// The chance that one more person is of a category drawn.
  ///
  /// For a person of a category, that any of the others of it is among those drawn.
  func coverage() throws(NumericalError) -> Double {
    var sum = CompensatedSum()
    for size in sizes {
      let others = try Hypergeometric(population: total - 1, marked: size.count - 1, drawn: people)
      let share = Double(size.categories) * Double(size.count) / Double(total)
      sum.add(share * -expm1(others.logProbability(of: 0)))
    }
    return sum.value
  }
}
