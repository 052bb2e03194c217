import Foundation

/// A short text that changes when a header changes.
///
/// FNV-1a, 64 bits, over the headers in order, each without blanks around it, in composed form and
/// lower case. It tells two exports apart; it is no protection against forgery.
public enum HeaderFingerprint {
  /// The fingerprint of a header: 16 hexadecimal digits.
  public static func of(_ headers: [String]) -> String {
    var hash = StableHash()
    for header in headers {
      hash.combine(Array(normalised(header).utf8))
      hash.combine([0x1F])
    }
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// A header as it is compared: composed, lower case, one space between words.
  package static func normalised(_ header: String) -> String {
    header.precomposedStringWithCanonicalMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// FNV-1a with 64 bits, the same on every machine and in every run.
package struct StableHash: Sendable {
  /// The hash of what was combined.
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Makes the hash of nothing.
  package init() {}

  /// Takes bytes in.
  package mutating func combine<Bytes: Sequence>(_ bytes: Bytes) where Bytes.Element == UInt8 {
    for byte in bytes {
      value ^= UInt64(byte)
      value &*= 0x0000_0100_0000_01B3
    }
  }

  /// The hash, stirred so that every bit depends on every byte.
  package var mixed: UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
