/// The search for the minimal unique sets of every profile of a table.
///
/// A profile is the combination of all attributes; people with one profile are never unique. A group
/// is a list of profiles that agree in the attributes chosen so far. The lowest attribute chosen
/// bounds those that may follow, which visits the sets in the order of their numbers as bits: every
/// part of a set has a smaller number and has been visited before.
struct MinimalUniqueSearch {
  /// The profile of each row.
  let profileOfRow: [Int32]
  /// The minimal unique sets of each profile, as bits, in the order in which they were found.
  private(set) var found: [[UInt32]]

  private let codes: [[Int32]]
  private let levelCounts: [Int]
  private let isSingle: [Bool]
  private let largestSet: Int
  private let weights: [Int]
  /// The group that is split, in the order of its levels.
  private var ordered: [Int32] = []

  init(_ table: IntakeTable, _ positions: [Int], largestSet: Int) {
    let classes = EquivalenceClasses(table, by: positions)
    profileOfRow = classes.classOfRow
    weights = classes.people
    isSingle = classes.people.map { $0 == 1 }
    found = [[UInt32]](repeating: [], count: classes.people.count)
    self.largestSet = largestSet
    var first = [Int](repeating: -1, count: classes.people.count)
    for row in 0..<table.rowCount where first[Int(classes.classOfRow[row])] < 0 {
      first[Int(classes.classOfRow[row])] = row
    }
    codes = positions.map { position in first.map { table.columns[position].codes[$0] } }
    levelCounts = positions.map { table.columns[$0].levelCount }
  }

  /// Groups of profiles, one after the other in one list.
  private struct Groups {
    var members: [Int32] = []
    /// Where each group ends.
    var ends: [Int] = []
  }

  /// Looks for the sets of everyone.
  mutating func run() {
    let everyone = (0..<Int32(found.count)).filter { weights[Int($0)] > 0 }
    visit(Groups(members: everyone, ends: [everyone.count]), set: 0, size: 0, below: codes.count)
  }

  /// Adds each attribute below the last one to the set.
  private mutating func visit(_ groups: Groups, set: UInt32, size: Int, below limit: Int) {
    guard size < largestSet else { return }
    for attribute in 0..<limit {
      let wider = set | 1 << UInt32(attribute)
      let canGoOn = attribute > 0 && size + 1 < largestSet
      var rest = Groups()
      var start = 0
      for end in groups.ends {
        order(groups.members[start..<end], by: attribute)
        take(attribute, set: wider, keeping: canGoOn, into: &rest)
        start = end
      }
      if !rest.ends.isEmpty { visit(rest, set: wider, size: size + 1, below: attribute) }
    }
  }

  /// Puts a group into `ordered` by the levels of an attribute: few by insertion, many by counting.
  private mutating func order(_ group: ArraySlice<Int32>, by attribute: Int) {
    let levels = levelCounts[attribute]
    ordered.removeAll(keepingCapacity: true)
    if group.count <= 24 {
      for profile in group {
        let level = codes[attribute][Int(profile)]
        var place = ordered.count
        ordered.append(profile)
        while place > 0, codes[attribute][Int(ordered[place - 1])] > level {
          ordered[place] = ordered[place - 1]
          place -= 1
        }
        ordered[place] = profile
      }
    } else if levels <= 4 * group.count + 16 {
      var starts = [Int](repeating: 0, count: levels + 1)
      for profile in group { starts[Int(codes[attribute][Int(profile)]) + 1] += 1 }
      for level in 0..<levels { starts[level + 1] += starts[level] }
      ordered.append(contentsOf: group)
      for profile in group {
        let level = Int(codes[attribute][Int(profile)])
        ordered[starts[level]] = profile
        starts[level] += 1
      }
    } else {
      let column = codes[attribute]
      ordered.append(
        contentsOf: group.sorted { (column[Int($0)], $0) < (column[Int($1)], $1) })
    }
  }

  /// Splits the ordered group: parts of one single profile are unique, parts of more go on if they
  /// hold a profile that can become unique.
  private mutating func take(
    _ attribute: Int, set: UInt32, keeping: Bool, into rest: inout Groups
  ) {
    var start = 0
    while start < ordered.count {
      let level = codes[attribute][Int(ordered[start])]
      var end = start + 1
      var canBecomeUnique = isSingle[Int(ordered[start])]
      while end < ordered.count, codes[attribute][Int(ordered[end])] == level {
        canBecomeUnique = canBecomeUnique || isSingle[Int(ordered[end])]
        end += 1
      }
      if end == start + 1 {
        note(ordered[start], set)
      } else if keeping, canBecomeUnique {
        rest.members.append(contentsOf: ordered[start..<end])
        rest.ends.append(rest.members.count)
      }
      start = end
    }
  }

  /// Takes a unique set down unless a part of it is unique already.
  private mutating func note(_ profile: Int32, _ set: UInt32) {
    let profile = Int(profile)
    guard isSingle[profile], found[profile].allSatisfy({ $0 & set != $0 }) else { return }
    found[profile].append(set)
  }
}
