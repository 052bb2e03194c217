/// Well-formed UTF-8, as the Unicode standard's table 3-7 lists it.
package enum UTF8Sequence {
  /// The length of the well-formed sequence that starts here: 1 to 4, or 0 where there is none.
  package static func length<Bytes: RandomAccessCollection>(
    at index: Int, in bytes: Bytes
  ) -> Int where Bytes.Element == UInt8, Bytes.Index == Int {
    func byte(_ offset: Int) -> UInt8 {
      index + offset < bytes.endIndex ? bytes[index + offset] : 0
    }
    func isContinuation(_ offset: Int) -> Bool { byte(offset) & 0xC0 == 0x80 }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return isContinuation(1) ? 2 : 0
    case 0xE0: return (0xA0...0xBF).contains(byte(1)) && isContinuation(2) ? 3 : 0
    case 0xED: return (0x80...0x9F).contains(byte(1)) && isContinuation(2) ? 3 : 0
    case 0xE1...0xEF: return isContinuation(1) && isContinuation(2) ? 3 : 0
    case 0xF0:
      return (0x90...0xBF).contains(byte(1)) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF1...0xF3: return isContinuation(1) && isContinuation(2) && isContinuation(3) ? 4 : 0
    case 0xF4:
      return (0x80...0x8F).contains(byte(1)) && isContinuation(2) && isContinuation(3) ? 4 : 0
    default: return 0
    }
  }

  /// Whether the bytes are well-formed from start to end.
  package static func isWellFormed<Bytes: RandomAccessCollection>(
    _ bytes: Bytes
  ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let length = length(at: index, in: bytes)
      if length == 0 { return false }
      index += length
    }
    return true
  }
}
