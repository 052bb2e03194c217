/// Yes-or-no outcomes of people who are alike in what a regression looks at, with the numbers it
/// looks at: grouped binomial data.
///
/// The columns are given as they enter the linear predictor, the constant included: a column of
/// ones is a constant, a factor of k levels is k - 1 columns of zeros and ones.
public struct BinomialPatterns: Hashable, Sendable, Codable {
  /// People with the same values.
  public struct Pattern: Hashable, Sendable, Codable {
    /// One value per column.
    public let values: [Double]
    /// How many had the outcome yes.
    public let successes: Int
    /// How many there are.
    public let total: Int
    /// The requisition or other unit the people belong to, where the method asks for one.
    public let stratum: String?

    /// Makes a pattern.
    public init(values: [Double], successes: Int, total: Int, stratum: String? = nil) {
      self.values = values
      self.successes = successes
      self.total = total
      self.stratum = stratum
    }

    /// How many had the outcome no.
    public var failures: Int { total - successes }
  }

  /// The names of the columns, which are the names of the coefficients.
  public let columns: [String]
  /// The patterns, in the order given.
  public let patterns: [Pattern]

  /// Makes the data; `nil` where a row has not one finite value per column, a count is impossible
  /// or two columns have one name.
  public init?(columns: [String], patterns: [Pattern]) {
    guard columns.indices.allSatisfy({ !columns[..<$0].contains(columns[$0]) }) else { return nil }
    for pattern in patterns {
      guard pattern.values.count == columns.count, pattern.values.allSatisfy(\.isFinite),
        pattern.successes >= 0, pattern.total >= pattern.successes
      else { return nil }
    }
    self.columns = columns
    self.patterns = patterns
  }

  /// The position of a column.
  public func index(of column: String) -> Int? { columns.firstIndex(of: column) }

  /// The data without a column.
  public func dropping(_ column: String) -> BinomialPatterns {
    guard let position = index(of: column) else { return self }
    func without<Element>(_ elements: [Element]) -> [Element] {
      elements.indices.filter { $0 != position }.map { elements[$0] }
    }
    return BinomialPatterns(
      trustedColumns: without(columns),
      patterns: patterns.map {
        Pattern(
          values: without($0.values), successes: $0.successes, total: $0.total,
          stratum: $0.stratum)
      })
  }

  /// The patterns that have people.
  var occupied: [Pattern] { patterns.filter { $0.total > 0 } }

  /// Everyone.
  var total: Int { patterns.reduce(0) { $0 + $1.total } }

  private init(trustedColumns columns: [String], patterns: [Pattern]) {
    self.columns = columns
    self.patterns = patterns
  }
}
