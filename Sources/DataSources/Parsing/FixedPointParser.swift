/// Reads amounts as whole multiples of `10^-scale`, exactly.
///
///     [sign] digits [group separator digits]… [decimal separator digits]
///
/// A field is a value only if every byte follows this grammar: no exponent, no hexadecimal, no
/// `nan` or infinity, no currency or percent sign; group separators only between groups of three;
/// at least one digit on each side of a decimal separator; no more decimals than the scale.
package struct FixedPointParser: Sendable {
  /// Decimals kept.
  package let scale: Int
  let decimalSeparator: [UInt8]
  let groupSeparator: [UInt8]
  let smallest: Int64
  let largest: Int64
  let missing: MissingTexts

  /// Makes a parser for a declared column; `missing` are texts that mean the field is empty.
  package init(_ column: NumberColumn, missing: [String]) {
    let scale = min(max(column.scale, 0), 18)
    self.scale = scale
    decimalSeparator = Array(column.decimalSeparator.utf8)
    groupSeparator = Array((column.groupSeparator ?? "").utf8)
    smallest = column.minimum.map { Self.quanta($0, scale, .up) } ?? .min
    largest = column.maximum.map { Self.quanta($0, scale, .down) } ?? .max
    self.missing = MissingTexts(missing)
  }

  /// A limit in quanta, kept inside 64 bits; a whole number of quanta stays itself.
  private static func quanta(
    _ limit: Double, _ scale: Int, _ rule: FloatingPointRoundingRule
  ) -> Int64 {
    var factor = 1.0
    for _ in 0..<scale { factor *= 10 }
    let product = limit * factor
    let nearest = product.rounded()
    let whole = abs(product - nearest) <= 1e-12 * abs(product) ? nearest : product.rounded(rule)
    if whole.isNaN { return rule == .up ? .min : .max }
    return Int64(exactly: whole) ?? (whole > 0 ? .max : .min)
  }

  /// The amount of a field, in quanta.
  package func parse(_ field: UnsafeRawBufferPointer) -> ParsedField<Int64> {
    let text = FieldBytes.trimmed(field)
    if missing.contains(text) { return .blank }
    var position = 0
    var isNegative = false
    if text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") {
      isNegative = text[0] == UInt8(ascii: "-")
      position = 1
    }
    var magnitude: UInt64 = 0
    var overflows = false
    func take(_ digit: UInt8) {
      let (product, high) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = product.addingReportingOverflow(UInt64(digit))
      overflows = overflows || high || carry
      magnitude = sum
    }

    var run = 0  // digits since the start or the last group separator
    var groups = 0
    while position < text.count {
      let digit = text[position] &- 0x30
      if digit <= 9 {
        take(digit)
        run += 1
        position += 1
      } else if run > 0, matches(text, position, groupSeparator) {
        guard groups == 0 ? run <= 3 : run == 3 else { return .malformed(Self.badGroups) }
        groups += 1
        run = 0
        position += groupSeparator.count
      } else {
        break
      }
    }
    guard run > 0 || groups > 0 else { return .malformed("it does not begin with a digit") }
    if groups > 0, run != 3 { return .malformed(Self.badGroups) }

    var decimals = 0
    if position < text.count {
      guard matches(text, position, decimalSeparator) else {
        return .malformed("it holds a character that is not part of a number")
      }
      position += decimalSeparator.count
      while position < text.count {
        let digit = text[position] &- 0x30
        guard digit <= 9 else {
          return .malformed("it holds a character that is not part of a number")
        }
        take(digit)
        decimals += 1
        position += 1
      }
      if decimals == 0 { return .malformed("no digit follows the decimal separator") }
      if decimals > scale { return .malformed(Self.tooManyDecimals) }
    }
    while decimals < scale {
      take(0)
      decimals += 1
    }
    guard !overflows, magnitude <= UInt64(Int64.max) else {
      return .malformed("it is too large")
    }
    let quanta = isNegative ? -Int64(magnitude) : Int64(magnitude)
    if quanta < smallest { return .malformed(Self.belowMinimum) }
    if quanta > largest { return .malformed(Self.aboveMaximum) }
    return .value(quanta)
  }

  /// What is wrong with a field that has more decimals than the scale.
  package static let tooManyDecimals = "it has more decimals than the column keeps"
  /// What is wrong with an amount below the declared minimum.
  package static let belowMinimum = "it is below the declared minimum"
  /// What is wrong with an amount above the declared maximum.
  package static let aboveMaximum = "it is above the declared maximum"
  private static let badGroups = "its group separators do not part groups of three digits"

  /// Whether `separator` (not empty) stands at a position of the text.
  private func matches(
    _ text: UnsafeRawBufferPointer, _ position: Int, _ separator: [UInt8]
  ) -> Bool {
    guard !separator.isEmpty, position + separator.count <= text.count else { return false }
    for index in separator.indices where text[position + index] != separator[index] {
      return false
    }
    return true
  }
}
