public import Estimates

/// Where a share is heading.
public struct MarkovProjectionResult: Hashable, Sendable {
  /// The people expected of each group and level, at the start and after each period; empty where
  /// nothing could be projected.
  public let stocks: [[[Double]]]
  /// The share that the expected people make, at the start and after each period.
  public let expected: [Outcome]
  /// The quantiles of the share over draws after each period, for
  /// ``MarkovProjection/probabilities``.
  public let fan: [[Outcome]]
  /// Whether and when the target is reached; `nil` where there is none.
  public let arrival: TargetArrival?
  /// Why nothing could be projected, or `nil`.
  public let problem: String?

  init(
    stocks: [[[Double]]], expected: [Outcome], fan: [[Outcome]], arrival: TargetArrival?
  ) {
    self.stocks = stocks
    self.expected = expected
    self.fan = fan
    self.arrival = arrival
    problem = nil
  }

  init(reason: String) {
    stocks = []
    expected = []
    fan = []
    arrival = nil
    problem = reason
  }
}

/// Whether and when a share reaches a target.
public struct TargetArrival: Hashable, Sendable {
  /// The target.
  public let target: ShareTarget
  /// The chance that the target is met at its date or in a period before, with the error of the
  /// drawing.
  public let byDate: Outcome
  /// The chance that the share meets the target at its date, with the error of the drawing.
  public let onDate: Outcome
  /// The chance that the target is not met in any period of the horizon, with the error of the
  /// drawing.
  public let never: Outcome
  /// The first period by which half of the draws have met the target, in periods, with the periods
  /// by which the tails of the level have; the upper limit is infinite where too many never do.
  public let medianTime: Outcome
}

/// The shares of all draws, period by period.
struct DrawnPaths {
  private let paths: [[Int]]
  private let periods: Int

  /// Makes shares of paths that alternate the people followed and everyone.
  init(_ paths: [[Int]], periods: Int) {
    self.paths = paths
    self.periods = periods
  }

  /// Quantiles of the share (type 7) after a period, numbered from 0.
  func quantiles(_ probabilities: [Double], period: Int) -> [Outcome] {
    var shares: [Double] = []
    shares.reserveCapacity(paths.count)
    for path in paths where path[2 * period + 1] > 0 {
      shares.append(Double(path[2 * period]) / Double(path[2 * period + 1]))
    }
    guard shares.count == paths.count else {
      let empty = paths.count - shares.count
      return probabilities.map { _ in
        .notEstimable(
          reason: "In \(empty) of \(paths.count) draws nobody is left to take a share of.")
      }
    }
    shares.sort()
    return probabilities.map { probability in
      let (rank, part) = QuantileType.type7.position(probability, of: shares.count)
      let low = shares[min(max(rank, 1), shares.count) - 1]
      let high = shares[min(max(rank + 1, 1), shares.count) - 1]
      return .estimate(low + part * (high - low))
    }
  }

  /// The first period, from 1, that meets a target; `Int.max` where none does.
  ///
  /// A period with nobody meets none.
  func firstPeriods(meeting target: ShareTarget) -> [Int] {
    paths.map { path in
      (0..<periods).first { meets(target, path, $0) }.map { $0 + 1 } ?? Int.max
    }
  }

  /// In how many draws a period, numbered from 0, meets a target.
  func count(meeting target: ShareTarget, period: Int) -> Int {
    paths.count { meets(target, $0, period) }
  }

  private func meets(_ target: ShareTarget, _ path: [Int], _ period: Int) -> Bool {
    path[2 * period + 1] > 0
      && target.isMet(by: Double(path[2 * period]), of: Double(path[2 * period + 1]))
  }
}
