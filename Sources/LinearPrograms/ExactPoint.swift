/// A point of a program in exact numbers, which satisfies every row and every bound.
///
/// A value of this type is a proof: it can only be made of fractions that were put into every row in
/// exact arithmetic.
struct ExactPoint: Sendable {
  /// The columns' values.
  private let values: [Fraction]

  /// Checks a solver's point; `nil` if it breaks a row or a bound, or numbers get out of hand.
  ///
  /// Cost: the terms of the rows.
  init?(_ point: BoundsAnswer.Point, in program: LinearProgram) {
    var values = program.columns.map { Fraction($0.lower) }
    for (column, value) in zip(point.columns, point.values) {
      guard values.indices.contains(column) else { return nil }
      values[column] = value
    }
    guard Self.satisfies(values, program) else { return nil }
    self.values = values
  }

  /// A point of whole numbers; `nil` if it breaks a row or a bound.
  init?(_ wholes: [Int], in program: LinearProgram) {
    let values = wholes.map { Fraction($0) }
    guard values.count == program.columns.count, Self.satisfies(values, program) else { return nil }
    self.values = values
  }

  /// The value of a column.
  subscript(column: Int) -> Fraction { values[column] }

  private static func satisfies(_ values: [Fraction], _ program: LinearProgram) -> Bool {
    for (column, value) in zip(program.columns, values) {
      guard Fraction(column.lower) <= value, value <= Fraction(column.upper) else { return false }
    }
    return program.rows.allSatisfy { satisfies(values, $0) }
  }

  /// Whether a row holds.
  ///
  /// Whole numbers are added on their own; fractions over a denominator that grows only as the row
  /// needs.
  private static func satisfies(_ values: [Fraction], _ row: LinearProgram.Row) -> Bool {
    var whole = Int128(row.constant)
    var numerator = Int128(0)
    var denominator = Int128(1)
    for term in row.terms {
      let value = values[term.column]
      // Below 2^53 · 2^63, so that the product fits.
      let product = Int128(term.coefficient) * Int128(value.numerator)
      if value.denominator == 1 {
        let (rest, overflow) = whole.subtractingReportingOverflow(product)
        guard !overflow else { return false }
        whole = rest
        continue
      }
      let other = Int128(value.denominator)
      if other != denominator {
        // Both are brought to their least common denominator.
        let shared = Fraction.greatestCommonDivisor(denominator, other)
        let (scaled, first) = numerator.multipliedReportingOverflow(by: other / shared)
        let (common, second) = denominator.multipliedReportingOverflow(by: other / shared)
        guard !first, !second else { return false }
        numerator = scaled
        denominator = common
      }
      let (scaled, first) = product.multipliedReportingOverflow(by: denominator / other)
      let (sum, second) = numerator.addingReportingOverflow(scaled)
      guard !first, !second else { return false }
      numerator = sum
    }
    return numerator % denominator == 0 && numerator / denominator == whole
  }
}
