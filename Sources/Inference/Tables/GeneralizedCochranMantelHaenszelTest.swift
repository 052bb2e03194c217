public import Aggregates
public import Estimates
import NumericalKernel

/// The test that outcomes do not depend on groups within any stratum, for any number of groups and
/// outcomes, by Cochran, Mantel and Haenszel.
///
///     chiSquared = d' inverse(V) d,   d = sum over strata of (seen - expected)
///
/// V is the sum over strata of the covariance of the counts given the margins of the stratum. With
/// scores d has scores times counts. Directions in which nothing can vary are left out, and the
/// degrees of freedom are those that remain. Strata that differ in opposite directions cancel.
/// With two groups and two outcomes all three associations are the uncorrected
/// `CochranMantelHaenszelTest`. The cost grows as ((rows - 1) (columns - 1))^3.
/// - Source: Birch (1965), Journal of the Royal Statistical Society B 27, 111-124; Landis, Heyman
///   and Koch (1978), International Statistical Review 46, 237-254.
public struct GeneralizedCochranMantelHaenszelTest: StatisticalMethod {
  /// Which departure from independence is looked for.
  public enum Association: Codable, Hashable, Sendable {
    /// Any: every group and outcome on its own.
    case generalAssociation
    /// Groups whose mean score differs; one score per outcome.
    case rowMeanScores(columnScores: [Double])
    /// Scores of outcomes that rise or fall with the scores of the groups, both in order.
    case correlation(rowScores: [Double], columnScores: [Double])
  }

  /// Which departure from independence is looked for.
  public let association: Association

  /// Makes the method.
  public init(association: Association = .generalAssociation) { self.association = association }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "generalized-cochran-mantel-haenszel", title: "Generalized Cochran-Mantel-Haenszel test",
    formula: "d' inverse(V) d with d the sum over strata of seen - expected counts (times scores) "
      + "and V the sum of their covariances given the margins of each stratum",
    range: "chi-squared from 0, without direction; degrees of freedom: the rank of V",
    assumptions: [
      "People are independent, with one set of outcome probabilities per group and stratum.",
      "Normal approximation to the sums over strata.",
      "Strata that differ in opposite directions cancel.",
      "Scores were fixed before the counts were seen; only their relative spacing matters.",
    ],
    source: "Birch (1965), Journal of the Royal Statistical Society B 27, 111-124; Landis, Heyman "
      + "and Koch (1978), International Statistical Review 46, 237-254")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    func words(_ scores: [Double]) -> String {
      scores.map { ConfidenceLevel.plain($0) }.joined(separator: ", ")
    }
    return switch association {
    case .generalAssociation: stamp(convention: "general association, no continuity correction")
    case .rowMeanScores(let columnScores):
      stamp(
        id: Self.card.id + "-row-mean-scores",
        convention: "row mean scores, column scores " + words(columnScores))
    case .correlation(let rowScores, let columnScores):
      stamp(
        id: Self.card.id + "-correlation",
        convention: "correlation, row scores " + words(rowScores) + ", column scores "
          + words(columnScores))
    }
  }

  /// The test of independence within strata, or why there is none.
  public func callAsFunction(_ tables: StratifiedContingencyTables) -> Outcome {
    guard let first = tables.strata.first?.table else {
      return .notEstimable(reason: "There is no stratum.")
    }
    let (rows, columns) = (first.rowCount, first.columnCount)
    guard tables.strata.allSatisfy({ $0.table.rowCount == rows && $0.table.columnCount == columns })
    else { return .notEstimable(reason: "The strata differ in the number of rows or columns.") }
    if let problem = problem(rows: rows, columns: columns) {
      return .notEstimable(reason: problem)
    }
    let (rowWeights, columnWeights) = weights(rows: rows, columns: columns)
    let informative = tables.strata.filter { isInformative($0.table) }
    guard !informative.isEmpty else {
      return .notEstimable(
        reason: association == .generalAssociation
          ? "No stratum has two groups and two outcomes."
          : "No stratum has two groups and two outcomes with different scores.")
    }
    let size = rowWeights.count * columnWeights.count
    var difference = Array(repeating: CompensatedSum(), count: size)
    var covariance = SymmetricMatrix(count: size)
    for table in informative.map(\.table) {
      let moments = StratumMoments(table, rows: rowWeights, columns: columnWeights)
      for index in 0..<size {
        difference[index].add(moments.difference[index])
        for other in 0...index { covariance[index, other] += moments.covariance(index, other) }
      }
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let (statistic, rank) = covariance.quadraticForm(inverse: difference.map(\.value))
      let withoutInformation = tables.strata.filter { !isInformative($0.table) }.map(\.label)
      return try .test(
        "chi-squared", statistic, degreesOfFreedom: Double(rank),
        pValue: ChiSquared(degreesOfFreedom: Double(rank)).upperTail(statistic),
        convention: withoutInformation.isEmpty
          ? stamp.convention
          : stamp.convention + "; strata without information: "
            + withoutInformation.joined(separator: ", "))
    }
  }

  /// Why the scores cannot be used, or `nil`.
  private func problem(rows: Int, columns: Int) -> String? {
    func problem(_ scores: [Double], _ count: Int, _ what: String) -> String? {
      if scores.count != count { return "There are \(count) \(what) and \(scores.count) scores." }
      return scores.allSatisfy(\.isFinite) ? nil : "A score is not a finite number."
    }
    return switch association {
    case .generalAssociation: nil
    case .rowMeanScores(let columnScores): problem(columnScores, columns, "outcomes")
    case .correlation(let rowScores, let columnScores):
      problem(rowScores, rows, "groups") ?? problem(columnScores, columns, "outcomes")
    }
  }

  /// The sums that are compared: weights of the rows and of the columns, one list per sum.
  private func weights(rows: Int, columns: Int) -> (rows: [[Double]], columns: [[Double]]) {
    func each(_ count: Int) -> [[Double]] {
      (0..<max(1, count - 1)).map { one in (0..<count).map { $0 == one ? 1 : 0 } }
    }
    return switch association {
    case .generalAssociation: (each(rows), each(columns))
    case .rowMeanScores(let columnScores): (each(rows), [columnScores])
    case .correlation(let rowScores, let columnScores): ([rowScores], [columnScores])
    }
  }

  /// Whether a stratum has two groups and two outcomes, with different scores where scores count.
  private func isInformative(_ table: ContingencyTable) -> Bool {
    func differ(_ totals: [Int], _ scores: [Double]?) -> Bool {
      let occupied = totals.indices.filter { totals[$0] > 0 }
      guard let scores else { return occupied.count > 1 }
      return occupied.contains { scores[$0] != scores[occupied[0]] }
    }
    return switch association {
    case .generalAssociation:
      differ(table.rowTotals, nil) && differ(table.columnTotals, nil)
    case .rowMeanScores(let columnScores):
      differ(table.rowTotals, nil) && differ(table.columnTotals, columnScores)
    case .correlation(let rowScores, let columnScores):
      differ(table.rowTotals, rowScores) && differ(table.columnTotals, columnScores)
    }
  }
}

