public import Estimates

/// What a pool may show: sums over all organisations and numbers of the reader's own, coarse enough
/// that counts cannot be worked back from them.
public struct PooledRelease: Hashable, Sendable {
  /// An attribute or a level of one, as it is printed.
  public struct Place: Hashable, Sendable {
    /// The title of the structure, for example `Level`.
    public let structure: String
    /// The label of the level.
    public let level: String
  }

  /// A number with its limits, rounded.
  public struct Coarse: Hashable, Sendable {
    /// The number.
    public let value: Double
    /// Its limits, where it has them.
    public let interval: ClosedRange<Double>?
  }

  /// A number, or why there is none.
  public enum Number: Hashable, Sendable {
    /// The number.
    case number(Coarse)
    /// There is none, for a reason.
    case none(String)

    /// The number, if there is one.
    public var coarse: Coarse? {
      if case .number(let coarse) = self { coarse } else { nil }
    }
  }

  /// The reader's own organisation in a figure.
  public struct Own: Hashable, Sendable {
    /// People of the group.
    public let people: Int
    /// Everyone.
    public let total: Int
    /// The share of organisations like those of the pool with a lower true share, with its interval.
    public let percentile: Number
    /// The funnel's limits around sizes up to twice the organisation's own; empty where there are none.
    public let funnel: [Funnel]
    /// The funnel's limits at the organisation's own size.
    public let limits: Funnel?

    /// The share.
    public var share: Double { Double(people) / Double(total) }
  }

  /// The funnel's limits at a size.
  public struct Funnel: Hashable, Sendable {
    /// How many people.
    public let people: Int
    /// The 95 % limits.
    public let inner: ClosedRange<Double>
    /// The 99.8 % limits.
    public let outer: ClosedRange<Double>
  }

  /// One figure of the pool.
  public struct Figure: Hashable, Sendable {
    /// The population, for example `workforce`.
    public let population: String
    /// The identifier of the characteristic.
    public let characteristic: String
    /// The title of the characteristic.
    public let title: String
    /// The group's label.
    public let group: String
    /// Whether the group is a share of those who declared, and not of everyone.
    public let isOfDeclared: Bool
    /// Where these people work; empty for everywhere.
    public let places: [Place]
    /// People of the group in all organisations together, rounded to tens.
    public let people: Int
    /// Everyone in all organisations together, rounded to tens.
    public let total: Int
    /// The share of all people together.
    public let pooled: Double
    /// The mean of organisations' shares with its interval.
    public let mean: Number
    /// The standard deviation of organisations' shares with its interval.
    public let deviation: Number
    /// The interval in which the share of a further organisation lies.
    public let prediction: Number
    /// The mean by another model.
    public let robust: Number
    /// Whether organisations differ by no more than chance; `nil` where it is not known.
    public let isAtBoundary: Bool?
    /// How far organisations spread beyond chance, as a factor of the variance.
    public let overdispersion: Number
    /// The reader's own organisation, where there is one.
    public let own: Own?
  }

  /// The reader's own people of a group against those expected from the pool.
  public struct Standardised: Hashable, Sendable {
    /// The population.
    public let population: String
    /// The title of the characteristic.
    public let title: String
    /// The group's label.
    public let group: String
    /// The titles of the structures that are taken into account.
    public let structures: [String]
    /// The organisation's people of the group in the places compared.
    public let observed: Int
    /// The people the pool's shares would give.
    public let expected: Number
    /// Observed over expected, with its interval.
    public let ratio: Number
    /// The share of the organisation's people in the places compared.
    public let coverage: Double
  }

  /// The quarter of stocks.
  public let period: String
  /// The quarters of hires, promotions and exits.
  public let flowPeriod: String?
  /// The day of the latest snapshot among the packs.
  public let snapshotDate: String
  /// The day the pool was made, as the operator gave it.
  public let asOf: String
  /// The name of the taxonomy.
  public let taxonomy: String
  /// How many organisations are pooled.
  public let contributors: Int
  /// The rules the pool was held to.
  public let rules: PoolRules
  /// How many figures are not shown.
  public let withheld: Int
  /// A digest of the packs, the same for the same packs in any order.
  public let panel: String
  /// The name of the reader's own organisation, where there is one.
  public let ownName: String?
  /// The figures, in order.
  public let figures: [Figure]
  /// The reader's own people against those expected.
  public let standardised: [Standardised]
  /// The methods behind the numbers.
  public let methods: [MethodStamp]
}
