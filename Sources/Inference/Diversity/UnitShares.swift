import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The sums behind alpha, beta and gamma of a table without empty rows and columns.
struct UnitShares {
  /// The logarithms of alpha and beta at one order; that of gamma is their sum.
  struct Parts {
    let logAlpha: Double
    let logBeta: Double
    /// The standard errors of the logarithms, each `nil` where it vanishes.
    let errors: (alpha: Double?, beta: Double?, gamma: Double?)?
  }

  /// A cell with somebody.
  private struct Cell {
    let share: Double
    let unit: Int
    let group: Int
    /// The share of the group within the unit, and its logarithm.
    let within: Double
    let logWithin: Double
  }

  private let cells: [Cell]
  private let unitShares: [Double]
  private let groupShares: [Double]
  private let people: Double
  private let table: OccupiedTable

  init(_ table: OccupiedTable) {
    let people = Double(table.total)
    cells = table.rows.indices.flatMap { unit in
      table.rows[unit].enumerated().filter { $0.element > 0 }.map { group, count in
        let rest = table.rowTotals[unit] - count
        let whole = Double(table.rowTotals[unit])
        return Cell(
          share: Double(count) / people, unit: unit, group: group, within: Double(count) / whole,
          logWithin: rest < count ? log1p(-Double(rest) / whole) : log(Double(count) / whole))
      }
    }
    unitShares = table.rowTotals.map { Double($0) / people }
    groupShares = table.columnTotals.map { Double($0) / people }
    self.people = people
    self.table = table
  }

  /// How many groups there are.
  var groups: Double { Double(groupShares.count) }

  private var cellShares: [Double] { cells.map(\.share) }

  private func mean(_ terms: [Double]) -> Double { DeltaMethod.mean(terms, shares: cellShares) }

  /// The standard error of a function of the cells' shares from its derivatives.
  private func standardError(_ derivatives: [Double]) -> Double? {
    DeltaMethod.standardError(derivatives, shares: cellShares, people: people, size: 1)
  }

  /// Order 0: the numbers of groups.
  var richness: Parts {
    let numbers = table.rows.map { $0.count { $0 > 0 } }
    // A weighted sum of whole numbers, kept whole.
    let sum = zip(numbers, table.rowTotals).reduce(0 as Int128) { $0 + Int128($1.0) * Int128($1.1) }
    let whole = Int128(groupShares.count) * Int128(table.total)
    return Parts(
      logAlpha: log(Double(sum) / people), logBeta: log(Double(whole) / Double(sum)), errors: nil)
  }

  /// Order 1: the entropies; beta is the mutual information, exactly 0 where all is as expected.
  var entropy: Parts {
    let logarithms = cells.map { cell -> Double in
      let product =
        Int128(table.rowTotals[cell.unit]) * Int128(table.columnTotals[cell.group])
      let seen = Int128(table.total) * Int128(table.rows[cell.unit][cell.group])
      let ratio = Double(seen) / Double(product)
      return abs(ratio - 1) < 0.5 ? log1p(Double(seen - product) / Double(product)) : log(ratio)
    }
    let within = cells.map { -$0.logWithin }
    return Parts(
      logAlpha: mean(within), logBeta: max(0, mean(logarithms)),
      errors: (
        standardError(within), standardError(logarithms),
        standardError(zip(within, logarithms).map { $0 + $1 })
      ))
  }

  /// Order 2: the chances that two people of one unit, or of all, are of one group.
  var concentration: Parts {
    var units = [CompensatedSum](repeating: .init(), count: unitShares.count)
    for cell in cells { units[cell.unit].add(cell.within * cell.within) }
    let alike = units.map(\.value)
    let within = CompensatedSum(zip(unitShares, alike).map { $0 * $1 }).value
    // The share of each unit with a group, less the group's own, squared: what units add.
    var excess = CompensatedSum()
    for unit in table.rows.indices {
      for group in groupShares.indices {
        let product = Int128(table.rowTotals[unit]) * Int128(table.columnTotals[group])
        let seen = Int128(table.total) * Int128(table.rows[unit][group])
        let distance = Double(seen - product) / people / Double(table.rowTotals[unit])
        excess.add(unitShares[unit] * distance * distance)
      }
    }
    let overall = CompensatedSum(groupShares.map { $0 * $0 }).value
    let alpha = cells.map { -(2 * $0.within - alike[$0.unit]) / within }
    let gamma = cells.map { -2 * groupShares[$0.group] / overall }
    return Parts(
      logAlpha: -log(within), logBeta: log1p(excess.value / overall),
      errors: (
        standardError(alpha), standardError(zip(gamma, alpha).map { $0 - $1 }),
        standardError(gamma)
      ))
  }
}
