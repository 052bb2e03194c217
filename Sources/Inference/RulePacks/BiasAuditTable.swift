/// One table of a bias audit after Local Law 144: categories, and people of unknown category.
public struct BiasAuditTable: Hashable, Sendable, Codable {
  /// What the categories are of.
  public enum Categories: String, Hashable, Sendable, Codable, CaseIterable {
    /// Sex.
    case sex
    /// Race or ethnicity.
    case raceOrEthnicity = "race_or_ethnicity"
    /// Sex and race or ethnicity together.
    case intersection
  }

  /// What the categories are of.
  public let categories: Categories
  /// The categories, in the order printed.
  public let groups: [GroupCount]
  /// People who were assessed and whose category is not known.
  public let unknown: Int

  /// Makes a table; `nil` if the number of unknown people is negative.
  public init?(categories: Categories, groups: [GroupCount], unknown: Int) {
    guard unknown >= 0 else { return nil }
    self.categories = categories
    self.groups = groups
    self.unknown = unknown
  }

  /// The comparison the rule describes.
  ///
  /// Ratios to the highest rate, where categories of less than 2 % of the people of known category
  /// are neither compared nor comparators but keep their number and rate.
  public static let policy = ComparatorPolicy(
    comparator: .highestRate, minimumShare: .twoPercent, smallGroups: .noRatio)

  /// Rates and ratios of the categories.
  public var comparison: ComparisonRows { BiasAuditTable.policy(groups) }
}

/// Scores of categories of people, turned into the scoring rates of Local Law 144.
///
///     scoring rate = people of the category who score strictly above the median / people of it
///
/// The median is that of everyone scored, people of unknown category included: the middle score,
/// or the mean of the two middle ones. A score equal to the median is not above it, so with ties
/// fewer than half of everyone can be above.
/// - Source: 6 RCNY 5-300.
public struct ScoringRates: Hashable, Sendable {
  /// The median of everyone's score.
  public let median: Double
  /// The categories with the people above the median as selected, in the order given.
  public let groups: [GroupCount]

  /// Counts the people above the median; `nil` where nobody was scored or a score is not finite.
  public init?(categories: [(name: String, scores: [Double])], unknown: [Double] = []) {
    let all = (categories.flatMap(\.scores) + unknown).sorted()
    guard !all.isEmpty, all.allSatisfy(\.isFinite) else { return nil }
    let middle = all.count / 2
    let median =
      all.count % 2 == 1 || all[middle - 1] == all[middle]
      ? all[middle] : all[middle - 1] / 2 + all[middle] / 2
    self.median = median
    groups = categories.compactMap { category in
      GroupCount(
        name: category.name, selected: category.scores.filter { $0 > median }.count,
        total: category.scores.count)
    }
  }
}
