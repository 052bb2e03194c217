import Aggregates
import Estimates
import NumericalKernel

/// What stages cost the focal group in people at the end of a funnel.
///
/// With the focal rates p and the reference rates q, the people at the end are `entered` times the
/// product of p, with q in place of p at the stages that are changed.
struct FunnelHeadcounts {
  private let entered: Double
  private let focal: [Double]
  private let reference: [Double]
  /// Rate differences `q - p`, with one rounding.
  private let differences: [Double]
  /// Why there are none, or `nil`.
  private let problem: String?

  /// The headcounts of the stages of a funnel.
  init(_ tables: [TwoByTwoTable], entered: Int) {
    self.entered = Double(entered)
    problem =
      tables.lazy.compactMap { table -> String? in
        if table.focalTotal == 0 {
          return "Nobody of the focal group reached a stage, so its rate there is not known."
        }
        if table.referenceTotal == 0 {
          return "Nobody of the reference group reached a stage, so its rate there is not known."
        }
        return nil
      }.first
    guard problem == nil else {
      (focal, reference, differences) = ([], [], [])
      return
    }
    focal = tables.map(\.focalRate)
    reference = tables.map(\.referenceRate)
    differences = tables.map { table in
      -Double(table.crossDifference) / (Double(table.focalTotal) * Double(table.referenceTotal))
    }
  }

  /// The mean gain at a stage's turn, over all orders of the stages.
  ///
  /// A set of k other stages comes before this one in `k! (n - 1 - k)! / n!` of the orders. The sum
  /// over all sets of one size is a coefficient of the product of `p + q x` over the other stages,
  /// so no set is visited one by one.
  func shapley(_ position: Int) -> Outcome {
    if let problem { return .notEstimable(reason: problem) }
    var coefficients = [1.0]
    for other in focal.indices where other != position {
      var next = [Double](repeating: 0, count: coefficients.count + 1)
      for (power, coefficient) in coefficients.enumerated() {
        next[power] += coefficient * focal[other]
        next[power + 1] += coefficient * reference[other]
      }
      coefficients = next
    }
    let others = Double(focal.count - 1)
    // 1 / (n choose(n - 1, k)) for k = 0, 1, ...
    var weight = 1 / Double(focal.count)
    var sum = CompensatedSum()
    for (size, coefficient) in coefficients.enumerated() {
      sum.add(weight * coefficient)
      weight *= Double(size + 1) / max(1, others - Double(size))
    }
    return .estimate(entered * differences[position] * sum.value)
  }

  /// The gain where this stage alone has the reference group's rate.
  func equalized(_ position: Int) -> Outcome {
    if let problem { return .notEstimable(reason: problem) }
    let others = focal.indices.reduce(1) { $1 == position ? $0 : $0 * focal[$1] }
    return .estimate(entered * differences[position] * others)
  }
}
