/// Arithmetic modulo a prime of 61 bits: exact, so that whether a count can be worked out never
/// depends on rounding.
struct PrimeField: Sendable, Hashable {
  /// The prime.
  let modulus: UInt64

  /// The Mersenne prime `2^61 - 1`, the field of the suppression.
  static let suppression = PrimeField(modulus: (1 << 61) - 1)
  /// The prime `2^61 - 31`, the field of the audit.
  static let audit = PrimeField(modulus: (1 << 61) - 31)

  /// The residue of an integer.
  func residue(_ integer: Int) -> UInt64 {
    let rest = UInt64(integer.magnitude) % modulus
    return integer < 0 ? negative(rest) : rest
  }

  /// The integer of least magnitude with this residue.
  func integer(_ residue: UInt64) -> Int {
    residue > modulus / 2 ? -Int(modulus - residue) : Int(residue)
  }

  /// The residue that adds up to zero with this one.
  func negative(_ residue: UInt64) -> UInt64 { residue == 0 ? 0 : modulus - residue }

  /// The sum of two residues.
  func sum(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let sum = left + right
    return sum >= modulus ? sum - modulus : sum
  }

  /// The product of two residues.
  func product(_ left: UInt64, _ right: UInt64) -> UInt64 {
    if left == 1 { return right }
    if right == 1 { return left }
    let wide = left.multipliedFullWidth(by: right)
    guard self == .suppression else { return modulus.dividingFullWidth(wide).remainder }
    return sum(wide.low & modulus, wide.high << 3 | wide.low >> 61)
  }

  /// The reciprocal of a residue other than zero, by Fermat's little theorem.
  func reciprocal(_ residue: UInt64) -> UInt64 {
    if residue == 1 || residue == modulus - 1 { return residue }
    var result: UInt64 = 1
    var power = residue
    var exponent = modulus - 2
    while exponent > 0 {
      if exponent & 1 == 1 { result = product(result, power) }
      power = product(power, power)
      exponent >>= 1
    }
    return result
  }
}
