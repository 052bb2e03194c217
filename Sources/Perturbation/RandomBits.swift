/// A source of random bits for noise.
///
/// Privacy rests on bits that nobody can foresee. Use ``SystemRandomBits``; a source with a seed is
/// for tests only, for whoever knows the seed can subtract the noise: a seeded release is not
/// private.
public protocol RandomBits {
  /// The next 64 independent, evenly distributed bits.
  mutating func next64() -> UInt64
}

/// Random bits from the operating system's cryptographic generator.
public struct SystemRandomBits: RandomBits, Sendable {
  private var generator = SystemRandomNumberGenerator()

  /// Makes a source.
  public init() {}

  /// The next 64 bits.
  public mutating func next64() -> UInt64 { generator.next() }
}

/// Draws that need whole numbers only; every one has exactly the probability it states.
extension RandomBits {
  /// A number from 0 to `count - 1`, each equally likely; 0 where `count` is 0 or 1.
  ///
  /// Takes the bits it needs and rejects numbers that are too large, less than half of them.
  mutating func below(_ count: UInt64) -> UInt64 {
    guard count > 1 else { return 0 }
    let mask = UInt64.max >> UInt64((count - 1).leadingZeroBitCount)
    while true {
      let number = next64() & mask
      if number < count { return number }
    }
  }

  /// The same for counts of more than 64 bits.
  mutating func below(_ count: UInt128) -> UInt128 {
    guard count > 1 else { return 0 }
    let mask = UInt128.max >> UInt128((count - 1).leadingZeroBitCount)
    while true {
      let high = mask >> 64 == 0 ? 0 : UInt128(next64()) << 64
      let number = (high | UInt128(next64())) & mask
      if number < count { return number }
    }
  }

  /// `true` with probability e^(-n/d), for n at most d and d above 0.
  ///
  /// Draws with the probabilities (n/d)/1, (n/d)/2, (n/d)/3 and so on until one fails: the first to
  /// fail has an odd number with probability 1 - g + g^2/2 - g^3/6 ..., the series of e^(-g) for
  /// g = n/d. A draw with the probability g/k is one with g and one with 1/k, so no product is made.
  mutating func bernoulliExponential(_ n: UInt128, over d: UInt128) -> Bool {
    var k: UInt64 = 1
    while below(d) < n, below(k) == 0 { k += 1 }
    return k % 2 == 1
  }

  /// `true` with probability e^(-w - n/d), for n at most d and d above 0.
  mutating func bernoulliExponential(whole w: UInt128, plus n: UInt128, over d: UInt128) -> Bool {
    var left = w
    while left > 0 {
      guard bernoulliExponential(1, over: 1) else { return false }
      left -= 1
    }
    return bernoulliExponential(n, over: d)
  }
}
