/// Event rates of two groups in several strata, for example each level with each length of service.
public struct StratifiedEventRates: Hashable, Sendable, Codable {
  /// The rates, one pair per stratum.
  public let strata: [EventRates]

  /// Makes the strata.
  public init(_ strata: [EventRates]) { self.strata = strata }

  /// The strata that say something about a difference: both groups at risk, and an event.
  var informative: [EventRates] {
    strata.filter {
      $0.focalExposure > 0 && $0.referenceExposure > 0 && $0.focalEvents + $0.referenceEvents > 0
    }
  }

  /// Why the strata say nothing.
  static let requirement = "In no stratum are both groups at risk with an event among them."

  /// A convention with the number of strata that are left out, where there are any.
  func naming(_ convention: String) -> String {
    let left = strata.count - informative.count
    return left == 0 ? convention : convention + ", \(left) of \(strata.count) strata say nothing"
  }
}
