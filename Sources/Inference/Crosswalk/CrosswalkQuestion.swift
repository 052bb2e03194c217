import Aggregates
import Estimates

/// Data for a method, in words and as its input.
public struct CrosswalkData<Input: Sendable>: Sendable {
  /// The data as a reader would write them down.
  public let words: String
  /// The data as a method takes them; `nil` where they are impossible.
  public let input: Input?

  init(_ words: String, _ input: Input?) {
    self.words = words
    self.input = input
  }
}

/// Which number of an outcome is meant.
public enum CrosswalkQuantity: String, Hashable, Sendable, Codable, CaseIterable {
  /// The estimate.
  case value
  /// The lower limit of the interval.
  case lower
  /// The upper limit of the interval.
  case upper
  /// The standard error.
  case standardError = "standard_error"
  /// The p-value.
  case pValue = "p_value"
  /// The test's statistic.
  case statistic
  /// The excess over the expectation by chance, relative to the largest possible.
  case relativeExcess = "relative_excess"
  /// The expectation by chance.
  case nullExpectation = "null_expectation"

  /// The quantity as it is printed.
  public var words: String {
    switch self {
    case .value: "value"
    case .lower: "lower limit"
    case .upper: "upper limit"
    case .standardError: "standard error"
    case .pValue: "p"
    case .statistic: "statistic"
    case .relativeExcess: "relative excess over chance"
    case .nullExpectation: "expectation by chance"
    }
  }

  /// The number in an outcome; `nil` where it has none.
  func number(in outcome: Outcome) -> Double? {
    switch outcome {
    case .notEstimable: nil
    case .estimate(let estimate):
      switch self {
      case .value, .relativeExcess, .nullExpectation: estimate.value
      case .lower: estimate.interval?.lower
      case .upper: estimate.interval?.upper
      case .standardError: estimate.standardError
      case .pValue, .statistic: nil
      }
    case .test(let test):
      switch self {
      case .pValue: test.pValue.value
      case .statistic: test.statistic
      default: nil
      }
    }
  }
}

/// One number asked of one method for given data.
public struct CrosswalkQuestion: Sendable {
  /// The method with its options.
  public let method: any CataloguedMethod
  /// Which number of its outcome.
  public let quantity: CrosswalkQuantity
  /// The data in words.
  public let data: String
  private let answer: @Sendable () -> Double?

  /// The number as the method computes it now; `nil` where it is not estimable.
  public func number() -> Double? { answer() }

  init<Method: CataloguedMethod, Input>(
    _ quantity: CrosswalkQuantity, of method: Method, _ data: CrosswalkData<Input>,
    by compute: @escaping @Sendable (Method, Input) -> Outcome
  ) {
    self.method = method
    self.quantity = quantity
    self.data = data.words
    answer = { data.input.flatMap { quantity.number(in: compute(method, $0)) } }
  }

  init<Method: StatisticalMethod>(
    _ quantity: CrosswalkQuantity, of method: Method, _ data: CrosswalkData<Method.Input>
  ) where Method.Input: Sendable {
    self.init(quantity, of: method, data) { $0($1) }
  }

  init<Index: SegregationIndex>(
    _ quantity: CrosswalkQuantity, of index: Index, units data: CrosswalkData<ContingencyTable>
  ) {
    self.init(quantity, of: index, data) {
      switch quantity {
      case .relativeExcess: $0($1).relativeExcess
      case .nullExpectation: $0($1).nullExpectation
      default: $0($1).index
      }
    }
  }
}
