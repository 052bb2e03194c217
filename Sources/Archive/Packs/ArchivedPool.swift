/// A pool that was made earlier, read back from `pool.json`: enough to keep two of one period from
/// being of different organisations.
public struct ArchivedPool: Hashable, Sendable {
  /// The schemas that are read.
  public static let schemas = ["parity.benchmark-pool/1"]
  /// How much of a pool is read.
  public static let limits = ArchiveLimits(bytes: 16 << 20, depth: 10, values: 1_000_000)

  /// The quarter of stocks.
  public let period: String
  /// The name of the taxonomy.
  public let taxonomy: String
  /// The digest of the packs.
  public let panel: String

  /// Reads the bytes of a `pool.json`.
  ///
  /// - Throws: an ``ArchiveProblem`` where they are not one.
  public init(
    poolFile bytes: [UInt8], limits: ArchiveLimits = Self.limits
  ) throws(ArchiveProblem) {
    let document = try JSONReader.read(bytes, limits: limits)
    guard Self.schemas.contains(try document.text("schema")) else { throw .unknownSchema }
    period = try document.text("period")
    taxonomy = try document.text("taxonomy")
    panel = try document.text("panel")
  }
}
