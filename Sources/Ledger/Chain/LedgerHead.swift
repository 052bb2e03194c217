import Foundation

/// How many entries a ledger has, and the hash of the last: kept in a file of its own, so that a
/// ledger cut off at the end of a line is found out.
public struct LedgerHead: Sendable, Hashable, Codable {
  /// The number of entries.
  public let entries: Int
  /// The hash of the last; 64 zeros where there is none.
  public let last: String

  private static let use = "head"

  init(entries: Int, last: String) {
    self.entries = entries
    self.last = last
  }

  /// Reads a head file.
  ///
  /// - Throws: `.headNotAuthentic` where any byte of it was changed or another key wrote it.
  init(_ bytes: [UInt8], key: LedgerKey) throws(LedgerFault) {
    guard bytes.last == UInt8(ascii: "\n"),
      let content = try? LedgerLine.content(of: bytes.dropLast(), key: key, use: Self.use),
      let head = try? JSONDecoder().decode(LedgerHead.self, from: Data(content.body))
    else { throw .headNotAuthentic }
    self = head
  }

  /// The text of a head file.
  func bytes(key: LedgerKey) -> [UInt8] {
    let body = Array("{\"entries\":\(entries),\"last\":\"\(last)\"}".utf8)
    return LedgerLine.bytes(body: body, key: key, use: Self.use) + [UInt8(ascii: "\n")]
  }
}
