/// Amounts of people who are ranked by something else, for example hours of training by grade.
public struct RankedAmounts: Hashable, Sendable {
  /// The amounts in the order of the ranks.
  public let values: [Double]
  /// What people are ranked by, ascending; equal for people who share a rank.
  public let ranks: [Double]
  /// The weights in the same order; empty where all weigh the same.
  public let weights: [Double]
  /// Why no index can be computed, or `nil`.
  public let problem: String?
  /// The weighted mean of the amounts.
  let mean: Double
  /// The sum of the weights.
  let totalWeight: Double

  /// Makes amounts with what people are ranked by, lowest first, and weights where people have
  /// them.
  ///
  /// Amounts must not be negative; what people are ranked by may be any finite number.
  public init(_ values: [Double], rankedBy ranks: [Double], weights: [Double]? = nil) {
    let amounts = WeightedAmounts(values, weights: weights)
    let unranked = ranks.count { !$0.isFinite }
    let problem =
      amounts.problem(zeros: .yes)
      ?? (ranks.count != values.count
        ? "There are \(ranks.count) ranks for \(values.count) amounts."
        : unranked > 0 ? "\(unranked) of the \(ranks.count) ranks are not finite numbers." : nil)
    self.problem = problem
    mean = amounts.mean
    totalWeight = amounts.totalWeight
    guard problem == nil else {
      self.values = []
      self.ranks = []
      self.weights = []
      return
    }
    var order = Array(values.indices)
    var sorted = ranks
    AscendingOrder.sort(&sorted, carrying: &order)
    self.ranks = sorted
    self.values = order.map { values[$0] }
    self.weights = weights.map { weights in order.map { weights[$0] } } ?? []
  }

  /// The weight of a person.
  func weight(_ index: Int) -> Double { weights.isEmpty ? 1 : weights[index] }
}
