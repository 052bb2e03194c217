/// The rows of a table grouped by some of its columns: a class holds the rows that are equal in all
/// of them.
///
/// Without any column everyone is in one class. Classes are numbered in the order in which their
/// first rows appear. Time is proportional to rows times columns.
public struct EquivalenceClasses: Sendable, Hashable {
  /// The class of each row.
  public let classOfRow: [Int32]
  /// How many people each class holds; rows that stand for nobody count nobody.
  public let people: [Int]

  /// Groups the rows of a table by the columns at some positions; a position that the table does not
  /// have is passed over.
  public init(_ table: IntakeTable, by positions: [Int]) {
    var classes = [Int32](repeating: 0, count: table.rowCount)
    var count = table.rowCount == 0 ? 0 : 1
    for position in positions where table.columns.indices.contains(position) {
      (classes, count) = Self.refined(classes, count, by: table.columns[position])
    }
    var people = [Int](repeating: 0, count: count)
    for row in classes.indices { people[Int(classes[row])] += table.weight(row) }
    classOfRow = classes
    self.people = people
  }

  private static func refined(
    _ classes: [Int32], _ count: Int, by column: IntakeTable.Column
  ) -> ([Int32], Int) {
    var next = classes
    var found: Int32 = 0
    let levels = column.levelCount
    let (size, overflow) = count.multipliedReportingOverflow(by: levels)
    if !overflow, size <= 8 * classes.count + 4096 {
      var numbers = [Int32](repeating: -1, count: size)
      for row in classes.indices {
        let place = Int(classes[row]) * levels + Int(column.codes[row])
        if numbers[place] < 0 {
          numbers[place] = found
          found += 1
        }
        next[row] = numbers[place]
      }
      return (next, Int(found))
    }
    var numbers: [UInt64: Int32] = [:]
    for row in classes.indices {
      let pair =
        UInt64(UInt32(bitPattern: classes[row])) << 32
        | UInt64(UInt32(bitPattern: column.codes[row]))
      if let number = numbers[pair] {
        next[row] = number
      } else {
        numbers[pair] = found
        next[row] = found
        found += 1
      }
    }
    return (next, Int(found))
  }

  /// People in classes that hold fewer than so many, those without anyone left out.
  public func peopleBelow(_ threshold: Int) -> Int {
    people.reduce(0) { $1 < threshold ? $0 + $1 : $0 }
  }

  /// For each class, how many people have each level of a column, in the order of the codes; levels
  /// that nobody has are left out.
  func levelCounts(_ table: IntakeTable, of position: Int) -> [[(code: Int, people: Int)]] {
    var counts = [[Int: Int]](repeating: [:], count: people.count)
    let column = table.columns[position]
    for row in classOfRow.indices {
      let weight = table.weight(row)
      if weight > 0 { counts[Int(classOfRow[row])][Int(column.codes[row]), default: 0] += weight }
    }
    return counts.map { counts in counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } }
  }
}
