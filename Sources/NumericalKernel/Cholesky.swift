#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The factor L of a symmetric positive definite matrix, `matrix = L L'`, with L lower triangular.
///
/// A pivot counts as zero where it is at most `tolerance` times the diagonal element it came from:
/// the row is then a combination of those before it, within rounding. The check does not depend on
/// the units of the rows. Cost: a sixth of the cube of the size.
/// - Source: Golub and Van Loan (2013), Matrix Computations, section 4.2.
package struct Cholesky: Sendable {
  /// The lower triangular factor.
  package let factor: Matrix

  /// Factors a matrix, of which the lower triangle is read.
  /// - Throws: `.notPositiveDefinite` with the first row whose pivot is not positive.
  package init(_ matrix: Matrix, tolerance: Double = 1e-13) throws(NumericalError) {
    precondition(matrix.rows == matrix.columns, "a square matrix is needed")
    var factor = Matrix(rows: matrix.rows, columns: matrix.rows)
    for row in 0..<matrix.rows {
      for column in 0...row {
        var sum = CompensatedSum([matrix[row, column]])
        for index in 0..<column { sum.add(-factor[row, index] * factor[column, index]) }
        if column < row {
          factor[row, column] = sum.value / factor[column, column]
        } else {
          let pivot = sum.value
          guard pivot > tolerance * matrix[row, row], pivot.isFinite else {
            throw .notPositiveDefinite(row: row)
          }
          factor[row, row] = pivot.squareRoot()
        }
      }
    }
    self.factor = factor
  }

  /// The solution x of `matrix x = right`.
  package func solve(_ right: [Double]) -> [Double] {
    let size = factor.rows
    precondition(right.count == size, "the sizes differ")
    var solution = right
    for row in 0..<size {
      var sum = CompensatedSum([solution[row]])
      for index in 0..<row { sum.add(-factor[row, index] * solution[index]) }
      solution[row] = sum.value / factor[row, row]
    }
    for row in (0..<size).reversed() {
      var sum = CompensatedSum([solution[row]])
      for index in (row + 1)..<max(size, row + 1) {
        sum.add(-factor[index, row] * solution[index])
      }
      solution[row] = sum.value / factor[row, row]
    }
    return solution
  }

  /// The inverse of the matrix, exactly symmetric.
  package var inverse: Matrix {
    let size = factor.rows
    var inverse = Matrix(rows: size, columns: size)
    for column in 0..<size {
      var unit = Array(repeating: 0.0, count: size)
      unit[column] = 1
      let solution = solve(unit)
      for row in column..<size {
        inverse[row, column] = solution[row]
        inverse[column, row] = solution[row]
      }
    }
    return inverse
  }

  /// The natural logarithm of the determinant.
  package var logDeterminant: Double {
    2 * CompensatedSum(factor.diagonal.map { log($0) }).value
  }
}
