/// People with and without a property at two times, by what became of them.
///
/// The property is what the share is of, such as being a woman among managers: somebody can stay
/// and gain or lose it where it is one that changes.
public struct OverlappingSnapshots: Hashable, Sendable, Codable {
  /// Those there both times who have the property both times.
  public let stayedWith: Int
  /// Those there both times who have it neither time.
  public let stayedWithout: Int
  /// Those there both times who have it the second time only.
  public let gained: Int
  /// Those there both times who have it the first time only.
  public let lost: Int
  /// Those there the first time only, and how many of them had it.
  public let leavers: BinomialCount
  /// Those there the second time only, and how many of them have it.
  public let joiners: BinomialCount

  /// Makes two snapshots; `nil` if a count is negative.
  public init?(
    stayedWith: Int, stayedWithout: Int, gained: Int = 0, lost: Int = 0, leavers: BinomialCount,
    joiners: BinomialCount
  ) {
    guard min(stayedWith, stayedWithout, gained, lost) >= 0 else { return nil }
    self.stayedWith = stayedWith
    self.stayedWithout = stayedWithout
    self.gained = gained
    self.lost = lost
    self.leavers = leavers
    self.joiners = joiners
  }

  /// Reads snapshots, with the conditions of new ones.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    guard
      let snapshots = OverlappingSnapshots(
        stayedWith: try container.decode(Int.self, forKey: .stayedWith),
        stayedWithout: try container.decode(Int.self, forKey: .stayedWithout),
        gained: try container.decode(Int.self, forKey: .gained),
        lost: try container.decode(Int.self, forKey: .lost),
        leavers: try container.decode(BinomialCount.self, forKey: .leavers),
        joiners: try container.decode(BinomialCount.self, forKey: .joiners))
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .stayedWith, in: container, debugDescription: "No count is negative.")
    }
    self = snapshots
  }

  /// Those there both times.
  public var both: Int { stayedWith + stayedWithout + gained + lost }
  /// Those there the first time.
  public var before: Int { both + leavers.total }
  /// Those there the second time.
  public var after: Int { both + joiners.total }
  /// Those with the property the first time.
  public var withBefore: Int { stayedWith + lost + leavers.successes }
  /// Those with the property the second time.
  public var withAfter: Int { stayedWith + gained + joiners.successes }

  /// Why the shares cannot be compared, or `nil`.
  var problem: String? {
    if before == 0 { return "Nobody was there the first time." }
    return after == 0 ? "Nobody is there the second time." : nil
  }
}
