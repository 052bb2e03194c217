public import Aggregates
public import Estimates
import NumericalKernel

/// The change of the mutual information M between two dates in the manner of Mora and
/// Ruiz-Castillo.
///
///     groups    = change of the entropy of the groups
///     units     = - sum average E_u change of p_u
///     structure = - sum average p_u change of E_u
///
/// p_u: a unit's share of everyone, E_u: the entropy of the groups within it; averages are over the
/// two dates. An alternate to `SegregationChange`: the entropies within units change with the mix of
/// groups in all, so that the parts of units and groups can have the other sign. Exchanging the
/// dates turns every sign, exchanging units and groups changes the parts.
/// - Source: Mora and Ruiz-Castillo (2009), Research on Economic Inequality 17, 33-53.
public struct MoraRuizCastilloChange: CataloguedMethod {
  /// The base of the logarithm.
  public let base: LogarithmBase

  /// Makes the method.
  public init(base: LogarithmBase = .natural) { self.base = base }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-change-mora-ruiz-castillo",
    title: "Change of segregation in the manner of Mora and Ruiz-Castillo",
    formula:
      "change of M = change of E - sum average E_u change of p_u - sum average p_u change of "
      + "E_u + additions + removals; E: the entropy of the groups, p_u: a unit's share of everyone",
    range: "any number; positive where segregation grew; the parts add up to the change",
    assumptions: [
      "Units and groups mean the same at both dates.",
      "The structure is not free of the mix of groups; the other parts can have the wrong sign.",
      "An alternate, to compare with printed results.",
    ],
    source: "Mora and Ruiz-Castillo (2009), Research on Economic Inequality 17, 33-53")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: base.words + ", later minus earlier, averages over both dates")
  }

  /// The change and its parts, or why there are none in each of its outcomes.
  ///
  /// Both tables have the same units in rows and groups in columns; one that has nobody at a date
  /// is an empty row or column.
  public func callAsFunction(
    earlier: ContingencyTable, later: ContingencyTable
  ) -> SegregationChangeResult {
    SegregationChangeResult(
      earlier: earlier, later: later, stamp: stamp,
      index: ChangingIndex { InformationSums($0).mutualInformation / base.nats },
      parts: { shared throws(ChangeProblem) in
        let shares = shared.unitShares
        func entropies(_ counts: SegregationCounts) -> [Double] {
          (0..<counts.unitCount).map { unit in
            InformationSums.entropy(
              (0..<counts.groupCount).map { counts[unit, $0] }, of: counts.unitTotals[unit])
          }
        }
        let (first, second) = (entropies(shared.earlier), entropies(shared.later))
        var (units, structure) = (CompensatedSum(), CompensatedSum())
        for unit in first.indices {
          let (before, after) = (shares[0][unit], shares[1][unit])
          units.add(-(first[unit] + second[unit]) / 2 * (after - before))
          structure.add(-(before + after) / 2 * (second[unit] - first[unit]))
        }
        let groups =
          InformationSums.entropy(shared.later.groupTotals, of: shared.later.total)
          - InformationSums.entropy(shared.earlier.groupTotals, of: shared.earlier.total)
        return ChangeParts(
          units: .init(value: units.value / base.nats),
          groups: .init(value: groups / base.nats), interaction: nil,
          structure: .init(value: structure.value / base.nats))
      })
  }
}
