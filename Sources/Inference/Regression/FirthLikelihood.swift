import NumericalKernel

/// A logistic likelihood with Firth's penalty.
struct FirthLikelihood {
  let likelihood: LogisticLikelihood

  /// How many steps are tried before the penalty's curvature is computed.
  private static let cheapSteps = 12

  init(_ likelihood: LogisticLikelihood) { self.likelihood = likelihood }

  /// Where it is largest.
  struct Maximum {
    /// The coefficients there.
    let coefficients: [Double]
    /// The log likelihood with the penalty.
    let value: Double
    /// The information without the penalty.
    let information: Cholesky
  }

  private struct State {
    let points: [LogisticLikelihood.Point]
    let weights: [Double]
    let information: Cholesky
    let value: Double
  }

  /// The coefficients at which the penalized likelihood is largest, one of them held where it is
  /// asked for.
  ///
  /// The first steps are Newton's for the data with half of every pattern's leverage added to both
  /// outcomes, which has the penalized score; where they do not settle, Newton's own steps follow,
  /// with the penalty's curvature. A step is halved until the value rises. The tolerance is
  /// the largest movement of anybody's log odds in the last step.
  /// - Throws: `.notConverged` after the last iteration.
  func maximum(
    fixing fixed: Int? = nil, at fixedValue: Double = 0, from start: [Double]? = nil,
    tolerance: Double = 1e-10
  ) throws(NumericalError) -> Maximum {
    var coefficients = start ?? likelihood.columns.map { _ in 0.0 }
    if let fixed { coefficients[fixed] = fixedValue }
    let free = likelihood.columns.indices.filter { $0 != fixed }
    var current = try state(coefficients)
    guard !free.isEmpty else { return finish(coefficients, current) }
    for iteration in 0..<500 {
      let step = try step(
        from: current, free: free, isExact: iteration >= FirthLikelihood.cheapSteps)
      let largest = likelihood.movements(along: step).map { abs($0) }.max() ?? 0
      // A step of more than five on the scale of the log odds is cut: weights must not vanish.
      var stride = min(1, 5 / max(largest, 1e-300))
      var next = coefficients
      var hasMoved = false
      while stride > 1e-10 {
        next = zip(coefficients, step).map { $0 + stride * $1 }
        if let candidate = try? state(next),
          candidate.value >= current.value - 1e-13 * (1 + abs(current.value))
        {
          current = candidate
          coefficients = next
          hasMoved = true
          break
        }
        stride /= 2
      }
      if largest <= tolerance || !hasMoved { return finish(coefficients, current) }
    }
    throw .notConverged
  }

  /// What following the profile of a coefficient found.
  enum Profile {
    /// The end of the range within which the profile lies at most the allowance under the maximum.
    case limit(Double)
    /// A place with a larger value than the maximum it started from.
    case better([Double])
    /// Nothing: the profile does not fall far enough, or not smoothly enough, to find its end.
    case unknown
  }

  /// The end of the range, in one direction, within which the profile of a coefficient lies at most
  /// the allowance under the maximum.
  func profileLimit(
    of index: Int, direction: Double, around best: Maximum, standardError: Double,
    allowance: Double
  ) -> Profile {
    // The profile's way so far, drawn on: at first along the covariance with the coefficient.
    let covariance = best.information.inverse
    var reached = 1.0
    var way = best.coefficients.indices.map {
      direction * covariance[$0, index] / covariance[index, index]
    }
    var better: [Double]?
    let distance = try? RootFinder.increasingRoot(
      near: standardError, step: standardError, within: 0...1e6, tolerance: 1e-12
    ) { (distance: Double) throws(NumericalError) -> Double in
      if distance == 0 { return -allowance }
      let held = best.coefficients[index] + direction * distance
      let start = zip(best.coefficients, way).map { $0 + $1 * distance / reached }
      let profile = try maximum(fixing: index, at: held, from: start, tolerance: 1e-7)
      if profile.value > best.value + 1e-7 {
        better = profile.coefficients
        throw .noSignChange
      }
      reached = distance
      way = zip(profile.coefficients, best.coefficients).map { $0 - $1 }
      return best.value - profile.value - allowance
    }
    if let better { return .better(better) }
    return distance.map { .limit(best.coefficients[index] + direction * $0) } ?? .unknown
  }

  private func finish(_ coefficients: [Double], _ state: State) -> Maximum {
    Maximum(coefficients: coefficients, value: state.value, information: state.information)
  }

  private func state(_ coefficients: [Double]) throws(NumericalError) -> State {
    let points = likelihood.points(coefficients)
    let weights = likelihood.weights(points)
    let information = try Cholesky(likelihood.crossProduct(weights), tolerance: 1e-15)
    return State(
      points: points, weights: weights, information: information,
      value: likelihood.logLikelihood(points) + information.logDeterminant / 2)
  }

  private func step(
    from state: State, free: [Int], isExact: Bool
  ) throws(NumericalError) -> [Double] {
    let leverages = zip(state.weights, likelihood.squaredLengths(state.information)).map { $0 * $1 }
    let residuals = likelihood.residuals(state.points)
    let score = likelihood.total(
      of: state.points.indices.map { index in
        let point = state.points[index]
        return residuals[index] + leverages[index] * (point.complement - point.probability) / 2
      })
    let cheap = likelihood.crossProduct(
      state.points.indices.map { index in
        let point = state.points[index]
        return state.weights[index] + leverages[index] * point.probability * point.complement
      })
    func solution(_ curvature: Matrix) throws(NumericalError) -> [Double] {
      var reduced = Matrix(rows: free.count, columns: free.count)
      for (row, from) in free.enumerated() {
        for (column, to) in free.enumerated() { reduced[row, column] = curvature[from, to] }
      }
      let solution = try Cholesky(reduced, tolerance: 1e-15).solve(free.map { score[$0] })
      var step = likelihood.columns.map { _ in 0.0 }
      for (position, index) in free.enumerated() { step[index] = solution[position] }
      return step
    }
    // Far from the maximum the penalized likelihood need not be concave.
    if isExact, let step = try? solution(exactCurvature(at: state, leverages: leverages)) {
      return step
    }
    return try solution(cheap)
  }

  /// Less the second derivatives of the penalized log likelihood.
  ///
  /// Cost: patterns times the cube of the number of columns.
  private func exactCurvature(at state: State, leverages: [Double]) -> Matrix {
    let inverse = state.information.inverse
    var curvature = likelihood.crossProduct(
      state.points.indices.map { index in
        let spread = state.points[index].probability * state.points[index].complement
        return state.weights[index] - leverages[index] * (1 - 6 * spread) / 2
      })
    // The information's derivative in each coefficient, times the inverse.
    let changes = likelihood.columns.indices.map { column in
      inverse
        * likelihood.crossProduct(
          state.points.indices.map { index in
            let point = state.points[index]
            return state.weights[index] * (point.complement - point.probability)
              * likelihood.patterns[index].values[column]
          })
    }
    for row in likelihood.columns.indices {
      for column in likelihood.columns.indices {
        let product = changes[row] * changes[column]
        curvature[row, column] += CompensatedSum(product.diagonal).value / 2
      }
    }
    return curvature
  }
}
