/// A system of whole-number equations between bounded columns.
///
/// In formula: `Σ coefficient · x[column] = constant` for every row, and
/// `lower ≤ x[column] ≤ upper` for every column. The objective is not part of it: many columns are
/// minimised and maximised under the same rows.
public struct LinearProgram: Hashable, Sendable {
  /// The bounds of a column.
  ///
  /// Both are finite, so an optimum always exists where a point does.
  public struct Column: Hashable, Sendable {
    /// The least value.
    public let lower: Int
    /// The greatest value.
    public let upper: Int

    /// Makes a column.
    public init(lower: Int, upper: Int) {
      self.lower = lower
      self.upper = upper
    }
  }

  /// One column in a row.
  public struct Term: Hashable, Sendable {
    /// The column's position.
    public let column: Int
    /// What it is multiplied by.
    public let coefficient: Int

    /// Makes a term.
    public init(column: Int, coefficient: Int) {
      self.column = column
      self.coefficient = coefficient
    }
  }

  /// A row: `Σ coefficient · x[column] = constant`.
  public struct Row: Hashable, Sendable {
    /// The terms.
    public let terms: [Term]
    /// The constant.
    public let constant: Int

    /// Makes a row.
    public init(terms: [Term], constant: Int) {
      self.terms = terms
      self.constant = constant
    }
  }

  /// The largest number, by magnitude, that a program may hold: 2^53, up to which a double is exact.
  public static let largestNumber = 1 << 53

  /// The columns.
  public let columns: [Column]
  /// The rows.
  public let rows: [Row]

  /// Makes a program.
  ///
  /// - Throws: `.malformedProgram` if a bound, coefficient or constant is beyond
  ///   ``largestNumber``, bounds are crossed, a coefficient is 0, or a row names a column twice or
  ///   one that is not there.
  public init(columns: [Column], rows: [Row]) throws(SolverFailure) {
    for column in columns {
      guard Self.holds(column.lower), Self.holds(column.upper), column.lower <= column.upper else {
        throw .malformedProgram
      }
    }
    var lastRow = [Int](repeating: -1, count: columns.count)
    for (index, row) in rows.enumerated() {
      guard Self.holds(row.constant) else { throw .malformedProgram }
      for term in row.terms {
        guard columns.indices.contains(term.column), lastRow[term.column] != index,
          term.coefficient != 0, Self.holds(term.coefficient)
        else { throw .malformedProgram }
        lastRow[term.column] = index
      }
    }
    self.columns = columns
    self.rows = rows
  }

  private static func holds(_ number: Int) -> Bool {
    number.magnitude <= UInt(largestNumber)
  }
}
