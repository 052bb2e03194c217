/// Holm's step-down adjustment of a family of p-values.
///
///     adjusted(i) = max over j ≤ i of min(1, (m - j + 1) · p(j)),   p(1) ≤ … ≤ p(m)
///
/// Rejecting where the adjusted value is at most α keeps the chance of any false rejection in the
/// family at α, whatever the dependence of the tests.
/// - Source: Holm (1979), Scandinavian Journal of Statistics 6, 65-70.
public enum HolmAdjustment {
  /// The adjusted p-values, in the order given.
  ///
  /// A test that was made but may not be shown belongs in the family: pass `PValue.one` for it.
  public static func adjust(_ pValues: [PValue]) -> [PValue] {
    let order = pValues.indices.sorted { (pValues[$0], $0) < (pValues[$1], $1) }
    var adjusted = pValues
    var largest = 0.0
    for (rank, index) in order.enumerated() {
      let stepped = Double(pValues.count - rank) * pValues[index].value
      largest = max(largest, min(1, stepped))
      adjusted[index] = PValue(largest) ?? .one
    }
    return adjusted
  }
}
