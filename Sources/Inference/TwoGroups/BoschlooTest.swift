public import Aggregates
public import Estimates
import NumericalKernel

/// Boschloo's unconditional exact test of equal selection rates, ordering tables by Fisher's
/// p-value.
///
///     p = max over the common rate of P(tables with Fisher's p at most the one seen | rate)
///
/// Only the two group sizes are held fixed. The p-value is never above Fisher's of the same
/// convention, so the test rejects whenever Fisher's does. Fisher's p-values equal within one part
/// in a thousand million count as equal. `commonRate` says where the maximum lies. Undefined for
/// more than 20,000 people; 600 take about a millisecond.
/// - Source: Boschloo (1970), Statistica Neerlandica 24, 1-35.
public struct BoschlooTest: StatisticalMethod {
  /// What counts as extreme on the other side.
  public let twoSided: TwoSidedConvention
  /// The common rates over which the p-value is the largest.
  public let rates: NuisanceRange

  /// Makes the method.
  public init(twoSided: TwoSidedConvention = .central, rates: NuisanceRange = .everyRate) {
    self.twoSided = twoSided
    self.rates = rates
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "boschloo", title: "Boschloo's exact test",
    formula: "the largest probability, over the common rate, of tables whose p-value by Fisher's "
      + "test is at most the one seen",
    range: "a p-value between 0 and 1",
    assumptions: [
      "People are selected independently with one probability per group.",
      "The group sizes are fixed; the number selected is not.",
    ],
    source: "Boschloo (1970), Statistica Neerlandica 24, 1-35")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: BoschlooTest.card.id
        + (twoSided == .central ? "-central" : "-minlike") + rates.suffix,
      convention: "unconditional, \(twoSided.words), \(rates.words), relative tie tolerance 1e-9")
  }

  /// The test of equal rates, or why there is none.
  public func callAsFunction(_ table: TwoByTwoTable) -> Outcome {
    outcome(table) { supremum in
      let sides = twoSided == .central ? 2.0 : 1
      return .test(
        pValue: min(1, sides * (supremum.probability + rates.gamma)), convention: stamp.convention)
    }
  }

  /// The common rate at which the p-value is the largest, or why there is none.
  public func commonRate(_ table: TwoByTwoTable) -> Outcome {
    outcome(table) { supremum in .estimate(supremum.rate) }
  }

  private func outcome(
    _ table: TwoByTwoTable, _ make: (NuisanceSupremum) -> Outcome
  ) -> Outcome {
    if let problem = table.problem ?? rates.problem
      ?? NuisanceSupremum.problem(total: table.total)
    {
      return .notEstimable(reason: problem)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      switch twoSided {
      case .minimumLikelihood:
        return try make(
          rates.supremum(
            of: BoschlooTest.minimumLikelihoodRegion(of: table), selected: table.selected))
      case .central:
        // The focal group's upper tail is the reference group's lower one.
        return try make(
          rates.smallerSupremum(
            BoschlooTest.lowerRegion(
              seen: table.focalSelected, of: table.focalTotal, total: table.total,
              selected: table.selected),
            BoschlooTest.lowerRegion(
              seen: table.referenceSelected, of: table.referenceTotal, total: table.total,
              selected: table.selected),
            selected: table.selected))
      }
    }
  }

  /// The tables whose lower tail is at most that of the table with these counts.
  ///
  /// As one more person is selected in all, the last count in the region stays or rises by one.
  private static func lowerRegion(
    seen: Int, of marked: Int, total: Int, selected: Int
  ) throws(NumericalError) -> RejectionRegion {
    let threshold =
      try Hypergeometric(population: total, marked: marked, drawn: selected)
      .lowerTail(through: seen) * (1 + 1e-9)
    var probabilities: [Double] = []
    probabilities.reserveCapacity(total + 1)
    var last = -1
    for drawn in 0...total {
      let distribution = try Hypergeometric(population: total, marked: marked, drawn: drawn)
      let support = distribution.support
      last = max(last, support.lowerBound - 1)
      var tail = distribution.lowerTail(through: last)
      while last < support.upperBound {
        let next =
          last + 1 == support.upperBound ? 1 : tail + distribution.probability(of: last + 1)
        guard next <= threshold else { break }
        last += 1
        tail = next
      }
      probabilities.append(tail)
    }
    return RejectionRegion(probabilities)
  }

  /// The tables whose two-sided p-value by minimum likelihood is at most that of this table.
  private static func minimumLikelihoodRegion(
    of table: TwoByTwoTable
  ) throws(NumericalError) -> RejectionRegion {
    func given(selected: Int) throws(NumericalError) -> Hypergeometric {
      try Hypergeometric(population: table.total, marked: table.focalTotal, drawn: selected)
    }
    let threshold =
      try given(selected: table.selected).minimumLikelihoodTail(of: table.focalSelected)
      * (1 + 1e-9)
    var probabilities: [Double] = []
    probabilities.reserveCapacity(table.total + 1)
    for selected in 0...table.total {
      try probabilities.append(
        given(selected: selected).largestMinimumLikelihoodTail(atMost: threshold))
    }
    return RejectionRegion(probabilities)
  }
}
