import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood of a logistic regression: what its values are at some coefficients.
struct LogisticLikelihood {
  let columns: [String]
  let patterns: [BinomialPatterns.Pattern]
  /// The patterns' values, one pattern after the other.
  private let design: [Double]

  /// The likelihood of the patterns that have people.
  init(_ data: BinomialPatterns) {
    columns = data.columns
    patterns = data.occupied
    design = patterns.flatMap(\.values)
  }

  /// One pattern at some coefficients.
  struct Point {
    /// The log odds.
    let predictor: Double
    /// The probability of yes.
    let probability: Double
    /// The probability of no, kept apart so that it is exact near 0.
    let complement: Double

    init(predictor: Double) {
      self.predictor = predictor
      probability = 1 / (1 + exp(-predictor))
      complement = 1 / (1 + exp(predictor))
    }
  }

  /// Every pattern at some coefficients.
  func points(_ coefficients: [Double]) -> [Point] {
    movements(along: coefficients).map { Point(predictor: $0) }
  }

  /// For every pattern, how far a step in the coefficients moves its log odds.
  func movements(along step: [Double]) -> [Double] {
    let width = columns.count
    return patterns.indices.map { row in
      var sum = 0.0
      for column in 0..<width { sum += design[row * width + column] * step[column] }
      return sum
    }
  }

  /// The logarithm of the likelihood of the single outcomes.
  func logLikelihood(_ points: [Point]) -> Double {
    var sum = CompensatedSum()
    for (pattern, point) in zip(patterns, points) {
      if pattern.successes > 0 {
        sum.add(-Double(pattern.successes) * softplus(-point.predictor))
      }
      if pattern.failures > 0 { sum.add(-Double(pattern.failures) * softplus(point.predictor)) }
    }
    return sum.value
  }

  /// The number of yes less the number expected, of every pattern.
  func residuals(_ points: [Point]) -> [Double] {
    zip(patterns, points).map { pattern, point in
      Double(pattern.successes) * point.complement - Double(pattern.failures) * point.probability
    }
  }

  /// The variance of the number of yes, of every pattern.
  func weights(_ points: [Point]) -> [Double] {
    zip(patterns, points).map { Double($0.total) * $1.probability * $1.complement }
  }

  /// The sum over patterns of a number times the pattern's values.
  func total(of numbers: [Double]) -> [Double] {
    let width = columns.count
    return columns.indices.map { column in
      var sum = CompensatedSum()
      for row in numbers.indices { sum.add(design[row * width + column] * numbers[row]) }
      return sum.value
    }
  }

  /// The sum over patterns of a weight times the product of the pattern's values with themselves.
  ///
  /// Cost: patterns times half the square of the number of columns.
  func crossProduct(_ weights: [Double]) -> Matrix {
    let width = columns.count
    var matrix = Matrix(rows: width, columns: width)
    for column in 0..<width {
      let scaled = patterns.indices.map { weights[$0] * design[$0 * width + column] }
      for other in 0...column {
        var sum = 0.0
        for row in scaled.indices { sum += scaled[row] * design[row * width + other] }
        matrix[column, other] = sum
        matrix[other, column] = sum
      }
    }
    return matrix
  }

  /// For every pattern, the product `values' inverse values` with the inverse of a factored matrix.
  func squaredLengths(_ factored: Cholesky) -> [Double] {
    let width = columns.count
    let factor = factored.factor.elements
    var solved = Array(repeating: 0.0, count: width)
    return patterns.indices.map { row in
      var length = 0.0
      for column in 0..<width {
        var value = design[row * width + column]
        for before in 0..<column { value -= factor[column * width + before] * solved[before] }
        value /= factor[column * width + column]
        solved[column] = value
        length += value * value
      }
      return length
    }
  }

  /// Twice the log likelihood lacking to a rate of its own for every pattern.
  func deviance(_ points: [Point]) -> Double {
    var sum = CompensatedSum()
    for (pattern, point) in zip(patterns, points) {
      let total = Double(pattern.total)
      for (count, probability) in [
        (pattern.successes, point.probability), (pattern.failures, point.complement),
      ] where count > 0 {
        sum.add(2 * Double(count) * log(Double(count) / (total * probability)))
      }
    }
    return max(0, sum.value)
  }

  /// Why the coefficients cannot be told apart, or `nil`.
  ///
  /// Columns are made orthogonal one after the other; one of which nothing is left within rounding
  /// is a combination of those before it.
  var rankProblem: String? {
    if patterns.isEmpty { return "Nobody is in the data." }
    return LogisticLikelihood.dependentColumn(patterns.map(\.values), columns).map {
      "The column \($0) is a combination of the columns before it, so its coefficient cannot be "
        + "told apart from theirs; leave it out."
    }
  }

  /// The first column that is a combination of those before it, or `nil`.
  static func dependentColumn(_ rows: [[Double]], _ columns: [String]) -> String? {
    var basis: [[Double]] = []
    for column in columns.indices {
      let values = rows.map { $0[column] }
      let largest = values.map { abs($0) }.max() ?? 0
      guard largest > 0 else { return columns[column] }
      var left = values.map { $0 / largest }
      let length = product(left, left).squareRoot()
      for _ in 0..<2 {
        for vector in basis {
          let share = product(vector, left)
          for row in left.indices { left[row] -= share * vector[row] }
        }
      }
      let rest = product(left, left).squareRoot()
      guard rest > 1e-10 * length else { return columns[column] }
      basis.append(left.map { $0 / rest })
    }
    return nil
  }

  /// The sum of products.
  static func product(_ first: [Double], _ second: [Double]) -> Double {
    CompensatedSum(zip(first, second).map { $0 * $1 }).value
  }

  /// `log(1 + exp(x))`.
  private func softplus(_ x: Double) -> Double { max(x, 0) + log1p(exp(-abs(x))) }
}
