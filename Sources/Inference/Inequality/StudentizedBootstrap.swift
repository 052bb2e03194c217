import Dispatch
public import Estimates
import NumericalKernel
import Synchronization

/// An index of inequality with an interval from resampling, for fewer than 100 people or a heavy
/// tail, where the normal interval is too narrow.
///
///     t = (h(index of the resample) - h(index)) / (its standard error h'(index of the resample))
///
/// h: the scale of the index, logarithm or logit. People are drawn with replacement, each with
/// their weight, as many as there are; the limits are h(index) minus the upper and lower quantiles
/// of t times the standard error of h(index), carried back. Every resample has random numbers of
/// its own, fixed by the seed, so the limits are the same however many processors share the work.
/// Resamples without a standard error (everybody the same) are left out and counted. It is an
/// improvement, not a cure: for the Theil index of 40 lognormal amounts with a standard deviation
/// of 1, intervals of 90 % cover 77 % of the time, normal ones 66 %. Cost: resamples x people;
/// 1,999 resamples of 1,000 people take about a tenth of a second, of 50,000 about nine seconds.
/// Above 50,000 people the normal interval serves.
/// - Source: Efron and Tibshirani (1993), An Introduction to the Bootstrap, section 12.5; Cowell
///   and Flachaire (2007), Journal of Econometrics 141, 1044-1072, for indices of inequality.
public struct StudentizedBootstrap: StatisticalMethod {
  /// The most people that are resampled.
  public static let mostPeople = 50_000

  /// Whether the normal interval of an index should give way to this one.
  public enum Advice: Hashable, Sendable {
    /// The normal interval serves.
    case notNeeded
    /// There are fewer than 100 people.
    case fewPeople
    /// Hill's estimate of the tail index from the highest twentieth of people is below 3.
    case heavyTail
  }

  /// The index, with its options; its own level is not used.
  public let index: InequalityIndex
  /// How many resamples are drawn.
  public let resamples: Int
  /// The seed of the random numbers.
  public let seed: UInt64
  /// The nominal coverage of the interval.
  public let level: Double

  /// Makes the method.
  public init(
    index: InequalityIndex, resamples: Int = 1999, seed: UInt64 = 1, level: Double = 0.95
  ) {
    self.index = index
    self.resamples = resamples
    self.seed = seed
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "studentized-bootstrap", title: "Index of inequality with a studentized bootstrap interval",
    formula: "index with limits h(index) - quantile of t x standard error of h(index), t over "
      + "resamples, h the logarithm or the logit",
    range: "that of the index",
    assumptions: [
      "The amounts are independent draws of a pay process; influences have a finite variance.",
      "With few people and a heavy tail it still covers less often than its level says.",
      "Drawn at random with a fixed seed; another seed gives slightly different limits.",
    ],
    source:
      "Efron and Tibshirani (1993), An Introduction to the Bootstrap, section 12.5; Cowell and "
      + "Flachaire (2007), Journal of Econometrics 141, 1044-1072")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    let method = index.method
    return stamp(
      id: Self.card.id + "-" + method.stamp.id,
      convention:
        "\(method.stamp.id) on the \(method.scale.rawValue) scale, \(resamples) resamples, "
        + "seed \(seed), \(ConfidenceLevel.words(level))")
  }

  /// The index with its interval, or why there is none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> Outcome {
    interval(index.method, amounts, lanes: 4)
  }

  /// Whether the normal interval should give way for these amounts.
  public static func advice(_ amounts: WeightedAmounts) -> Advice {
    amounts.count < 100 ? .fewPeople : amounts.tailIndex < 3 ? .heavyTail : .notNeeded
  }

  /// The interval with the work shared out to a number of lanes.
  func interval(
    _ method: some LinearizedIndex, _ amounts: WeightedAmounts, lanes: Int
  ) -> Outcome {
    do throws(InequalityProblem) {
      let seen = try method.linearized(amounts)
      if let problem = ConfidenceLevel.problem(level) ?? problem(amounts) {
        throw InequalityProblem(reason: problem)
      }
      guard let error = seen.standardError, error > 0, method.scale.contains(seen.value) else {
        return .estimate(seen.value, standardError: seen.standardError)
      }
      let statistics = statistics(method, amounts, seen: seen.value, lanes: lanes).sorted()
      guard statistics.count * 20 >= resamples * 19 else {
        throw InequalityProblem(
          reason: "\(resamples - statistics.count) of \(resamples) resamples give no standard "
            + "error; there are too few people or too many with the same amount.")
      }
      let rank = Int((Double(statistics.count + 1) * (1 - level) / 2 + 1e-9).rounded(.down))
      guard rank >= 1 else {
        throw InequalityProblem(reason: "\(resamples) resamples are too few for the level.")
      }
      let place = method.scale.place(seen.value)
      let scaled = error * method.scale.slope(seen.value)
      let left = resamples - statistics.count
      return .estimate(
        seen.value, standardError: error,
        from: method.scale.value(at: place - statistics[statistics.count - rank] * scaled),
        to: method.scale.value(at: place - statistics[rank - 1] * scaled), level: level,
        method: "studentized bootstrap on the \(method.scale.rawValue) scale"
          + (left > 0 ? ", \(left) of \(resamples) resamples left out" : ""))
    } catch {
      return .notEstimable(reason: error.reason)
    }
  }

  private func problem(_ amounts: WeightedAmounts) -> String? {
    guard (1...1_000_000).contains(resamples) else {
      return "The number of resamples must lie between 1 and 1000000."
    }
    return amounts.count <= Self.mostPeople
      ? nil : "There are more than \(Self.mostPeople) people; the normal interval serves."
  }

  /// The studentized distances of the resamples that have one.
  private func statistics(
    _ method: some LinearizedIndex, _ amounts: WeightedAmounts, seen: Double, lanes: Int
  ) -> [Double] {
    let people = amounts.people
    let place = method.scale.place(seen)
    let found = Mutex<[Double]>([])
    DispatchQueue.concurrentPerform(iterations: lanes) { lane in
      var own: [Double] = []
      for resample in stride(from: lane, to: resamples, by: lanes) {
        var generator = PhiloxGenerator(seed: seed, replicate: UInt64(resample))
        let drawn = amounts.resampled(people, using: &generator)
        guard let value = try? method.linearized(drawn), let error = value.standardError,
          method.scale.contains(value.value)
        else { continue }
        let scaled = error * method.scale.slope(value.value)
        let statistic = (method.scale.place(value.value) - place) / scaled
        if statistic.isFinite, scaled > 0 { own.append(statistic) }
      }
      found.withLock { $0 += own }
    }
    return found.withLock { $0 }
  }
}
