/// People who stand alone with only a few attributes (special uniques detection, SUDA).
///
/// A set of attributes is minimal unique for a person if no other person has the same levels in it
/// and every smaller part of it is shared. With q attributes and sets of up to M of them:
///
///     score of a person = sum over the person's minimal unique sets S of (q - |S|)!
///     contribution of an attribute = scores of the sets that hold it / all scores
///
/// Smaller sets weigh more: who is alone with one attribute is easily found. Contributions overlap
/// and may add up to more than 1. The extract holds everyone, so that who is unique in it is unique:
/// no discount for sampling is made. Source: Elliot, Manning and Ford, A computational algorithm for
/// handling the special uniques problem, 2002.
///
/// Sets are visited so that every part of a set comes before it, and each visit goes only through
/// the groups that still hold somebody who can become unique; cost grows with the sets times the
/// people left in such groups, and memory with the depth of the visit only.
public struct SpecialUniques: Sendable, Hashable {
  /// The most attributes; their scores still fit into a number.
  public static let attributesKept = 20

  /// The names of the attributes, in the order of the table.
  public let attributes: [String]
  /// The largest set looked at.
  public let largestSet: Int
  /// The score of each row: 0 for one that is never alone.
  public let scores: [Int]
  /// How many attributes the smallest minimal unique set of each row has; 0 where there is none.
  public let smallestSets: [Int]
  /// For each attribute the share of all scores that come from sets that hold it, 0 to 1; empty
  /// where nobody is unique.
  public let contributions: [Double]
  /// For each size from 1 to `largestSet`, how many minimal unique sets have it.
  public let setsBySize: [Int]

  /// Looks for special uniques among the columns at some positions.
  ///
  /// - Parameters:
  ///   - positions: the quasi-identifiers.
  ///   - largestSet: the most attributes of a set, M; all of them if `nil`.
  public static func of(
    _ table: IntakeTable, attributes positions: [Int], largestSet: Int? = nil
  ) -> IntakeOutcome<SpecialUniques> {
    let known = positions.filter { table.columns.indices.contains($0) }
    guard !known.isEmpty else { return .notMeasurable(reason: "there is no quasi-identifier") }
    guard table.people > 0 else { return .notMeasurable(reason: "there are no people") }
    guard known.count <= attributesKept else {
      return .notMeasurable(
        reason: "there are more than \(attributesKept) quasi-identifiers")
    }
    let depth = max(1, min(largestSet ?? known.count, known.count))
    var search = MinimalUniqueSearch(table, known, largestSet: depth)
    search.run()
    return .measured(SpecialUniques(table, known, depth, search))
  }

  private init(
    _ table: IntakeTable, _ positions: [Int], _ depth: Int, _ search: MinimalUniqueSearch
  ) {
    let count = positions.count
    var factorials = [1]
    for number in 1...max(1, count) { factorials.append(factorials[number - 1] * number) }
    var totals = [Double](repeating: 0, count: count)
    var all = 0.0
    var sizes = [Int](repeating: 0, count: depth)
    var profileScores = [Int](repeating: 0, count: search.found.count)
    var profileSmallest = profileScores
    for (profile, sets) in search.found.enumerated() {
      for set in sets {
        let size = set.nonzeroBitCount
        // At most q! for one person, by the inequality of Lubell, Yamamoto and Meshalkin.
        let score = factorials[count - size]
        profileScores[profile] += score
        sizes[size - 1] += 1
        all += Double(score)
        for attribute in 0..<count where set >> UInt32(attribute) & 1 == 1 {
          totals[attribute] += Double(score)
        }
        let smallest = profileSmallest[profile]
        profileSmallest[profile] = smallest == 0 ? size : min(smallest, size)
      }
    }
    attributes = positions.map { table.columns[$0].name }
    largestSet = depth
    // Rows that stand for nobody are not people.
    scores = search.profileOfRow.indices.map { row in
      table.weight(row) == 0 ? 0 : profileScores[Int(search.profileOfRow[row])]
    }
    smallestSets = search.profileOfRow.indices.map { row in
      table.weight(row) == 0 ? 0 : profileSmallest[Int(search.profileOfRow[row])]
    }
    contributions = all > 0 ? totals.map { $0 / all } : []
    setsBySize = sizes
  }

  /// People who are alone with some set of attributes.
  public var people: Int { scores.count { $0 > 0 } }

  /// People who are alone with a set of at most so many attributes.
  public func people(withSetsUpTo size: Int) -> Int {
    smallestSets.count { $0 > 0 && $0 <= size }
  }
}
