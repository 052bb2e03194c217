/// The counts of organisations that are pooled: people with a property among everyone, one each.
public struct OrganisationCounts: Hashable, Sendable, Codable {
  /// The counts, in a fixed order; organisations without people say nothing.
  public let counts: [BinomialCount]

  /// Makes the counts.
  public init(_ counts: [BinomialCount]) { self.counts = counts }

  /// The most people of all organisations together that are pooled.
  private static let mostPeople = 1_000_000_000

  /// The counts of organisations with anybody in them.
  var occupied: [BinomialCount] { counts.filter { $0.total > 0 } }

  /// All organisations as one; call only where `problem` is `nil`.
  var together: (successes: Double, total: Double) {
    (
      Double(counts.reduce(0) { $0 + $1.successes }), Double(counts.reduce(0) { $0 + $1.total })
    )
  }

  /// Why the counts cannot be pooled, or `nil`.
  var problem: String? {
    guard occupied.count >= 2 else { return "Pooling needs two organisations or more with people." }
    guard counts.allSatisfy({ $0.total <= Self.mostPeople / counts.count }) else {
      return "Shares are pooled for at most a thousand million people."
    }
    let (successes, total) = together
    if successes == 0 { return "Nobody has the property in any organisation." }
    if successes == total { return "Everybody has the property in every organisation." }
    return nil
  }
}
