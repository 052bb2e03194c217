/// A symmetric matrix without negative directions, such as a covariance matrix.
package struct SymmetricMatrix: Sendable {
  /// How many rows and columns there are.
  package let count: Int
  private var elements: [Double]

  /// Makes a matrix of zeros.
  package init(count: Int) {
    self.count = count
    elements = Array(repeating: 0, count: count * count)
  }

  /// One element; setting it sets its mirror image.
  package subscript(row: Int, column: Int) -> Double {
    get { elements[row * count + column] }
    set {
      elements[row * count + column] = newValue
      elements[column * count + row] = newValue
    }
  }

  /// `vector' inverse(matrix) vector` and the rank of the matrix.
  ///
  /// Cholesky's factor of the matrix scaled to a unit diagonal, the largest remaining diagonal
  /// first. It stops where that is at most `tolerance`; the directions left have no variance, and
  /// for a vector without a part in them the form is that of any generalized inverse. Costs about
  /// `count^3 / 3` multiplications.
  package func quadraticForm(
    inverse vector: [Double], tolerance: Double = 1e-10
  ) -> (value: Double, rank: Int) {
    let scale = (0..<count).map { self[$0, $0] > 0 ? self[$0, $0].squareRoot() : 0 }
    let order = (0..<count).filter { scale[$0] > 0 }
    let size = order.count
    var factor = order.map { row in
      order.map { column in self[row, column] / scale[row] / scale[column] }
    }
    var scaled = order.map { vector[$0] / scale[$0] }
    var sum = CompensatedSum()
    for step in 0..<size {
      guard
        let pivot = (step..<size).max(by: { factor[$0][$0] < factor[$1][$1] }),
        factor[pivot][pivot] > tolerance
      else { return (sum.value, step) }
      if pivot != step {
        scaled.swapAt(pivot, step)
        factor.swapAt(pivot, step)
        for row in 0..<size { factor[row].swapAt(pivot, step) }
      }
      let root = factor[step][step].squareRoot()
      let part = scaled[step] / root
      sum.add(part * part)
      let column = ((step + 1)..<size).map { factor[$0][step] / root }
      for row in (step + 1)..<size {
        let multiple = column[row - step - 1]
        scaled[row] -= multiple * part
        for other in (step + 1)..<size {
          factor[row][other] -= multiple * column[other - step - 1]
        }
      }
    }
    return (sum.value, size)
  }
}