/// What one stratum adds to the sums and to their covariance.
private struct StratumMoments {
  let difference: [Double]
  private let rowProducts: [[Double]]
  private let columnProducts: [[Double]]
  private let columns: Int

  /// Takes the sums of a stratum with at least two people.
  init(_ table: ContingencyTable, rows: [[Double]], columns: [[Double]]) {
    let (rowTotals, columnTotals) = (table.rowTotals, table.columnTotals)
    let total = table.total
    self.columns = columns.count
    let centredRows = rows.map { Self.centred($0, rowTotals, total) }
    let centredColumns = columns.map { Self.centred($0, columnTotals, total) }
    // Centred weights leave the sum as it is and lose no digits to scores far from 0.
    difference = centredRows.flatMap { row in
      centredColumns.map { column in
        var sum = CompensatedSum()
        for (i, rowTotal) in rowTotals.enumerated() {
          for (j, columnTotal) in columnTotals.enumerated() {
            let excess =
              Int128(total) * Int128(table[i, j]) - Int128(rowTotal) * Int128(columnTotal)
            sum.add(row[i] * column[j] * (Double(excess) / Double(total)))
          }
        }
        return sum.value
      }
    }
    rowProducts = Self.products(centredRows, rowTotals)
    columnProducts = Self.products(centredColumns, columnTotals).map { products in
      products.map { $0 / Double(total - 1) }
    }
  }

  /// The covariance of two sums.
  func covariance(_ first: Int, _ second: Int) -> Double {
    rowProducts[first / columns][second / columns]
      * columnProducts[first % columns][second % columns]
  }

  private static func centred(_ weights: [Double], _ totals: [Int], _ total: Int) -> [Double] {
    let mean = CompensatedSum(zip(weights, totals).map { $0 * Double($1) }).value / Double(total)
    return weights.map { $0 - mean }
  }

  private static func products(_ weights: [[Double]], _ totals: [Int]) -> [[Double]] {
    weights.map { first in
      weights.map { second in
        CompensatedSum(totals.indices.map { Double(totals[$0]) * first[$0] * second[$0] }).value
      }
    }
  }
}
