import Estimates
import Inference

/// Holds every interval of an answer against a p-value before anything is printed.
///
/// An interval is held against the test it inverts where that is among the tests, else against the
/// primary one. Where the two say different things of equal rates the reason is printed as a note; an
/// interval that contradicts its own test is withheld.
struct Coherence {
  /// The intervals, those that contradict their own test without a number.
  let intervals: [CalculatedResult]
  /// Why an interval and a p-value that stand together say different things.
  let notes: [String]

  /// The first test is the primary one.
  init(tests: [CalculatedResult], intervals: [CalculatedResult], alpha: Double) {
    var notes: [String] = []
    self.intervals = intervals.map { result in
      guard let nullValue = result.nullValue, let interval = result.estimate?.interval,
        let test = tests.first(where: { $0.method.id == interval.agreesWith && $0.pValue != nil })
          ?? tests.first(where: { $0.pValue != nil }), let pValue = test.pValue
      else { return result }
      let check = CoherenceCheck(
        interval, nullValue: nullValue, pValue: pValue, test: test.method.id, alpha: alpha)
      switch check {
      case .coherent: return result
      case .explained(let reason):
        let contains =
          interval.contains(nullValue)
          ? "contains \(Figures.plain(nullValue)) although \(test.label) rejects"
          : "excludes \(Figures.plain(nullValue)) although \(test.label) does not reject"
        notes.append("The interval by \(interval.method) \(contains): \(reason).")
        return result
      case .contradiction:
        return CalculatedResult(
          result.heading, result.label, result.method,
          .notEstimable(
            reason: "The interval and its own test contradict each other; neither is printed."),
          unit: result.unit)
      }
    }
    self.notes = notes
  }
}

extension CalculatedResult {
  /// The value that means equal rates on the scale of the estimate, where it is a comparison.
  var nullValue: Double? {
    guard estimate?.interval != nil else { return nil }
    return switch unit {
    case .number: 1
    case .percentagePoints: 0
    case .share, .percent, .people, .wholePeople, .time: nil
    }
  }
}
