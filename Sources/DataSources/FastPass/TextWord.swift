/// Reading of words of eight bytes from text that has at least 32 readable bytes on both sides.
enum TextWord {
  /// Eight bytes, the first in the lowest byte.
  @inline(__always)
  static func load(_ pointer: UnsafeRawPointer) -> UInt64 {
    UInt64(littleEndian: pointer.loadUnaligned(as: UInt64.self))
  }

  /// The first bytes of a word; `length` is 0 to 8.
  @inline(__always)
  static func keeping(_ word: UInt64, _ length: Int) -> UInt64 {
    // Two shifts, so that a length of 0 keeps nothing.
    let drop = UInt64(truncatingIfNeeded: (8 &- length) &* 4)
    return (((word &<< drop) &<< drop) &>> drop) &>> drop
  }
}
