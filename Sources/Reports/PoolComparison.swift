/// Where the organisation stands among others, as a pool says that it took part in.
public struct PoolComparison: Hashable, Sendable {
  /// A share with its interval.
  public struct Share: Hashable, Sendable {
    /// The share.
    public let value: Double
    /// Its interval, where it has one.
    public let interval: ClosedRange<Double>?

    /// Makes a share.
    public init(_ value: Double, interval: ClosedRange<Double>?) {
      self.value = value
      self.interval = interval
    }
  }

  /// What people are counted as.
  public enum Population: String, Hashable, Sendable, CaseIterable {
    /// People at the snapshot.
    case workforce
    /// People hired.
    case hires
    /// People promoted.
    case promotions
    /// People who left.
    case exits
  }

  /// One figure of the pool.
  public struct Row: Hashable, Sendable {
    /// What people are counted as.
    public let population: Population
    /// The group's label.
    public let group: String
    /// The labels of the places; empty for everywhere.
    public let places: [String]
    /// The organisation's people of the group and everyone, as they were contributed.
    public let own: (people: Int, total: Int)?
    /// The share of all people pooled.
    public let pooled: Double
    /// The mean of organisations' shares.
    public let mean: Share?
    /// The interval in which the share of a further organisation lies.
    public let prediction: ClosedRange<Double>?
    /// The share of organisations with a lower true share.
    public let percentile: Share?

    /// Makes a row.
    public init(
      population: Population, group: String, places: [String], own: (people: Int, total: Int)?,
      pooled: Double, mean: Share?, prediction: ClosedRange<Double>?, percentile: Share?
    ) {
      self.population = population
      self.group = group
      self.places = places
      self.own = own
      self.pooled = pooled
      self.mean = mean
      self.prediction = prediction
      self.percentile = percentile
    }

    /// Whether two rows are alike.
    public static func == (left: Row, right: Row) -> Bool {
      left.population == right.population && left.group == right.group
        && left.places == right.places && left.own?.people == right.own?.people
        && left.own?.total == right.own?.total && left.pooled == right.pooled
        && left.mean == right.mean && left.prediction == right.prediction
        && left.percentile == right.percentile
    }

    /// Feeds what tells rows apart into a hasher.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(population)
      hasher.combine(group)
      hasher.combine(places)
    }
  }

  /// The quarter of stocks.
  public let period: String
  /// The quarters of hires, promotions and exits.
  public let flowPeriod: String?
  /// How many organisations are pooled.
  public let contributors: Int
  /// The figures, in order.
  public let rows: [Row]

  /// Makes a comparison.
  public init(period: String, flowPeriod: String?, contributors: Int, rows: [Row]) {
    self.period = period
    self.flowPeriod = flowPeriod
    self.contributors = contributors
    self.rows = rows
  }
}
