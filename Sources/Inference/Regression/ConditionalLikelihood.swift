import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The likelihood of who had the outcome, given how many of each stratum had it.
struct ConditionalLikelihood {
  let columns: [String]
  let strata: [ConditionalStratum]

  /// The strata in the order they first occur; those without both outcomes are left out.
  init(_ data: BinomialPatterns) {
    columns = data.columns
    var labels: [String?] = []
    var members: [[BinomialPatterns.Pattern]] = []
    var position: [String?: Int] = [:]
    for pattern in data.occupied {
      if let known = position[pattern.stratum] {
        members[known].append(pattern)
      } else {
        position[pattern.stratum] = members.count
        labels.append(pattern.stratum)
        members.append([pattern])
      }
    }
    strata = members.map { ConditionalStratum($0) }.filter(\.isInformative)
  }

  /// Where the likelihood is largest.
  enum Maximum {
    /// The coefficients, the information and the log likelihood there.
    case at([Double], Cholesky, Double)
    /// Nowhere, and why.
    case none(reason: String)
  }

  /// The coefficients at which the likelihood is largest, by Newton's method with halved steps.
  func maximum() throws(NumericalError) -> Maximum {
    if strata.isEmpty { return .none(reason: "No stratum has both outcomes.") }
    if columns.isEmpty {
      return try .at([], Cholesky(Matrix(rows: 0, columns: 0)), state([]).logLikelihood)
    }
    let centred = strata.flatMap { stratum in stratum.patterns.map(\.values) }
    if let column = LogisticLikelihood.dependentColumn(centred, columns) {
      return .none(
        reason: "Within strata the column \(column) is the same for everyone or a combination of "
          + "the columns before it, so it has no coefficient here; leave it out.")
    }
    var coefficients = columns.map { _ in 0.0 }
    var current = try state(coefficients)
    for _ in 0..<200 {
      let information: Cholesky
      do {
        information = try Cholesky(current.information)
      } catch {
        return .none(reason: ConditionalLikelihood.unbounded(columns))
      }
      let step = information.solve(current.score)
      let largest = centred.map { abs(LogisticLikelihood.product($0, step)) }.max() ?? 0
      if largest > 0.1, CompensatedSum(zip(step, current.score).map { $0 * $1 }).value < 1e-6,
        strata.allSatisfy({ $0.isExtreme(along: step, tolerance: 1e-6 * largest) })
      {
        let growing = columns.indices.filter { column in
          let reach = centred.map { abs($0[column]) }.max() ?? 0
          return abs(step[column]) * reach > 1e-3 * largest
        }
        return .none(reason: ConditionalLikelihood.unbounded(growing.map { columns[$0] }))
      }
      var stride = 1.0
      while true {
        let next = zip(coefficients, step).map { $0 + stride * $1 }
        let candidate = try state(next)
        if candidate.logLikelihood
          >= current.logLikelihood - 1e-12 * (1 + abs(current.logLikelihood)) || stride < 1e-10
        {
          coefficients = next
          current = candidate
          break
        }
        stride /= 2
      }
      if largest <= 1e-7 {
        return try .at(coefficients, Cholesky(current.information), current.logLikelihood)
      }
    }
    throw .notConverged
  }

  /// The log likelihood with its derivatives.
  struct State {
    var logLikelihood: Double
    var score: [Double]
    var information: Matrix
  }

  /// The sum over strata at some coefficients.
  func state(_ coefficients: [Double]) throws(NumericalError) -> State {
    var logLikelihood = CompensatedSum()
    var score = columns.map { _ in CompensatedSum() }
    var information = Matrix(rows: columns.count, columns: columns.count)
    for stratum in strata {
      let part = try stratum.state(coefficients)
      logLikelihood.add(part.logLikelihood)
      for row in columns.indices {
        score[row].add(part.score[row])
        for column in columns.indices { information[row, column] += part.information[row, column] }
      }
    }
    return State(
      logLikelihood: logLikelihood.value, score: score.map(\.value), information: information)
  }

  private static func unbounded(_ columns: [String]) -> String {
    let subject =
      columns.count == 1
      ? "coefficient of \(columns[0]) grows"
      : "coefficients of \(columns.joined(separator: ", ")) grow"
    return "The \(subject) without bound: in every stratum those with the outcome are at one end. "
      + "The exact test over strata still has a p-value."
  }
}
