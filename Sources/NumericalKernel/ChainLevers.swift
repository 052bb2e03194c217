/// What is turned in a projection: promotions, exits and hires of each group.
package struct ChainLevers: Hashable, Sendable {
  /// By how much each group's chances of getting to a higher level are multiplied.
  package var promotions: [Double]
  /// By how much each group's chances of leaving are multiplied.
  package var exits: [Double]
  /// By how much each group's hires are multiplied.
  package var hires: [Double]
  /// The share of hires of every level that a group is given; the others keep their proportions.
  package var hireShares: [Double?]

  /// Makes levers that change nothing.
  package init(groups: Int) {
    promotions = Array(repeating: 1, count: groups)
    exits = Array(repeating: 1, count: groups)
    hires = Array(repeating: 1, count: groups)
    hireShares = Array(repeating: nil, count: groups)
  }

  /// Turns the chances of one level: to each level, then of leaving; they add up to 1.
  ///
  /// Chances that would come to more than 1 are cut, promotions before exits; whoever neither leaves
  /// nor is promoted or moved stays.
  package func turn(_ row: inout [Double], level: Int, group: Int) {
    let (up, out) = (promotions[group], exits[group])
    guard up != 1 || out != 1 else { return }
    let levels = row.count - 1
    row[levels] = min(1, row[levels] * out)
    var left = 1 - row[levels]
    for lower in 0..<level {
      row[lower] = min(left, row[lower])
      left -= row[lower]
    }
    var promoted = 0.0
    for higher in (level + 1)..<max(level + 1, levels) { promoted += row[higher] }
    let factor = promoted > 0 ? min(up, left / promoted) : 0
    for higher in (level + 1)..<max(level + 1, levels) {
      row[higher] *= factor
      left -= row[higher]
    }
    row[level] = max(0, left)
  }

  /// Turns the hires of a period, level by level within groups.
  package func turn(hires cells: inout [Double], levels: Int) {
    let groups = hires.count
    for cell in cells.indices where hires[cell / levels] != 1 {
      cells[cell] *= hires[cell / levels]
    }
    guard hireShares.contains(where: { $0 != nil }) else { return }
    let given = hireShares.reduce(0) { $0 + ($1 ?? 0) }
    for level in 0..<levels {
      var (all, rest) = (0.0, 0.0)
      for group in 0..<groups {
        all += cells[group * levels + level]
        if hireShares[group] == nil { rest += cells[group * levels + level] }
      }
      for group in 0..<groups {
        let cell = group * levels + level
        if let share = hireShares[group] {
          // Where nobody else is hired at the level, the groups that have a share divide all of it.
          cells[cell] = rest > 0 ? all * share : given > 0 ? all * share / given : 0
        } else if rest > 0 {
          cells[cell] *= all * max(0, 1 - given) / rest
        }
      }
    }
  }
}
