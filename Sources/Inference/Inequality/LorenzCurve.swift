public import Estimates

/// The Lorenz curve: the share of all pay that the lowest-paid share of people have together.
///
///     L(p) = sum of the lowest amounts of a share p of people / sum of all amounts
///
/// linearly interpolated between two people, at shares of people given. No unit, from 0 to p; the
/// lower, the more unequal, and L(p) = p where everybody has the same. A curve with a point for
/// every person would give every amount away, so the shares are an option and should leave enough
/// people between two points. The influence of a person is `p q - (q - z)+ - L z` with q the amount
/// of the person at p over the mean.
/// - Source: Lorenz (1905), Publications of the American Statistical Association 9, 209-219;
///   Deville (1999), Survey Methodology 25, 193-203, for the standard error.
public struct LorenzCurve: CataloguedMethod {
  /// One point of the curve.
  public struct Point: Hashable, Sendable {
    /// The share of people, lowest-paid first.
    public let shareOfPeople: Double
    /// Their share of all pay, with a pointwise interval on the logit scale.
    public let shareOfAmounts: Outcome
  }

  /// The shares of people at which the curve is read, each from 0 to 1.
  public let shares: [Double]
  /// The nominal coverage of each interval.
  public let level: Double

  /// Makes the method; without shares, at every tenth.
  public init(
    shares: [Double] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9], level: Double = 0.95
  ) {
    self.shares = shares
    self.level = level
  }

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "lorenz-curve", title: "Lorenz curve",
    formula: "sum of the lowest amounts of a share p of people / sum of all amounts",
    range: "0 to p; lower is more unequal",
    assumptions: [
      "The intervals treat the amounts as independent draws of a pay process.",
      "Each interval is for one point, not for the whole curve.",
      "Enough people lie between two points of the curve to show it.",
    ],
    source: "Lorenz (1905), Publications of the American Statistical Association 9, 209-219; "
      + "Deville (1999), Survey Methodology 25, 193-203")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(
      convention: "linearly interpolated, at shares "
        + shares.map(ConfidenceLevel.plain).joined(separator: " ")
        + ", standard error from the influence function with n / (n - 1), "
        + "\(IntervalScale.logit.words), \(ConfidenceLevel.words(level)) for each point")
  }

  /// The points of the curve in the order of the shares, or why there are none.
  public func callAsFunction(_ amounts: WeightedAmounts) -> [Point] {
    shares.map { share in
      guard share >= 0, share <= 1 else {
        return Point(
          shareOfPeople: share,
          shareOfAmounts: .notEstimable(reason: "A share of people must lie between 0 and 1."))
      }
      if let problem = amounts.problem(zeros: .yes) {
        return Point(shareOfPeople: share, shareOfAmounts: .notEstimable(reason: problem))
      }
      let ordinate = LorenzOrdinate(at: share, of: amounts)
      return Point(
        shareOfPeople: share,
        shareOfAmounts: ordinate.linearized(amounts).outcome(level: level, scale: .logit))
    }
  }
}
