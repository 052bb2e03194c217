import Foundation

/// How many different sensitive answers hide a person within a class (l-diversity).
///
/// Three readings of one class whose levels hold the shares p of its people:
///
///     distinct    the number of levels that occur
///     entropy     exp(H), H = - sum of p ln p: the number of equally common levels as diverse
///     recursive   largest count < c (sum of the counts from the l-th largest on); l = 1 always holds
///
/// The table has the smallest value of its classes. Higher is safer; 1 means a class whose people
/// all have one answer, so that who belongs to it gives the answer away. Source: Machanavajjhala,
/// Kifer, Gehrke and Venkitasubramaniam, l-Diversity, 2007.
public struct LDiversity: Sendable, Hashable {
  /// One class.
  public struct Diversity: Sendable, Hashable {
    /// How many people the class holds.
    public let people: Int
    /// How many people have each level that occurs, the most common first.
    let counts: [Int]
    /// How many people have the most common answer, levels that are no answer left out.
    let mostCommonAnswer: Int

    /// The number of levels that occur.
    public var distinct: Int { counts.count }

    /// The number of equally common levels as diverse, exp(H): a real number, never cut to a whole
    /// one.
    public var entropy: Double {
      let total = Double(people)
      let sum = counts.reduce(0.0) { sum, count in
        let share = Double(count) / total
        return sum - share * log(share)
      }
      return exp(sum)
    }

    /// Whether the most common level is outweighed: the class is recursively (c, l)-diverse.
    public func isRecursive(c: Double, l: Int) -> Bool {
      if l <= 1 { return true }
      guard let largest = counts.first else { return false }
      return Double(largest) < c * Double(counts.dropFirst(l - 1).reduce(0, +))
    }

    /// Whether all people of the class, or all but one, have the same answer.
    ///
    /// The one who has another can leave themself out and then knows the answer of all others. That
    /// nobody answered gives nothing away.
    public var givesAway: Bool { mostCommonAnswer > 0 && people - mostCommonAnswer <= 1 }
  }

  /// Numbers closer than this are equal where exp(H) is compared.
  public static let tolerance = 1e-9

  /// The classes that hold anyone, in the order in which they first appear.
  public let classes: [Diversity]

  /// Measures a sensitive column within the classes of a table.
  ///
  /// - Parameter sensitive: the position of the column.
  public static func of(
    _ table: IntakeTable, sensitive: Int, within classes: EquivalenceClasses
  ) -> IntakeOutcome<LDiversity> {
    guard table.columns.indices.contains(sensitive) else {
      return .notMeasurable(reason: "the table has no such column")
    }
    let found = classes.levelCounts(table, of: sensitive).compactMap { levels -> Diversity? in
      let counts = levels.map(\.people).sorted(by: >)
      guard !counts.isEmpty else { return nil }
      let unanswered = table.columns[sensitive].unanswered
      let answers = levels.filter { !unanswered.contains(Int32($0.code)) }.map(\.people)
      return Diversity(
        people: counts.reduce(0, +), counts: counts, mostCommonAnswer: answers.max() ?? 0)
    }
    guard !found.isEmpty else { return .notMeasurable(reason: "there are no people") }
    return .measured(LDiversity(classes: found))
  }

  private init(classes: [Diversity]) { self.classes = classes }

  /// The fewest levels in any class.
  public var distinct: Int { classes.map(\.distinct).min() ?? 0 }

  /// The smallest exp(H) of any class.
  public var entropy: Double { classes.map(\.entropy).min() ?? 0 }

  /// Whether every class has an entropy of at least ln l.
  public func isEntropyDiverse(l: Double) -> Bool { entropy >= l - Self.tolerance }

  /// Whether every class is recursively (c, l)-diverse.
  public func isRecursive(c: Double, l: Int) -> Bool {
    classes.allSatisfy { $0.isRecursive(c: c, l: l) }
  }

  /// The largest l for which every class is recursively (c, l)-diverse; at least 1.
  public func recursive(c: Double) -> Int {
    var l = 1
    while l < distinct, isRecursive(c: c, l: l + 1) { l += 1 }
    return l
  }

  /// People in classes of at least so many whose answer, but for one person at most, is the same.
  public func peopleGivenAway(inClassesOf least: Int) -> Int {
    classes.reduce(0) { $1.people >= least && $1.givesAway ? $0 + $1.people : $0 }
  }
}
