/// A complete search for whole numbers that satisfy linear constraints: the attacker's view of a
/// small release, worked out from first principles.
struct ExhaustiveSearch {
  struct Constraint {
    var terms: [(variable: Int, coefficient: Int)]
    var range: ClosedRange<Int>
  }

  var lower: [Int]
  var upper: [Int]
  var constraints: [Constraint]

  /// Whether there is a solution.
  func hasSolution() -> Bool {
    var budget = 200_000
    return solve(lower, upper, &budget)
  }

  private func solve(_ lower: [Int], _ upper: [Int], _ budget: inout Int) -> Bool {
    budget -= 1
    if budget < 0 { return false }
    var lower = lower
    var upper = upper
    var isMoving = true
    while isMoving {
      isMoving = false
      for constraint in constraints {
        var least = 0
        var most = 0
        for term in constraint.terms {
          let ends = (
            term.coefficient * lower[term.variable], term.coefficient * upper[term.variable]
          )
          least += min(ends.0, ends.1)
          most += max(ends.0, ends.1)
        }
        if least > constraint.range.upperBound || most < constraint.range.lowerBound {
          return false
        }
        for term in constraint.terms {
          // Coefficients are 1 or -1.
          let low = lower[term.variable]
          let high = upper[term.variable]
          let mine = term.coefficient == 1 ? (low, high) : (-high, -low)
          let highest = constraint.range.upperBound - (least - mine.0)
          let lowest = constraint.range.lowerBound - (most - mine.1)
          if term.coefficient == 1 {
            lower[term.variable] = max(low, lowest)
            upper[term.variable] = min(high, highest)
          } else {
            lower[term.variable] = max(low, -highest)
            upper[term.variable] = min(high, -lowest)
          }
          if (low, high) != (lower[term.variable], upper[term.variable]) { isMoving = true }
          if lower[term.variable] > upper[term.variable] { return false }
          if isMoving { break }
        }
      }
    }
    let open = lower.indices.filter { lower[$0] < upper[$0] }
      .min { (upper[$0] - lower[$0], $0) < (upper[$1] - lower[$1], $1) }
    guard let open else { return true }
    for value in lower[open]...upper[open] {
      var low = lower
      var high = upper
      low[open] = value
      high[open] = value
      if solve(low, high, &budget) { return true }
    }
    return false
  }
}
