/// What the ledger protects, and how far.
public struct LedgerPolicy: Sendable, Hashable {
  /// `k`: a group of 1 to `k - 1` people is small.
  public let threshold: Int
  /// `k_diff`: fewer movers than this between two values trigger an audit.
  public let fewestMovers: Int
  /// `p`: how wide the limits of movers' amounts must be, as a share of their scale, 0 to 1.
  public let amountWidth: Double
  /// The attributes whose levels nobody may learn of one person.
  ///
  /// Head counts without any of them are known to colleagues and are not ruled on.
  public let sensitive: [String]
  /// The populations in which the same people stay from period to period.
  ///
  /// All others are events of one period each: two periods share nobody, and only a restatement of one
  /// is ruled on.
  public let stocks: [String]
  /// Whether the periods of one release are held against each other too.
  ///
  /// A reader subtracts quarters of one report as easily as those of two.
  public let rulesWithinRelease: Bool
  /// How many simplex iterations each audit may take.
  public let iterationLimit: Int

  /// Makes a policy; `nil` where the threshold is below 2, the fewest movers are below the threshold or
  /// the share is not between 0 and 1.
  public init?(
    threshold: Int, fewestMovers: Int = 10, amountWidth: Double = 0.1, sensitive: [String],
    stocks: [String] = ["workforce", "unpaid"], rulesWithinRelease: Bool = true,
    iterationLimit: Int = 1_000_000
  ) {
    guard threshold >= 2, fewestMovers >= threshold, amountWidth >= 0, amountWidth <= 1,
      iterationLimit >= 0
    else { return nil }
    self.threshold = threshold
    self.fewestMovers = fewestMovers
    self.amountWidth = amountWidth
    self.sensitive = sensitive
    self.stocks = stocks
    self.rulesWithinRelease = rulesWithinRelease
    self.iterationLimit = iterationLimit
  }

  /// The floors as an entry keeps them.
  public func floors(payThreshold: Int) -> LedgerEntry.Floors {
    LedgerEntry.Floors(
      threshold: threshold, payThreshold: payThreshold, fewestMovers: fewestMovers)
  }
}
