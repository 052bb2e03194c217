import Crypto
import Foundation

/// Digests of files and texts.
enum Digest {
  /// The SHA-256 of bytes, in hexadecimal.
  static func sha256(_ bytes: [UInt8]) -> String {
    hexadecimal(SHA256.hash(data: bytes))
  }

  /// The SHA-256 of a text's UTF-8 bytes, in Base64.
  static func sha256Base64(_ text: String) -> String {
    Data(SHA256.hash(data: Array(text.utf8))).base64EncodedString()
  }

  /// The HMAC-SHA-256 of a file under a key, in hexadecimal, read in pieces; `nil` if the file cannot
  /// be read.
  ///
  /// A bare hash of a small extract can be guessed by hashing candidates; a keyed one cannot.
  static func keyed(path: String, key: [UInt8]) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var code = HMAC<SHA256>(key: SymmetricKey(data: key))
    while let piece = try? file.read(upToCount: 1 << 20), !piece.isEmpty {
      code.update(data: piece)
    }
    return hexadecimal(code.finalize())
  }

  static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.reduce(into: "") { text, byte in
      let digits = String(byte, radix: 16)
      text += digits.count == 1 ? "0" + digits : digits
    }
  }
}
