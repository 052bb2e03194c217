/// A counter-based random generator: the same seed, replicate and position give the same number on
/// every machine and in every order of work.
///
/// Philox4x32 with ten rounds. The key is the seed; the upper half of the counter is the replicate,
/// the lower half the position, so streams of different replicates never overlap. Only integers
/// come out of it; callers that promise the same bytes use `integer(below:)`, not the standard
/// library's ranges, whose algorithm may change.
/// - Source: Salmon, Moraes, Dror and Shaw (2011), Parallel Random Numbers: As Easy as 1, 2, 3.
package struct PhiloxGenerator: RandomNumberGenerator, Sendable {
  /// Four words of 32 bits.
  package typealias Block = (UInt32, UInt32, UInt32, UInt32)

  private let key: (UInt32, UInt32)
  private let replicate: UInt64
  private var position: UInt64 = 0
  private var waiting: UInt64?

  /// Makes the stream of one replicate.
  package init(seed: UInt64, replicate: UInt64 = 0) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replicate = replicate
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    if let second = waiting {
      waiting = nil
      return second
    }
    let block = PhiloxGenerator.block(
      counter: (
        UInt32(truncatingIfNeeded: position), UInt32(truncatingIfNeeded: position >> 32),
        UInt32(truncatingIfNeeded: replicate), UInt32(truncatingIfNeeded: replicate >> 32)
      ), key: key)
    position &+= 1
    waiting = UInt64(block.2) | UInt64(block.3) << 32
    return UInt64(block.0) | UInt64(block.1) << 32
  }

  /// A whole number from 0 up to but not including `bound`, each equally likely.
  ///
  /// The high word of a product, with the few products that would favour some numbers drawn again.
  package mutating func integer(below bound: UInt64) -> UInt64 {
    precondition(bound > 0, "a bound of at least 1 is needed")
    let unfair = (0 &- bound) % bound
    while true {
      let product = next().multipliedFullWidth(by: bound)
      if product.low >= unfair { return product.high }
    }
  }

  /// Ten rounds of the bijection: the block at a counter under a key.
  package static func block(counter: Block, key: (UInt32, UInt32)) -> Block {
    var block = counter
    var key = key
    for round in 0..<10 {
      if round > 0 {
        key.0 &+= 0x9E37_79B9
        key.1 &+= 0xBB67_AE85
      }
      let first = (0xD251_1F53 as UInt32).multipliedFullWidth(by: block.0)
      let second = (0xCD9E_8D57 as UInt32).multipliedFullWidth(by: block.2)
      block = (
        second.high ^ block.1 ^ key.0, second.low, first.high ^ block.3 ^ key.1, first.low
      )
    }
    return block
  }
}
