import NumericalKernel

/// A share of a population estimated from people who answered with weights.
public struct DesignWeightedShare: Hashable, Sendable, Codable {
  /// People who answered and have one weight.
  public struct Cell: Hashable, Sendable, Codable {
    /// How many people of the population each of them stands for, above 0.
    public let weight: Double
    /// Those of them with the property, and all of them.
    public let count: BinomialCount

    /// Makes a cell.
    public init(weight: Double, count: BinomialCount) {
      self.weight = weight
      self.count = count
    }
  }

  /// The weighted share.
  public let share: Double
  /// Its standard error under the design.
  public let standardError: Double
  /// How many people answered.
  public let answered: Int
  /// The design's degrees of freedom: clusters less strata, or people less 1 without either.
  public let degreesOfFreedom: Double

  /// A share whose standard error another program computed; `nil` unless the share lies from 0 to
  /// 1, the error is 0 or more and finite, two people or more answered and the degrees of freedom
  /// are positive.
  public init?(share: Double, standardError: Double, answered: Int, degreesOfFreedom: Double) {
    guard share >= 0, share <= 1, standardError >= 0, standardError.isFinite, answered >= 2,
      degreesOfFreedom > 0, degreesOfFreedom.isFinite
    else { return nil }
    self.share = share
    self.standardError = standardError
    self.answered = answered
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The share of people drawn independently with unequal weights.
  ///
  ///     variance = n / (n - 1) x sum of (weight (has - share) / sum of weights)^2
  ///
  /// The degrees of freedom are n - 1. `nil` with fewer than two people or a weight that is not
  /// positive and finite.
  public init?(independent cells: [Cell]) {
    let answered = cells.reduce(0) { $0 + $1.count.total }
    guard answered >= 2, cells.allSatisfy({ $0.weight > 0 && $0.weight.isFinite }) else {
      return nil
    }
    let weights = CompensatedSum(cells.map { $0.weight * Double($0.count.total) }).value
    let with = CompensatedSum(cells.map { $0.weight * Double($0.count.successes) }).value
    let isWhole = cells.allSatisfy { $0.count.successes == $0.count.total }
    let share = isWhole ? 1 : with / weights
    let squares = CompensatedSum(
      cells.map { cell in
        let relative = cell.weight / weights
        let (yes, no) = (cell.count.successes, cell.count.total - cell.count.successes)
        return relative * relative
          * (Double(yes) * (1 - share) * (1 - share) + Double(no) * share * share)
      }
    ).value
    let n = Double(answered)
    self.init(
      share: share, standardError: (n / (n - 1) * squares).squareRoot(), answered: answered,
      degreesOfFreedom: n - 1)
  }

  /// Why there is no interval, or `nil`.
  var problem: String? {
    if share == 0 || share == 1 {
      return "Nobody, or everybody, who answered has the property; the weights then say nothing of "
        + "the error."
    }
    return standardError > 0 ? nil : "The standard error is 0."
  }
}
