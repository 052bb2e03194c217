import Aggregates
import Estimates
import TestSupport

@testable import Inference

extension Fixtures {
  static let stratifiedPython = "Tests/InferenceTests/Fixtures/stratified-python.csv"
  static let stratifiedR = "Tests/InferenceTests/Fixtures/stratified-r.csv"
}

extension StratifiedTables {
  /// Strata named A, B, C … from focal selected and rejected, reference selected and rejected.
  static func cells(_ cells: [[Int]]) throws -> StratifiedTables {
    let names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
    return StratifiedTables(
      try zip(names, cells).map { name, counts in
        guard counts.count == 4,
          let table = TwoByTwoTable(
            focalSelected: counts[0], focalRejected: counts[1], referenceSelected: counts[2],
            referenceRejected: counts[3])
        else { throw ReadingProblem.impossibleCounts }
        return Stratum(label: name, table: table)
      })
  }

  /// The strata of a reference value.
  init(_ row: ReferenceValue) throws {
    let columns = [
      try row.wholes("focalSelected"), try row.wholes("focalRejected"),
      try row.wholes("referenceSelected"), try row.wholes("referenceRejected"),
    ]
    self = try .cells(columns[0].indices.map { index in columns.map { $0[index] } })
  }

  /// The groups exchanged.
  var swapped: StratifiedTables {
    StratifiedTables(
      strata.map { Stratum(label: $0.label, table: $0.table.swapped ?? $0.table) })
  }

  /// The strata in the opposite order.
  var reversed: StratifiedTables { StratifiedTables(strata.reversed()) }

  /// Berkeley 1973 by department: women are focal.
  static func berkeley() throws -> StratifiedTables {
    try .cells([
      [89, 19, 512, 313], [17, 8, 353, 207], [202, 391, 120, 205], [131, 244, 138, 279],
      [94, 299, 53, 138], [24, 317, 22, 351],
    ])
  }

  /// Mantel's rabbits; the first and the last stratum have one outcome only.
  static func rabbits() throws -> StratifiedTables {
    try .cells([[0, 6, 0, 5], [3, 3, 0, 6], [6, 0, 2, 4], [5, 1, 6, 0], [2, 0, 5, 0]])
  }
}

/// The ways to every total selected from the focal group, in whole numbers, by listing them.
///
/// A stratum gives `choose(focalTotal, k) * choose(referenceTotal, selected - k)` ways to `k`.
struct ListedTotals {
  /// The ways to each total from the least on.
  private(set) var ways: [Int] = [1]
  /// The least total.
  private(set) var least = 0
  /// The position of the total seen.
  private(set) var seen = 0

  init(_ tables: StratifiedTables) {
    func choose(_ n: Int, _ k: Int) -> Int {
      k < 0 || k > n ? 0 : (0..<k).reduce(1) { $0 * (n - $1) / ($1 + 1) }
    }
    for table in tables.strata.map(\.table) {
      let lowest = max(0, table.selected - table.referenceTotal)
      let stratum = (lowest...min(table.selected, table.focalTotal)).map {
        choose(table.focalTotal, $0) * choose(table.referenceTotal, table.selected - $0)
      }
      var sums = [Int](repeating: 0, count: ways.count + stratum.count - 1)
      for (i, first) in ways.enumerated() {
        for (j, second) in stratum.enumerated() { sums[i + j] += first * second }
      }
      ways = sums
      least += lowest
      seen += table.focalSelected - lowest
    }
  }

  /// The ways, those to the total seen, and those to totals at most, at least and no more likely.
  var all: Int { ways.reduce(0, +) }
  var atSeen: Int { ways[seen] }
  var atMost: Int { ways[...seen].reduce(0, +) }
  var atLeast: Int { ways[seen...].reduce(0, +) }
  var rare: Int { ways.filter { $0 <= atSeen }.reduce(0, +) }

  /// The probability of at least, at most and exactly the total seen at an odds ratio.
  func tails(oddsRatio: Double) -> (atLeast: Double, atMost: Double, exactly: Double) {
    var terms: [Double] = []
    var power = 1.0
    for count in ways {
      terms.append(Double(count) * power)
      power *= oddsRatio
    }
    let whole = terms.reduce(0, +)
    return (
      terms[seen...].reduce(0, +) / whole, terms[...seen].reduce(0, +) / whole,
      terms[seen] / whole
    )
  }
}

extension StratifiedTables {
  /// Every pair of tables with the groups of two strata, thinned to one in `every`.
  static func pairs(
    focal: [Int], reference: [Int], every: Int = 1
  ) throws -> [StratifiedTables] {
    var found: [StratifiedTables] = []
    var number = 0
    for a in 0...focal[0] {
      for b in 0...reference[0] {
        for c in 0...focal[1] {
          for d in 0...reference[1] {
            number += 1
            guard number % every == 0 else { continue }
            found.append(
              try .cells([
                [a, focal[0] - a, b, reference[0] - b], [c, focal[1] - c, d, reference[1] - d],
              ]))
          }
        }
      }
    }
    return found
  }
}
