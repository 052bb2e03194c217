public import Aggregates
public import Estimates

/// The change of the mutual information M or of Theil's H between two dates, shared out between the
/// sizes of the units, the mix of groups and the structure.
///
/// The table of either date is given the units' and groups' shares of either, its odds ratios kept,
/// by iterative proportional fitting: eight tables, two of them observed. A part is the mean
/// difference its factor makes, over the orders in which the three could have changed (Shapley's
/// value). By default the two margins are a union against the structure (Owen's value), as Elbers
/// has it: structure is half its difference with both margins of the earlier and half with both of
/// the later date. Units and groups of one date only are additions and removals; the rest is about
/// what both dates have. The parts add up to the change; exchanging the dates turns every sign.
///
/// Empty cells stay empty: where they allow no such table the parts are not estimable. Chance
/// changes the structure too, above all in small units. No standard error: most people are at both
/// dates. The cost is six fits.
/// - Source: Elbers (2023), Sociological Methods & Research 52, 5-42; Deming and Stephan (1940),
///   Annals of Mathematical Statistics 11, 427-444; Shapley (1953), A Value for n-Person Games;
///   Owen (1977), Values of Games with a Priori Unions.
public struct SegregationChange: CataloguedMethod {
  /// The index that changed.
  public enum Index: String, Codable, Hashable, Sendable, CaseIterable {
    /// The mutual information index M.
    case mutualInformation
    /// Theil's H, M over the entropy of the groups; it has no base.
    case theil
  }

  /// The orders in which the factors could have changed.
  public enum Orders: String, Codable, Hashable, Sendable, CaseIterable {
    /// The structure before or after both margins, never between them.
    case marginsTogether
    /// All six orders.
    case all
  }

  /// The index that changed.
  public let index: Index
  /// The base of the logarithm of M.
  public let base: LogarithmBase
  /// The orders the parts are means over.
  public let orders: Orders

  /// Makes the method.
  public init(
    index: Index = .mutualInformation, base: LogarithmBase = .natural,
    orders: Orders = .marginsTogether
  ) {
    self.index = index
    self.base = base
    self.orders = orders
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "segregation-change", title: "Change of segregation: units, groups and structure",
    formula: "change of M or H = units + groups + structure + additions + removals; each of the "
      + "first three the mean difference it makes with the others of the earlier or later date",
    range: "any number; positive where segregation grew; the parts add up to the change",
    assumptions: [
      "Units and groups mean the same at both dates.",
      "Structure is what odds ratios say: it stays where only sizes of units and groups change.",
      "A cell that is empty at one date stays empty under the shares of the other.",
      "Chance changes the structure too; with few people per unit it is noise.",
    ],
    source: "Elbers (2023), Sociological Methods & Research 52, 5-42; Deming and Stephan (1940), "
      + "Annals of Mathematical Statistics 11, 427-444; Shapley (1953), A Value for n-Person "
      + "Games; Owen (1977), Values of Games with a Priori Unions")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + (index == .theil ? "-theil-h" : "")
        + (orders == .all ? "-all-orders" : ""),
      convention: (index == .theil ? "Theil's H by the entropy of the groups" : base.words)
        + ", later minus earlier, "
        + (orders == .all ? "mean over all six orders" : "structure against both margins")
        + ", iterative proportional fitting, empty cells kept")
  }

  /// The change and its parts, or why there are none in each of its outcomes.
  ///
  /// Both tables have the same units in rows and groups in columns; one that has nobody at a date
  /// is an empty row or column.
  public func callAsFunction(
    earlier: ContingencyTable, later: ContingencyTable
  ) -> SegregationChangeResult {
    let isTheil = index == .theil
    func entropy(_ counts: SegregationCounts) -> Double {
      InformationSums.entropy(counts.groupTotals, of: counts.total)
    }
    return SegregationChangeResult(
      earlier: earlier, later: later, nats: isTheil ? 1 : base.nats, stamp: stamp,
      index: { counts in
        let information = InformationSums(counts).mutualInformation
        return isTheil ? min(1, information / entropy(counts)) : information
      },
      parts: { shared throws(ChangeProblem) in
        guard let information = CounterfactualInformation(shared) else {
          throw ChangeProblem(reason: CounterfactualInformation.problem)
        }
        let values =
          isTheil
          ? information.over(entropies: [entropy(shared.earlier), entropy(shared.later)])
          : information.values
        // A factor's place in the values' index.
        let (structure, units, groups) = (4, 2, 1)
        return ChangeParts(
          units: part(of: units, beside: (structure, groups), values),
          groups: part(of: groups, beside: (structure, units), values),
          structure: part(of: structure, beside: (units, groups), values),
          iterations: information.iterations)
      })
  }

  /// The mean difference a factor makes.
  ///
  /// Of all orders a third has the factor first, a third last, and a sixth after either of the
  /// others. With the margins together the structure is first or last, and a margin beside either
  /// structure before or after the other margin.
  private func part(of factor: Int, beside others: (Int, Int), _ values: [Double]) -> Double {
    let (ends, middle): (Double, Double) =
      switch orders {
      case .all: (1.0 / 3, 1.0 / 6)
      case .marginsTogether: factor == 4 ? (0.5, 0) : (0.25, 0.25)
      }
    func difference(_ place: Int) -> Double { values[place + factor] - values[place] }
    return ends * (difference(0) + difference(others.0 + others.1))
      + middle * (difference(others.0) + difference(others.1))
  }
}
