/// A day of the Gregorian calendar.
package struct CalendarDay: Hashable, Sendable, Comparable {
  /// The year, for example 2025.
  package let year: Int
  /// The month, 1 to 12.
  package let month: Int
  /// The day of the month, from 1.
  package let day: Int

  /// Makes a day; `nil` if the calendar has no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.daysInMonth(year: year, month: month)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days a month has.
  package static func daysInMonth(year: Int, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Days since 1970-01-01, negative before it.
  package var daysSinceEpoch: Int {
    // Years are counted from March, so that the leap day is the last of its year.
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// Quarters since the year 0 of a year that starts in this month; a year is named after the
  /// calendar year it ends in.
  package func quarterIndex(firstMonth: Int) -> Int {
    let endsInNextYear = firstMonth > 1 && month >= firstMonth
    let named = endsInNextYear ? year + 1 : year
    return named * 4 + ((month - firstMonth + 12) % 12) / 3
  }

  /// The quarter's label: `2025Q3`, or `FY2025Q3` where the year does not start in January.
  package func quarter(firstMonth: Int) -> String {
    let index = quarterIndex(firstMonth: firstMonth)
    return "\(firstMonth == 1 ? "" : "FY")\(index / 4)Q\(index % 4 + 1)"
  }

  /// Whole years from this day to another; negative if it is earlier by more than nothing.
  ///
  /// Someone who starts on 29 February completes a year on 1 March.
  package func completedYears(to other: CalendarDay) -> Int {
    let years = other.year - year
    return (other.month, other.day) < (month, day) ? years - 1 : years
  }

  package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}
