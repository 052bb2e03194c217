public import Aggregates

/// Who was let go in a reduction in force and who stayed, by age in whole years.
public struct ReductionByAge: Hashable, Sendable, Codable {
  /// The people of one age.
  public struct AgeCount: Hashable, Sendable, Codable {
    /// The age in whole years.
    public let age: Int
    /// How many were let go.
    public let terminated: Int
    /// How many stayed.
    public let retained: Int

    /// Makes the counts of an age.
    public init(age: Int, terminated: Int, retained: Int) {
      self.age = age
      self.terminated = terminated
      self.retained = retained
    }

    /// Everyone of the age.
    public var total: Int { terminated + retained }
  }

  /// The outcome a table counts as selected.
  public enum Counting: String, Codable, Hashable, Sendable, CaseIterable {
    /// Being let go: rates are termination rates, and a ratio above 1 speaks against the older.
    case terminated
    /// Staying: rates are retention rates, and a ratio below 1 speaks against the older.
    case retained
  }

  /// A range of ages with its people against everybody else.
  public struct Band: Hashable, Sendable {
    /// The ages in words, for example `40-49`.
    public let label: String
    /// The band as the focal group, everybody else as the reference group.
    public let table: TwoByTwoTable
  }

  /// The ages that occur, from the youngest, each once and with people.
  public let ages: [AgeCount]

  /// Makes a reduction; `nil` if a count or an age is negative.
  ///
  /// Counts of one age are added up.
  public init?(_ counts: [AgeCount]) {
    guard counts.allSatisfy({ min($0.age, $0.terminated, $0.retained) >= 0 }) else { return nil }
    var ages: [AgeCount] = []
    for count in counts.sorted(by: { $0.age < $1.age }) where count.total > 0 {
      if let last = ages.last, last.age == count.age {
        ages[ages.count - 1] = AgeCount(
          age: count.age, terminated: last.terminated + count.terminated,
          retained: last.retained + count.retained)
      } else {
        ages.append(count)
      }
    }
    self.ages = ages
  }

  /// Everyone.
  public var total: Int { ages.reduce(0) { $0 + $1.total } }
  /// Everyone who was let go.
  public var terminated: Int { ages.reduce(0) { $0 + $1.terminated } }
  /// The sum of everyone's ages.
  var sumOfAges: Int { ages.reduce(0) { $0 + $1.age * $1.total } }
  /// The sum of the ages of those let go.
  var sumOfAgesTerminated: Int { ages.reduce(0) { $0 + $1.age * $1.terminated } }

  /// Why there is nothing to compare, or `nil`.
  var problem: String? {
    if total == 0 { return "Nobody is in the data." }
    if terminated == 0 { return "Nobody was let go." }
    if terminated == total { return "Everybody was let go." }
    if ages.count == 1 { return "Everybody has the same age." }
    return nil
  }

  /// Those of at least an age (focal) against the younger (reference); 40 is the age of protection
  /// under the Age Discrimination in Employment Act of 1967, 29 USC 631.
  public func table(from age: Int = 40, counting: Counting) -> TwoByTwoTable? {
    table(counting: counting) { $0 >= age }
  }

  /// Bands of ages, each against everybody else.
  ///
  /// - Parameter starts: the first age of every band but the youngest, in any order.
  public func bands(from starts: [Int], counting: Counting) -> [Band] {
    let bounds = [Int.min] + Set(starts).sorted() + [Int.max]
    return zip(bounds, bounds.dropFirst()).compactMap { first, next in
      let label =
        switch (first, next) {
        case (.min, .max): "all ages"
        case (.min, _): "under \(next)"
        case (_, .max): "\(first) and over"
        default: next == first + 1 ? "\(first)" : "\(first)-\(next - 1)"
        }
      return table(counting: counting) { $0 >= first && $0 < next }.map {
        Band(label: label, table: $0)
      }
    }
  }

  private func table(counting: Counting, isFocal: (Int) -> Bool) -> TwoByTwoTable? {
    func sum(_ focal: Bool, _ outcome: Counting) -> Int {
      ages.filter { isFocal($0.age) == focal }
        .reduce(0) { $0 + (outcome == .terminated ? $1.terminated : $1.retained) }
    }
    let other: Counting = counting == .terminated ? .retained : .terminated
    return TwoByTwoTable(
      focalSelected: sum(true, counting), focalRejected: sum(true, other),
      referenceSelected: sum(false, counting), referenceRejected: sum(false, other))
  }
}
