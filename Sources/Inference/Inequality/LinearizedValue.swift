import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// On which scale the interval of an index of inequality is symmetric.
public enum IntervalScale: String, Codable, Hashable, Sendable, CaseIterable {
  /// The index itself; a limit may leave its range.
  case identity
  /// The logarithm of the index; both limits are positive.
  case logarithm
  /// The logarithm of the index over one minus it; both limits lie between 0 and 1.
  case logit

  /// The scale as it is printed.
  var words: String {
    switch self {
    case .identity: "normal interval"
    case .logarithm: "normal interval of the logarithm"
    case .logit: "normal interval of the logit"
    }
  }

  /// Whether a value has a place on the scale.
  func contains(_ value: Double) -> Bool {
    switch self {
    case .identity: value.isFinite
    case .logarithm: value > 0 && value.isFinite
    case .logit: value > 0 && value < 1
    }
  }

  /// The place of a value on the scale.
  func place(_ value: Double) -> Double {
    switch self {
    case .identity: value
    case .logarithm: log(value)
    case .logit: log(value / (1 - value))
    }
  }

  /// The value at a place on the scale.
  func value(at place: Double) -> Double {
    switch self {
    case .identity: place
    case .logarithm: exp(place)
    case .logit: 1 / (1 + exp(-place))
    }
  }

  /// How fast the scale moves with the value.
  func slope(_ value: Double) -> Double {
    switch self {
    case .identity: 1
    case .logarithm: 1 / value
    case .logit: 1 / (value * (1 - value))
    }
  }
}

/// An index with the standard error of its influence function.
struct LinearizedValue {
  /// The index.
  let value: Double
  /// Its standard error; `nil` where the amounts do not give one.
  let standardError: Double?

  /// The index times a constant.
  func times(_ factor: Double) -> LinearizedValue {
    LinearizedValue(value: value * factor, standardError: standardError.map { $0 * abs(factor) })
  }

  /// The outcome with a normal interval on a scale.
  ///
  /// There is no interval where there is no standard error, where it is 0, or where the value is at
  /// an end of the scale.
  func outcome(level: Double, scale: IntervalScale) -> Outcome {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard let standardError, standardError > 0, scale.contains(value) else {
      return .estimate(value, standardError: standardError)
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let reach =
        try NormalDistribution.standard.criticalValue(level: level) * standardError
        * scale.slope(value)
      let place = scale.place(value)
      return .estimate(
        value, standardError: standardError, from: scale.value(at: place - reach),
        to: scale.value(at: place + reach), level: level, method: "linearized, " + scale.words)
    }
  }
}

/// Why an index of inequality has no value, in a reader's words.
struct InequalityProblem: Error {
  /// The reason.
  let reason: String
}

/// An index of inequality with an influence function.
protocol LinearizedIndex: StatisticalMethod where Input == WeightedAmounts {
  /// The nominal coverage of the interval.
  var level: Double { get }
  /// The scale on which the interval is symmetric.
  var scale: IntervalScale { get }
  /// The index and its standard error.
  func linearized(_ amounts: WeightedAmounts) throws(InequalityProblem) -> LinearizedValue
}

extension LinearizedIndex {
  /// The outcome of the index, or why there is none.
  func outcome(_ amounts: WeightedAmounts) -> Outcome {
    do {
      return try linearized(amounts).outcome(level: level, scale: scale)
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }

  /// The words that end the stamp of every index.
  var intervalWords: String {
    "standard error from the influence function with n / (n - 1), \(scale.words), "
      + ConfidenceLevel.words(level)
  }
}
