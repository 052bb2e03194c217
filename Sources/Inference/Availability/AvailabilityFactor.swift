/// One of the factors an availability is put together from: a body of people somebody could be
/// chosen from, the group's share among them and the weight it is given.
public struct AvailabilityFactor: Codable, Hashable, Sendable {
  /// How well the share is known.
  public enum Precision: Codable, Hashable, Sendable {
    /// Without error: everybody was counted, as among an employer's own people.
    case known
    /// As the share among so many people drawn at random, at least 1.
    case people(Int)
    /// With a published standard error, a share of 0 or more.
    case standardError(Double)
  }

  /// Who the factor is about, such as people with the requisite skills in the recruitment area.
  public let name: String
  /// Where the share comes from, such as a census table with its year.
  public let source: String
  /// The part of all choices made among these people, from 0 to 1.
  public let weight: Fraction
  /// The group's share among these people, from 0 to 1.
  public let share: Fraction
  /// How well the share is known.
  public let precision: Precision

  /// Makes a factor.
  public init(
    name: String, source: String, weight: Fraction, share: Fraction, precision: Precision = .known
  ) {
    self.name = name
    self.source = source
    self.weight = weight
    self.share = share
    self.precision = precision
  }

  /// The weight times the share: what the factor adds to the availability.
  public var weightedShare: Double {
    Double(weight.numerator) * Double(share.numerator)
      / (Double(weight.denominator) * Double(share.denominator))
  }

  /// Why the factor cannot be used, or `nil`.
  var problem: String? {
    guard share.numerator <= share.denominator, weight.numerator <= weight.denominator else {
      return "Shares and weights of factors must lie between 0 and 1."
    }
    switch precision {
    case .known: return nil
    case .people(let people):
      return people >= 1 ? nil : "A factor's share must be of at least one person."
    case .standardError(let error):
      return error >= 0 && error.isFinite
        ? nil : "A factor's standard error must be 0 or more."
    }
  }

  /// The standard error of the share; 0 where it is known.
  var standardError: Double {
    switch precision {
    case .known: 0
    case .people(let people):
      (share.value * Double(share.denominator - share.numerator) / Double(share.denominator)
        / Double(people)).squareRoot()
    case .standardError(let error): error
    }
  }

  /// The limits of the share at a critical value of the normal distribution: Wilson's for a number
  /// of people, symmetric and within 0 to 1 for a standard error.
  func limits(criticalValue: Double) -> (lower: Double, upper: Double) {
    switch precision {
    case .known: (share.value, share.value)
    case .people(let people):
      WilsonInterval.limits(
        successes: share.value * Double(people), total: Double(people), z: criticalValue)
    case .standardError(let error):
      (max(0, share.value - criticalValue * error), min(1, share.value + criticalValue * error))
    }
  }
}
