import NumericalKernel

/// Amounts of pay (or of anything that adds up), sorted once and shared by every index of
/// inequality.
///
/// Each amount may stand for several people (whole-number counts) or carry a weight (positive, of
/// any scale: ten times the weights give the same indices). Counts are people and raise their
/// number; weights do not. Amounts that cannot be used are kept and named: nothing is dropped or
/// shifted. Sorting ten million amounts takes under a second (with weights 1.3 seconds); an index
/// is then one or two passes over them, 0.2 to 0.5 seconds with its standard error.
public struct WeightedAmounts: Hashable, Sendable {
  /// The amounts, ascending.
  public let values: [Double]
  /// How many people each amount stands for; empty where each is one person's.
  public let counts: [Int]
  /// The weight of each amount; empty where all weigh the same.
  public let weights: [Double]
  /// How many people there are, not weighted.
  public let count: Int
  /// How many people have a negative amount.
  public let negativeCount: Int
  /// How many people have an amount of zero.
  public let zeroCount: Int
  /// Why no index can be computed, in words a reader understands; `nil` where one can.
  public let problem: String?
  /// The sum of the weights, each person's for counts.
  let totalWeight: Double
  /// The weighted mean; 0 where there is a problem.
  let mean: Double

  /// Makes amounts of one person each, with weights or without.
  public init(_ values: [Double], weights: [Double]? = nil) {
    self.init(values: values, counts: [], weights: weights ?? [], hasWeights: weights != nil)
  }

  /// Makes amounts from distinct values and how many people have each, at least 0.
  public init(values: [Double], counts: [Int]) {
    let misfit =
      values.count == counts.count
      ? nil : "There are \(counts.count) counts for \(values.count) amounts."
    let negative = counts.count { $0 < 0 }
    let total = counts.reduce((sum: 0, overflow: false)) {
      let (sum, overflow) = $0.sum.addingReportingOverflow($1)
      return (sum, $0.overflow || overflow)
    }
    let problem =
      misfit ?? (negative > 0 ? "\(negative) of the \(counts.count) counts are negative." : nil)
      ?? (total.overflow ? "The counts are too large to add up." : nil)
    if let problem {
      self.init(problem: problem)
    } else {
      let kept = counts.indices.filter { counts[$0] > 0 }
      self.init(
        values: kept.map { values[$0] }, counts: kept.map { counts[$0] }, weights: [],
        hasWeights: false)
    }
  }

  private init(values: [Double], counts: [Int], weights: [Double], hasWeights: Bool) {
    let people = counts.isEmpty ? values.count : counts.reduce(0, +)
    func peopleWith(_ condition: (Double) -> Bool) -> Int {
      if counts.isEmpty { return values.count { condition($0) } }
      return values.indices.reduce(0) { condition(values[$1]) ? $0 + counts[$1] : $0 }
    }
    let notFinite = peopleWith { !$0.isFinite }
    let badWeights = weights.count { !($0 > 0 && $0.isFinite) }
    if let problem = Self.problem(
      people: people, notFinite: notFinite, amounts: values.count,
      weights: hasWeights ? weights.count : nil, badWeights: badWeights)
    {
      self.init(problem: problem)
      return
    }
    var sorted = values
    var sortedCounts = counts
    var sortedWeights = weights
    if hasWeights {
      AscendingOrder.sort(&sorted, carrying: &sortedWeights)
    } else if !counts.isEmpty {
      AscendingOrder.sort(&sorted, carrying: &sortedCounts)
    } else {
      AscendingOrder.sort(&sorted)
    }
    self.init(sorted: sorted, counts: sortedCounts, weights: sortedWeights)
  }

  /// Makes amounts from what is already sorted and checked; counts and weights may both be given.
  init(sorted values: [Double], counts: [Int], weights: [Double]) {
    var negative = 0
    var zero = 0
    for index in values.indices {
      guard values[index] <= 0 else { break }
      let people = counts.isEmpty ? 1 : counts[index]
      if values[index] < 0 { negative += people } else { zero += people }
    }
    var mass = CompensatedSum()
    var amount = CompensatedSum()
    Self.visit(values, counts, weights) { value, weight, _ in
      mass.add(weight)
      amount.add(weight * value)
    }
    self.values = values
    self.counts = counts
    self.weights = weights
    count = counts.isEmpty ? values.count : counts.reduce(0, +)
    negativeCount = negative
    zeroCount = zero
    totalWeight = mass.value
    let mean = amount.value / mass.value
    // Within these bounds squares of weights and shares of the mean are ordinary numbers.
    let fits =
      totalWeight > 1e-100 && totalWeight < 1e100 && mean.isFinite
      && (mean == 0 ? negative > 0 || zero == count : (1 / mean).isFinite)
    self.mean = fits ? mean : 0
    problem =
      !fits
      ? "The amounts or the weights are too large or too small to add up."
      : zero == count ? "All \(count) amounts are zero." : nil
  }

  private init(problem: String) {
    values = []
    counts = []
    weights = []
    count = 0
    negativeCount = 0
    zeroCount = 0
    totalWeight = 0
    mean = 0
    self.problem = problem
  }

  private static func problem(
    people: Int, notFinite: Int, amounts: Int, weights: Int?, badWeights: Int
  ) -> String? {
    if let weights, weights != amounts {
      return "There are \(weights) weights for \(amounts) amounts."
    }
    if people == 0 { return "Nobody has an amount." }
    if notFinite > 0 { return "\(notFinite) of the \(people) amounts are not finite numbers." }
    if badWeights > 0 {
      return "\(badWeights) of the \(amounts) weights are not positive finite numbers."
    }
    return nil
  }
}

extension WeightedAmounts {
  /// Visits the amounts in ascending order.
  ///
  /// The body is given the amount, the weight of all people who have it, and the sum of their
  /// squared weights.
  @inline(__always)
  func visit(_ body: (_ value: Double, _ weight: Double, _ squaredWeight: Double) -> Void) {
    Self.visit(values, counts, weights, body)
  }

  @inline(__always)
  private static func visit(
    _ values: [Double], _ counts: [Int], _ weights: [Double],
    _ body: (_ value: Double, _ weight: Double, _ squaredWeight: Double) -> Void
  ) {
    if counts.isEmpty, weights.isEmpty {
      for value in values { body(value, 1, 1) }
      return
    }
    for index in values.indices {
      let people = counts.isEmpty ? 1 : Double(counts[index])
      let weight = weights.isEmpty ? 1 : weights[index]
      body(values[index], people * weight, people * weight * weight)
    }
  }

  /// Whether everybody has the same amount.
  var areEqual: Bool { values.first == values.last }

  /// Why an index that needs positive amounts, or amounts from zero up, cannot be computed.
  func problem(zeros: AllowedZeros) -> String? {
    if let problem { return problem }
    if negativeCount > 0 {
      return "\(negativeCount) of the \(count) amounts are negative, for which it is not defined."
    }
    if case .no = zeros, zeroCount > 0 {
      return "\(zeroCount) of the \(count) amounts are zero, for which it is not defined."
    }
    return nil
  }

  /// Whether an index is defined where somebody has an amount of zero.
  enum AllowedZeros {
    case yes
    case no
  }
}
