public import Estimates

/// The range of diversity indices over every way the people of unknown category can be divided.
///
///     least even: all unknown people join the largest category
///     most even:  each unknown person joins the smallest category at his turn
///
/// Every division lies between the two in the sense of majorization, so every index that does not
/// fall as shares become more even has its exact extremes there: Blau's index, Shannon's entropy
/// and the Hill numbers among them. Categories that are declared and have nobody can be joined. Of
/// an open list only the categories listed can. For up to a million empty categories. These are
/// bounds of what is possible, not of what is likely.
/// - Source: Manski (1989), Journal of Human Resources 24, 343-360, for bounds without assumptions;
///   Marshall, Olkin and Arnold (2011), Inequalities: Theory of Majorization, chapter 3.
public struct UnknownDiversityBounds: CataloguedMethod {
  /// The smallest and the largest of an index.
  public struct Bounds: Hashable, Sendable {
    /// The smallest.
    public let smallest: Outcome
    /// The largest.
    public let largest: Outcome
  }

  /// What the unknown can make of diversity.
  public struct Result: Hashable, Sendable {
    /// Blau's index.
    public let blau: Bounds
    /// Shannon's entropy in nats.
    public let shannon: Bounds
    /// The Hill number of order 1, the number of equally large categories as diverse.
    public let effectiveCategories: Bounds
    /// The counts of the smallest values.
    public let leastEven: CategoryCounts?
    /// The counts of the largest values.
    public let mostEven: CategoryCounts?
  }

  /// How many people are of unknown category.
  public let unknown: Int

  /// Makes the method.
  public init(unknown: Int) { self.unknown = unknown }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "unknown-diversity-bounds", title: "Bounds of diversity over people of unknown category",
    formula: "the smallest and largest index over every division of the unknown between the "
      + "categories",
    range: "that of the index; the two ends include all that is possible",
    assumptions: [
      "Nothing is assumed of the categories the unknown belong to, but that they are declared ones."
    ],
    source: "Manski (1989), Journal of Human Resources 24, 343-360; Marshall, Olkin and Arnold "
      + "(2011), Inequalities: Theory of Majorization, chapter 3")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "every division of \(unknown) unknown people, plug-in indices, nats",
      inference: .census)
  }

  /// The bounds of the indices, each with a reason where it is not defined.
  public func callAsFunction(_ categories: CategoryCounts) -> Result {
    let most = mostEven(categories)
    let least = leastEven(categories)
    guard let most, let least else {
      let none = Outcome.notEstimable(
        reason: unknown < 0
          ? "The number of unknown people must be 0 or more." : "The counts are too large.")
      let bounds = Bounds(smallest: none, largest: none)
      return Result(
        blau: bounds, shannon: bounds, effectiveCategories: bounds, leastEven: nil, mostEven: nil)
    }
    func bounds(_ method: some StatisticalMethod<CategoryCounts>) -> Bounds {
      Bounds(smallest: Self.value(method(least)), largest: Self.value(method(most)))
    }
    return Result(
      blau: bounds(BlauIndex()), shannon: bounds(ShannonEntropy()),
      effectiveCategories: bounds(HillNumber(order: .one)), leastEven: least, mostEven: most)
  }

  /// The number alone: a bound has no sampling error.
  private static func value(_ outcome: Outcome) -> Outcome {
    guard case .estimate(let estimate) = outcome else { return outcome }
    return .estimate(estimate.value)
  }

  /// How many empty categories are filled at most.
  private static let mostEmptyCategories = 1_000_000

  /// The counts with every category that can be joined, empty ones that are declared too.
  private func counts(_ categories: CategoryCounts) -> [Int] {
    let more = (categories.declaredCategories ?? categories.counts.count) - categories.counts.count
    // No more empty categories can be filled than there are people.
    return categories.counts
      + [Int](repeating: 0, count: max(0, min(more, unknown, Self.mostEmptyCategories + 1)))
  }

  private func remade(_ counts: [Int], _ categories: CategoryCounts) -> CategoryCounts? {
    CategoryCounts(
      counts, declared: categories.declaredCategories,
      labels: counts.count == categories.counts.count ? categories.labels : nil)
  }

  private func leastEven(_ categories: CategoryCounts) -> CategoryCounts? {
    guard unknown >= 0, unknown <= Int.max - categories.total else { return nil }
    var counts = categories.counts
    let largest = counts.indices.reduce(0) { counts[$1] > counts[$0] ? $1 : $0 }
    counts[largest] += unknown
    return remade(counts, categories)
  }

  /// Fills the smallest categories up to one level, the rest one each in the order of the
  /// categories.
  private func mostEven(_ categories: CategoryCounts) -> CategoryCounts? {
    guard unknown >= 0, unknown <= Int.max - categories.total else { return nil }
    var counts = counts(categories)
    guard counts.count <= categories.counts.count + Self.mostEmptyCategories else { return nil }
    let order = counts.indices.sorted { (counts[$0], $0) < (counts[$1], $1) }
    var left = unknown
    var raised = 1
    // Raise the smallest `raised` categories together to the next, as far as people last.
    while raised < order.count {
      let gap = counts[order[raised]] - counts[order[raised - 1]]
      let (need, overflow) = gap.multipliedReportingOverflow(by: raised)
      if overflow || need > left { break }
      for position in order[..<raised] { counts[position] += gap }
      left -= need
      raised += 1
    }
    for (turn, position) in order[..<raised].sorted().enumerated() {
      counts[position] += left / raised + (turn < left % raised ? 1 : 0)
    }
    return remade(counts, categories)
  }
}
