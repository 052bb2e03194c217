/// What share of the people who could have been chosen belong to the group.
public enum Availability: Codable, Hashable, Sendable {
  /// A share of a population so large that a choice does not change it.
  case share(Fraction)
  /// A pool of known size from which people are drawn without replacement.
  case pool(size: Int, group: Int)

  /// The share as whole numbers.
  var parts: (group: Int, size: Int) {
    switch self {
    case .share(let fraction): (fraction.numerator, fraction.denominator)
    case .pool(let size, let group): (group, size)
    }
  }

  /// The availability as it is printed.
  var words: String {
    switch self {
    case .share(let fraction): "availability \(fraction.words), taken as known"
    case .pool(let size, let group):
      "drawn without replacement from \(size) people of whom \(group) are of the group"
    }
  }

  /// Why the availability cannot be used for a number of people, or `nil`.
  func problem(total: Int) -> String? {
    let (group, size) = parts
    guard group >= 0, size >= 1, group <= size else {
      return "The availability must lie between 0 and 1."
    }
    guard max(total, size) <= 10_000_000 else {
      return "Comparisons with availability are made for at most ten million people."
    }
    if case .pool = self, total > size {
      return "More people were chosen than there are in the pool."
    }
    return nil
  }
}
