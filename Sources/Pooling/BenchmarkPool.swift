public import Archive

/// Pools the packs of several organisations: the rules first, then the numbers.
public struct BenchmarkPool: Sendable {
  /// Why nothing may be pooled.
  public enum Refusal: Error, Hashable, Sendable {
    /// There are too few organisations.
    case tooFewContributors(Int)
    /// The data of a pack, by its position, are too recent.
    case tooRecent([Int])
    /// No figure keeps the rules.
    case nothingToShow
  }

  private let packs: [ArchivedPack]
  private let own: Int?
  private let rules: PoolRules
  private let asOf: String
  private let panel: String

  /// Prepares a pool of packs that agree on period and taxonomy.
  ///
  /// - Parameters:
  ///   - packs: the packs, one of each organisation.
  ///   - own: the position of the reader's own pack; nobody's if `nil`.
  ///   - rules: what must hold of every figure.
  ///   - asOf: the day the pool is made.
  ///   - panel: a digest of the packs.
  public init(
    _ packs: [ArchivedPack], own: Int?, rules: PoolRules = PoolRules(), asOf: String, panel: String
  ) {
    self.packs = packs
    self.own = own
    self.rules = rules
    self.asOf = asOf
    self.panel = panel
  }

  /// The pool; no number in it is another organisation's.
  ///
  /// - Throws: why nothing may be pooled.
  public func release() throws(Refusal) -> PooledRelease {
    guard packs.count >= rules.minimumContributors, let first = packs.first else {
      throw .tooFewContributors(packs.count)
    }
    let recent = packs.indices.filter { position in
      guard let day = PackDate(packs[position].snapshotDate), let made = PackDate(asOf) else {
        return true
      }
      return !made.isAtLeast(months: rules.lagMonths, after: day)
    }
    guard recent.isEmpty else { throw .tooRecent(recent) }
    let ruling = PoolGate(packs, rules: rules).ruling()
    guard !ruling.figures.isEmpty else { throw .nothingToShow }
    let estimates = PoolEstimates(packs, own: own, rules: rules)
    return PooledRelease(
      period: first.period, flowPeriod: first.flowPeriod,
      snapshotDate: packs.map(\.snapshotDate).max() ?? first.snapshotDate, asOf: asOf,
      taxonomy: first.taxonomy, contributors: packs.count, rules: rules,
      withheld: ruling.withheld, panel: panel,
      ownName: own.map { packs[$0].contributor },
      figures: ruling.figures.map(estimates.figure),
      standardised: estimates.standardised(ruling), methods: estimates.methods)
  }
}
