public import Aggregates
public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The change of the mutual information M between two dates in the manner of Karmel and MacLachlan.
///
/// The earlier table is given the later shares of the units alone, by scaling its rows, of the
/// groups alone, by scaling its columns, and of both, by iterative proportional fitting; what both
/// do beyond the two alone is the interaction, and what is left to the later table is the
/// structure. An alternate to `SegregationChange`: it goes from the earlier date only, scaling rows
/// alone changes the groups' shares too, and the interaction belongs to neither.
/// - Source: Karmel and MacLachlan (1988), Economic Record 64, 187-195, applied to M.
public struct KarmelMacLachlanChange: CataloguedMethod {
  /// The base of the logarithm.
  public let base: LogarithmBase

  /// Makes the method.
  public init(base: LogarithmBase = .natural) { self.base = base }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-change-karmel-maclachlan",
    title: "Change of segregation in the manner of Karmel and MacLachlan",
    formula: "change of M = units + groups + interaction + structure + additions + removals; the "
      + "earlier table with its rows, its columns or both scaled to the later shares",
    range: "any number; positive where segregation grew; the parts add up to the change",
    assumptions: [
      "Units and groups mean the same at both dates.",
      "Goes from the earlier date; exchanging the dates changes more than signs.",
      "An alternate, to compare with printed results; the interaction belongs to neither margin.",
    ],
    source: "Karmel and MacLachlan (1988), Economic Record 64, 187-195, applied to M")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: base.words + ", from the earlier to the later date, iterative proportional "
        + "fitting, empty cells kept")
  }

  /// The change and its parts, or why there are none in each of its outcomes.
  ///
  /// Both tables have the same units in rows and groups in columns; one that has nobody at a date
  /// is an empty row or column.
  public func callAsFunction(
    earlier: ContingencyTable, later: ContingencyTable
  ) -> SegregationChangeResult {
    SegregationChangeResult(
      earlier: earlier, later: later, hasInteraction: true, stamp: stamp,
      index: ChangingIndex { InformationSums($0).mutualInformation / base.nats },
      parts: { shared throws(ChangeProblem) in
        let counts = shared.earlier
        let (units, groups) = (shared.unitShares, shared.groupShares)
        let own = InformationSums(counts).mutualInformation
        let isSame = (units: units[0] == units[1], groups: groups[0] == groups[1])
        let rows = isSame.units ? own : Self.rowsScaled(counts, units)
        let columns = isSame.groups ? own : Self.rowsScaled(counts.transposed, groups)
        var (both, iterations) = (own, 0)
        if !isSame.units || !isSame.groups {
          guard
            let fit = ProportionalFitting(counts, unitShares: units[1], groupShares: groups[1])
          else { throw ChangeProblem(reason: CounterfactualInformation.problem) }
          (both, iterations) = (fit.mutualInformation, fit.iterations)
        }
        return ChangeParts(
          units: .init(value: (rows - own) / base.nats),
          groups: .init(value: (columns - own) / base.nats),
          interaction: (both - own - (rows - own) - (columns - own)) / base.nats,
          structure: .init(
            value: (InformationSums(shared.later).mutualInformation - both) / base.nats),
          iterations: iterations)
      })
  }

  /// The mutual information of a table whose rows are scaled from the earlier to the later shares.
  private static func rowsScaled(_ counts: SegregationCounts, _ shares: [[Double]]) -> Double {
    let width = counts.groupCount
    var columns = [CompensatedSum](repeating: CompensatedSum(), count: width)
    var cells = counts.cells.map(Double.init)
    for unit in 0..<counts.unitCount {
      let factor = shares[1][unit] / Double(counts.unitTotals[unit])
      for group in 0..<width {
        cells[unit * width + group] *= factor
        columns[group].add(cells[unit * width + group])
      }
    }
    var information = CompensatedSum()
    for unit in 0..<counts.unitCount {
      for group in 0..<width where cells[unit * width + group] > 0 {
        let share = cells[unit * width + group]
        information.add(share * log(share / (shares[1][unit] * columns[group].value)))
      }
    }
    return max(0, information.value)
  }
}
