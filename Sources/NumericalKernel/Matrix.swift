/// A matrix of real numbers, stored row by row.
///
/// A small value for regressions and quadratic forms of a few dozen columns; copies are cheap and
/// equal matrices are equal.
package struct Matrix: Hashable, Sendable {
  /// How many rows.
  package let rows: Int
  /// How many columns.
  package let columns: Int
  /// The elements, the first row first.
  package private(set) var elements: [Double]

  /// A matrix of one number throughout.
  package init(rows: Int, columns: Int, repeating value: Double = 0) {
    precondition(rows >= 0 && columns >= 0, "a matrix has no negative number of rows or columns")
    self.rows = rows
    self.columns = columns
    elements = Array(repeating: value, count: rows * columns)
  }

  /// A matrix from its rows; `nil` where they differ in length.
  package init?(_ rows: [[Double]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    self.rows = rows.count
    self.columns = columns
    elements = rows.flatMap { $0 }
  }

  /// Ones on the diagonal, zeros elsewhere.
  package static func identity(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for index in 0..<size { matrix[index, index] = 1 }
    return matrix
  }

  /// The element in a row and a column, both from 0.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// The rows as arrays.
  package var rowArrays: [[Double]] {
    (0..<rows).map { Array(elements[($0 * columns)..<(($0 + 1) * columns)]) }
  }

  /// The diagonal.
  package var diagonal: [Double] { (0..<min(rows, columns)).map { self[$0, $0] } }

  /// Rows and columns exchanged.
  package var transposed: Matrix {
    var matrix = Matrix(rows: columns, columns: rows)
    for row in 0..<rows {
      for column in 0..<columns { matrix[column, row] = self[row, column] }
    }
    return matrix
  }

  /// Adds `weight * vector * vector'`, the weighted product of a vector with itself.
  package mutating func addOuterProduct(of vector: [Double], weight: Double = 1) {
    precondition(rows == vector.count && columns == vector.count, "the sizes differ")
    for row in vector.indices {
      let scaled = weight * vector[row]
      for column in vector.indices {
        elements[row * columns + column] += scaled * vector[column]
      }
    }
  }

  /// The product with a vector.
  package static func * (matrix: Matrix, vector: [Double]) -> [Double] {
    precondition(matrix.columns == vector.count, "the sizes differ")
    return (0..<matrix.rows).map { row in
      var sum = CompensatedSum()
      for column in 0..<matrix.columns { sum.add(matrix[row, column] * vector[column]) }
      return sum.value
    }
  }

  /// The product of two matrices.
  package static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "the sizes differ")
    var product = Matrix(rows: left.rows, columns: right.columns)
    for row in 0..<left.rows {
      for column in 0..<right.columns {
        var sum = CompensatedSum()
        for index in 0..<left.columns { sum.add(left[row, index] * right[index, column]) }
        product[row, column] = sum.value
      }
    }
    return product
  }

  /// The matrix times a number.
  package static func * (factor: Double, matrix: Matrix) -> Matrix {
    var product = matrix
    for index in product.elements.indices { product.elements[index] *= factor }
    return product
  }

  /// `vector' * matrix * vector`.
  package func quadraticForm(_ vector: [Double]) -> Double {
    CompensatedSum(zip(vector, self * vector).map { $0 * $1 }).value
  }
}
