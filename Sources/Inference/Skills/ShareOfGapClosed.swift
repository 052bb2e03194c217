public import Estimates

/// People who would be added, and the gap they would help to close.
public struct GapClosing: Hashable, Sendable, Codable {
  /// The additional people, with their interval where there is one.
  public let additional: Estimate
  /// The gap in people, for example vacancies that were not filled.
  public let gap: Int

  /// Makes the pair.
  public init(additional: Estimate, gap: Int) {
    self.additional = additional
    self.gap = gap
  }
}

/// How much of a skills gap some additional people would close.
///
///     share = additional people / gap
///
/// 1 means the whole gap, above 1 more than it, below 0 that it would widen. The gap is taken as
/// counted; the interval is that of the additional people over the gap. Without a gap there is nothing
/// to close.
/// - Source: definition.
public struct ShareOfGapClosed: StatisticalMethod {
  /// Makes the method.
  public init() {}

  /// What a reader is told about the method.
  public static let card = MethodCard(
    id: "share-of-gap-closed", title: "Share of a skills gap closed",
    formula: "additional people / gap in people",
    range: "1 is the whole gap; below 0 it would widen",
    assumptions: [
      "Each additional person fills one of the vacancies that make up the gap.",
      "The gap is taken as counted, without an error of its own.",
    ],
    source: "definition: additional people / gap in people")

  /// The name with the options in words.
  public var stamp: MethodStamp {
    stamp(convention: "interval of the additional people, carried over; the gap as counted")
  }

  /// The share, or why there is none.
  public func callAsFunction(_ closing: GapClosing) -> Outcome {
    guard closing.gap > 0 else { return .notEstimable(reason: "There is no gap to close.") }
    let gap = Double(closing.gap)
    guard let interval = closing.additional.interval else {
      return .estimate(closing.additional.value / gap)
    }
    return .estimate(
      closing.additional.value / gap, from: interval.lower / gap, to: interval.upper / gap,
      level: interval.level, method: interval.method)
  }
}
