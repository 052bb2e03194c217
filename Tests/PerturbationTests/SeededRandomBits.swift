import Perturbation
import TestSupport

/// Random bits that can be had again.
///
/// For tests only: who knows the seed can subtract the noise, so a seeded release is not private.
struct SeededRandomBits: RandomBits {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func next64() -> UInt64 { generator.next() }
}
