public import Aggregates
public import Estimates
import NumericalKernel

/// Local segregation of every unit and every group: how far its people are from everyone's mix.
///
///     L of a unit = sum over groups of q log(q / P)
///
/// q: the group's share in the unit, P: its share of everyone; for a group the same with units and
/// groups exchanged. Range 0 (the mix of everyone) upwards, never negative, in nats, bits or bans.
/// Weighted by people, the values of all units, and those of all groups, add up to the mutual
/// information M, so each has a share of it. The standard error is the delta method's for people
/// drawn independently. Chance alone makes the values positive, above all in small units: the exact
/// expectation, sizes of units and groups kept, stands beside each.
/// - Source: Alonso-Villar and Del Río (2010), Mathematical Social Sciences 60, 30-38; Mora and
///   Ruiz-Castillo (2011), Sociological Methodology 41, 159-194.
public struct LocalSegregation: CataloguedMethod {
  /// The base of the logarithm.
  public let base: LogarithmBase
  /// The level of the intervals, between 0 and 1.
  public let level: Double

  /// Makes the method.
  public init(base: LogarithmBase = .natural, level: Double = 0.95) {
    self.base = base
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "local-segregation", title: "Local segregation of units and groups",
    formula: "the sum over groups of q log(q / P); q: the group's share in the unit, P: its share "
      + "of everyone; for a group with units and groups exchanged",
    range: "0 (the mix of everyone) upwards; larger is farther from everyone's mix",
    assumptions: [
      "Says how far, not in which direction; read the shares beside it.",
      "Above 0 by chance alone, above all in small units; read the expectation by chance.",
      "Near 0 the value is not normal and its interval not to be trusted.",
    ],
    source: "Alonso-Villar and Del Río (2010), Mathematical Social Sciences 60, 30-38; Mora and "
      + "Ruiz-Castillo (2011), Sociological Methodology 41, 159-194")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: base.words + ", delta method, " + ConfidenceLevel.words(level))
  }

  /// The local segregation of every unit and group that has anybody.
  public func callAsFunction(_ table: ContingencyTable) -> LocalSegregationResult {
    let counts = SegregationCounts(table)
    let problem = ConfidenceLevel.problem(level) ?? counts.problem
    let total: Outcome =
      problem.map { .notEstimable(reason: $0) }
      ?? .estimate(InformationSums(counts).mutualInformation / base.nats)
    return LocalSegregationResult(
      units: problem == nil
        ? parts(of: counts, named: counts.rows.map(table.unitName)) : [],
      groups: problem == nil
        ? parts(of: counts.transposed, named: counts.columns.map(table.groupName)) : [],
      mutualInformation: total, emptyUnits: counts.emptyUnits, emptyGroups: counts.emptyGroups,
      stamp: stamp)
  }

  private func parts(
    of counts: SegregationCounts, named names: [String]
  ) -> [LocalSegregationResult.Part] {
    let sums = InformationSums(counts)
    let expected: [Double]?
    do throws(NumericalError) {
      expected = try RandomAllocation(counts).information(ofUnits: counts.unitTotals)
    } catch {
      expected = nil
    }
    return counts.unitTotals.indices.map { unit in
      let people = Double(counts.unitTotals[unit])
      let local = Self.local(unit, counts, sums)
      let chance = expected.map { $0[unit] / people / base.nats }
      let failed = Outcome.notEstimable(reason: "The computation did not succeed.")
      return .init(
        name: names[unit], people: counts.unitTotals[unit],
        local: .computing { () throws(NumericalError) -> Outcome in
          try InformationSums.estimate(
            local / base.nats,
            standardError: Self.standardError(unit, counts, sums, local: local) / base.nats,
            level: level, within: 0...(.infinity))
        },
        shareOfIndex: sums.mutualInformation > 0
          ? .estimate(people / counts.people * local / sums.mutualInformation)
          : .notEstimable(reason: "There is no segregation to have a share of."),
        nullExpectation: chance.map { .estimate($0) } ?? failed,
        excess: chance.map { .estimate(local / base.nats - $0) } ?? failed)
    }
  }

  /// The local segregation of a unit in nats.
  private static func local(
    _ unit: Int, _ counts: SegregationCounts, _ sums: InformationSums
  ) -> Double {
    let sum = CompensatedSum(
      (0..<counts.groupCount).map {
        Double(counts[unit, $0]) * sums.logarithms[unit * counts.groupCount + $0]
      })
    return max(0, sum.value / Double(counts.unitTotals[unit]))
  }

  /// The delta method's standard error.
  ///
  /// A person of group g moves the value by `1 - q / P`, and one
  /// of the unit by `(l - L) / (unit share)` besides.
  private static func standardError(
    _ unit: Int, _ counts: SegregationCounts, _ sums: InformationSums, local: Double
  ) -> Double {
    let size = Double(counts.unitTotals[unit])
    var sum = CompensatedSum()
    for group in 0..<counts.groupCount {
      let count = counts[unit, group]
      let everywhere =
        1 - Double(count) / size * (counts.people / Double(counts.groupTotals[group]))
      sum.add(Double(counts.groupTotals[group] - count) * everywhere * everywhere)
      let logarithm = sums.logarithms[unit * counts.groupCount + group]
      let here = (logarithm - local) * (counts.people / size) + everywhere
      sum.add(Double(count) * here * here)
    }
    return sum.value.squareRoot() / counts.people
  }
}
