public import Aggregates

/// The amounts of the two groups whose pay is compared.
public struct PayArms: Hashable, Sendable {
  /// The focal group's amounts.
  public let focal: Cell.MeasureSummary
  /// The reference group's amounts.
  public let reference: Cell.MeasureSummary

  /// Makes the arms.
  public init(focal: Cell.MeasureSummary, reference: Cell.MeasureSummary) {
    self.focal = focal
    self.reference = reference
  }
}

/// The logarithm of a ratio of two pay averages and its standard error.
struct LogPayRatio {
  /// Focal over reference.
  let ratio: Double
  /// The standard error of its logarithm; `nil` where the amounts do not give one.
  let standardError: Double?
  /// The degrees of freedom of that error, where it has them.
  var degreesOfFreedom: Double?
  /// Why there is no standard error.
  var problem: String?
}

/// A pay average that cannot be compared, and why.
struct PayProblem: Error {
  /// The reason in a reader's words.
  let reason: String
}
