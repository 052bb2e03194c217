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
/// more than 20,000 people, and by minimum likelihood for more than ten million possible tables.
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
        guard (table.focalTotal + 1) * (table.referenceTotal + 1) <= 10_000_000 else {
          return .notEstimable(reason: "More than ten million tables would have to be compared.")
        }
        return try make(
          rates.supremum(
            of: BoschlooTest.minimumLikelihoodRegion(of: table), selected: table.selected))
      case .central:
        let below = try rates.supremum(
          of: BoschlooTest.lowerRegion(
            focalSelected: table.focalSelected, focalTotal: table.focalTotal,
            selected: table.selected, referenceTotal: table.referenceTotal),
          selected: table.selected)
        let above = try rates.supremum(
          of: BoschlooTest.lowerRegion(
            focalSelected: table.focalRejected, focalTotal: table.focalTotal,
            selected: table.total - table.selected, referenceTotal: table.referenceTotal
          ).turned,
          selected: table.selected)
        return make(below.probability <= above.probability ? below : above)
      }
    }
  }

  /// The tables whose lower tail is at most that of the table with these counts.
  ///
  /// The tail shrinks as more of the reference group are selected.
  private static func lowerRegion(
    focalSelected: Int, focalTotal: Int, selected: Int, referenceTotal: Int
  ) throws(NumericalError) -> RejectionRegion {
    func tail(_ focal: Int, _ selected: Int) throws(NumericalError) -> Double {
      try Hypergeometric(
        population: focalTotal + referenceTotal, marked: focalTotal, drawn: selected
      ).lowerTail(through: focal)
    }
    let threshold = try tail(focalSelected, selected) * (1 + 1e-9)
    return try RejectionRegion(
      focalTotal: focalTotal, referenceTotal: referenceTotal
    ) { (focal: Int, reference: Int) throws(NumericalError) -> Bool in
      try tail(focal, focal + reference) <= threshold
    }
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
    var runs = [[ClosedRange<Int>]](repeating: [], count: table.focalTotal + 1)
    for selected in 0...table.total {
      let distribution = try given(selected: selected)
      // The p-value rises with the count up to the mode and falls after it.
      let support = distribution.support
      var inside = support.lowerBound - 1
      var outside = distribution.mode
      while outside - inside > 1 {
        let middle = (outside + inside) / 2
        if distribution.minimumLikelihoodTail(of: middle) <= threshold {
          inside = middle
        } else {
          outside = middle
        }
      }
      let mode = distribution.minimumLikelihoodTail(of: distribution.mode) <= threshold
      let below = mode ? distribution.mode : inside
      inside = support.upperBound + 1
      outside = distribution.mode
      while inside - outside > 1 {
        let middle = (outside + inside) / 2
        if distribution.minimumLikelihoodTail(of: middle) <= threshold {
          inside = middle
        } else {
          outside = middle
        }
      }
      for focal in support where focal <= below || focal >= inside {
        let reference = selected - focal
        if let last = runs[focal].last, last.upperBound == reference - 1 {
          runs[focal][runs[focal].count - 1] = last.lowerBound...reference
        } else {
          runs[focal].append(reference...reference)
        }
      }
    }
    return RejectionRegion(
      focalTotal: table.focalTotal, referenceTotal: table.referenceTotal, runs: runs)
  }
}
