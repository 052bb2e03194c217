import Aggregates

extension PassPlan.DayLevels {
  /// The level of a day that no level holds, and that is left out.
  static let outside: Int32 = -1
  /// The level of a day that must have one and has none.
  static let none: Int32 = -2

  /// The level of a day packed into one number, 0 for no day.
  @inline(__always)
  func level(packed: Int) -> Int32 {
    guard packed > 0, let day = CalendarDay(packed: packed) else {
      return blank >= 0 ? blank : Self.none
    }
    return level(of: day)
  }

  /// The level of a day.
  func level(of day: CalendarDay) -> Int32 {
    switch rule {
    case .quarter(let firstMonth):
      let index = day.quarterIndex(firstMonth: firstMonth) - lowest
      let level = index >= 0 && index < levels.count ? levels[index] : -1
      return level >= 0 ? level : Self.outside
    case .completedYears:
      guard let onDay else { return Self.none }
      let index = day.completedYears(to: onDay) - lowest
      let level = index >= 0 && index < levels.count ? levels[index] : -1
      return level >= 0 ? level : Self.none
    }
  }
}

extension CalendarDay {
  /// The day of a number made of year, month and day.
  @inline(__always)
  init?(packed: Int) {
    self.init(year: packed >> 9, month: (packed >> 5) & 15, day: packed & 31)
  }
}

extension PassPlan.Quotient {
  /// The quotient, rounded half away from zero; `nil` if it does not fit.
  func value(_ numerator: Int64, _ denominator: Int64) -> Int64? {
    let (above, highAbove) = Int128(numerator).multipliedReportingOverflow(by: numeratorFactor)
    let (below, highBelow) = Int128(denominator).multipliedReportingOverflow(
      by: denominatorFactor)
    if highAbove || highBelow { return nil }
    let rounded: Int128
    if let small = Int64(exactly: above), let divisor = Int64(exactly: below) {
      let (whole, rest) = small.quotientAndRemainder(dividingBy: divisor)
      let isUp = rest.magnitude >= divisor.magnitude - rest.magnitude
      rounded = Int128(whole) + (isUp ? ((small < 0) == (divisor < 0) ? 1 : -1) : 0)
    } else {
      let (whole, rest) = above.quotientAndRemainder(dividingBy: below)
      let isUp = rest.magnitude >= below.magnitude - rest.magnitude
      rounded = whole + (isUp ? ((above < 0) == (below < 0) ? 1 : -1) : 0)
    }
    guard let value = Int64(exactly: rounded), value != .min else { return nil }
    return value
  }
}
