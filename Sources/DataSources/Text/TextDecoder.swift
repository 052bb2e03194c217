/// Turns the bytes of an encoding into UTF-8, chunk by chunk.
///
/// UTF-8 passes through as it is. What cannot be decoded (an unpaired surrogate, a byte that
/// Windows-1252 leaves undefined) becomes the byte 0xFF, which no UTF-8 text holds, so that the
/// reader downstream finds it in its row.
package struct TextDecoder: Sendable {
  /// The byte that stands for what could not be decoded.
  package static let undecodable: UInt8 = 0xFF

  private let encoding: TextFormat.Encoding
  private var pendingByte: UInt8?
  private var pendingSurrogate: UInt16?

  /// Makes a decoder for one text.
  package init(_ encoding: TextFormat.Encoding) { self.encoding = encoding }

  /// Appends the UTF-8 of a chunk to `output`.
  package mutating func decode(_ chunk: ArraySlice<UInt8>, into output: inout [UInt8]) {
    switch encoding {
    case .utf8: output.append(contentsOf: chunk)
    case .windows1252:
      output.reserveCapacity(output.count + chunk.count)
      for byte in chunk { Self.appendWindows1252(byte, to: &output) }
    case .utf16LittleEndian, .utf16BigEndian:
      output.reserveCapacity(output.count + chunk.count)
      for byte in chunk {
        guard let first = pendingByte else {
          pendingByte = byte
          continue
        }
        pendingByte = nil
        let (low, high) = encoding == .utf16LittleEndian ? (first, byte) : (byte, first)
        append(unit: UInt16(high) << 8 | UInt16(low), to: &output)
      }
    }
  }

  /// Appends what is left at the end of the text.
  package mutating func finish(into output: inout [UInt8]) {
    if pendingSurrogate != nil || pendingByte != nil { output.append(Self.undecodable) }
    pendingSurrogate = nil
    pendingByte = nil
  }

  private mutating func append(unit: UInt16, to output: inout [UInt8]) {
    if let high = pendingSurrogate {
      pendingSurrogate = nil
      if (0xDC00...0xDFFF).contains(unit) {
        let scalar = 0x10000 + (UInt32(high - 0xD800) << 10) + UInt32(unit - 0xDC00)
        Self.append(scalar: scalar, to: &output)
        return
      }
      output.append(Self.undecodable)
    }
    switch unit {
    case 0xD800...0xDBFF: pendingSurrogate = unit
    case 0xDC00...0xDFFF: output.append(Self.undecodable)
    default: Self.append(scalar: UInt32(unit), to: &output)
    }
  }

  private static func append(scalar: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else {
      output.append(undecodable)
      return
    }
    output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  private static func appendWindows1252(_ byte: UInt8, to output: inout [UInt8]) {
    switch byte {
    case 0x00...0x7F: output.append(byte)
    case 0xA0...0xFF: append(scalar: UInt32(byte), to: &output)
    default:
      let scalar = upperControls[Int(byte) - 0x80]
      if scalar == 0 { output.append(undecodable) } else { append(scalar: scalar, to: &output) }
    }
  }

  /// The characters of Windows-1252 at 0x80 to 0x9F; 0 where the code page has none.
  private static let upperControls: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}
