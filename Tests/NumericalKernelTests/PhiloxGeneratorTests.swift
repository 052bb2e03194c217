import TestSupport
import Testing

@testable import NumericalKernel

@Suite("Philox generator")
struct PhiloxGeneratorTests {
  /// A counter, a key and the block they give.
  private struct KnownAnswer {
    let counter: [UInt32]
    let key: [UInt32]
    let block: [UInt32]
  }

  /// The vectors published with Random123 (kat_vectors, philox4x32 with 10 rounds).
  private static let published = [
    KnownAnswer(
      counter: [0, 0, 0, 0], key: [0, 0],
      block: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
    KnownAnswer(
      counter: Array(repeating: .max, count: 4), key: Array(repeating: .max, count: 2),
      block: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
    KnownAnswer(
      counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344],
      key: [0xa409_3822, 0x299f_31d0],
      block: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
  ]

  @Test("gives the published known answers")
  func knownAnswers() {
    for answer in Self.published {
      let (a, b, c, d) = PhiloxGenerator.block(
        counter: (answer.counter[0], answer.counter[1], answer.counter[2], answer.counter[3]),
        key: (answer.key[0], answer.key[1]))
      #expect([a, b, c, d] == answer.block)
    }
  }

  @Test("the stream is the blocks in order, under seed and replicate")
  func stream() {
    var zero = PhiloxGenerator(seed: 0)
    #expect(zero.next() == 0xe169_c58d_6627_e8d5)
    #expect(zero.next() == 0x9b00_dbd8_bc57_ac4c)
    var other = PhiloxGenerator(seed: 0x299f_31d0_a409_3822, replicate: 0x0370_7344_1319_8a2e)
    let (a, b, c, d) = PhiloxGenerator.block(
      counter: (1, 0, 0x1319_8a2e, 0x0370_7344), key: (0xa409_3822, 0x299f_31d0))
    _ = other.next()
    _ = other.next()
    #expect(other.next() == UInt64(a) | UInt64(b) << 32)
    #expect(other.next() == UInt64(c) | UInt64(d) << 32)
  }

  @Test("equal seeds and replicates repeat; different ones do not")
  func reproducible() {
    func first(_ seed: UInt64, _ replicate: UInt64) -> [UInt64] {
      var generator = PhiloxGenerator(seed: seed, replicate: replicate)
      return (0..<8).map { _ in generator.next() }
    }
    #expect(first(7, 3) == first(7, 3))
    #expect(first(7, 3) != first(7, 4))
    #expect(first(7, 3) != first(8, 3))
  }

  @Test("whole numbers below a bound are in range and evenly spread")
  func bounded() {
    var generator = PhiloxGenerator(seed: 20_240_601, replicate: 1)
    var tallies = Array(repeating: 0, count: 7)
    for _ in 0..<70_000 { tallies[Int(generator.integer(below: 7))] += 1 }
    let statistic = tallies.reduce(0.0) { sum, tally in
      let off = Double(tally) - 10_000
      return sum + off * off / 10_000
    }
    // Six degrees of freedom; 22.46 is exceeded once in a thousand.
    #expect(statistic < 22.46)
    for bound in [1, 2, 3, UInt64.max, UInt64.max / 2 + 2] {
      for _ in 0..<50 { #expect(generator.integer(below: bound) < bound) }
    }
  }
}
