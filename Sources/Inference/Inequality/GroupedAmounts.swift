import Estimates

/// Amounts of people in groups, for the part of inequality that lies between the groups.
///
/// Everybody's amounts are sorted once more, together.
public struct GroupedAmounts: Hashable, Sendable {
  /// The groups' names, in the order given.
  public let labels: [String]
  /// The groups' amounts, in the same order.
  public let groups: [WeightedAmounts]
  /// Everybody's amounts.
  public let everybody: WeightedAmounts
  /// Why nothing can be computed, or `nil`.
  public let problem: String?
  /// The position of the group of each of everybody's amounts.
  let memberships: [Int]

  /// Makes groups; each needs somebody with an amount above 0.
  public init(_ groups: [(label: String, amounts: WeightedAmounts)]) {
    labels = groups.map(\.label)
    self.groups = groups.map(\.amounts)
    var values: [Double] = []
    var places: [Place] = []
    for (group, amounts) in self.groups.enumerated() {
      values += amounts.values
      for index in amounts.values.indices {
        places.append(
          Place(
            group: group, count: amounts.counts.isEmpty ? 1 : amounts.counts[index],
            weight: amounts.weights.isEmpty ? 1 : amounts.weights[index]))
      }
    }
    AscendingOrder.sort(&values, carrying: &places)
    let everybody = WeightedAmounts(
      sorted: values,
      counts: self.groups.allSatisfy(\.counts.isEmpty) ? [] : places.map(\.count),
      weights: self.groups.allSatisfy(\.weights.isEmpty) ? [] : places.map(\.weight))
    self.everybody = everybody
    memberships = places.map(\.group)
    let names = Set(labels)
    let failing = groups.first { $0.amounts.problem != nil || !($0.amounts.mean > 0) }
    problem =
      groups.isEmpty
      ? "There are no groups."
      : names.count < groups.count
        ? "Two groups have the same name."
        : failing.map {
          "\($0.label): " + ($0.amounts.problem ?? "The mean of the amounts is not above 0.")
        } ?? everybody.problem
  }

  private struct Place {
    let group: Int
    let count: Int
    let weight: Double
  }

  /// Each group's share of all weight.
  var shares: [Double] { groups.map { $0.totalWeight / everybody.totalWeight } }

  /// Each group's mean over everybody's.
  var relativeMeans: [Double] { groups.map { $0.mean / everybody.mean } }

  /// Visits everybody's amounts in ascending order, with the position of the group, the weight of
  /// the people who have the amount and the sum of their squared weights.
  @inline(__always)
  func visit(
    _ body: (_ value: Double, _ group: Int, _ weight: Double, _ squaredWeight: Double) -> Void
  ) {
    var index = 0
    everybody.visit { value, weight, squaredWeight in
      body(value, memberships[index], weight, squaredWeight)
      index += 1
    }
  }

  /// The outcome of a term with the influences of everybody on it.
  func outcome(
    _ value: Double, _ influences: InfluenceSum, scale: IntervalScale, level: Double
  ) -> Outcome {
    LinearizedValue(value: value, standardError: standardError(influences))
      .outcome(level: level, scale: scale)
  }

  /// The standard error from the influences of everybody.
  func standardError(_ influences: InfluenceSum) -> Double? {
    influences.standardError(count: everybody.count, totalWeight: everybody.totalWeight)
  }
}
