/// Reads dates written in a declared pattern.
///
/// The pattern's parts are `yyyy`, `MM`, `dd` (exactly so many digits), `M`, `d` (one or two), the
/// time of day `HH`, `H`, `mm`, `ss` (checked and left out), and any other character as itself.
/// Days must exist and years lie in 1900...2199.
package struct DateParser: Sendable {
  private enum Part: Sendable {
    case year
    case month(most: Int, least: Int)
    case day(most: Int, least: Int)
    case time(limit: Int, most: Int, least: Int)
    case literal(UInt8)
  }

  private let parts: [Part]
  private let missing: MissingTexts

  /// Makes a parser; `nil` if the pattern has not exactly one year, month and day, or has a part
  /// that is not known.
  package init?(format: String, missing: [String]) {
    let pattern = Array(FieldBytes.trimmed(Array(format.utf8)))
    var parts: [Part] = []
    var years = 0
    var months = 0
    var days = 0
    var position = 0
    while position < pattern.count {
      let character = pattern[position]
      var length = 1
      while position + length < pattern.count, pattern[position + length] == character {
        length += 1
      }
      switch (character, length) {
      case (UInt8(ascii: "y"), 4):
        parts.append(.year)
        years += 1
      case (UInt8(ascii: "M"), 1...2):
        parts.append(.month(most: 2, least: length))
        months += 1
      case (UInt8(ascii: "d"), 1...2):
        parts.append(.day(most: 2, least: length))
        days += 1
      case (UInt8(ascii: "H"), 1...2):
        parts.append(.time(limit: 23, most: 2, least: length))
      case (UInt8(ascii: "m"), 1...2), (UInt8(ascii: "s"), 1...2):
        parts.append(.time(limit: 59, most: 2, least: length))
      case (UInt8(ascii: "y"), _), (UInt8(ascii: "M"), _), (UInt8(ascii: "d"), _),
        (UInt8(ascii: "H"), _), (UInt8(ascii: "m"), _), (UInt8(ascii: "s"), _):
        return nil
      default:
        parts += Array(repeating: .literal(character), count: length)
      }
      position += length
    }
    guard years == 1, months == 1, days == 1 else { return nil }
    self.parts = parts
    self.missing = MissingTexts(missing)
  }

  /// The day a field names.
  package func parse(_ field: UnsafeRawBufferPointer) -> ParsedField<CalendarDay> {
    let text = FieldBytes.trimmed(field)
    if missing.contains(text) { return .blank }
    var position = 0
    /// A number of `least` to `most` digits at the position, which moves on; -1 if there is none.
    func number(_ most: Int, _ least: Int) -> Int {
      var value = 0
      var digits = 0
      while digits < most, position < text.count, text[position] &- 0x30 <= 9 {
        value = value * 10 + Int(text[position] &- 0x30)
        digits += 1
        position += 1
      }
      return digits >= least ? value : -1
    }

    var year = 0
    var month = 0
    var day = 0
    for part in parts {
      switch part {
      case .year: year = number(4, 4)
      case .month(let most, let least): month = number(most, least)
      case .day(let most, let least): day = number(most, least)
      case .time(let limit, let most, let least):
        let value = number(most, least)
        guard value >= 0, value <= limit else { return .malformed(Self.otherPattern) }
      case .literal(let byte):
        guard position < text.count, text[position] == byte else {
          return .malformed(Self.otherPattern)
        }
        position += 1
      }
    }
    guard position == text.count, year >= 0, month >= 0, day >= 0 else {
      return .malformed(Self.otherPattern)
    }
    guard (1900...2199).contains(year) else {
      return .malformed("its year is not in 1900 to 2199")
    }
    guard let found = CalendarDay(year: year, month: month, day: day) else {
      return .malformed("the calendar has no such day")
    }
    return .value(found)
  }

  private static let otherPattern = "it is not written in the declared format"
}
