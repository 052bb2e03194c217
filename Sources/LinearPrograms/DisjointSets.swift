/// Numbers tied to each other, directly or through others: which belong together.
///
/// Cost: nearly constant for each tie and each question.
package struct DisjointSets: Sendable {
  private var parents: [Int]

  /// The numbers from 0, each by itself.
  package init(count: Int) { parents = Array(0..<count) }

  /// The least number of the set that a number is in.
  package mutating func representative(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }

  /// Ties numbers to each other.
  package mutating func tie(_ numbers: some Sequence<Int>) {
    var first: Int?
    for number in numbers {
      let other = representative(of: number)
      guard let one = first else {
        first = other
        continue
      }
      parents[max(one, other)] = min(one, other)
      first = min(one, other)
    }
  }

  /// For each number, the least of its set.
  package mutating func representatives() -> [Int] {
    parents.indices.map { representative(of: $0) }
  }
}
