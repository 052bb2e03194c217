import NumericalKernel

/// A symmetric matrix of second derivatives or covariances, solved by Cholesky's method.
///
/// Rows whose pivot vanishes against their own diagonal say nothing the rows before do not say;
/// they are noted and left out.
struct InformationMatrix: Hashable, Sendable {
  /// Rows and columns.
  let size: Int
  /// The positions of the rows that are left out.
  let dependent: [Int]
  /// The lower triangle, row by row, with ones and zeros in the rows left out.
  private let factor: [[Double]]

  /// Factors a matrix, of which the lower triangle is read.
  init(_ matrix: [[Double]], tolerance: Double = 1e-10) {
    size = matrix.count
    var factor = matrix.map { row in row.map { _ in 0.0 } }
    var dependent: [Int] = []
    for row in 0..<size {
      for column in 0...row {
        if dependent.contains(column) { continue }
        let products = CompensatedSum(
          [matrix[row][column]] + (0..<column).map { -factor[row][$0] * factor[column][$0] })
        if column < row {
          factor[row][column] = products.value / factor[column][column]
        } else if products.value > tolerance * abs(matrix[row][row]), products.value.isFinite {
          factor[row][row] = products.value.squareRoot()
        } else {
          dependent.append(row)
          for earlier in 0..<row { factor[row][earlier] = 0 }
          factor[row][row] = 1
        }
      }
    }
    self.factor = factor
    self.dependent = dependent
  }

  /// How many rows are not left out.
  var rank: Int { size - dependent.count }

  /// The solution of matrix x = right, with zeros at the rows left out.
  func solve(_ right: [Double]) -> [Double] {
    var solution = forward(right)
    for row in (0..<size).reversed() {
      if dependent.contains(row) { continue }
      let products = CompensatedSum(
        [solution[row]] + ((row + 1)..<max(size, row + 1)).map { -factor[$0][row] * solution[$0] })
      solution[row] = products.value / factor[row][row]
    }
    return solution
  }

  /// right' matrix^-1 right.
  func quadraticForm(_ right: [Double]) -> Double {
    CompensatedSum(forward(right).map { $0 * $0 }).value
  }

  /// The inverse, with zeros in the rows and columns left out.
  var inverse: [[Double]] {
    (0..<size).map { column in
      dependent.contains(column)
        ? (0..<size).map { _ in 0 } : solve((0..<size).map { $0 == column ? 1 : 0 })
    }
  }

  private func forward(_ right: [Double]) -> [Double] {
    var solution = right
    for row in 0..<size {
      if dependent.contains(row) {
        solution[row] = 0
        continue
      }
      let products = CompensatedSum(
        [right[row]] + (0..<row).map { -factor[row][$0] * solution[$0] })
      solution[row] = products.value / factor[row][row]
    }
    return solution
  }
}
