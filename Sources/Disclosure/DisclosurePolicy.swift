import Perturbation

/// Who will read the release, and the floors that follow: the one table of them.
public struct DisclosurePolicy: Sendable, Hashable, Codable {
  /// Who will read the release.
  public enum Audience: String, Sendable, Hashable, Codable {
    /// Anyone.
    case `public`
    /// People inside the organisation.
    case `internal`
    /// Historical figures that are public already: no gate, and the release says so.
    case alreadyPublished = "already-published"
  }

  /// Who will read the release.
  public let audience: Audience
  /// The smallest group whose head count is shown: public 10, internal 5.
  public let threshold: Int
  /// The smallest group whose pay is shown: at least 10.
  public let payThreshold: Int
  /// The smallest denominator of a rate: 20, so that one person moves it by at most 5 points.
  public let rateBase: Int
  /// The attributes of which not even a whole group's answer may be known, in order.
  public let sensitiveAttributes: [String]
  /// Shown counts are rounded to the nearest multiple of this; `nil` shows them as counted.
  ///
  /// At most the threshold, so that nobody's group rounds to 0.
  public let roundingBase: Int?

  /// The default floors for an audience, or stricter ones.
  ///
  /// A threshold below the audience's floor is refused (`nil`); so is one of 0 or 1, which protects
  /// nobody, and a rounding base below 2 or above the threshold.
  public init?(
    audience: Audience, threshold: Int? = nil, payThreshold: Int? = nil,
    sensitiveAttributes: [String] = [], roundingBase: Int? = nil
  ) {
    let floor =
      switch audience {
      case .public: 10
      case .internal: 5
      case .alreadyPublished: 1
      }
    let smallest = threshold ?? floor
    guard smallest >= floor else { return nil }
    let pay = payThreshold ?? max(10, smallest)
    guard pay >= max(audience == .alreadyPublished ? 1 : 10, smallest) else { return nil }
    if let roundingBase {
      // A base that the rounding does not take would leave exact counts.
      guard audience != .alreadyPublished, roundingBase <= smallest,
        (try? RoundingToBase(base: roundingBase)) != nil
      else { return nil }
    }
    self.audience = audience
    self.roundingBase = roundingBase
    self.threshold = smallest
    self.payThreshold = audience == .alreadyPublished ? 1 : pay
    self.sensitiveAttributes =
      audience == .alreadyPublished ? [] : sensitiveAttributes.sorted()
    rateBase = audience == .alreadyPublished ? 1 : 20
  }
}
