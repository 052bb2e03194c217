import Crypto
import Foundation

/// Signatures of manifests: Ed25519 over a prefix of their own and the manifest's exact bytes.
///
/// The prefix keeps a signature from being taken for one of anything else. The signature stands beside
/// the manifest and is outside the promise of same bytes; the manifest names the key and is within it.
enum ManifestSignature {
  /// The name of the file.
  static let fileName = "manifest.sig"
  /// The first line of the file, and what is signed before the manifest.
  private static let header = "parity.signature/1"
  /// The most bytes of a signature file.
  static let largestFile = 256

  /// What is signed.
  private static func message(_ manifest: [UInt8]) -> Data {
    Data("\(header)\nmanifest.json\n\(manifest.count)\n".utf8) + Data(manifest)
  }

  /// The signature file of a manifest.
  static func file(of manifest: [UInt8], key: SigningKey) throws(RunFailure) -> [UInt8] {
    guard let signature = try? key.privateKey.signature(for: message(manifest)) else {
      throw RunFailure(
        .internalError, ["error I103 the manifest could not be signed", "  fix: report this fault"])
    }
    return Array("\(header)\n\(signature.base64EncodedString())\n".utf8)
  }

  /// Whether a signature file is one of a manifest by a key.
  static func isValid(_ file: [UInt8], of manifest: [UInt8], publicKey: PublicKey) -> Bool {
    guard let text = String(validating: file, as: UTF8.self) else { return false }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 3, lines[0] == header, lines[2].isEmpty,
      let signature = Data(base64Encoded: String(lines[1])), signature.count == 64,
      signature.base64EncodedString() == lines[1]
    else { return false }
    return publicKey.key.isValidSignature(signature, for: message(manifest))
  }
}

/// A public key.
struct PublicKey: Sendable {
  /// The key.
  let key: Curve25519.Signing.PublicKey

  /// Takes 32 bytes, or their Base64 with or without space around it; `nil` for anything else.
  init?(_ bytes: [UInt8]) {
    guard let raw = KeyBytes.read(bytes),
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: raw)
    else { return nil }
    self.key = key
  }

  init(of key: SigningKey) { self.key = key.privateKey.publicKey }

  /// The key in Base64.
  var base64: String { key.rawRepresentation.base64EncodedString() }
  /// The SHA-256 of the key's 32 bytes, in hexadecimal.
  var fingerprint: String { Digest.sha256(Array(key.rawRepresentation)) }
}

/// The private key that releases are signed with.
struct SigningKey: Sendable {
  /// The key.
  let privateKey: Curve25519.Signing.PrivateKey

  /// Reads the key file.
  ///
  /// - Throws: a failure where it cannot be read (66), others may read it, or it holds no key (78).
  init(path: String, configuration: String) throws(RunFailure) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      case .success(let bytes) = BundleFolder.plainFile(path, atMost: 1 << 20)
    else {
      throw RunFailure(
        .inputMissing,
        [
          "error C072 \(configuration): the file named by [privacy] signing_key cannot be read",
          "  fix: `parity init --out` makes one; without signing_key the release is unsigned",
        ])
    }
    guard status.st_mode & 0o077 == 0 else {
      throw RunFailure(
        .configurationInvalid,
        [
          "error C073 \(configuration): others may read the file named by [privacy] signing_key",
          "  fix: chmod 600 the file; if others have read it, make a new key",
        ])
    }
    guard let raw = KeyBytes.read(bytes),
      let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: raw)
    else {
      throw RunFailure(
        .configurationInvalid,
        [
          "error C074 \(configuration): the file named by [privacy] signing_key holds no key",
          "  fix: it holds 32 bytes, or their Base64 in one line; `parity init --out` makes one",
        ])
    }
    privateKey = key
  }

  /// A new key from the system's source of randomness: the lines of both files.
  static func make() -> (private: String, public: String) {
    let key = Curve25519.Signing.PrivateKey()
    return (
      key.rawRepresentation.base64EncodedString() + "\n",
      key.publicKey.rawRepresentation.base64EncodedString() + "\n"
    )
  }
}

/// The 32 bytes of a key file.
enum KeyBytes {
  /// The bytes, where a file holds them as they are or in Base64.
  static func read(_ bytes: [UInt8]) -> Data? {
    if bytes.count == 32 { return Data(bytes) }
    guard bytes.count <= 256, let text = String(validating: bytes, as: UTF8.self),
      let data = Data(base64Encoded: text.trimmingCharacters(in: .whitespacesAndNewlines)),
      data.count == 32
    else { return nil }
    return data
  }
}
