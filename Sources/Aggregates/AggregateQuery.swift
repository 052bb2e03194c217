/// What to count: which people, split by which attributes, with which amounts summed up.
public struct AggregateQuery: Hashable, Sendable, Codable {
  /// A measure to sum up in each cell.
  public struct MeasureRequest: Hashable, Sendable, Codable {
    /// The measure's identifier, for example `hourly_pay`.
    public let measure: String
    /// Whether to keep how often each distinct amount occurs, for medians and quarter bands.
    public let valueCounts: Bool

    /// Asks for the moments of a measure and, if wanted, its value counts.
    public init(_ measure: String, valueCounts: Bool = false) {
      self.measure = measure
      self.valueCounts = valueCounts
    }
  }

  /// Keep only rows whose attribute takes one of these levels.
  public struct Filter: Hashable, Sendable, Codable {
    /// The attribute's identifier.
    public let attribute: String
    /// Labels of the levels that are kept.
    public let levels: [String]

    /// Makes a filter.
    public init(_ attribute: String, levels: [String]) {
      self.attribute = attribute
      self.levels = levels
    }
  }

  /// The input's identifier, for example `employees`.
  public let input: String
  /// The attributes that split the people, in the order of the coordinates of the answer.
  public let attributes: [String]
  /// The measures to sum up in each cell.
  public let measures: [MeasureRequest]
  /// Rows must pass every filter.
  public let filters: [Filter]

  /// Makes a query.
  public init(
    input: String, attributes: [String], measures: [MeasureRequest] = [], filters: [Filter] = []
  ) {
    self.input = input
    self.attributes = attributes
    self.measures = measures
    self.filters = filters
  }
}
