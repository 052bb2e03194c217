/// How far the sensitive answers of a class are from those of everyone (t-closeness).
///
/// With the shares p of a class and q of everyone over the m levels that occur:
///
///     categorical   t = 1/2 sum of |p - q|
///     ordered       t = 1/(m - 1) sum over i < m of |sum up to i of (p - q)|; 0 where m = 1
///
/// Range 0 to 1; lower is safer: 0 means that a class says nothing about its people that is not true
/// of everyone. The table has the largest value of its classes. Source: Li, Li and
/// Venkatasubramanian, t-Closeness, 2007.
public struct TCloseness: Sendable, Hashable {
  /// The distance of each class that holds anyone, in the order in which they first appear.
  public let distances: [Double]
  /// How many people each of these classes holds.
  public let people: [Int]

  /// Measures a sensitive column within the classes of a table.
  ///
  /// The distance is the ordered one where the column's order means something.
  /// - Parameter sensitive: the position of the column.
  public static func of(
    _ table: IntakeTable, sensitive: Int, within classes: EquivalenceClasses
  ) -> IntakeOutcome<TCloseness> {
    guard table.columns.indices.contains(sensitive) else {
      return .notMeasurable(reason: "the table has no such column")
    }
    guard table.people > 0 else { return .notMeasurable(reason: "there are no people") }
    let column = table.columns[sensitive]
    var totals = [Int](repeating: 0, count: column.levelCount)
    for row in 0..<table.rowCount { totals[Int(column.codes[row])] += table.weight(row) }
    let levels = totals.indices.filter { totals[$0] > 0 }
    var place = [Int](repeating: 0, count: column.levelCount)
    for (index, level) in levels.enumerated() { place[level] = index }
    let shares = levels.map { Double(totals[$0]) / Double(table.people) }
    var distances: [Double] = []
    var people: [Int] = []
    var own = [Double](repeating: 0, count: levels.count)
    for counts in classes.levelCounts(table, of: sensitive) where !counts.isEmpty {
      let total = counts.reduce(0) { $0 + $1.people }
      for index in own.indices { own[index] = 0 }
      for (code, count) in counts { own[place[code]] = Double(count) / Double(total) }
      distances.append(column.isOrdered ? ordered(own, shares) : categorical(own, shares))
      people.append(total)
    }
    return .measured(TCloseness(distances: distances, people: people))
  }

  private init(distances: [Double], people: [Int]) {
    self.distances = distances
    self.people = people
  }

  /// The largest distance of any class.
  public var maximum: Double { distances.max() ?? 0 }

  /// The largest distance of any class of at least so many people; `nil` where there is none.
  public func maximum(inClassesOf least: Int) -> Double? {
    distances.indices.filter { people[$0] >= least }.map { distances[$0] }.max()
  }

  private static func categorical(_ own: [Double], _ all: [Double]) -> Double {
    zip(own, all).reduce(0.0) { $0 + ($1.0 - $1.1).magnitude } / 2
  }

  private static func ordered(_ own: [Double], _ all: [Double]) -> Double {
    guard own.count > 1 else { return 0 }
    var difference = 0.0
    var sum = 0.0
    for index in 0..<own.count - 1 {
      difference += own[index] - all[index]
      sum += difference.magnitude
    }
    return sum / Double(own.count - 1)
  }
}
