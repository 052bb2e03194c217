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
}
