/// A group's part of a stock at two dates and everything that happened between.
public struct ShareAccounts: Hashable, Sendable, Codable {
  /// The group among everyone at the first date.
  public let opening: BinomialCount
  /// The group among everyone at the second date.
  public let closing: BinomialCount
  /// Who came and went, in the order they are told; a kind may occur more than once.
  public let flows: [HeadcountFlow]

  /// Makes accounts.
  public init(opening: BinomialCount, closing: BinomialCount, flows: [HeadcountFlow]) {
    self.opening = opening
    self.closing = closing
    self.flows = flows
  }

  /// What the closing stock has more than opening and flows make: of the group, and of everyone.
  ///
  ///     closing - opening - sum of inflows + sum of outflows
  public var unexplained: (group: Int, everyone: Int) {
    flows.reduce(
      (closing.successes - opening.successes, closing.total - opening.total)
    ) { ($0.0 - $1.sign * $1.people.successes, $0.1 - $1.sign * $1.people.total) }
  }

  /// Why the change of the share cannot be divided, or `nil`.
  var problem: String? {
    if opening.total == 0 { return "Nobody was there at the first date to take a share of." }
    if closing.total == 0 { return "Nobody was there at the second date to take a share of." }
    let (group, everyone) = unexplained
    guard (group, everyone) != (0, 0) else { return nil }
    let parts = [("everyone", everyone), ("the group", group)].filter { $0.1 != 0 }.map {
      "\(abs($0.1)) \(abs($0.1) == 1 ? "person" : "people") of \($0.0) "
        + ($0.1 > 0 ? "more" : "fewer")
    }
    return "The accounts do not reconcile: the closing headcount has "
      + parts.joined(separator: " and ") + " than opening headcount and flows make."
  }

  /// The accounts with what the flows leave open booked as changes of records.
  ///
  /// Right only where the headcount of everyone follows from the flows, so that nothing else can be
  /// left open. People of the group and others are booked apart, each as newly declared or as
  /// withdrawn.
  public var closedByRecords: ShareAccounts {
    let (group, everyone) = unexplained
    func booked(_ people: Int, inGroup: Bool) -> HeadcountFlow? {
      BinomialCount(successes: inGroup ? abs(people) : 0, total: abs(people)).map {
        HeadcountFlow(people > 0 ? .newlyDeclared : .declarationsWithdrawn, $0)
      }
    }
    let records = [booked(group, inGroup: true), booked(everyone - group, inGroup: false)]
    return ShareAccounts(
      opening: opening, closing: closing,
      flows: flows + records.compactMap { $0 }.filter { $0.people.total > 0 })
  }
}
