public import Estimates
import NumericalKernel

/// How unequally a team's members share in an amount, such as pay or tenure.
///
///     coefficient of variation = sqrt(sum (x - mean)² / n) / mean
///     gini = sum over all pairs of |x_i - x_j| / (2 n² mean)
///
/// with n - 1 under the root, or n (n - 1) in place of n², for comparing teams of different size.
/// Without unit. Range 0 (everybody has the same) to the attainable maximum, where one has all:
/// sqrt(n - 1) and 1 - 1 / n with divisor n, sqrt(n) and 1 with divisor n - 1. Undefined with an
/// amount below 0 or where every amount is 0.
/// - Source: Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and
///   Kearney (2010), Organizational Research Methods 13, 582-599, for the correction.
public struct DisparityIndex: CataloguedMethod {
  /// How the amounts are set in relation.
  public enum Statistic: String, Codable, Hashable, Sendable, CaseIterable {
    /// The standard deviation over the mean.
    case coefficientOfVariation = "coefficient-of-variation"
    /// The Gini coefficient.
    case gini
  }

  /// How the amounts are set in relation.
  public let statistic: Statistic
  /// What the sums are divided by.
  public let divisor: TeamDivisor

  /// Makes the method.
  public init(
    statistic: Statistic = .coefficientOfVariation, divisor: TeamDivisor = .membersLessOne
  ) {
    self.statistic = statistic
    self.divisor = divisor
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "disparity", title: "Disparity within a team",
    formula: "sqrt(sum (x - mean)² / n) / mean, or the sum of |x_i - x_j| / (2 n² mean); n - 1 and "
      + "n (n - 1) for comparing teams of different size",
    range: "0 (everybody has the same) and up; largest where one has all",
    assumptions: [
      "The amounts have a true 0 and nobody has less.",
      "The index describes this team; it has no sampling error.",
    ],
    source: "Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and "
      + "Kearney (2010), Organizational Research Methods 13, 582-599")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + statistic.rawValue,
      convention: divisor.words + ", maximum for the team's size where one has all")
  }

  /// The index and its maximum, each with a reason where it is not defined.
  public func callAsFunction(_ team: TeamAmounts) -> TeamIndexResult {
    if let problem = team.problem {
      return TeamIndexResult(
        index: .notEstimable(reason: problem), attainableMaximum: .notEstimable(reason: problem))
    }
    let factor = divisor.factor(team.members)
    let maximum: Outcome
    switch statistic {
    case .coefficientOfVariation:
      maximum = .estimate((factor * (team.members - 1)).squareRoot())
    case .gini:
      maximum = .estimate(divisor == .members ? (team.members - 1) / team.members : 1)
    }
    if let problem = team.ratioProblem {
      return TeamIndexResult(index: .notEstimable(reason: problem), attainableMaximum: maximum)
    }
    return TeamIndexResult(
      index: .estimate(
        statistic == .gini ? factor * gini(team) : factor.squareRoot() * variation(team)),
      attainableMaximum: maximum)
  }

  /// The amounts over the largest, so that no sum overflows.
  private func scaled(_ team: TeamAmounts) -> [Double] {
    let largest = team.amounts.max() ?? 1
    return team.amounts.map { $0 / largest }
  }

  /// The coefficient of variation with divisor n.
  private func variation(_ team: TeamAmounts) -> Double {
    let amounts = scaled(team)
    let mean = CompensatedSum(amounts).value / team.members
    let squares = CompensatedSum(amounts.map { ($0 - mean) * ($0 - mean) }).value
    return (squares / team.members).squareRoot() / mean
  }

  /// The Gini coefficient with divisor n²: from the amounts in order, each weighted by how many
  /// more members have less than have more.
  private func gini(_ team: TeamAmounts) -> Double {
    let amounts = scaled(team).sorted()
    let weighted = CompensatedSum(
      amounts.enumerated().map { Double(2 * $0.offset + 1 - amounts.count) * $0.element })
    return max(0, weighted.value / (team.members * CompensatedSum(amounts).value))
  }
}
