/// Hands out the people of a block, a few at a time, so that whatever has been handed out is in
/// proportion to the groups, to the nearest person.
///
/// Each person goes to the group with the largest count over (2 handed out + 1) (Webster's rule).
/// For two groups that is rounding to the nearest person; for more it never takes a person back,
/// which rounding can. Equal claims go to the group listed first. Everyone handed out, each group
/// has exactly its own.
struct ProportionalDivision {
  private let groups: [Int]
  private var handedOut: [Int]
  /// How many are left.
  private(set) var remaining: Int

  /// Makes a division of a block with these people of each group.
  init(of groups: [Int]) {
    self.groups = groups
    handedOut = Array(repeating: 0, count: groups.count)
    remaining = groups.reduce(0, +)
  }

  /// The next people, by group.
  mutating func take(_ people: Int) -> [Int] {
    guard people < remaining else {
      let rest = zip(groups, handedOut).map { $0 - $1 }
      handedOut = groups
      remaining = 0
      return rest
    }
    let before = handedOut
    for _ in 0..<people {
      var best = 0
      for group in groups.indices.dropFirst()
      where groups[group] * (2 * handedOut[best] + 1) > groups[best] * (2 * handedOut[group] + 1) {
        best = group
      }
      handedOut[best] += 1
    }
    remaining -= people
    return zip(handedOut, before).map { $0 - $1 }
  }
}
