/// Whom every group is compared with.
public enum Comparator: Codable, Hashable, Sendable {
  /// The group with the highest rate; of equal ones the first.
  case highestRate
  /// One group by name.
  case named(String)
  /// Everyone of the other groups together.
  case restOfPool
  /// The group with the most people; of equal ones the first.
  case largest
  /// Everyone, the group itself included; a ratio without an interval, since the two overlap.
  case overall

  /// The comparator as it is printed.
  var words: String {
    switch self {
    case .highestRate: "the group with the highest rate"
    case .named(let name): name
    case .restOfPool: "everyone of the other groups"
    case .largest: "the group with the most people"
    case .overall: "everyone, the group included"
    }
  }
}

/// Why a comparison rests on little.
public enum ComparatorWarning: Hashable, Sendable {
  /// The comparator has fewer people than stated.
  case fewPeople(Int)
  /// The comparator is a smaller share of everyone than stated.
  case smallShare(Double)
  /// With the group of the next highest rate as comparator every ratio would grow by this part.
  case nextHighest(name: String, change: Double)
  /// With one more or one fewer of the comparator selected every ratio would change by this part.
  case oneSelection(change: Double)
}

/// When a comparator counts as fragile.
public struct FragilityLimits: Codable, Hashable, Sendable {
  /// Fewer people than this are few.
  public let people: Int
  /// A smaller share of everyone than this is small.
  public let share: Fraction
  /// A ratio that would change by more than this part of itself has changed.
  public let change: Fraction

  /// Makes limits; where nothing is said, 30 people, 2 % and a twentieth.
  public init(people: Int = 30, share: Fraction = .twoPercent, change: Fraction = .oneTwentieth) {
    self.people = people
    self.share = share
    self.change = change
  }
}
