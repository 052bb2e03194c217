#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Integrals of functions of one variable.
package enum Quadrature {
  /// A function that is integrated.
  package typealias Function = (Double) throws(NumericalError) -> Double

  /// The integral of a function between the first and the last of some ascending points.
  ///
  /// Gauss and Legendre's rule with twenty points on each piece, which is halved until the halves
  /// agree with the whole. The tolerance is relative to the integral of the absolute value over the
  /// first pieces, and pieces far below it are not halved, so the points should lie where the
  /// function changes its scale. The function is never called at the points themselves.
  /// - Throws: `.notConverged` where a piece has been halved forty times and still disagrees.
  /// - Source: Abramowitz and Stegun (1964), 25.4.29.
  package static func integral(
    over points: [Double], relativeTolerance: Double = 1e-13, _ function: Function
  ) throws(NumericalError) -> Double {
    var pieces: [Piece] = []
    var magnitude = 0.0
    for index in points.indices.dropLast() where points[index] < points[index + 1] {
      let value = try gaussLegendre(from: points[index], to: points[index + 1], function)
      pieces.append(
        Piece(lower: points[index], upper: points[index + 1], value: value, halvings: 0))
      magnitude += abs(value)
    }
    let allowed = relativeTolerance * magnitude / Double(max(1, pieces.count))
    var sum = CompensatedSum()
    pieces.reverse()
    while let piece = pieces.popLast() {
      if abs(piece.value) <= allowed / 100 {
        sum.add(piece.value)
        continue
      }
      let middle = piece.lower + (piece.upper - piece.lower) / 2
      let left = try gaussLegendre(from: piece.lower, to: middle, function)
      let right = try gaussLegendre(from: middle, to: piece.upper, function)
      // The bound cannot be below what the rounding of the sum itself leaves.
      if abs(left + right - piece.value) <= max(allowed, 4e-15 * abs(piece.value)) {
        sum.add(left)
        sum.add(right)
        continue
      }
      guard piece.halvings < 40 else { throw .notConverged }
      let halvings = piece.halvings + 1
      pieces.append(Piece(lower: middle, upper: piece.upper, value: right, halvings: halvings))
      pieces.append(Piece(lower: piece.lower, upper: middle, value: left, halvings: halvings))
    }
    return sum.value
  }

  /// Positions and weights of the rule with twenty points on each piece between ascending points.
  package static func rule(over points: [Double]) -> [(position: Double, weight: Double)] {
    zip(points, points.dropFirst()).flatMap { lower, upper in
      let reach = (upper - lower) / 2
      return nodes.map { (lower + reach + reach * $0.position, reach * $0.weight) }
    }
  }

  /// A part of the range with the rule's value on it.
  private struct Piece {
    let lower: Double
    let upper: Double
    let value: Double
    let halvings: Int
  }

  /// The rule on one piece.
  private static func gaussLegendre(
    from lower: Double, to upper: Double, _ function: Function
  ) throws(NumericalError) -> Double {
    let centre = lower + (upper - lower) / 2
    let reach = (upper - lower) / 2
    var sum = CompensatedSum()
    for node in nodes {
      let value = try function(centre + reach * node.position)
      guard value.isFinite else { throw .notFinite(function: "the integrand") }
      sum.add(node.weight * value)
    }
    return reach * sum.value
  }

  /// The roots of the Legendre polynomial of degree 20 and their weights, by Newton's method.
  private static let nodes: [(position: Double, weight: Double)] = {
    let degree = 20
    return (0..<degree).map { index in
      var x = cos(.pi * (Double(index) + 0.75) / (Double(degree) + 0.5))
      var slope = 1.0
      for _ in 0..<100 {
        var (before, here) = (1.0, x)
        for order in 2...degree {
          let k = Double(order)
          (before, here) = (here, ((2 * k - 1) * x * here - (k - 1) * before) / k)
        }
        slope = Double(degree) * (x * here - before) / (x * x - 1)
        let step = here / slope
        x -= step
        if abs(step) < 1e-16 { break }
      }
      return (x, 2 / ((1 - x * x) * slope * slope))
    }
  }()
}
