import Crypto

/// The organisation's secret, as the ledger uses it.
///
/// Two keys are made from it, so that what authenticates a line says nothing about a person:
/// `HMAC-SHA-256(secret, "parity ledger people")` and `HMAC-SHA-256(secret, "parity ledger lines")`.
/// It prints as a fixed word.
public struct LedgerKey: Sendable, CustomStringConvertible, CustomReflectable {
  /// The least length of a secret, in bytes.
  public static let leastSecret = 16

  private let people: SymmetricKey
  private let lines: SymmetricKey

  /// Makes the keys; `nil` where the secret has fewer than ``leastSecret`` bytes.
  public init?(secret: [UInt8]) {
    guard secret.count >= Self.leastSecret else { return nil }
    let root = SymmetricKey(data: secret)
    func derived(_ use: String) -> SymmetricKey {
      SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: Array(use.utf8), using: root))
    }
    people = derived("parity ledger people")
    lines = derived("parity ledger lines")
  }

  /// The code of a person.
  func code(person: some Sequence<UInt8>) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(person), using: people))
  }

  /// The code of a line of the ledger or of its head, in hexadecimal.
  func code(line: some Sequence<UInt8>, use: String) -> String {
    var code = HMAC<SHA256>(key: lines)
    code.update(data: Array(use.utf8) + [0])
    code.update(data: Array(line))
    return Hexadecimal.text(Array(code.finalize()))
  }

  /// A fixed word.
  public var description: String { "ledger key" }

  /// Nothing inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
