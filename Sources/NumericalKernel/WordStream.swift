/// The words of 32 bits of a Philox stream, many made at a time.
struct WordStream {
  private static let size = 256
  private let key: (UInt32, UInt32)
  private let replicate: (UInt32, UInt32)
  private var position: UInt64 = 0
  private var buffer = Array(repeating: 0 as UInt32, count: size)
  private var used = size

  /// Makes the stream of one replicate, with the numbers of `PhiloxGenerator` in their order.
  init(seed: UInt64, replicate: UInt64) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = (
      UInt32(truncatingIfNeeded: replicate), UInt32(truncatingIfNeeded: replicate >> 32)
    )
  }

  /// The next word.
  @inline(__always) mutating func next() -> UInt32 {
    if used == Self.size { refill() }
    let word = buffer[used]
    used &+= 1
    return word
  }

  private mutating func refill() {
    for start in stride(from: 0, to: Self.size, by: 4) {
      let block = PhiloxGenerator.block(
        counter: (
          UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position >> 32),
          replicate.0, replicate.1
        ), key: key)
      position &+= 1
      buffer[start] = block.0
      buffer[start + 1] = block.1
      buffer[start + 2] = block.2
      buffer[start + 3] = block.3
    }
    used = 0
  }
}
