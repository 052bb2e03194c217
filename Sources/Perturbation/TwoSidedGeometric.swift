/// Draws from the two-sided geometric distribution (discrete Laplace): P(x) proportional to
/// e^(-|x| s/t), with whole numbers only.
///
/// A number from 0 to t - 1 is kept with probability e^(-u/t); to it t is added as long as draws of
/// probability 1/e succeed, which makes a geometric number with ratio e^(-1/t); divided by s it has
/// the ratio e^(-s/t); a sign is drawn, and minus zero is drawn again.
///
/// - Source: Canonne, Kamath and Steinke (2020), The discrete Gaussian for differential privacy,
///   algorithm 2.
struct TwoSidedGeometric: Hashable, Sendable {
  /// s, from 1 to 2^32.
  let s: UInt64
  /// t, from 1 to 2^32.
  let t: UInt64

  /// The magnitude and the sign of a draw.
  ///
  /// The magnitude is below 2^64: it would take more than 2^31 successes in a row, each of
  /// probability 1/e, to come near.
  func draw(_ bits: inout some RandomBits) -> (magnitude: UInt64, isNegative: Bool) {
    while true {
      let u = bits.below(t)
      guard bits.bernoulliExponential(UInt128(u), over: UInt128(t)) else { continue }
      var v: UInt64 = 0
      while bits.bernoulliExponential(1, over: 1) { v += 1 }
      let magnitude = (UInt128(u) + UInt128(t) * UInt128(v)) / UInt128(s)
      let isNegative = bits.next64() & 1 == 1
      if isNegative, magnitude == 0 { continue }
      return (UInt64(truncatingIfNeeded: min(magnitude, UInt128(UInt64.max))), isNegative)
    }
  }
}
