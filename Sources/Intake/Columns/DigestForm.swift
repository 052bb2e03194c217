/// The form of keys that are digests, by their length in hexadecimal digits.
///
/// A bare digest of something that can be listed, such as all staff numbers, is no pseudonym: anyone
/// can compute the digests of the list and compare. A key cannot show whether a secret went into it;
/// its form only raises the question.
public enum DigestForm: String, Sendable, Hashable, Codable, CaseIterable {
  case md5 = "MD5"
  case sha1 = "SHA-1"
  case sha224 = "SHA-224"
  case sha256 = "SHA-256"
  case sha384 = "SHA-384"
  case sha512 = "SHA-512"

  private var digits: Int {
    switch self {
    case .md5: 32
    case .sha1: 40
    case .sha224: 56
    case .sha256: 64
    case .sha384: 96
    case .sha512: 128
    }
  }

  /// The characters of such a digest in base 64, padding included.
  private var base64: Int { (digits / 2 + 2) / 3 * 4 }

  /// The form that all keys have; `nil` where they have none, and for random identifiers (UUID
  /// version 4), which look like a digest of 128 bits but for two fixed places.
  public static func of(_ keys: [[UInt8]]) -> DigestForm? {
    guard let length = keys.first?.count, keys.allSatisfy({ $0.count == length }) else {
      return nil
    }
    if keys.allSatisfy({ $0.allSatisfy(isHexadecimal) }) {
      guard let form = allCases.first(where: { $0.digits == length }) else { return nil }
      return form == .md5 && keys.allSatisfy(isRandomIdentifier) ? nil : form
    }
    guard keys.allSatisfy(isBase64) else { return nil }
    return allCases.first { $0.base64 == length }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// The thirteenth digit is 4 and the seventeenth one of 8, 9, a, b.
  private static func isRandomIdentifier(_ key: [UInt8]) -> Bool {
    key.count == 32 && key[12] == UInt8(ascii: "4") && "89abAB".utf8.contains(key[16])
  }

  /// Letters, digits, two signs, and padding at the end, without which any code would do.
  private static func isBase64(_ key: [UInt8]) -> Bool {
    let body = key.prefix { $0 != UInt8(ascii: "=") }
    let padding = key.count - body.count
    guard padding == 1 || padding == 2, key.suffix(padding).allSatisfy({ $0 == UInt8(ascii: "=") })
    else { return false }
    return body.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "/"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }
}
