/// A sum that carries the rounding error of every addition along (Neumaier's variant of Kahan).
///
/// The result is as if the terms had been added in twice the precision, in whatever order they
/// come.
package struct CompensatedSum: Sendable {
  @usableFromInline var sum: Double = 0
  @usableFromInline var compensation: Double = 0

  /// A sum of nothing.
  @inlinable package init() {}

  /// The sum of a sequence.
  @inlinable package init(_ terms: some Sequence<Double>) {
    for term in terms { add(term) }
  }

  /// Takes in one term.
  @inlinable package mutating func add(_ term: Double) {
    let next = sum + term
    if abs(sum) >= abs(term) {
      compensation += (sum - next) + term
    } else {
      compensation += (term - next) + sum
    }
    sum = next
  }

  /// The sum so far.
  @inlinable package var value: Double { sum + compensation }
}
