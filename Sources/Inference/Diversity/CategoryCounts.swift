/// How many people there are in each category of one attribute.
public struct CategoryCounts: Hashable, Sendable, Codable {
  /// People per category, in the declared order; a category may have nobody.
  public let counts: [Int]
  /// How many categories the attribute has by its declaration, those with nobody and those not
  /// listed included; `nil` for an open list such as job titles, whose length is not known.
  public let declaredCategories: Int?
  /// What the categories are called, in the order of the counts; `nil` where they have no names.
  public let labels: [String]?

  /// Makes counts.
  ///
  /// `nil` if there is no category, a count is negative, everyone together is more than an `Int`
  /// holds, fewer categories are declared than counted, or the labels are not one per count.
  public init?(_ counts: [Int], declared: Int?, labels: [String]? = nil) {
    guard !counts.isEmpty, declared.map({ $0 >= counts.count }) ?? true,
      labels.map({ $0.count == counts.count }) ?? true
    else { return nil }
    var total = 0
    for count in counts {
      let (sum, overflow) = total.addingReportingOverflow(count)
      guard count >= 0, !overflow else { return nil }
      total = sum
    }
    self.counts = counts
    declaredCategories = declared
    self.labels = labels
  }

  /// Reads counts, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let counts = CategoryCounts(
        try container.decode([Int].self, forKey: .counts),
        declared: try container.decodeIfPresent(Int.self, forKey: .declaredCategories),
        labels: try container.decodeIfPresent([String].self, forKey: .labels))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .counts, in: container, debugDescription: "The counts make no categories.")
    }
    self = counts
  }

  /// Everyone.
  public var total: Int { counts.reduce(0, +) }
  /// How many categories have anybody.
  public var occupied: Int { counts.count { $0 > 0 } }

  /// How many categories have exactly so many people.
  func categories(of size: Int) -> Int { counts.count { $0 == size } }

  /// Why there is no diversity to speak of, or `nil`.
  var problem: String? { total == 0 ? "There is nobody in any category." : nil }

  /// Why a quantity that compares people with each other is not defined, or `nil`.
  var pairProblem: String? {
    problem ?? (total == 1 ? "One person alone cannot be compared with anybody." : nil)
  }

  /// Why a quantity that needs the length of the list is not defined, or `nil`.
  var declaredProblem: String? {
    guard let declaredCategories else { return "The number of categories is not declared." }
    return declaredCategories == 1 ? "Only one category is declared." : nil
  }
}
