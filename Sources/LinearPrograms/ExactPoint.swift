/// A point of a program in exact numbers, which satisfies every row and every bound.
///
/// A value of this type is a proof: it can only be made of numbers that were put into every row in
/// whole-number arithmetic.
struct ExactPoint: Sendable {
  /// The columns' values times the denominator.
  private let numerators: [Int]
  /// The common denominator.
  private let denominator: Int

  /// Puts approximate numbers in exact ones and checks them; `nil` if that fails.
  ///
  /// Solvers compute with doubles, so a value is taken for the simplest fraction beside it. That may
  /// be the wrong one: then a row is not satisfied and there is no proof. Cost: the terms of the rows.
  init?(_ point: BoundsAnswer.Point, in program: LinearProgram) {
    var values = program.columns.map { Fraction($0.lower) }
    var common = 1
    for (column, value) in zip(point.columns, point.values) {
      guard values.indices.contains(column), let fraction = Fraction(nearest: value) else {
        return nil
      }
      values[column] = fraction
      guard common % fraction.denominator != 0 else { continue }
      let shared = Self.greatestCommonDivisor(common, fraction.denominator)
      let (product, overflow) = common.multipliedReportingOverflow(
        by: fraction.denominator / shared)
      guard !overflow else { return nil }
      common = product
    }
    var numerators: [Int] = []
    numerators.reserveCapacity(values.count)
    for value in values {
      let (product, overflow) = value.numerator.multipliedReportingOverflow(
        by: common / value.denominator)
      guard !overflow else { return nil }
      numerators.append(product)
    }
    self.numerators = numerators
    denominator = common
    guard satisfies(program) else { return nil }
  }

  /// A point of whole numbers; `nil` if it breaks a row or a bound.
  init?(_ values: [Int], in program: LinearProgram) {
    guard values.count == program.columns.count else { return nil }
    numerators = values
    denominator = 1
    guard satisfies(program) else { return nil }
  }

  /// The value of a column.
  subscript(column: Int) -> Fraction? {
    Fraction(Int128(numerators[column]), over: Int128(denominator))
  }

  private func satisfies(_ program: LinearProgram) -> Bool {
    let scale = Int128(denominator)
    for (column, numerator) in zip(program.columns, numerators) {
      let value = Int128(numerator)
      guard Int128(column.lower) * scale <= value, value <= Int128(column.upper) * scale else {
        return false
      }
    }
    for row in program.rows {
      var sum = Int128(0)
      for term in row.terms {
        // Below 2^53 · 2^63, so that no product overflows; sums are checked.
        let (next, overflow) = sum.addingReportingOverflow(
          Int128(term.coefficient) * Int128(numerators[term.column]))
        guard !overflow else { return false }
        sum = next
      }
      guard sum == Int128(row.constant) * scale else { return false }
    }
    return true
  }

  private static func greatestCommonDivisor(_ first: Int, _ second: Int) -> Int {
    var (first, second) = (first, second)
    while second != 0 { (first, second) = (second, first % second) }
    return first
  }
}
