public import Estimates
import NumericalKernel

/// The concentration index of amounts over people ranked by something else.
///
///     C = 2 covariance(amount, rank) / mean amount
///
/// with rank the share of people below plus half of those with the same rank. No unit, from -1 (all
/// of it with the lowest rank) to 1 (all with the highest); 0 where rank does not matter, and the
/// Gini coefficient where people are ranked by the amount itself. For a yes-or-no characteristic
/// the range shrinks with its frequency; Wagstaff's normalisation divides by one minus the mean.
/// The influence of a person is `2 (z R + q - t - t z)`, R the rank, q the share of all amounts
/// above it (half of those at it) and t = (C + 1) / 2.
/// - Source: Kakwani, Wagstaff and van Doorslaer (1997), Journal of Econometrics 77, 87-103;
///   Wagstaff (2005), Health Economics 14, 429-432.
public struct ConcentrationIndex: StatisticalMethod {
  /// What the index is divided by.
  public enum Normalisation: String, Codable, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none
    /// One minus the mean, for amounts that are all 0 or 1.
    case wagstaff
  }

  /// What the index is divided by.
  public let normalisation: Normalisation
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(normalisation: Normalisation = .none, level: Double = 0.95) {
    self.normalisation = normalisation
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "concentration-index", title: "Concentration index",
    formula: "2 covariance(amount, rank) / mean amount, rank the share of people below plus half "
      + "of those with the same rank",
    range: "-1 to 1; positive when people of higher rank have more",
    assumptions: [
      "Amounts are not negative.",
      "The interval treats the people as independent draws of one process.",
    ],
    source: "Kakwani, Wagstaff and van Doorslaer (1997), Journal of Econometrics 77, 87-103; "
      + "Wagstaff (2005), Health Economics 14, 429-432")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let isNormalised = normalisation == .wagstaff
    return stamp(
      id: isNormalised ? Self.card.id + "-wagstaff" : nil,
      convention: (isNormalised ? "over one minus the mean, " : "")
        + "tied ranks at their middle, standard error from the influence function with "
        + "n / (n - 1), \(IntervalScale.identity.words), \(ConfidenceLevel.words(level))")
  }

  /// The index, or why there is none.
  public func callAsFunction(_ amounts: RankedAmounts) -> Outcome {
    if let problem = amounts.problem { return .notEstimable(reason: problem) }
    if normalisation == .wagstaff {
      guard amounts.values.allSatisfy({ $0 == 0 || $0 == 1 }) else {
        return .notEstimable(reason: "The normalisation needs amounts that are all 0 or 1.")
      }
      guard amounts.values.contains(0) else {
        return .notEstimable(reason: "Everybody has the characteristic.")
      }
    }
    return linearized(amounts).outcome(level: level, scale: .identity)
  }

  private func linearized(_ amounts: RankedAmounts) -> LinearizedValue {
    let (total, mean) = (amounts.totalWeight, amounts.mean)
    var product = CompensatedSum()
    Self.visit(amounts) { index, rank, _ in
      let distance = (amounts.values[index] - mean) / mean
      product.add(amounts.weight(index) * distance * (rank - 0.5))
    }
    let concentration = 2 * product.value / total
    let half = (concentration + 1) / 2
    let divisor = normalisation == .wagstaff ? 1 - mean : 1
    let slope = normalisation == .wagstaff ? concentration / divisor * mean : 0
    var influences = InfluenceSum()
    Self.visit(amounts) { index, rank, above in
      let z = amounts.values[index] / mean
      let weight = amounts.weight(index)
      let influence = 2 * (z * rank + above - half - half * z) + slope * (z - 1)
      influences.add(influence / divisor, weight: weight, squaredWeight: weight * weight)
    }
    return LinearizedValue(
      value: concentration / divisor,
      standardError: influences.standardError(count: amounts.values.count, totalWeight: total))
  }

  /// Visits people with their rank and the share of all amounts above it, half of those at it.
  private static func visit(
    _ amounts: RankedAmounts, _ body: (_ index: Int, _ rank: Double, _ above: Double) -> Void
  ) {
    var weightBelow = CompensatedSum()
    var amountBelow = CompensatedSum()
    var start = 0
    while start < amounts.ranks.count {
      var end = start
      var weight = CompensatedSum()
      var amount = CompensatedSum()
      while end < amounts.ranks.count, amounts.ranks[end] == amounts.ranks[start] {
        weight.add(amounts.weight(end))
        amount.add(amounts.weight(end) * (amounts.values[end] / amounts.mean))
        end += 1
      }
      let rank = (weightBelow.value + weight.value / 2) / amounts.totalWeight
      let above = 1 - (amountBelow.value + amount.value / 2) / amounts.totalWeight
      for index in start..<end { body(index, rank, above) }
      weightBelow.add(weight.value)
      amountBelow.add(amount.value)
      start = end
    }
  }
}
