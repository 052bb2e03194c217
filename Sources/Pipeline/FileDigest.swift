import Crypto
import Foundation

/// SHA-256 digests of bytes and files that are no secret.
public enum FileDigest {
  /// The digest of bytes, in hexadecimal.
  public static func sha256(_ bytes: [UInt8]) -> String { Digest.sha256(bytes) }

  /// The digest of a file, in hexadecimal, read in pieces; `nil` if it is a folder or cannot be read.
  public static func sha256(ofFileAt path: String) -> String? {
    guard let file = FileHandle(forReadingAtPath: path) else { return nil }
    defer { try? file.close() }
    var hash = SHA256()
    do {
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        hash.update(data: piece)
      }
    } catch {
      return nil
    }
    return Digest.hexadecimal(hash.finalize())
  }
}
