import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The tables with given margins, followed column by column.
///
/// A node is what is left of the row totals before a column, in order of size, for which row has
/// what left does not matter. An arc fills the column. The value of a table is the sum of the log
/// factorials of its counts: the larger, the less probable. For every node the least and the greatest
/// value its completions can add are known, so most partial tables are settled at once, and
/// those with equal values at one node go on as one. For the last two columns the distribution of
/// what they add is made once per node.
/// - Source: Mehta and Patel (1983), Journal of the American Statistical Association 78, 427-434.
struct TableNetwork {
  /// The most arcs and completions that are kept.
  static let mostArcs = 5_000_000
  /// Values within this of each other count as equal.
  private static let equal = 1e-10

  private let levels: [Level]
  private let logFactorials: [Double]

  /// Makes the network of what there is to give to each row and the totals of the columns, at least
  /// two of each; `nil` where it is too large.
  init?(rows: [Int], columns: [Int]) throws(NumericalError) {
    let people = rows.reduce(0, +)
    guard people <= 1_000_000, columns.count <= 1000, rows.count <= 64 else { return nil }
    var logFactorials: [Double] = []
    logFactorials.reserveCapacity(people + 1)
    for count in 0...people { logFactorials.append(try SpecialFunctions.logFactorial(count)) }
    var levels: [Level] = []
    var nodes = [rows.sorted()]
    var room = Self.mostArcs
    for column in columns.sorted(by: >).dropLast() {
      var filling = ColumnFilling(
        column: column, isLast: levels.count == columns.count - 2, room: room,
        logFactorials: logFactorials)
      guard let level = filling.level(of: nodes) else { return nil }
      room -= level.values.count
      levels.append(level)
      nodes = filling.next
    }
    for index in levels.indices.reversed().dropFirst() {
      levels[index].bound(by: levels[index + 1])
    }
    self.levels = levels
    self.logFactorials = logFactorials
  }

  /// The probability of the tables no more probable than the one with these counts, equal within a
  /// relative tolerance; `nil` beyond the budget of steps.
  func probability(ofNoMoreThan counts: [Int], tolerance: Double, budget: Int) -> Double? {
    let threshold = counts.reduce(0) { $0 + logFactorials[$1] } - log1p(tolerance)
    var steps = levels.reduce(0) { $0 + $1.values.count }
    var settled = CompensatedSum()
    var pasts = [Pasts(value: 0, mass: 1)]
    for (index, level) in levels.enumerated() {
      let next = index + 1 < levels.count ? levels[index + 1] : nil
      var following = Array(repeating: Pasts(), count: next?.count ?? 0)
      for node in 0..<level.count where !pasts[node].list.isEmpty {
        pasts[node].merge(within: Self.equal)
        let past = pasts[node]
        let massesFromHere = past.massesFromHere
        for arc in level.firstArc[node]..<level.firstArc[node + 1] {
          let (added, probability) = (level.values[arc], level.probabilities[arc])
          let target = Int(level.targets[arc])
          // From `certain` on all completions count, before `possible` none does.
          let certain = past.first(
            reaching: threshold, with: added + (next?.least[target] ?? 0))
          settled.add(massesFromHere[certain] * probability)
          guard let next else { continue }
          let possible = past.first(reaching: threshold, with: added + next.greatest[target])
          for index in possible..<certain {
            following[target].append(
              past.list[index].value + added, past.list[index].mass * probability,
              within: Self.equal)
          }
          steps += certain - possible
        }
        if steps > budget { return nil }
        pasts[node] = Pasts()
      }
      pasts = following
    }
    return settled.value
  }
}
