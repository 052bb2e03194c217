/// Events of one group and the person-time they were possible in.
public struct EventRate: Hashable, Sendable, Codable {
  /// How many events.
  public let events: Int
  /// Person-time at risk, for example the sum of quarterly headcounts.
  public let exposure: Double

  /// Makes a rate; `nil` if a number is negative or the exposure is not finite.
  public init?(events: Int, exposure: Double) {
    guard events >= 0, exposure >= 0, exposure.isFinite else { return nil }
    self.events = events
    self.exposure = exposure
  }
}

/// Events and person-time of two groups.
public struct EventRates: Hashable, Sendable, Codable {
  /// Events of the focal group.
  public let focalEvents: Int
  /// Person-time of the focal group.
  public let focalExposure: Double
  /// Events of the reference group.
  public let referenceEvents: Int
  /// Person-time of the reference group.
  public let referenceExposure: Double

  /// Makes the rates; `nil` if a number is negative or an exposure is not finite.
  public init?(
    focalEvents: Int, focalExposure: Double, referenceEvents: Int, referenceExposure: Double
  ) {
    guard min(focalEvents, referenceEvents) >= 0, focalExposure >= 0, focalExposure.isFinite,
      referenceExposure >= 0, referenceExposure.isFinite
    else { return nil }
    self.focalEvents = focalEvents
    self.focalExposure = focalExposure
    self.referenceEvents = referenceEvents
    self.referenceExposure = referenceExposure
  }

  /// Why the rates cannot be compared, or `nil`.
  var problem: String? {
    if focalExposure == 0 { return "Nobody of the focal group was at risk." }
    if referenceExposure == 0 { return "Nobody of the reference group was at risk." }
    if focalEvents + referenceEvents == 0 { return "There were no events in either group." }
    return nil
  }
}
