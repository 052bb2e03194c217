public import Aggregates
public import Estimates

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The change of the mutual information M or of Theil's H between two dates, shared out between the
/// sizes of the units, the mix of groups and the structure.
///
/// The table of either date is given the units' and groups' shares of either, its odds ratios kept,
/// by iterative proportional fitting: eight tables, two of them observed. A part is the mean
/// difference its factor makes, over the orders in which the three could have changed (Shapley's
/// value). By default the two margins are a union against the structure (Owen's value), as Elbers
/// has it: structure is half its difference with both margins of the earlier and half with both of
/// the later date. Units and groups of one date only are additions and removals; the rest is about
/// what both dates have. The parts add up to the change; exchanging the dates turns every sign. The
/// structure is itself taken apart by unit and by group.
///
/// Empty cells stay empty: where they allow no such table the parts are not estimable. Chance
/// changes the structure too, above all in small units. The standard errors are the delta method's
/// for people drawn independently, also from one date to the other; where most people are at both,
/// they are too large for changes that everybody shared. The cost is six fits.
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
      "The standard errors treat the people of the two dates as independent.",
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
        + ", iterative proportional fitting, empty cells kept, delta method")
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
      index: ChangingIndex(value: value, influence: influence), parts: parts)
  }

  private func entropy(_ counts: SegregationCounts) -> Double {
    InformationSums.entropy(counts.groupTotals, of: counts.total)
  }

  private func value(_ counts: SegregationCounts) -> Double {
    let information = InformationSums(counts).mutualInformation
    return switch index {
    case .mutualInformation: information / base.nats
    case .theil: min(1, information / entropy(counts))
    }
  }

  private func influence(_ counts: SegregationCounts) -> [Double] {
    let sums = InformationSums(counts)
    let nats = base.nats
    switch index {
    case .mutualInformation:
      return sums.logarithms.map { ($0 - sums.mutualInformation) / nats }
    case .theil:
      let entropy = entropy(counts)
      let ratio = sums.mutualInformation / entropy
      let shifts = (0..<counts.groupCount).map { ratio * log(counts.share(of: $0)) }
      return sums.logarithms.indices.map {
        (sums.logarithms[$0] + shifts[$0 % counts.groupCount]) / entropy
      }
    }
  }

  private func parts(_ shared: SharedCounts) throws(ChangeProblem) -> ChangeParts {
    guard var information = CounterfactualInformation(shared) else {
      throw ChangeProblem(reason: CounterfactualInformation.problem)
    }
    var scale = 1 / base.nats
    if index == .theil {
      scale = 1
      information = information.over(
        entropies: [entropy(shared.earlier), entropy(shared.later)],
        groupShares: shared.groupShares)
    }
    func part(_ factor: Int, beside others: (Int, Int)) -> ChangeParts.Part {
      let steps = steps(of: factor, beside: others)
      let value = steps.reduce(0.0) {
        $0 + $1.weight * (information.values[$1.place + factor] - information.values[$1.place])
      }
      let error = information.effects.map { effects in
        var influence = ChangeInfluence(
          units: shared.earlier.unitCount, groups: shared.earlier.groupCount)
        for (place, weight) in steps where weight > 0 {
          influence.add(effects[place + factor], at: place + factor, weight: weight)
          influence.add(effects[place], at: place, weight: -weight)
        }
        return scale * influence.standardError(shared)
      }
      return .init(value: scale * value, standardError: error)
    }
    // A factor's place in the index of the values.
    let (structure, units, groups) = (4, 2, 1)
    // Only the structure changes in its steps, so shares weigh the same before and after.
    func terms(_ terms: [[Double]]) -> [Double] {
      let steps = steps(of: structure, beside: (units, groups))
      return terms[0].indices.map { index in
        steps.reduce(0.0) {
          $0 + scale * $1.weight * (terms[$1.place + structure][index] - terms[$1.place][index])
        }
      }
    }
    return ChangeParts(
      units: part(units, beside: (structure, groups)),
      groups: part(groups, beside: (structure, units)),
      structure: part(structure, beside: (units, groups)),
      structureByUnit: terms(information.unitTerms),
      structureByGroup: terms(information.groupTerms),
      iterations: information.iterations)
  }

  /// The places a factor changes from, with the share of orders in which it does.
  ///
  /// Of all orders a third has the factor first, a third last, and a sixth after either of the
  /// others. With the margins together the structure is first or last, and a margin beside either
  /// structure before or after the other margin.
  private func steps(
    of factor: Int, beside others: (Int, Int)
  ) -> [(place: Int, weight: Double)] {
    let (ends, middle): (Double, Double) =
      switch orders {
      case .all: (1.0 / 3, 1.0 / 6)
      case .marginsTogether: factor == 4 ? (0.5, 0) : (0.25, 0.25)
      }
    return [
      (0, ends), (others.0 + others.1, ends), (others.0, middle), (others.1, middle),
    ]
  }
}
