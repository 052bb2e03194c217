/// A number of people with a property among a number of people.
public struct BinomialCount: Hashable, Sendable, Codable {
  /// People with the property.
  public let successes: Int
  /// Everyone.
  public let total: Int

  /// Makes a count; `nil` unless `0 <= successes <= total`.
  public init?(successes: Int, total: Int) {
    guard successes >= 0, successes <= total else { return nil }
    self.successes = successes
    self.total = total
  }

  /// Why there is no share, or `nil`.
  var problem: String? { total == 0 ? "There is nobody to take a share of." : nil }

  /// The share; call only where `problem` is `nil`.
  var share: Double { Double(successes) / Double(total) }
}
