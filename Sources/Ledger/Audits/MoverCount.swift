/// L1: how many people make the difference between two published values of one cell.
///
/// In formula, with contributor sets `S` at the earlier and `T` at the later time:
/// `m = |S \ T| + |T \ S|`, and for sums and means also the people in both whose amount changed. Where
/// nobody knows the sets, `| |T| - |S| |` stands in, which is at most `m`: then too few may seem none,
/// and a release that is ruled on so says it has no identifiers.
///
/// Few movers only trigger an audit; it decides. Without sets there is nothing to audit, so they
/// refuse.
public enum MoverCount: Sendable, Hashable {
  /// The sets are known.
  case people(joiners: Int, leavers: Int, changed: Int)
  /// Only the head counts are known: by how much they differ.
  case difference(Int)

  /// Counts over two sets of people in one walk; lists that are not ascending are sorted first.
  ///
  /// - Parameters:
  ///   - before: the contributors at the earlier time.
  ///   - after: the contributors at the later time.
  ///   - amountsBefore: something that stands for each one's amount, in the same order; `nil` for head
  ///     counts.
  ///   - amountsAfter: the same at the later time.
  public init(
    before: [ContributorHash], after: [ContributorHash], amountsBefore: [UInt64]? = nil,
    amountsAfter: [UInt64]? = nil
  ) {
    let then = Self.ascending(before, amountsBefore)
    let now = Self.ascending(after, amountsAfter)
    var (one, other) = (0, 0)
    var (joiners, leavers, changed) = (0, 0, 0)
    while one < then.count, other < now.count {
      if then[one].person == now[other].person {
        if let amount = then[one].amount, let next = now[other].amount, amount != next {
          changed += 1
        }
        one += 1
        other += 1
      } else if then[one].person < now[other].person {
        leavers += 1
        one += 1
      } else {
        joiners += 1
        other += 1
      }
    }
    self = .people(
      joiners: joiners + now.count - other, leavers: leavers + then.count - one,
      changed: changed)
  }

  private static func ascending(
    _ people: [ContributorHash], _ amounts: [UInt64]?
  ) -> [(person: ContributorHash, amount: UInt64?)] {
    let listed = people.indices.map { index in
      (
        person: people[index],
        amount: amounts.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      )
    }
    let isAscending = zip(people, people.dropFirst()).allSatisfy { $0 < $1 }
    return isAscending ? listed : listed.sorted { $0.person < $1.person }
  }

  /// Stands in where only two head counts are known.
  public init(countBefore: Int, countAfter: Int) {
    let (difference, overflow) = countAfter.subtractingReportingOverflow(countBefore)
    self = .difference(overflow ? .max : Int(clamping: difference.magnitude))
  }

  /// The people who make the difference.
  public var movers: Int {
    switch self {
    case .people(let joiners, let leavers, let changed): joiners + leavers + changed
    case .difference(let difference): difference
    }
  }

  /// Whether there are some, but fewer than needed: `0 < m < fewest`.
  public func triggers(below fewest: Int) -> Bool { movers > 0 && movers < fewest }
}
