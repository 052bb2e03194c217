/// Six-character codes that do not show the order they were given in.
///
/// Numbers below 2^30 are scrambled by a keyed one-to-one mixing (odd multiplications and shifts),
/// so no two numbers share a code, and written in base 32 without I, L, O and U.
struct PseudonymCode {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")
  private static let mask: UInt64 = (1 << 30) - 1

  private let prefix: String
  private let key: UInt64

  init(prefix: String, key: UInt64) {
    self.prefix = prefix
    self.key = key & Self.mask
  }

  func callAsFunction(_ number: Int) -> String {
    var mixed = (UInt64(truncatingIfNeeded: number) ^ key) & Self.mask
    for multiplier: UInt64 in [0x2545_F491, 0x1B87_3593, 0x05EB_CA6B] {
      mixed = (mixed &* multiplier) & Self.mask
      mixed ^= mixed >> 15
      mixed = (mixed &+ key) & Self.mask
    }
    var code = prefix
    for shift in stride(from: 25, through: 0, by: -5) {
      code.append(Self.alphabet[Int((mixed >> UInt64(shift)) & 31)])
    }
    return code
  }
}
