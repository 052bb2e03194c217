/// One person in one population and period, with the level of each attribute.
public struct Contributor: Sendable, Hashable {
  /// The person.
  public let person: ContributorHash
  /// The level's position of each attribute, in the order of the part's attributes.
  public let levels: [Int]
  /// The amounts, one per measure of the part; `nil` where the person has none.
  public let amounts: [Int?]

  /// Makes a contributor.
  public init(person: ContributorHash, levels: [Int], amounts: [Int?] = []) {
    self.person = person
    self.levels = levels
    self.amounts = amounts
  }
}
