public import Estimates
import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Cox's regression: how the rate of an event depends on covariates, whatever its course in time.
///
///     rate(t | x) = baselineRate(t) x exp(sum of coefficient x covariate)
///
/// The coefficients maximise the partial likelihood: at each event, the chance that of the people
/// at risk just this one had it. Each stratum has a baseline of its own; late entry is allowed; where
/// one cause is asked for (`event: .cause(1)`) the others are censored, which makes it the
/// cause-specific model. Newton's method starts at 0 and halves a step that lowers the likelihood;
/// it stops when the log-likelihood does. Cost: spells x covariates^2 per iteration.
/// - Source: Cox (1972), Journal of the Royal Statistical Society B 34, 187-220; Efron (1977),
///   Journal of the American Statistical Association 72, 557-565; Breslow (1974), Biometrics 30,
///   89-99.
public struct CoxRegression: CataloguedMethod {
  /// How events at the same time share the likelihood.
  public enum Ties: String, Codable, Hashable, Sendable, CaseIterable {
    /// On average each of the tied has left when the next one is drawn.
    case efron
    /// All of the tied are at risk for every one of them.
    case breslow
  }

  /// What counts as the event.
  public let event: EventOfInterest
  /// How events at the same time share the likelihood.
  public let ties: Ties
  /// The nominal coverage of each interval.
  public let level: Double

  /// Makes the method.
  public init(event: EventOfInterest = .any, ties: Ties = .efron, level: Double = 0.95) {
    self.event = event
    self.ties = ties
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "cox-regression", title: "Cox proportional hazards regression",
    formula: "the coefficients that maximise the product over events of exp(x b) of the one who "
      + "had it / sum of exp(x b) of those at risk",
    range: "exp(coefficient) from 0 to infinity: the ratio of the event's rates for one unit more; "
      + "1 means equal rates",
    assumptions: [
      "The ratio of rates is the same at all times; test it.",
      "Those whose watch ended without the event would have fared like those still watched.",
      "Covariates act on the logarithm of the rate in a straight line, and side by side.",
    ],
    source: "Cox (1972), Journal of the Royal Statistical Society B 34, 187-220; Efron (1977), "
      + "Journal of the American Statistical Association 72, 557-565; Breslow (1974), Biometrics "
      + "30, 89-99")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: ties == .breslow ? CoxRegression.card.id + "-breslow" : nil,
      convention: "\(event.words), \(ties == .efron ? "Efron" : "Breslow") ties, Wald interval, "
        + ConfidenceLevel.words(level))
  }

  /// The fitted model, or why there is none.
  public func callAsFunction(_ records: SurvivalRecords) -> SurvivalOutcome<CoxFit> {
    if let problem = ConfidenceLevel.problem(level) { return .notEstimable(reason: problem) }
    guard !records.covariates.isEmpty else {
      return .notEstimable(reason: "There is no covariate.")
    }
    let likelihood = PartialLikelihood(records, event: event, ties: ties)
    guard likelihood.eventCount > 0 else {
      return .notEstimable(reason: "Nobody had the event.")
    }
    switch maximum(of: likelihood, names: records.covariates) {
    case .notEstimable(let reason): return .notEstimable(reason: reason)
    case .found(let maximum):
      do {
        return .found(
          try CoxFit(
            likelihood, maximum, names: records.covariates, level: level))
      } catch {
        return .notEstimable(reason: "The computation did not succeed: \(error.description).")
      }
    }
  }

  /// Where the likelihood is greatest, in units of the standardised covariates.
  struct Maximum: Hashable, Sendable {
    let coefficients: [Double]
    let null: PartialLikelihood.Value
    let value: PartialLikelihood.Value
    let iterations: Int
  }

  /// The most iterations of Newton's method.
  private static let limit = 60
  /// A last step that moves anybody's log rate by more than this is a coefficient running away.
  private static let stillMoving = 1e-5

  func maximum(
    of likelihood: PartialLikelihood, names: [String]
  ) -> SurvivalOutcome<Maximum> {
    let null = likelihood.value(at: names.map { _ in 0 })
    let dependent = InformationMatrix(null.information).dependent
    guard dependent.isEmpty else {
      return .notEstimable(
        reason: "Among the people at risk at the events, "
          + dependent.map { names[$0] }.joined(separator: ", ")
          + " does not vary or follows from the other covariates.")
    }
    var coefficients = names.map { _ in 0.0 }
    var here = null
    var settled = 0
    var lastStep = here.score
    for iteration in 1...CoxRegression.limit {
      // Where there was information at 0 there is some everywhere, unless it runs out at infinity.
      let information = InformationMatrix(here.information, tolerance: 1e-14)
      guard information.dependent.isEmpty else { return running(lastStep, names) }
      let step = information.solve(here.score)
      lastStep = step
      var factor = 1.0
      var next = coefficients
      var there = here
      // A step within rounding of the top may seem to go down by that rounding.
      let rounding = 1e-13 * (1 + abs(here.logLikelihood))
      repeat {
        next = zip(coefficients, step).map { $0 + factor * $1 }
        there = likelihood.value(at: next)
        factor /= 2
      } while !(there.logLikelihood >= here.logLikelihood - rounding) && factor > 1e-9
      guard there.logLikelihood >= here.logLikelihood - rounding else { break }
      let gain = there.logLikelihood - here.logLikelihood
      coefficients = next
      here = there
      guard gain <= 1e-10 * (1 + abs(here.logLikelihood)) else {
        settled = 0
        continue
      }
      settled += 1
      if likelihood.reach(of: step) <= CoxRegression.stillMoving {
        return .found(
          Maximum(coefficients: coefficients, null: null, value: here, iterations: iteration))
      }
      if settled >= 4 { return running(step, names) }
    }
    return .notEstimable(reason: "The likelihood did not settle.")
  }

  /// The reason where the likelihood has stopped rising and the coefficients have not.
  private func running(
    _ step: [Double], _ names: [String]
  ) -> SurvivalOutcome<Maximum> {
    let largest = step.map(abs).max() ?? 0
    let moving = names.indices.filter { abs(step[$0]) >= 0.1 * largest }.map { names[$0] }
    return .notEstimable(
      reason: "Of the people at risk, those who had the event always had the most extreme values "
        + "of \(moving.joined(separator: ", ")), so that the likelihood keeps rising as the "
        + "coefficient grows and no finite ratio fits best.")
  }
}
