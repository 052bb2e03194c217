import Estimates

/// Adjustment of a family of p-values from the largest down.
enum StepUp {
  /// The smallest so far of factor × p, at most 1, in the order given; the factor depends on the
  /// rank, 1 for the smallest p-value.
  static func adjust(_ pValues: [PValue], factor: (_ rank: Int) -> Double) -> [PValue] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var smallest = 1.0
    for (position, index) in order.enumerated().reversed() {
      smallest = min(smallest, factor(position + 1) * pValues[index].value)
      adjusted[index] = PValue(smallest) ?? .one
    }
    return adjusted
  }
}
