public import Estimates
import NumericalKernel

/// A share at present and the people behind it now and at the next look.
public struct ChangeDesign: Codable, Hashable, Sendable {
  /// The share at present, 0 to 1.
  public let share: Double
  /// People at present.
  public let before: Int
  /// People at the next look.
  public let after: Int
  /// People there both times; 0 for two separate samples.
  public let both: Int
  /// The correlation of having the property at both times among those there both times, 0 to 1; 1
  /// for a property nobody gains or loses.
  public let correlation: Double

  /// Makes a design.
  public init(share: Double, before: Int, after: Int, both: Int = 0, correlation: Double = 1) {
    self.share = share
    self.before = before
    self.after = after
    self.both = both
    self.correlation = correlation
  }

  /// Why nothing can be planned, or `nil`.
  var problem: String? {
    guard share >= 0, share <= 1 else { return "The share must lie from 0 to 1." }
    guard before >= 1, after >= 1 else { return "Nobody is there at one of the times." }
    guard both >= 0, both <= min(before, after) else {
      return "No more people are there both times than at either time."
    }
    guard correlation >= 0, correlation <= 1 else {
      return "The correlation must lie from 0 to 1."
    }
    return nil
  }

  /// The variance of the difference of the two shares.
  func variance(_ first: Double, _ second: Double) -> Double {
    let (n0, n1) = (Double(before), Double(after))
    let (one, two) = (first * (1 - first), second * (1 - second))
    let shared = 2 * Double(both) / n0 / n1 * correlation * (one * two).squareRoot()
    return max(0, one / n0 + two / n1 - shared)
  }
}

/// The smallest change of a share that the two-sided Z test would find with a stated power.
///
///     change = z(1 - alpha / 2) s0 + z(power) s1
///     s^2 = first (1 - first) / n0 + second (1 - second) / n1
///           - 2 both / (n0 n1) correlation sqrt(first (1 - first) second (1 - second))
///
/// s0 has both shares equal to the common one, s1 the share at present and the changed one. In
/// shares, positive for a rise and negative for a fall. "With these numbers a change of less than x
/// would most likely not show." People there both times make the change easier to see, the more so
/// the more their property is the same. An approximation for large numbers, with rejection on the
/// wrong side left out. Undefined where even the farthest share is not found with that power, and
/// where everybody stays and nobody can change.
/// - Source: Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter
///   4; Kish (1965), Survey Sampling, for overlapping samples.
public struct MinimumDetectableChange: StatisticalMethod {
  /// Which way the share changes.
  public enum Direction: String, Codable, Hashable, Sendable, CaseIterable {
    /// Upwards.
    case rise
    /// Downwards.
    case fall
  }

  /// Which way the share changes.
  public let direction: Direction
  /// The level of the two-sided test.
  public let alpha: Double
  /// The power to reach.
  public let power: Double

  /// Makes the method.
  public init(direction: Direction = .rise, alpha: Double = 0.05, power: Double = 0.8) {
    self.direction = direction
    self.alpha = alpha
    self.power = power
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "minimum-detectable-change", title: "Smallest detectable change of a share",
    formula: "the change that equals z(1 - alpha / 2) x its standard error without a change + "
      + "z(power) x its standard error with it",
    range: "-1 to 1, in shares; farther from 0 means less could be seen",
    assumptions: [
      "The share at present is the true one.",
      "Normal approximation to both shares.",
      "People are independent but for those there both times.",
    ],
    source: "Fleiss, Levin and Paik (2003), Statistical Methods for Rates and Proportions, chapter "
      + "4; Kish (1965), Survey Sampling")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "two-sided Z test at level \(alpha), power \(power), normal approximation, "
        + "\(direction.rawValue) of the share")
  }

  /// The change, or why there is none.
  public func callAsFunction(_ design: ChangeDesign) -> Outcome {
    if let problem = RateTest.problem(alpha: alpha, target: power) ?? design.problem {
      return .notEstimable(reason: problem)
    }
    let sign: Double = direction == .rise ? 1 : -1
    let farthest = direction == .rise ? 1 - design.share : design.share
    guard farthest > 0 else {
      return .notEstimable(reason: "The share cannot change any further that way.")
    }
    if design.both == max(design.before, design.after), design.correlation == 1 {
      return .notEstimable(
        reason: "Everybody is there both times and nobody changes, so the share cannot.")
    }
    return .computing { () throws(NumericalError) -> Outcome in
      let test = try NormalDistribution.standard.criticalValue(level: 1 - alpha)
      let reserve = try NormalDistribution.standard.quantile(power)
      let (n0, n1) = (Double(design.before), Double(design.after))
      /// How far a change lies beyond what is needed.
      func margin(_ change: Double) -> Double {
        let second = change == farthest ? (sign > 0 ? 1 : 0) : design.share + sign * change
        let common = (n0 * design.share + n1 * second) / (n0 + n1)
        return change - test * design.variance(common, common).squareRoot()
          - reserve * design.variance(design.share, second).squareRoot()
      }
      // The smallest change found: the first of a thousand even steps with a margin, then the root.
      let steps = 1000
      func change(at step: Int) -> Double {
        step == steps ? farthest : farthest * Double(step) / Double(steps)
      }
      guard let step = (1...steps).first(where: { margin(change(at: $0)) >= 0 }) else {
        return .notEstimable(
          reason: "With so few people no change that way would be found with that power.")
      }
      let (least, most) = (change(at: step - 1), change(at: step))
      if step == 1, margin(0) >= 0 { return .estimate(0) }
      let root = try RootFinder.brent(from: least, to: most, tolerance: 1e-15) { margin($0) }
      return .estimate(sign * root)
    }
  }
}
