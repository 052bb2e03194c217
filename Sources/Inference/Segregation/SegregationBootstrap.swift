public import Aggregates
public import Estimates
import NumericalKernel

/// The bootstrap of an index of segregation: its bias, standard error and intervals from tables
/// drawn out of the one seen.
///
///     bias = mean of replicates - index
///     percentile: the quantiles (1 - level) / 2 and (1 + level) / 2 of the replicates
///     bias-corrected: the quantiles Phi(2 z0 - z) and Phi(2 z0 + z), Phi(z0) the share of
///     replicates below the index (with half of those equal to it)
///
/// People are drawn where they are the sample: everyone's cell anew with the shares seen, a
/// multinomial table. Units are drawn where they are the sample (teams of one kind): as many whole
/// units as there are, with replacement. Quantiles are of type 7. Every replicate has a stream of
/// random numbers of its own, so the same seed gives the same whatever the number of processors.
/// The cost grows as replicates x cells, not with the people; a thousand of 8,000 cells take less
/// than a second of one processor.
///
/// Resampling does not mend the bias of an index in small units but adds it once more. Where it
/// is more than a quarter of the standard error `caution` says so; near no segregation the index is
/// at the end of its range, and `SegregationPermutationTest` and the models for small units are to
/// be read instead. No interval is made by turning the replicates around the index, since that
/// leaves the range of the index and leaves out 0 where nothing is segregated.
/// - Source: Efron (1981), Canadian Journal of Statistics 9, 139-172, for the bias-corrected
///   interval; Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 10 and 13.
public struct SegregationBootstrap: CataloguedMethod {
  /// What is drawn with replacement.
  public enum Resampling: String, Codable, Hashable, Sendable, CaseIterable {
    /// People, each independently.
    case people
    /// Units with all their people.
    case units

    /// The choice as it is printed.
    var words: String { "\(rawValue) drawn with replacement" }
  }

  /// The fewest and the most replicates.
  public static let possibleReplicates = 100...10_000_000

  /// The index.
  public let measure: SegregationMeasure
  /// What is drawn with replacement.
  public let resampling: Resampling
  /// How many tables are drawn, from 100 to ten million.
  public let replicates: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// The level of the intervals, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(
    measure: SegregationMeasure = .mutualInformation(), resampling: Resampling = .people,
    replicates: Int = 2_000, seed: UInt64 = 1, level: Double = 0.95
  ) {
    self.measure = measure
    self.resampling = resampling
    self.replicates = replicates
    self.seed = seed
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-bootstrap", title: "Bootstrap of an index of segregation",
    formula: "quantiles of the index over tables drawn with replacement from the one seen, people "
      + "or whole units; bias = mean over these tables - index",
    range: "that of the index",
    assumptions: [
      "The people, or the units, are a sample drawn independently; say which.",
      "With few people per unit chance adds to the index, and drawing again adds it twice.",
      "Near no segregation the interval need not hold 0; there the permutation test is to be read.",
    ],
    source: "Efron (1981), Canadian Journal of Statistics 9, 139-172; Efron and Tibshirani "
      + "(1993), An Introduction to the Bootstrap, chapters 10 and 13")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (resampling == .units ? "-units" : "-people"),
      convention: "\(measure.words), \(resampling.words), \(replicates) replicates, seed \(seed), "
        + ConfidenceLevel.words(level))
  }

  /// The bias, standard error and intervals, or why there are none.
  public func callAsFunction(_ table: ContingencyTable) -> SegregationBootstrapResult {
    let index = measure.counted
    let counts = index.counts(table)
    if let problem = index.optionProblem ?? counts.problem ?? ConfidenceLevel.problem(level) {
      return .init(problem, counts, stamp)
    }
    guard Self.possibleReplicates.contains(replicates) else {
      return .init(
        "The number of replicates must lie between \(Self.possibleReplicates.lowerBound) and "
          + "\(Self.possibleReplicates.upperBound).", counts, stamp)
    }
    let values = values(index, index.groups == .all ? table : table.firstAgainstRest ?? table)
    return SegregationBootstrapResult(
      values.compactMap { $0 }, undefined: values.count { $0 == nil }, index, counts, level: level,
      stamp)
  }

  /// The index of every table drawn, `nil` where it is not defined.
  private func values(
    _ index: any CountedSegregationIndex, _ table: ContingencyTable
  ) -> [Double?] {
    let width = table.columnCount
    @Sendable func value(_ rowCount: Int, _ cells: [Int]) -> Double? {
      guard let drawn = ContingencyTable(rowCount: rowCount, counts: cells) else { return nil }
      let counts = index.counts(drawn)
      return counts.problem == nil ? index.reported(counts) : nil
    }
    switch resampling {
    case .people:
      let sampler = MultinomialSampler(weights: table.counts)
      let total = table.total
      return Replicates.values(replicates) {
      } _: { _, range in
        range.map { replicate in
          value(
            table.rowCount, sampler.draw(total, seed: seed, replicate: UInt64(replicate)))
        }
      }
    case .units:
      let units = (0..<table.rowCount).filter { row in
        (0..<width).contains { table[row, $0] > 0 }
      }
      return Replicates.values(replicates) {
      } _: { _, range in
        range.map { replicate in
          var generator = PhiloxGenerator(seed: seed, replicate: UInt64(replicate))
          var cells: [Int] = []
          cells.reserveCapacity(units.count * width)
          for _ in units {
            let row = units[Int(generator.integer(below: UInt64(units.count)))]
            cells += table.counts[(row * width)..<((row + 1) * width)]
          }
          return value(units.count, cells)
        }
      }
    }
  }
}

extension ContingencyTable {
  /// The first column and everybody else.
  fileprivate var firstAgainstRest: ContingencyTable? {
    let totals = rowTotals
    return ContingencyTable(
      rows: (0..<rowCount).map { row in [self[row, 0], totals[row] - self[row, 0]] })
  }
}
