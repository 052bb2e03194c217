/// A person as the ledger knows them: HMAC-SHA-256(key, person_id), 32 bytes.
///
/// Whoever lacks the key cannot find the pseudonym by hashing candidates. The pseudonym's bytes enter
/// as they are, so it must be stable from quarter to quarter. Equality and order are those of the
/// bytes.
public struct ContributorHash: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The number of bytes.
  static let length = 32

  private let first: UInt64
  private let second: UInt64
  private let third: UInt64
  private let fourth: UInt64

  /// The hash of a pseudonym.
  public init(person: String, key: LedgerKey) {
    self.init(key.code(person: person.utf8)[...])
  }

  /// Takes 32 bytes; missing ones count as 0.
  init(_ bytes: ArraySlice<UInt8>) {
    func word(_ index: Int) -> UInt64 {
      bytes.dropFirst(8 * index).prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }
    first = word(0)
    second = word(1)
    third = word(2)
    fourth = word(3)
  }

  /// The bytes.
  var bytes: [UInt8] {
    [first, second, third, fourth].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * UInt64($0))) }
    }
  }

  /// Orders by bytes.
  public static func < (left: ContributorHash, right: ContributorHash) -> Bool {
    (left.first, left.second, left.third, left.fourth)
      < (right.first, right.second, right.third, right.fourth)
  }

  /// A fixed word: a hash is as confidential as a pseudonym.
  public var description: String { "contributor" }
}
