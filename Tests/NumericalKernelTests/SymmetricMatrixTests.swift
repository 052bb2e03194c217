import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Symmetric matrix")
struct SymmetricMatrixTests {
  private static func matrix(_ rows: [[Double]]) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(count: rows.count)
    for (i, row) in rows.enumerated() {
      for (j, element) in row.enumerated() { matrix[i, j] = element }
    }
    return matrix
  }

  @Test("the form of a matrix with a known inverse")
  func known() {
    // The inverse of the Hilbert matrix is whole: here v' inverse(H) v is the sum of its elements.
    let hilbert = Self.matrix((1...5).map { i in (1...5).map { 1 / Double(i + $0 - 1) } })
    let form = hilbert.quadraticForm(inverse: [1, 1, 1, 1, 1])
    #expect(form.rank == 5)
    expectClose(form.value, 25, relative: 1e-9)
    let diagonal = Self.matrix([[4, 0], [0, 1e-30]]).quadraticForm(inverse: [2, 1e-15])
    #expect(diagonal.rank == 2)
    expectClose(diagonal.value, 2, relative: 1e-15)
  }

  @Test("directions without variance are not counted, in whatever order they come")
  func singular() {
    // The covariance of counts that add up to a constant: n (diag(p) - p p').
    let shares = [0.5, 0.3, 0.2, 0.0]
    let order = [[0, 1, 2, 3], [3, 2, 1, 0], [2, 3, 0, 1]]
    for order in order {
      let p = order.map { shares[$0] }
      let matrix = Self.matrix(
        p.indices.map { i in p.indices.map { (i == $0 ? p[i] : 0) - p[i] * p[$0] } })
      let deviation = order.map { [0.1, -0.04, -0.06, 0][$0] }
      let form = matrix.quadraticForm(inverse: deviation)
      #expect(form.rank == 2)
      expectClose(form.value, 0.01 / 0.5 + 0.0016 / 0.3 + 0.0036 / 0.2, relative: 1e-13)
    }
    #expect(SymmetricMatrix(count: 3).quadraticForm(inverse: [0, 0, 0]) == (0, 0))
    #expect(SymmetricMatrix(count: 0).quadraticForm(inverse: []) == (0, 0))
  }
}
