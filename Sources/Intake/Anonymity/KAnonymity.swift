/// How many people each person cannot be told apart from (k-anonymity).
///
///     k = the number of people in the smallest class of the quasi-identifiers
///
/// Range 1 to the number of people; higher is safer. A missing answer is a level of its own: other
/// programs take it for any level at all, which makes k look higher. Source: Samarati and Sweeney,
/// Protecting privacy when disclosing information, 1998.
public struct KAnonymity: Sendable, Hashable {
  /// The number of people in the smallest class.
  public let k: Int
  /// How many people there are.
  public let people: Int
  /// How many classes hold anyone.
  public let classes: Int
  private let sizes: [Int]

  /// Measures the classes of a table.
  public static func of(_ classes: EquivalenceClasses) -> IntakeOutcome<KAnonymity> {
    let sizes = classes.people.filter { $0 > 0 }.sorted()
    guard let smallest = sizes.first else { return .notMeasurable(reason: "there are no people") }
    return .measured(KAnonymity(k: smallest, sizes: sizes))
  }

  private init(k: Int, sizes: [Int]) {
    self.k = k
    self.sizes = sizes
    classes = sizes.count
    people = sizes.reduce(0, +)
  }

  /// People in classes with fewer than so many.
  public func peopleBelow(_ threshold: Int) -> Int {
    sizes.prefix { $0 < threshold }.reduce(0, +)
  }

  /// The share of people in classes with fewer than so many, 0 to 1; lower is safer.
  public func shareBelow(_ threshold: Int) -> Double {
    Double(peopleBelow(threshold)) / Double(people)
  }
}
