public import Estimates
import NumericalKernel

/// How far apart a team's members stand on a scale.
///
///     standard deviation = sqrt(sum (x - mean)² / n)
///     mean Euclidean distance = mean over members i of sqrt(sum over j of (x_i - x_j)² / n)
///
/// with n - 1 in place of n under the roots for comparing teams of different size. In the unit of
/// the amounts. Range 0 (everybody alike) to the attainable maximum, where half of the members
/// stand at either end of the scale; that is printed beside the index, and needs a declared scale.
/// It measures camps at the ends, not the number of different amounts. The distances cost the
/// square of the number of members.
/// - Source: Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and
///   Kearney (2010), Organizational Research Methods 13, 582-599, for the correction.
public struct SeparationIndex: CataloguedMethod {
  /// What the distances are summed to.
  public enum Statistic: String, Codable, Hashable, Sendable, CaseIterable {
    /// The standard deviation.
    case standardDeviation = "standard-deviation"
    /// The mean over the members of their root mean squared distance to the team.
    case meanEuclideanDistance = "mean-euclidean-distance"
  }

  /// What the distances are summed to.
  public let statistic: Statistic
  /// What the sums are divided by.
  public let divisor: TeamDivisor

  /// Makes the method.
  public init(
    statistic: Statistic = .standardDeviation, divisor: TeamDivisor = .membersLessOne
  ) {
    self.statistic = statistic
    self.divisor = divisor
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "separation", title: "Separation within a team",
    formula: "sqrt(sum (x - mean)² / n), or the mean over members of sqrt(sum (x_i - x_j)² / n); "
      + "n - 1 for comparing teams of different size",
    range: "0 (everybody alike) and up, in the unit of the amounts; largest for two camps",
    assumptions: [
      "The amounts are on a scale with equal steps.",
      "The index describes this team; it has no sampling error.",
      "It measures camps at the ends of the scale, not the variety of amounts.",
    ],
    source: "Harrison and Klein (2007), Academy of Management Review 32, 1199-1228; Biemann and "
      + "Kearney (2010), Organizational Research Methods 13, 582-599")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      id: Self.card.id + "-" + statistic.rawValue,
      convention: divisor.words + ", maximum for the team's size from the declared scale")
  }

  /// The index and its maximum, each with a reason where it is not defined.
  public func callAsFunction(_ team: TeamAmounts) -> TeamIndexResult {
    if let problem = team.problem {
      return TeamIndexResult(
        index: .notEstimable(reason: problem), attainableMaximum: .notEstimable(reason: problem))
    }
    let root = divisor.factor(team.members).squareRoot()
    return TeamIndexResult(
      index: .estimate(root * separation(team)), attainableMaximum: maximum(team, root: root))
  }

  /// The statistic with divisor n.
  private func separation(_ team: TeamAmounts) -> Double {
    let mean = CompensatedSum(team.amounts.map { $0 / team.members }).value
    let distances = team.amounts.map { $0 - mean }
    switch statistic {
    case .standardDeviation:
      return (CompensatedSum(distances.map { $0 * $0 }).value / team.members).squareRoot()
    case .meanEuclideanDistance:
      let roots = team.amounts.map { own in
        CompensatedSum(team.amounts.map { ($0 - own) * ($0 - own) }).value.squareRoot()
      }
      return CompensatedSum(roots).value / team.members / team.members.squareRoot()
    }
  }

  /// The statistic of a team with half of its members, rounded down, at one end and the others at
  /// the other: both statistics are convex in every amount, so no other team has more.
  private func maximum(_ team: TeamAmounts, root: Double) -> Outcome {
    guard let scale = team.scale else {
      return .notEstimable(reason: "The ends of the scale are not declared.")
    }
    let low = Double(team.amounts.count / 2)
    let high = team.members - low
    let range = scale.upperBound - scale.lowerBound
    let product = (low * high).squareRoot() / team.members
    switch statistic {
    case .standardDeviation: return .estimate(root * range * product)
    case .meanEuclideanDistance:
      let roots = (low / team.members).squareRoot() + (high / team.members).squareRoot()
      return .estimate(root * range * product * roots)
    }
  }
}
