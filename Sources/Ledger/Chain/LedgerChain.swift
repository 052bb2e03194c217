import Foundation

/// All releases of an organisation, one line each, only ever added to.
///
/// Each line names the hash of the line before and is authenticated with the organisation's key; a
/// head beside the file holds how many lines there are and the hash of the last. Without the key no
/// line can be changed, taken out, put in, moved or cut off unnoticed. What nothing inside two files
/// can show is that both were put back to an older state together: keep a copy of the head elsewhere.
public struct LedgerChain: Sendable {
  /// The entries, oldest first.
  public let entries: [LedgerEntry]
  private let lastHash: String
  private let key: LedgerKey

  private static let use = "entry"
  private static let lineFeed = UInt8(ascii: "\n")

  /// A ledger without entries, for a first release.
  public init(key: LedgerKey) {
    entries = []
    lastHash = LedgerEntry.noPrevious
    self.key = key
  }

  /// Reads a ledger and its head.
  ///
  /// - Parameters:
  ///   - lines: the ledger's bytes.
  ///   - head: the head's bytes; `nil` where there is no head.
  ///   - key: the organisation's key.
  ///   - period: the period of the release that is being made; entries about later ones are a fault.
  ///     `nil` looks at no period.
  /// - Throws: the first fault.
  public init(
    lines: [UInt8], head: [UInt8]?, key: LedgerKey, period: LedgerPeriod? = nil
  ) throws(LedgerFault) {
    var entries: [LedgerEntry] = []
    var last = LedgerEntry.noPrevious
    var rest = lines[...]
    while !rest.isEmpty {
      let number = entries.count + 1
      guard let end = rest.firstIndex(of: Self.lineFeed) else { throw .malformed(entry: number) }
      let content: LedgerLine.Content
      do {
        content = try LedgerLine.content(of: rest[..<end], key: key, use: Self.use)
      } catch .malformed {
        throw .malformed(entry: number)
      } catch {
        throw .notAuthentic(entry: number)
      }
      guard let entry = try? JSONDecoder().decode(LedgerEntry.self, from: Data(content.body))
      else { throw .unreadable(entry: number) }
      guard entry.sequence == number, entry.previous == last else {
        throw .outOfOrder(entry: number)
      }
      guard let about = LedgerPeriod(entry.period) else { throw .unreadable(entry: number) }
      if let period, period < about { throw .future(entry: number) }
      entries.append(entry)
      last = content.hash
      rest = rest[(end + 1)...]
    }
    guard let head else { throw .headMissing }
    let wanted = try LedgerHead(head, key: key)
    guard wanted.entries == entries.count, wanted.last == last else {
      throw .headDisagrees(counted: wanted.entries, found: entries.count)
    }
    self.entries = entries
    lastHash = last
    self.key = key
  }

  /// Holds a ledger against its head, line by line; the first fault, or `nil`.
  public static func verify(
    lines: [UInt8], head: [UInt8]?, key: LedgerKey, period: LedgerPeriod? = nil
  ) -> LedgerFault? {
    do {
      _ = try LedgerChain(lines: lines, head: head, key: key, period: period)
      return nil
    } catch {
      return error
    }
  }

  /// The head of the ledger as it is.
  public var headBytes: [UInt8] {
    LedgerHead(entries: entries.count, last: lastHash).bytes(key: key)
  }

  /// What is added to the ledger for a release.
  public struct Addition: Sendable {
    /// The entry.
    public let entry: LedgerEntry
    /// The line to append, with its line feed.
    public let line: [UInt8]
    /// The head to put in place of the old one.
    public let head: [UInt8]
  }

  /// The line and the head for a release; `nil` where the last release had the same bytes.
  ///
  /// Nothing is written.
  ///
  /// - Throws: `.unwritable` where the entry cannot be put in text.
  public func adding(_ release: LedgerRelease) throws(LedgerError) -> Addition? {
    if holds(release) { return nil }
    let entry = LedgerEntry(release, sequence: entries.count + 1, previous: lastHash)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(entry) else { throw .unwritable }
    let body = Array(data)
    // A line feed inside a text is written as an escape, so a line is one line.
    guard !body.contains(Self.lineFeed) else { throw .unwritable }
    let head = LedgerHead(entries: entry.sequence, last: Hexadecimal.sha256(body))
    return Addition(
      entry: entry, line: LedgerLine.bytes(body: body, key: key, use: Self.use) + [Self.lineFeed],
      head: head.bytes(key: key))
  }

  /// Whether some release of the ledger had the same bytes.
  public func holds(_ release: LedgerRelease) -> Bool {
    entries.contains { $0.release == release.digest && $0.period == release.period }
  }
}
