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
      let shared = greatestCommonDivisor(denominator, other)
      let (left, first) = numerator.multipliedReportingOverflow(by: other / shared)
      let (right, second) = product.multipliedReportingOverflow(by: denominator / shared)
      let (sum, third) = left.addingReportingOverflow(right)
      let (common, fourth) = denominator.multipliedReportingOverflow(by: other / shared)
      guard !first, !second, !third, !fourth else { return false }
      let divisor = max(1, greatestCommonDivisor(sum.magnitude, common.magnitude))
      guard let divisor = Int128(exactly: divisor) else { return false }
      numerator = sum / divisor
      denominator = common / divisor
    }
    return denominator == 1 && numerator == whole
  }

  private static func greatestCommonDivisor<Number: BinaryInteger>(
    _ first: Number, _ second: Number
  ) -> Number {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
