import Archive
import Estimates
import Inference

/// The numbers of a pool, computed from counts that the gate let through and rounded so far that the
/// counts of single organisations cannot be worked back from them.
///
/// Shares are told to a tenth of a percentage point, percentiles to a hundredth, counts to tens: what
/// is told of a figure has far fewer digits than the counts behind it.
struct PoolEstimates {
  private let packs: [ArchivedPack]
  private let own: Int?
  private let rounding: Int
  private let pooling = BetaBinomialPooling()
  private let robust = PauleMandelPooling()
  private let percentile = OrganisationPercentile()
  private let funnel = FunnelPlotLimits()
  private let standardisation = IndirectStandardisation()

  init(_ packs: [ArchivedPack], own: Int?, rules: PoolRules) {
    self.packs = packs
    self.own = own
    rounding = rules.rounding
  }

  /// The methods, in the order their numbers are printed.
  var methods: [MethodStamp] {
    [pooling.stamp, robust.stamp]
      + (own == nil ? [] : [percentile.stamp, funnel.stamp, standardisation.stamp])
  }

  /// The numbers of a figure.
  func figure(_ counts: PooledCounts) -> PooledRelease.Figure {
    let key = counts.key
    let organisations = OrganisationCounts(
      zip(counts.people, counts.totals).compactMap { BinomialCount(successes: $0, total: $1) })
    let pool = pooling(organisations)
    let pooled = Double(counts.sum) / Double(counts.total)
    let mean = Self.share(pool.mean)
    let spread = funnel.spread(of: organisations, about: mean.coarse?.value ?? pooled)
    let attribute = packs.first?.characteristic(key.characteristic)
    return PooledRelease.Figure(
      population: key.population, characteristic: key.characteristic,
      title: attribute?.title ?? key.characteristic, group: key.group,
      isOfDeclared: key.base == .declared, places: places(key),
      people: rounded(counts.sum), total: rounded(counts.total),
      pooled: Self.round(pooled, to: 1000), mean: mean, deviation: Self.share(pool.deviation),
      prediction: Self.share(pool.prediction), robust: Self.share(robust(organisations).mean),
      isAtBoundary: pool.isAtBoundary,
      overdispersion: Self.coarse(spread.phi, to: 10),
      own: own.flatMap { own(counts, $0, pool, spread, about: mean.coarse?.value ?? pooled) })
  }

  private func places(_ key: ArchivedPack.Key) -> [PooledRelease.Place] {
    key.by.map { condition in
      PooledRelease.Place(
        structure: packs.first?.structure(condition.attribute)?.title ?? condition.attribute,
        level: condition.level)
    }
  }

  private func own(
    _ counts: PooledCounts, _ position: Int, _ pool: BetaBinomialPooling.Result,
    _ spread: FunnelPlotLimits.Spread, about target: Double
  ) -> PooledRelease.Own? {
    let (people, total) = (counts.people[position], counts.totals[position])
    guard total > 0, let count = BinomialCount(successes: people, total: total) else { return nil }
    func limits(_ size: Int) -> PooledRelease.Funnel? {
      func range(_ level: Double) -> ClosedRange<Double>? {
        Self.share(funnel.limits(about: target, people: size, spread: spread, level: level))
          .coarse?.interval
      }
      guard let inner = range(0.95), let outer = range(0.998) else { return nil }
      return PooledRelease.Funnel(people: size, inner: inner, outer: outer)
    }
    // Sizes follow the reader's own, so that they say nothing of others'.
    let sizes = [0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.65, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2].map {
      max(5, Int(($0 * Double(total)).rounded()))
    }
    let unique = sizes.enumerated().filter { $0.offset == 0 || $0.element > sizes[$0.offset - 1] }
    return PooledRelease.Own(
      people: people, total: total,
      percentile: Self.coarse(percentile(count, among: pool), to: 100),
      funnel: unique.compactMap { limits($0.element) }, limits: limits(total))
  }

  /// Own people against those expected, by structures one at a time and by two at once.
  func standardised(_ ruling: PoolGate.Ruling) -> [PooledRelease.Standardised] {
    guard let own else { return [] }
    let overall = ruling.figures.filter { $0.key.by.isEmpty && $0.key.population == "workforce" }
    let structures = packs.first?.structures.map(\.id) ?? []
    return overall.flatMap { group -> [PooledRelease.Standardised] in
      let sets =
        structures.map { [$0] }
        + structures.enumerated().flatMap { position, one in
          structures[(position + 1)...].map { [one, $0].sorted() }
        }
      return sets.compactMap { set in
        let strata = (set.count == 1 ? ruling.figures : ruling.strata).filter { counts in
          counts.key.population == group.key.population
            && counts.key.characteristic == group.key.characteristic
            && counts.key.group == group.key.group && counts.key.by.map(\.attribute) == set
        }
        return standardised(group, strata, set, own)
      }
    }
  }

  private func standardised(
    _ group: PooledCounts, _ strata: [PooledCounts], _ structures: [String], _ own: Int
  ) -> PooledRelease.Standardised? {
    let compared = strata.compactMap { counts -> IndirectStandardisation.Stratum? in
      guard counts.totals[own] > 0,
        let mine = BinomialCount(successes: counts.people[own], total: counts.totals[own]),
        let all = BinomialCount(successes: counts.sum, total: counts.total)
      else { return nil }
      return IndirectStandardisation.Stratum(
        counts.key.by.map(\.level).joined(separator: ", "), own: mine, pool: all)
    }
    // One place alone would be the pool's share of it again.
    guard compared.count >= 2 else { return nil }
    let people = compared.reduce(0) { $0 + $1.own.total }
    let result = standardisation(compared)
    return PooledRelease.Standardised(
      population: group.key.population,
      title: packs.first?.characteristic(group.key.characteristic)?.title
        ?? group.key.characteristic,
      group: group.key.group,
      structures: structures.map { packs.first?.structure($0)?.title ?? $0 },
      observed: result.observed, expected: Self.coarse(result.expected, to: 1),
      ratio: Self.coarse(result.ratio, to: 100),
      coverage: min(1, Double(people) / Double(max(1, group.totals[own]))))
  }

  /// People to the nearest multiple.
  private func rounded(_ people: Int) -> Int { (people + rounding / 2) / rounding * rounding }

  private static func share(_ outcome: Outcome) -> PooledRelease.Number {
    coarse(outcome, to: 1000)
  }

  private static func coarse(_ outcome: Outcome, to parts: Double) -> PooledRelease.Number {
    switch outcome {
    case .estimate(let estimate):
      return .number(
        PooledRelease.Coarse(
          value: round(estimate.value, to: parts),
          interval: estimate.interval.map {
            round($0.lower, to: parts)...round($0.upper, to: parts)
          }))
    case .notEstimable(let reason): return .none(reason)
    case .test: return .none("A test is no number of its own.")
    }
  }

  private static func round(_ value: Double, to parts: Double) -> Double {
    (value * parts).rounded() / parts
  }
}
