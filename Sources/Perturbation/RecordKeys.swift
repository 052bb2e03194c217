import Crypto

/// A person's key from 0 to 255: the first byte of HMAC-SHA-256(secret, pseudonym).
///
/// The key depends on the person alone, so the same people get the same noise in every table and in
/// every quarter. Keep the secret, and keep it for the whole family of releases: who has it can
/// remove the noise, and a new secret makes new noise for unchanged people, from which the old can be
/// averaged out.
public struct RecordKeys: Sendable, CustomStringConvertible, CustomReflectable {
  /// The least length of a secret, in bytes.
  public static let leastSecret = 16

  private let key: SymmetricKey
  private let emptyCellKey: SymmetricKey

  /// Makes keys from a secret.
  ///
  /// - Throws: `noise-secret` where the secret has fewer than 16 bytes.
  public init(secret: [UInt8]) throws(PerturbationError) {
    guard secret.count >= Self.leastSecret else {
      throw PerturbationError(
        code: "noise-secret",
        message: "The secret of the noise has \(secret.count) bytes. It needs at least "
          + "\(Self.leastSecret); 32 random bytes are best.")
    }
    key = SymmetricKey(data: secret)
    emptyCellKey = SymmetricKey(
      data: HMAC<SHA256>.authenticationCode(for: Array("empty cells".utf8), using: key))
  }

  /// The key of a person, from the bytes of the pseudonym as they are.
  public func key(pseudonym: String) -> UInt8 {
    Self.firstByte(of: pseudonym, using: key)
  }

  /// The key of a cell without people, from the cell's identifier and a secret of its own.
  ///
  /// The sum over nobody is 0 for every empty cell; a key of its own keeps empty cells apart.
  public func key(emptyCell id: String) -> UInt8 {
    Self.firstByte(of: id, using: emptyCellKey)
  }

  private static func firstByte(of text: String, using key: SymmetricKey) -> UInt8 {
    let code = HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)
    return code.withUnsafeBytes { $0.first ?? 0 }
  }

  /// A fixed word.
  public var description: String { "record keys" }

  /// Nothing inside.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
