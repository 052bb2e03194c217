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

  /// Looks for the sets of everyone.
  mutating func run() {
    let everyone = (0..<Int32(found.count)).filter { weights[Int($0)] > 0 }
    visit([everyone], set: 0, size: 0, below: codes.count)
  }

  /// Adds each attribute below the last one to the set.
  private mutating func visit(_ groups: [[Int32]], set: UInt32, size: Int, below limit: Int) {
    guard size < largestSet else { return }
    for attribute in 0..<limit {
      let wider = set | 1 << UInt32(attribute)
      let canGoOn = attribute > 0 && size + 1 < largestSet
      var rest: [[Int32]] = []
      for group in groups {
        split(group, by: attribute, set: wider, keeping: canGoOn, into: &rest)
      }
      if !rest.isEmpty { visit(rest, set: wider, size: size + 1, below: attribute) }
    }
  }

  /// Splits a group by an attribute: parts of one single profile are unique, parts of more go on if
  /// they hold a profile that can become unique.
  private mutating func split(
    _ group: [Int32], by attribute: Int, set: UInt32, keeping: Bool, into rest: inout [[Int32]]
  ) {
    let column = codes[attribute]
    if group.count == 2 {
      let (one, two) = (group[0], group[1])
      if column[Int(one)] == column[Int(two)] {
        if keeping, isSingle[Int(one)] || isSingle[Int(two)] { rest.append(group) }
      } else {
        note(one, set)
        note(two, set)
      }
      return
    }
    for part in parts(group, column, levelCounts[attribute]) {
      if part.count == 1 {
        note(part[0], set)
      } else if keeping, part.contains(where: { isSingle[Int($0)] }) {
        rest.append(part)
      }
    }
  }

  /// The profiles of a group by their levels, in the order in which the levels first appear.
  private func parts(_ group: [Int32], _ column: [Int32], _ levels: Int) -> [[Int32]] {
    var parts: [[Int32]] = []
    if levels <= 4 * group.count + 16 {
      var places = [Int32](repeating: -1, count: levels)
      for profile in group {
        let level = Int(column[Int(profile)])
        if places[level] < 0 {
          places[level] = Int32(parts.count)
          parts.append([profile])
        } else {
          parts[Int(places[level])].append(profile)
        }
      }
      return parts
    }
    let ordered = group.sorted { (column[Int($0)], $0) < (column[Int($1)], $1) }
    var start = 0
    while start < ordered.count {
      var end = start + 1
      let level = column[Int(ordered[start])]
      while end < ordered.count, column[Int(ordered[end])] == level { end += 1 }
      parts.append(Array(ordered[start..<end]))
      start = end
    }
    return parts
  }

  /// Takes a unique set down unless a part of it is unique already.
  private mutating func note(_ profile: Int32, _ set: UInt32) {
    let profile = Int(profile)
    guard isSingle[profile], found[profile].allSatisfy({ $0 & set != $0 }) else { return }
    found[profile].append(set)
  }
}
