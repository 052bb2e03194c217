import Aggregates
public import Estimates
import NumericalKernel

/// What a programme cost for each person who reached a step of it.
///
///     cost per person = cost of an enrolment x enrolled / reached
///     limits = cost of an enrolment / Wilson's limits of reached / enrolled
///
/// In the unit of the cost, at least the cost of an enrolment; lower is cheaper. The cost of an
/// enrolment is taken as known and the same for everyone, those who left early included, so the
/// uncertainty is that of the rate alone. Where nobody reached the step there is nobody to divide
/// the cost by, and it is not defined.
/// - Source: definition; Wilson (1927), Journal of the American Statistical Association 22,
///   209-212, for the limits of the rate.
public struct CostPerPerson: StatisticalMethod {
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(level: Double = 0.95) { self.level = level }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cost-per-person", title: "Cost per person who reached a step",
    formula: "cost of an enrolment x enrolled / reached",
    range: "the cost of an enrolment and up, in its unit",
    assumptions: [
      "Every enrolment costs the same, also of those who leave early.",
      "The people reach the step independently with one probability.",
    ],
    source: "definition; Wilson (1927), JASA 22, 209-212, for the limits of the rate")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "the cost of everyone who enrolled, limits of the rate by Wilson, "
        + ConfidenceLevel.words(level))
  }

  /// The cost per person, or why there is none.
  public func callAsFunction(_ steps: CostedSteps) -> Outcome {
    if let problem = steps.reached.problem ?? ConfidenceLevel.problem(level) {
      return .notEstimable(reason: problem)
    }
    guard steps.reached.successes > 0 else {
      return .notEstimable(reason: "Nobody reached the step, so no cost falls on a person.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let limits = try WilsonInterval.limits(
        successes: steps.reached.successes, total: steps.reached.total, level: level)
      let cost = steps.costOfEnrolment
      return .estimate(
        cost * Double(steps.reached.total) / Double(steps.reached.successes),
        from: cost / limits.upper, to: cost / limits.lower, level: level,
        method: "Wilson score, inverted")
    }
  }
}

/// The people who enrolled, those of them who reached a step, and what an enrolment costs.
public struct CostedSteps: Hashable, Sendable, Codable {
  /// What an enrolment costs.
  public let costOfEnrolment: Double
  /// Those who reached the step, of those who enrolled.
  public let reached: BinomialCount

  /// Makes the steps; `nil` where the cost is not a positive number.
  public init?(costOfEnrolment: Double, reached: BinomialCount) {
    guard costOfEnrolment.isFinite, costOfEnrolment > 0 else { return nil }
    self.costOfEnrolment = costOfEnrolment
    self.reached = reached
  }

  /// Reads the steps, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let reached = try container.decode(BinomialCount.self, forKey: .reached)
    let cost = try container.decode(Double.self, forKey: .costOfEnrolment)
    guard let steps = CostedSteps(costOfEnrolment: cost, reached: reached) else {
      throw DecodingError.dataCorruptedError(
        forKey: .costOfEnrolment, in: container, debugDescription: "A cost is above 0.")
    }
    self = steps
  }
}
