/// Fixed-point numbers of the usual form, read by words.
struct FixedPointWords {
  /// What is returned for a field of another form.
  static let other = Int64.min
  private let scale: Int
  private let separator: UInt8
  private let factor: Int64
  private let decimalsMask: UInt64

  /// `nil` where the column's decimals do not fit the fast form.
  init?(_ parser: FixedPointParser) {
    guard parser.scale <= 7, parser.decimalSeparator.count == 1 || parser.scale == 0 else {
      return nil
    }
    scale = parser.scale
    separator = parser.decimalSeparator.first ?? 0
    var factor: Int64 = 1
    for _ in 0..<parser.scale { factor *= 10 }
    self.factor = factor
    decimalsMask = scale == 0 ? 0 : ~0 << UInt64(64 - 8 * scale)
  }

  /// The quanta of a field of 1 to 16 digits, unsigned, with all its decimals or none.
  @inline(__always)
  func quanta(_ field: UnsafeRawPointer, _ length: Int) -> Int64 {
    let end = field + length
    let isPointed =
      length > scale &+ 1 && scale > 0
      && (end - scale - 1).load(as: UInt8.self) == separator
    if isPointed {
      let digits = length &- 1
      let bits = UInt64(truncatingIfNeeded: scale &* 8)
      // The decimals, and the whole part moved up by one over the separator.
      let low =
        (TextWord.load(end - 8) & decimalsMask) | (TextWord.load(end - scale - 9) >> bits)
      if digits <= 8 { return Self.eight(low, digits) }
      if digits <= 16 {
        return Self.sixteen(TextWord.load(end - 17), low, digits)
      }
      return Self.other
    }
    if length >= 1, length <= 8 {
      let value = Self.eight(TextWord.load(end - 8), length)
      return value < 0 ? Self.other : value &* factor
    }
    if length > 8, length <= 11 {
      let value = Self.sixteen(TextWord.load(end - 16), TextWord.load(end - 8), length)
      return value < 0 ? Self.other : value &* factor
    }
    return Self.other
  }

  @inline(__always)
  private static func sixteen(_ high: UInt64, _ low: UInt64, _ digits: Int) -> Int64 {
    let left = eight(high, digits &- 8)
    let right = eight(low, 8)
    return left | right < 0 ? other : left &* 100_000_000 &+ right
  }

  /// The value of the last `digits` (1 to 8) characters of a word, or `other`.
  @inline(__always)
  private static func eight(_ word: UInt64, _ digits: Int) -> Int64 {
    let drop = UInt64(truncatingIfNeeded: (8 &- digits) &* 8)
    let values = ((word ^ 0x3030_3030_3030_3030) &>> drop) &<< drop
    let overflow = (values &+ 0x7676_7676_7676_7676) | values
    guard overflow & 0x8080_8080_8080_8080 == 0 else { return other }
    let pairs = (values &* 10) &+ (values >> 8)
    let even = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let odd = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return Int64(truncatingIfNeeded: (even &+ odd) >> 32)
  }
}
