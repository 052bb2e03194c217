import Encoders
import Estimates
package import Inference

/// `parity test share 16,40,12`: the shares of all categories with intervals that hold together.
package struct CategoriesCalculator: Sendable {
  /// The people in each category.
  package let categories: CategoryCounts
  /// The nominal coverage of all intervals together.
  package let level: Double

  /// Reads the counts, with commas between; the options of one share are problems.
  package init(
    counts text: String, benchmark: String? = nil, population: String? = nil, level: Double
  ) throws(ArgumentProblems) {
    var reader = ArgumentReader()
    for (option, value) in [("--benchmark", benchmark), ("--of", population)] where value != nil {
      reader.note(
        "\(option): it is for one share, and counts of categories were given",
        fix: "leave it out, or give one share, as 16/68")
    }
    let example = "16,40,12"
    let counts = text.split(separator: ",", omittingEmptySubsequences: false).compactMap {
      reader.count($0, in: "counts", example: example)
    }
    if !text.contains(",") {
      reader.note("one category was given", fix: "give every category a count, as \(example)")
    }
    if counts.count > Self.mostCategories {
      reader.note(
        "\(counts.count) categories were given", fix: "give at most \(Self.mostCategories)")
    }
    try reader.finish()
    guard let categories = CategoryCounts(counts, declared: counts.count) else {
      throw ArgumentProblems([])
    }
    self.categories = categories
    self.level = level
  }

  /// The most categories.
  private static let mostCategories = 1_000

  /// Whether what was typed in is counts of categories and not a share.
  package static func reads(_ shares: [String]) -> Bool {
    shares.count == 1 && shares[0].contains(",")
  }

  /// The answer.
  package func callAsFunction() -> Calculation {
    let together = "\(Facts.percent(level)) for all together"
    let goodman = GoodmanIntervals(level: level)
    let sisonGlaz = SisonGlazIntervals(level: level)
    func lines(_ heading: String, _ stamp: MethodStamp, _ outcomes: [Outcome])
      -> [CalculatedResult]
    {
      zip(labels, outcomes).enumerated().map { index, line in
        CalculatedResult(
          heading, line.0, stamp, line.1, unit: .share, subject: "category \(index + 1)")
      }
    }
    let first = goodman(categories)
    return Calculation(
      "share",
      input: [
        "counts": .array(categories.counts.map { .integer($0) }), "level": .number(level),
      ],
      facts: ["\(categories.counts.count) categories, \(Facts.people(categories.total))"],
      results: lines("Goodman's intervals, \(together)", goodman.stamp, first)
        + lines(
          "Sison and Glaz's intervals, of one width, \(together)", sisonGlaz.stamp,
          sisonGlaz(categories)),
      sentence: sentence(first))
  }

  private var labels: [String] {
    categories.counts.enumerated().map {
      "Category \($0 + 1), \(Figures.text(Double($1), .wholePeople))"
    }
  }

  private func sentence(_ outcomes: [Outcome]) -> String {
    let counts = categories.counts
    guard let most = counts.max(), let largest = counts.firstIndex(of: most),
      let fewest = counts.min(), let smallest = counts.firstIndex(of: fewest),
      case .estimate(let high) = outcomes[largest], case .estimate(let low) = outcomes[smallest]
    else {
      guard case .notEstimable(let reason)? = outcomes.first else {
        return "There are no shares."
      }
      return "There are no shares: \(reason)"
    }
    func words(_ category: Int, _ estimate: Estimate) -> String {
      let share = "category \(category + 1)'s, \(Figures.text(estimate.value, .share))"
      guard let interval = estimate.interval else { return share }
      return share + " (\(Figures.text(interval.lower, .share)) to "
        + "\(Figures.text(interval.upper, .share)))"
    }
    let hold = "by intervals that hold for all categories together at \(Facts.percent(level))."
    if most == fewest {
      let interval = high.interval.map {
        " (\(Figures.text($0.lower, .share)) to \(Figures.text($0.upper, .share)))"
      }
      return "Every category has a share of \(Figures.text(high.value, .share))"
        + (interval ?? "") + ", " + hold
    }
    return "The largest share is \(words(largest, high)), the smallest "
      + "\(words(smallest, low)), " + hold
  }
}
