import Foundation

/// Tables of people by unit and group, and amounts, drawn by a fixed rule.
struct SampleTables {
  /// 2,000 units of 8 to 56 people, two groups: 64,000 people on average.
  let manyUnits: [[Int]]
  /// 10,000 units of 10 to 110 people, seven groups.
  let sevenGroups: [[Int]]
  /// 2,000 units of 10 to 90 people, four groups: 8,000 cells.
  let eightThousandCells: [[Int]]
  /// 3,000 units of 10 to 90 people, four groups.
  let fourGroups: [[Int]]

  /// Their names and rows.
  var all: [(String, [[Int]])] {
    [
      ("many-units", manyUnits), ("seven-groups", sevenGroups),
      ("eight-thousand-cells", eightThousandCells), ("four-groups", fourGroups),
    ]
  }

  init() {
    var draws = Draws()
    manyUnits = draws.table(units: 2_000, people: 8...56, groups: 2)
    sevenGroups = draws.table(units: 10_000, people: 10...110, groups: 7)
    eightThousandCells = draws.table(units: 2_000, people: 10...90, groups: 4)
    fourGroups = draws.table(units: 3_000, people: 10...90, groups: 4)
  }

  /// Amounts with a long upper tail, none of them equal to 0.
  static func amounts(_ count: Int) -> [Double] {
    var draws = Draws()
    return (0..<count).map { _ in
      let bell = (0..<6).reduce(0.0) { sum, _ in sum + draws.unit() } - 3
      return exp(10 + 0.7 * bell)
    }
  }
}

/// A linear congruential rule, the same on every machine.
struct Draws {
  private var state: UInt64 = 20_251_125

  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }

  mutating func unit() -> Double { (Double(below(1 << 30)) + 0.5) / Double(1 << 30) }

  /// Units whose mix of groups leans to one of them, each to its own.
  mutating func table(units: Int, people: ClosedRange<Int>, groups: Int) -> [[Int]] {
    (0..<units).map { unit in
      var row = [Int](repeating: 0, count: groups)
      for _ in 0..<(people.lowerBound + below(people.count)) {
        row[below(10) < 2 ? unit % groups : below(groups)] += 1
      }
      return row
    }
  }
}
