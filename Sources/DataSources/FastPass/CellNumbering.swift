/// Numbers cells in the order they are met.
struct CellNumbering {
  private(set) var codes: [Int] = []
  private var slots = [Int](repeating: -1, count: 4096)

  /// The number of a code, a new one for a new code.
  mutating func number(of code: Int) -> Int {
    var slot = Self.hash(code) & (slots.count - 1)
    while slots[slot] >= 0 {
      if codes[slots[slot]] == code { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = codes.count
    codes.append(code)
    if codes.count * 2 > slots.count { rehash() }
    return codes.count - 1
  }

  private mutating func rehash() {
    slots = [Int](repeating: -1, count: slots.count * 2)
    for (number, code) in codes.enumerated() {
      var slot = Self.hash(code) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = number
    }
  }

  private static func hash(_ code: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(code)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 24)
  }
}
