/// What is known of the chances of staying, moving and leaving before anybody was counted.
///
/// Counts of transitions of one group and level, plus the prior's own, are the parameters of the
/// Dirichlet distribution that chances are drawn from. Only what somebody of some group did at a
/// level, staying and leaving are possible there.
/// - Source: Berger, Bernardo and Sun (2015), Bayesian Analysis 10, 189-221, for the first three.
public enum DirichletPrior: Hashable, Sendable, Codable {
  /// Nothing is added: what a group was not seen to do does not happen.
  case none
  /// One half for each thing that can happen.
  case jeffreys
  /// One in all, in equal parts.
  case perks
  /// One for each thing that can happen.
  case uniform
  /// So many people in all, who behaved as everyone at that level did.
  case pooled(people: Double)

  /// One person who behaved as everyone at that level did.
  public static let standard = DirichletPrior.pooled(people: 1)

  /// The prior as it is printed.
  public var words: String {
    switch self {
    case .none: "no prior"
    case .jeffreys: "Jeffreys prior (one half each)"
    case .perks: "Perks prior (one in all)"
    case .uniform: "uniform prior (one each)"
    case .pooled(let people):
      "prior of \(ConfidenceLevel.plain(people)) "
        + (people == 1 ? "person" : "people") + " with the rates of all groups together"
    }
  }

  /// Why the prior cannot be used, or `nil`.
  var problem: String? {
    if case .pooled(let people) = self, !(people >= 0 && people.isFinite) {
      return "The prior's number of people must be 0 or more."
    }
    return nil
  }

  /// What is added to each count.
  ///
  /// - Parameter pooled: the counts of all groups together, 0 for what cannot happen unless `open`.
  func added(pooled: [Int], open: [Bool]) -> [Double] {
    let possible = pooled.indices.map { pooled[$0] > 0 || open[$0] }
    let count = Double(possible.count { $0 })
    let all = Double(pooled.reduce(0, +))
    return pooled.indices.map { index in
      guard possible[index], count > 0 else { return 0 }
      return switch self {
      case .none: 0
      case .jeffreys: 0.5
      case .perks: 1 / count
      case .uniform: 1
      case .pooled(let people): all > 0 ? people * Double(pooled[index]) / all : people / count
      }
    }
  }
}
