import Crypto

extension ContributorStates {
  /// One population in one period, before it is sorted.
  public struct Listing: Sendable {
    /// The population.
    public let population: String
    /// The period.
    public let period: String
    /// How each attribute was cut.
    public let definitions: [AttributeDefinition]
    /// The measures whose amounts are watched.
    public let measures: [String]
    /// The people, in any order.
    public let contributors: [Contributor]

    /// Makes a listing.
    public init(
      population: String, period: String, definitions: [AttributeDefinition],
      measures: [String] = [], contributors: [Contributor]
    ) {
      self.population = population
      self.period = period
      self.definitions = definitions
      self.measures = measures
      self.contributors = contributors
    }
  }

  /// Gathers listings, in any order.
  ///
  /// Amounts are kept as the first 8 bytes of HMAC-SHA-256 under the key, of person, measure and
  /// amount: enough to see that one changed, and no amount.
  ///
  /// - Throws: `.states` where two listings are of one population and period, a person is twice in
  ///   one, an attribute has more than 65,535 levels, or a row does not fit its definitions.
  public init(_ listings: [Listing], key: LedgerKey) throws(LedgerError) {
    let people = Set(listings.flatMap { $0.contributors.map(\.person) }).sorted()
    var positions: [ContributorHash: UInt32] = [:]
    positions.reserveCapacity(people.count)
    for (index, person) in people.enumerated() {
      guard let position = UInt32(exactly: index) else { throw .states(.tooMany) }
      positions[person] = position
    }
    let sorted = listings.sorted { ($0.population, $0.period) < ($1.population, $1.period) }
    for (one, next) in zip(sorted, sorted.dropFirst())
    where one.population == next.population && one.period == next.period {
      throw .states(.repeatedPart)
    }
    var parts: [Part] = []
    for listing in sorted {
      guard listing.definitions.allSatisfy({ $0.levels.count <= Int(UInt16.max) }) else {
        throw .states(.tooMany)
      }
      var members: [UInt32] = []
      var levels: [UInt16] = []
      var amounts: [UInt64] = []
      for contributor in listing.contributors.sorted(by: { $0.person < $1.person }) {
        guard let position = positions[contributor.person] else { throw .states(.misfit) }
        guard members.last != position else { throw .states(.repeatedPerson) }
        guard contributor.levels.count == listing.definitions.count,
          contributor.amounts.count == listing.measures.count
        else { throw .states(.misfit) }
        members.append(position)
        for (level, definition) in zip(contributor.levels, listing.definitions) {
          guard definition.levels.indices.contains(level) else { throw .states(.misfit) }
          levels.append(UInt16(level))
        }
        for (amount, measure) in zip(contributor.amounts, listing.measures) {
          amounts.append(Self.digest(amount, measure, contributor.person, key))
        }
      }
      parts.append(
        Part(
          population: listing.population, period: listing.period,
          definitions: listing.definitions, measures: listing.measures, members: members,
          levels: levels, amounts: amounts))
    }
    self.init(people: people, parts: parts)
  }

  private static func digest(
    _ amount: Int?, _ measure: String, _ person: ContributorHash, _ key: LedgerKey
  ) -> UInt64 {
    guard let amount else { return 0 }
    let text = Array("amount \(measure.utf8.count) \(measure) \(amount) ".utf8)
    let word = key.code(person: text + person.bytes).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    return max(word, 1)
  }
}
