import Foundation
import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Matrix and Cholesky factor")
struct MatrixTests {
  private static func hilbert(_ size: Int) -> Matrix {
    var matrix = Matrix(rows: size, columns: size)
    for row in 0..<size {
      for column in 0..<size { matrix[row, column] = 1 / Double(row + column + 1) }
    }
    return matrix
  }

  @Test("products, transposes and quadratic forms worked by hand")
  func algebra() throws {
    let matrix = try #require(Matrix([[1, 2, 3], [4, 5, 6]]))
    #expect(matrix.transposed.rowArrays == [[1, 4], [2, 5], [3, 6]])
    #expect(matrix * [1, 0, -1] == [-2, -2])
    #expect((matrix * matrix.transposed).rowArrays == [[14, 32], [32, 77]])
    #expect((2 * matrix).elements == [2, 4, 6, 8, 10, 12])
    #expect((matrix * matrix.transposed).quadraticForm([1, -1]) == 27)
    #expect(Matrix([[1, 2], [3]]) == nil)
    var sum = Matrix.identity(2)
    sum.addOuterProduct(of: [1, 2], weight: 3)
    #expect(sum.rowArrays == [[4, 6], [6, 13]])
  }

  @Test("the factor of a textbook matrix")
  func factor() throws {
    let matrix = try #require(Matrix([[4, 12, -16], [12, 37, -43], [-16, -43, 98]]))
    let cholesky = try Cholesky(matrix)
    #expect(cholesky.factor.rowArrays == [[2, 0, 0], [6, 1, 0], [-8, 5, 3]])
    expectClose(cholesky.logDeterminant, log(36), relative: 1e-15)
    #expect(matrix * [1, 2, 3] == [-20, -43, 192])
    for (value, expected) in zip(cholesky.solve([-20, -43, 192]), [1.0, 2, 3]) {
      expectClose(value, expected, relative: 1e-13)
    }
  }

  @Test("Hilbert matrices: the inverse has the whole numbers known, the determinant too")
  func hilbert() throws {
    // det H(4) = 1 / 6048000; H(4)^-1 has 16, 1200, 6480 and 2800 on its diagonal.
    let cholesky = try Cholesky(Self.hilbert(4))
    expectClose(cholesky.logDeterminant, -log(6_048_000), relative: 1e-13)
    for (value, expected) in zip(cholesky.inverse.diagonal, [16.0, 1200, 6480, 2800]) {
      expectClose(value, expected, relative: 1e-12)
    }
    #expect(cholesky.inverse[0, 3] == cholesky.inverse[3, 0])
    expectClose(cholesky.inverse[0, 3], -140, relative: 1e-12)
  }

  @Test("a combination of rows is found whatever the units; so is an indefinite matrix")
  func notPositiveDefinite() throws {
    for scale in [1e-8, 1, 1e8] {
      // The third column is the sum of the first two, in other units.
      var gram = Matrix(rows: 3, columns: 3)
      for row in [[1.0, 2], [2, -1], [0.5, 3], [1, 1]] {
        gram.addOuterProduct(of: [row[0], row[1], scale * (row[0] + row[1])])
      }
      #expect(throws: NumericalError.notPositiveDefinite(row: 2)) { try Cholesky(gram) }
    }
    let indefinite = try #require(Matrix([[1, 2], [2, 1]]))
    #expect(throws: NumericalError.notPositiveDefinite(row: 1)) { try Cholesky(indefinite) }
    #expect(throws: NumericalError.notPositiveDefinite(row: 0)) {
      try Cholesky(Matrix(rows: 1, columns: 1, repeating: .nan))
    }
  }

  @Test("random systems solve back to their solution")
  func random() throws {
    var generator = SeededGenerator(seed: 5)
    for size in 1...9 {
      var matrix = Matrix(rows: size, columns: size)
      for _ in 0..<(3 * size) {
        matrix.addOuterProduct(of: (0..<size).map { _ in .random(in: -1...1, using: &generator) })
      }
      let solution = (0..<size).map { _ in Double.random(in: -2...2, using: &generator) }
      let cholesky = try Cholesky(matrix)
      for (value, expected) in zip(cholesky.solve(matrix * solution), solution) {
        expectClose(value, expected, relative: 1e-10, absolute: 1e-11)
      }
      let product = cholesky.inverse * matrix
      for (value, expected) in zip(product.elements, Matrix.identity(size).elements) {
        #expect(abs(value - expected) < 1e-10)
      }
    }
  }
}
