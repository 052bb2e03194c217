/// How much of a file is read before it is refused.
public struct ArchiveLimits: Hashable, Sendable {
  /// The most bytes of a document.
  public var bytes: Int
  /// The most values that may lie within each other.
  public var depth: Int
  /// The most values of a document.
  public var values: Int
  /// The most bytes of one text.
  public var textBytes: Int

  /// The largest count of people that is read: a thousand billion, so that sums of counts fit.
  public static let largestCount = 1_000_000_000_000

  /// Makes limits.
  ///
  /// The defaults are about forty times what the largest report of the project needs.
  public init(
    bytes: Int = 64 << 20, depth: Int = 32, values: Int = 4_000_000, textBytes: Int = 1 << 16
  ) {
    self.bytes = bytes
    self.depth = depth
    self.values = values
    self.textBytes = textBytes
  }
}
