public import Estimates

/// The amounts of a team's members on one scale, such as age or years of tenure.
public struct TeamAmounts: Hashable, Sendable, Codable {
  /// One amount per member.
  public let amounts: [Double]
  /// The ends of the scale the amounts are on; `nil` where it has none.
  public let scale: ClosedRange<Double>?

  /// Makes amounts; `nil` where one is not a finite number or lies outside the scale.
  public init?(_ amounts: [Double], scale: ClosedRange<Double>? = nil) {
    guard amounts.allSatisfy(\.isFinite), amounts.allSatisfy({ scale?.contains($0) ?? true }),
      scale.map({ $0.lowerBound.isFinite && $0.upperBound.isFinite }) ?? true
    else { return nil }
    self.amounts = amounts
    self.scale = scale
  }

  /// Reads amounts, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let amounts = TeamAmounts(
        try container.decode([Double].self, forKey: .amounts),
        scale: try container.decodeIfPresent(ClosedRange<Double>.self, forKey: .scale))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .amounts, in: container,
        debugDescription: "Amounts are finite numbers within their scale.")
    }
    self = amounts
  }

  /// Why members do not differ or cannot, or `nil`.
  var problem: String? {
    switch amounts.count {
    case 0: "Nobody is in the team."
    case 1: "One person alone cannot be compared with anybody."
    default: nil
    }
  }

  /// Why amounts cannot be set in relation to their mean, or `nil`.
  var ratioProblem: String? {
    if let problem { return problem }
    if amounts.contains(where: { $0 < 0 }) {
      return "An amount is below 0, so that the mean is no yardstick."
    }
    return amounts.allSatisfy { $0 == 0 } ? "Every amount is 0." : nil
  }

  /// How many members there are.
  var members: Double { Double(amounts.count) }
}

/// What the sum over a team's members is divided by.
public enum TeamDivisor: String, Codable, Hashable, Sendable, CaseIterable {
  /// n: the spread of this team, which is smaller in small teams by chance alone.
  case members
  /// n - 1: for comparing teams of different size.
  case membersLessOne = "members_less_one"

  /// The divisor as it is printed.
  var words: String {
    switch self {
    case .members: "divisor n"
    case .membersLessOne: "divisor n - 1 (small-team correction)"
    }
  }

  /// n over the divisor.
  func factor(_ members: Double) -> Double {
    switch self {
    case .members: 1
    case .membersLessOne: members / (members - 1)
    }
  }
}

/// An index of a team with the largest value a team of its size could have.
public struct TeamIndexResult: Hashable, Sendable {
  /// The index, or why there is none.
  public let index: Outcome
  /// The largest value of the index for so many members, or why there is none.
  public let attainableMaximum: Outcome
}
