import NumericalKernel

/// Draws in whole numbers from one named stream of a seed.
///
/// Probabilities are whole numbers per 10,000, so that every platform makes the same choices.
struct IntegerDraws {
  /// What a stream is for.
  ///
  /// Streams are independent: a change in one leaves the others as they are.
  enum Purpose: UInt64 {
    case openingStock = 1
    case employees, applications, training, partners
    case vacancies = 18
    /// Numbered by person, so it lies beyond the quarters of the others.
    case skills = 1_000
  }

  private var generator: PhiloxGenerator

  init(seed: UInt64, purpose: Purpose, quarter: Int = 0) {
    generator = PhiloxGenerator(
      seed: seed, replicate: purpose.rawValue &* 1_000 &+ UInt64(truncatingIfNeeded: quarter))
  }

  /// A whole number from 0 to `bound - 1`; the high word of a 64 by 64 bit product.
  ///
  /// No value is favoured by more than `bound` in 2^64.
  mutating func below(_ bound: Int) -> Int {
    Int(generator.next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  /// A whole number in a closed range.
  mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// True with this probability per 10,000.
  mutating func chance(_ perTenThousand: Int) -> Bool { below(10_000) < perTenThousand }

  /// An element drawn in proportion to its weight.
  mutating func pick<Element>(_ weighted: [(Element, Int)], otherwise: Element) -> Element {
    var remaining = below(weighted.reduce(0) { $0 + $1.1 })
    for (element, weight) in weighted {
      if remaining < weight { return element }
      remaining -= weight
    }
    return otherwise
  }

  /// A factor per 10,000 around 10,000: a sum of four uniform numbers, so nearly normal.
  mutating func factor(spread: Int) -> Int {
    10_000 - 2 * spread + below(spread + 1) + below(spread + 1) + below(spread + 1)
      + below(spread + 1)
  }
}
