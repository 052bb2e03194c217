import NumericalKernel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The distribution of a sum of values over all ways to give a total to several steps.
///
/// Each step takes a number of people, with a weight and a value per number; the numbers add up to
/// the total. Partial ways are followed step by step. One whose completions all lie on one side of
/// the threshold is settled at once, and ways with equal remainder and equal value are merged, so
/// that far fewer are followed than exist.
/// - Source: Mehta and Patel (1983), Journal of the American Statistical Association 78, 427-434.
struct ConditionalNetwork {
  /// One step: number `least + i` has weight `exp(logWeights[i])` and value `values[i]`.
  struct Step {
    let least: Int
    let logWeights: [Double]
    let values: [Double]
  }

  /// The most partial ways that are looked at before the computation is given up.
  static let limit = 10_000_000

  private let steps: [Step]
  private let remainder: Int
  /// Per step and remainder: what the steps from there on can still add.
  private let completions: [[Completion?]]

  /// The weight, the least and the greatest value of all completions.
  private struct Completion {
    var logWeight: Double
    var least: Double
    var greatest: Double
  }

  private struct Way {
    var value: Double
    var logWeight: Double
  }

  /// Makes the network of some steps and a total.
  init(_ steps: [Step], total: Int) {
    self.steps = steps
    let remainder = max(0, total - steps.reduce(0) { $0 + $1.least })
    self.remainder = remainder
    var completions: [[Completion?]] = [
      (0...remainder).map { $0 == 0 ? Completion(logWeight: 0, least: 0, greatest: 0) : nil }
    ]
    var after = completions[0]
    for step in steps.reversed() {
      let next = after
      after = (0...remainder).map { Self.completion(of: step, remainder: $0, then: next) }
      completions.append(after)
    }
    self.completions = completions.reversed()
  }

  /// The probability of a value of at most the threshold; `nil` if there are too many ways to
  /// follow or none.
  func probability(ofAtMost threshold: Double, limit: Int = limit) -> Double? {
    guard let all = completions[0][remainder] else { return nil }
    if all.greatest <= threshold { return 1 }
    if all.least > threshold { return 0 }
    var sum = CompensatedSum()
    var seen = 0
    var ways: [[Way]] = (0...remainder).map { _ in [] }
    ways[remainder] = [Way(value: 0, logWeight: 0)]
    for (index, step) in steps.enumerated() {
      var next: [[Way]] = (0...remainder).map { _ in [] }
      for left in 0...remainder {
        for way in ways[left] {
          seen += min(step.values.count, left + 1)
          if seen > limit { return nil }
          for taken in 0..<min(step.values.count, left + 1) {
            guard let rest = completions[index + 1][left - taken] else { continue }
            let value = way.value + step.values[taken]
            if value + rest.least > threshold { continue }
            let logWeight = way.logWeight + step.logWeights[taken]
            if value + rest.greatest <= threshold {
              sum.add(exp(logWeight + rest.logWeight - all.logWeight))
            } else {
              next[left - taken].append(Way(value: value, logWeight: logWeight))
            }
          }
        }
      }
      ways = next.map { Self.merged($0) }
    }
    return min(1, sum.value)
  }

  /// All values of the sum in ascending order, equal ones made one, each with its probability; `nil`
  /// if there are too many ways to follow or none.
  func distribution(limit: Int = limit) -> [(value: Double, probability: Double)]? {
    guard let all = completions[0][remainder] else { return nil }
    var seen = 0
    var ways: [[Way]] = (0...remainder).map { _ in [] }
    ways[remainder] = [Way(value: 0, logWeight: 0)]
    for (index, step) in steps.enumerated() {
      var next: [[Way]] = (0...remainder).map { _ in [] }
      for left in 0...remainder {
        for way in ways[left] {
          seen += min(step.values.count, left + 1)
          if seen > limit { return nil }
          for taken in 0..<min(step.values.count, left + 1)
          where completions[index + 1][left - taken] != nil {
            next[left - taken].append(
              Way(
                value: way.value + step.values[taken],
                logWeight: way.logWeight + step.logWeights[taken]))
          }
        }
      }
      ways = next.map { Self.merged($0) }
    }
    return ways[0].map { ($0.value, exp($0.logWeight - all.logWeight)) }
  }

  private static func completion(
    of step: Step, remainder: Int, then next: [Completion?]
  ) -> Completion? {
    var found: [Completion] = []
    for taken in 0..<min(step.values.count, remainder + 1) {
      guard let rest = next[remainder - taken] else { continue }
      found.append(
        Completion(
          logWeight: rest.logWeight + step.logWeights[taken],
          least: rest.least + step.values[taken], greatest: rest.greatest + step.values[taken]))
    }
    guard let largest = found.map(\.logWeight).max(), let least = found.map(\.least).min(),
      let greatest = found.map(\.greatest).max()
    else { return nil }
    let sum = CompensatedSum(found.map { exp($0.logWeight - largest) }).value
    return Completion(logWeight: largest + log(sum), least: least, greatest: greatest)
  }

  /// The ways in order of value, with equal values (within rounding) made one.
  private static func merged(_ ways: [Way]) -> [Way] {
    var merged: [Way] = []
    for way in ways.sorted(by: { ($0.value, $0.logWeight) < ($1.value, $1.logWeight) }) {
      if let last = merged.last, way.value - last.value <= 1e-11 * (1 + abs(last.value)) {
        let largest = max(way.logWeight, last.logWeight)
        merged[merged.count - 1].logWeight =
          largest + log(exp(way.logWeight - largest) + exp(last.logWeight - largest))
      } else {
        merged.append(way)
      }
    }
    return merged
  }
}
