#if GLPK
  import CGLPK
  import LinearPrograms

  /// The point of a basis to about thirty digits, by iterative refinement in fixed point.
  ///
  /// Columns that are not basic are at their bounds, exactly. What the others leave of the rows is
  /// computed without rounding, and the factors of the basis that GLPK keeps give the correction; each
  /// round adds the digits the factors are good for (Wilkinson 1963). A vertex of a large block can
  /// have denominators of six digits and more, which the fifteen digits of a double do not tell apart.
  struct BasisRefinement {
    /// The columns times `2^bits`.
    private var values: [Int128]
    /// How many binary places the columns have.
    private let bits: Int

    /// Refines the current basis; `nil` if it cannot be factored or numbers get too large.
    @unsafe init?(_ problem: OpaquePointer, _ program: LinearProgram) {
      guard let bits = Self.places(for: program),
        unsafe glp_bf_exists(problem) != 0 || glp_factorize(problem) == 0
      else { return nil }
      self.bits = bits
      let scale = Double(sign: .plus, exponent: bits, significand: 1)
      values = []
      for (index, column) in program.columns.enumerated() {
        switch unsafe glp_get_col_stat(problem, Int32(index) + 1) {
        case GLP_BS:
          let value = unsafe glp_get_col_prim(problem, Int32(index) + 1)
          guard let start = Int128(exactly: (value * scale).rounded()) else { return nil }
          values.append(start)
        case GLP_NU: values.append(Int128(column.upper) << bits)
        default: values.append(Int128(column.lower) << bits)
        }
      }
      let rowCount = program.rows.count
      let basic = (0..<rowCount).map { unsafe Int(glp_get_bhead(problem, Int32($0) + 1)) }
      for _ in 0..<8 {
        // GLPK counts from 1, so the first place is not used.
        var correction = [0.0]
        for row in program.rows {
          guard let rest = residual(row) else { return nil }
          correction.append(Double(rest) / scale)
        }
        unsafe glp_ftran(problem, &correction)
        var hasChanged = false
        for (index, variable) in basic.enumerated() where variable > rowCount {
          guard let change = Int128(exactly: (correction[index + 1] * scale).rounded()) else {
            return nil
          }
          values[variable - rowCount - 1] += change
          hasChanged = hasChanged || change.magnitude > 64
        }
        if !hasChanged { break }
      }
    }

    /// The most binary places at which every row adds up within 126 bits; `nil` if they are few.
    private static func places(for program: LinearProgram) -> Int? {
      var largest: UInt = 1
      for column in program.columns {
        largest = max(largest, column.lower.magnitude, column.upper.magnitude)
      }
      var heaviest = Int128(1)
      for row in program.rows {
        var weight = Int128(0)
        for term in row.terms { weight += Int128(term.coefficient.magnitude) }
        heaviest = max(heaviest, weight)
      }
      let taken =
        UInt.bitWidth - largest.leadingZeroBitCount
        + Int128.bitWidth - heaviest.leadingZeroBitCount
      return taken <= 76 ? min(100, 126 - taken) : nil
    }

    /// What a row leaves, times `2^bits`.
    private func residual(_ row: LinearProgram.Row) -> Int128? {
      var rest = -Int128(row.constant) << bits
      for term in row.terms {
        let (product, first) = Int128(term.coefficient)
          .multipliedReportingOverflow(by: values[term.column])
        let (sum, second) = rest.addingReportingOverflow(product)
        guard !first, !second else { return nil }
        rest = sum
      }
      return rest
    }

    /// The columns as fractions; `nil` if one is beside none.
    func fractions() -> [Fraction]? {
      var fractions: [Fraction] = []
      fractions.reserveCapacity(values.count)
      // The columns of a vertex share a denominator, mostly: the last one is tried first.
      var denominator = 1
      for value in values {
        if let fraction = Fraction(nearest: value, bits: bits, denominator: denominator) {
          fractions.append(fraction)
          continue
        }
        guard let fraction = Fraction(nearest: value, bits: bits) else { return nil }
        denominator = max(denominator, fraction.denominator)
        fractions.append(fraction)
      }
      return fractions
    }
  }
#endif
