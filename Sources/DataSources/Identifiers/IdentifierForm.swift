/// A form that identifiers of one kind have, with whatever check their digits carry.
protocol IdentifierForm {
  /// Whether a text has the form.
  static func matches(_ text: IdentifierText) -> Bool
}

/// A trimmed text, cut once into what the forms look at.
struct IdentifierText {
  /// The bytes as they are.
  let bytes: ArraySlice<UInt8>
  /// How many of them are digits.
  let digits: Int
  /// The bytes in capitals without spaces and hyphens; empty for a text longer than identifiers are.
  let compact: [UInt8]

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    digits = bytes.reduce(0) { Self.isDigit($1) ? $0 + 1 : $0 }
    compact =
      bytes.count > 48 ? [] : bytes.filter { $0 != 0x20 && $0 != 0x2D }.map(Self.uppercased)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  static func isCapital(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte) }
  static func isLetter(_ byte: UInt8) -> Bool { isCapital(uppercased(byte)) }
  static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x41...0x46).contains(uppercased(byte))
  }
  static func uppercased(_ byte: UInt8) -> UInt8 {
    (0x61...0x7A).contains(byte) ? byte - 0x20 : byte
  }

  /// The number that some digits stand for; the caller keeps them few.
  static func number(_ digits: some Sequence<UInt8>) -> Int {
    digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
