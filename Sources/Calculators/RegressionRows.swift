import Aggregates
import Inference

/// The rows of a file as a regression sees them, and the patterns they are put together to.
///
/// Texts and patterns are put in order, so that the answer does not depend on the order of the rows.
struct RegressionRows {
  let used: [Int]
  let isFocal: [Bool]
  let hasOutcome: [Bool]
  private let factors: [FactorLevels]
  private let numbers: [(column: String, values: [Int64?])]
  private let unit: Double

  init(
    used: [Int], isFocal: [Bool], hasOutcome: [Bool], factors: [(String, [String])],
    numbers: [(String, [Int64?])], unit: Double
  ) {
    self.used = used
    self.isFocal = isFocal
    self.hasOutcome = hasOutcome
    self.factors = factors.map { FactorLevels($0.0, $0.1, used: used) }
    self.numbers = numbers.map { ($0.0, $0.1) }
    self.unit = unit
  }

  /// The names of the regression's columns, the constant first.
  func columnNames(focal: String) -> [String] {
    [BinomialPatterns.constant, focal]
      + factors.flatMap(\.columnNames)
      + numbers.map(\.column)
  }

  /// What makes two people alike.
  private struct Key: Hashable, Comparable {
    let unit: String
    let positions: [Int]
    let numbers: [Int64]

    static func < (left: Key, right: Key) -> Bool {
      if left.unit != right.unit {
        return left.unit.utf8.lexicographicallyPrecedes(right.unit.utf8)
      }
      if left.positions != right.positions {
        return left.positions.lexicographicallyPrecedes(right.positions)
      }
      return left.numbers.lexicographicallyPrecedes(right.numbers)
    }
  }

  /// The patterns, with the strata or clusters people belong to where there are some.
  func patterns(focal: String, units: [String]?) -> BinomialPatterns? {
    var counts: [Key: (successes: Int, total: Int)] = [:]
    for row in used {
      let key = Key(
        unit: units?[row] ?? "",
        positions: [isFocal[row] ? 1 : 0] + factors.map { $0.positions[row] },
        numbers: numbers.map { $0.values[row] ?? 0 })
      counts[key, default: (0, 0)].total += 1
      if hasOutcome[row] { counts[key, default: (0, 0)].successes += 1 }
    }
    return BinomialPatterns(
      columns: columnNames(focal: focal),
      patterns: counts.sorted { $0.key < $1.key }.map { key, count in
        var values: [Double] = [1, Double(key.positions[0])]
        for (factor, position) in zip(factors, key.positions.dropFirst()) {
          values += factor.indicators(of: position)
        }
        values += key.numbers.map { Double($0) / unit }
        return BinomialPatterns.Pattern(
          values: values, successes: count.successes, total: count.total,
          stratum: units == nil ? nil : key.unit)
      })
  }

  /// The patterns within strata, without the constant and the columns that are the same for everyone
  /// of every stratum, which are named.
  func within(
    _ strata: [String], focal: String
  ) -> (patterns: BinomialPatterns, leftOut: [String])? {
    guard var patterns = patterns(focal: focal, units: strata) else { return nil }
    patterns = patterns.dropping(BinomialPatterns.constant)
    var firsts: [String: [Double]] = [:]
    var varies = patterns.columns.map { _ in false }
    for pattern in patterns.patterns {
      let stratum = pattern.stratum ?? ""
      guard let first = firsts[stratum] else {
        firsts[stratum] = pattern.values
        continue
      }
      for index in varies.indices where pattern.values[index] != first[index] {
        varies[index] = true
      }
    }
    let leftOut = zip(patterns.columns, varies).filter { !$0.1 && $0.0 != focal }.map(\.0)
    for column in leftOut { patterns = patterns.dropping(column) }
    return (patterns, leftOut)
  }

  /// The two groups of the rows that hold a condition.
  func table(where isIncluded: (Int) -> Bool) -> TwoByTwoTable? {
    var counts = [0, 0, 0, 0]
    for row in used where isIncluded(row) {
      counts[(isFocal[row] ? 0 : 2) + (hasOutcome[row] ? 0 : 1)] += 1
    }
    return TwoByTwoTable(
      focalSelected: counts[0], focalRejected: counts[1], referenceSelected: counts[2],
      referenceRejected: counts[3])
  }

  /// The two groups within strata, in the order of their texts.
  func tables(by strata: [String]) -> StratifiedTables {
    var rowsOf: [String: [Int]] = [:]
    for row in used { rowsOf[strata[row], default: []].append(row) }
    let ordered = rowsOf.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    return StratifiedTables(
      ordered.compactMap { label, rows in
        let part = RegressionRows(
          used: rows, isFocal: isFocal, hasOutcome: hasOutcome, factors: [], numbers: [],
          unit: unit)
        return part.table(where: { _ in true }).map {
          StratifiedTables.Stratum(label: label, table: $0)
        }
      })
  }
}
