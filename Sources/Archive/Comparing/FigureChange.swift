/// A figure that both releases publish for the same period, and that is not the same.
public struct FigureChange: Hashable, Sendable {
  /// A number as a release shows it.
  public struct Figure: Hashable, Sendable {
    /// The count of people, the estimate or the p-value.
    public let value: Double
    /// The limits of its interval, where there is one.
    public let interval: ArchivedInterval?
  }

  /// Where it stands in the later release, the first place of several.
  public let place: ComparedPlace
  /// The quarter or span both numbers belong to.
  public let period: String
  /// The number before; `nil` where the two cannot be compared.
  public let before: Figure?
  /// The number now.
  public let now: Figure
  /// Whether method or levels differ, so that the change says nothing: its mark is `[b]`.
  public var isBreak: Bool { before == nil }
}

extension FigureChange.Figure {
  /// What an entry shows; `nil` where it shows nothing.
  init?(_ entry: ArchivedEntry) {
    guard entry.status == .shown || entry.status == .zero,
      let value = entry.count.map(Double.init) ?? entry.value ?? entry.pValue
    else { return nil }
    self.init(value: value, interval: entry.interval)
  }

  /// Whether two figures are one, save the last digits of computing: within a billionth of their
  /// size, as between platforms.
  func agrees(with other: Self) -> Bool {
    guard Self.agree(value, other.value) else { return false }
    switch (interval, other.interval) {
    case (nil, nil): return true
    case (let own?, let other?):
      return Self.agree(own.lower, other.lower) && Self.agree(own.upper, other.upper)
    default: return false
    }
  }

  private static func agree(_ left: Double, _ right: Double) -> Bool {
    left == right || abs(left - right) <= max(1e-12, 1e-9 * max(abs(left), abs(right)))
  }
}

/// A place of the later release.
public struct ComparedPlace: Hashable, Sendable {
  /// The position of the exhibit in the release, from 0.
  public let exhibit: Int
  /// The row, from 0.
  public let row: Int
  /// The column, from 0; `nil` for a whole row.
  public let column: Int?
}
