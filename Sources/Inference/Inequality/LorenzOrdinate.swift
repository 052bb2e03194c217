import NumericalKernel

/// The share of all pay that the lowest-paid share of people have, on the linearly interpolated
/// Lorenz curve.
///
/// The influence of a person is `p q - (q - z)+ - L z`, q the quantile over the mean.
struct LorenzOrdinate {
  /// The share of people p.
  let share: Double
  /// Their share of all pay L.
  let value: Double
  /// The amount of the person at p over the mean, q; its lower value where p falls on a step.
  let relativeQuantile: Double

  /// The ordinate of usable amounts at a share of people from 0 to 1.
  init(at share: Double, of amounts: WeightedAmounts) {
    let target = share * amounts.totalWeight
    var people = CompensatedSum()
    var money = CompensatedSum()
    var quantile = 0.0
    var left = target
    for index in amounts.values.indices where left > 0 {
      let number = amounts.counts.isEmpty ? 1 : Double(amounts.counts[index])
      let weight = number * (amounts.weights.isEmpty ? 1 : amounts.weights[index])
      quantile = amounts.values[index] / amounts.mean
      people.add(weight)
      let isLast = people.value >= target * (1 - 1e-12)
      money.add((isLast ? left : weight) * quantile)
      left = isLast ? 0 : target - people.value
    }
    self.share = share
    value = min(1, money.value / amounts.totalWeight)
    relativeQuantile = quantile
  }

  /// The influence of a person with this amount over the mean.
  @inline(__always)
  func influence(_ z: Double) -> Double {
    share * relativeQuantile - max(0, relativeQuantile - z) - value * z
  }

  /// What the highest-paid share of people have over what the lowest-paid have.
  static func ratio(
    top: Double, bottom: Double, of amounts: WeightedAmounts
  ) throws(InequalityProblem) -> LinearizedValue {
    if let problem = amounts.problem(zeros: .yes) { throw InequalityProblem(reason: problem) }
    if amounts.areEqual {
      return LinearizedValue(value: top / bottom, standardError: amounts.count > 1 ? 0 : nil)
    }
    let high = LorenzOrdinate(at: 1 - top, of: amounts)
    let low = LorenzOrdinate(at: bottom, of: amounts)
    guard low.value > 0 else { return LinearizedValue(value: .infinity, standardError: nil) }
    let ratio = (1 - high.value) / low.value
    var influences = InfluenceSum()
    amounts.visit { value, weight, squaredWeight in
      let z = value / amounts.mean
      influences.add(
        -(high.influence(z) + ratio * low.influence(z)) / low.value, weight: weight,
        squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: ratio,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight))
  }

  /// The ordinate with its standard error.
  func linearized(_ amounts: WeightedAmounts) -> LinearizedValue {
    if amounts.areEqual {
      return LinearizedValue(value: share, standardError: amounts.count > 1 ? 0 : nil)
    }
    var influences = InfluenceSum()
    amounts.visit { amount, weight, squaredWeight in
      influences.add(
        influence(amount / amounts.mean), weight: weight, squaredWeight: squaredWeight)
    }
    return LinearizedValue(
      value: value,
      standardError: influences.standardError(
        count: amounts.count, totalWeight: amounts.totalWeight))
  }
}
