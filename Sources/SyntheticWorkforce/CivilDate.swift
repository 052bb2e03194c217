/// A day of the Gregorian calendar, counted from 1970-01-01.
struct CivilDate: Comparable, Hashable {
  /// Days since 1970-01-01.
  let dayNumber: Int

  init(dayNumber: Int) { self.dayNumber = dayNumber }

  /// Days from civil: years start in March, so that the leap day ends a year.
  init(year: Int, month: Int, day: Int) {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = era * 146_097 + dayOfEra - 719_468
  }

  func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

  /// The date as `2025-09-30`.
  var text: String {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

/// A calendar quarter.
struct CalendarQuarter: Hashable {
  let year: Int
  /// 1 to 4.
  let number: Int

  var firstDay: CivilDate { CivilDate(year: year, month: 3 * number - 2, day: 1) }
  var lastDay: CivilDate { next.firstDay.adding(days: -1) }
  /// 90 to 92.
  var days: Int { next.firstDay.dayNumber - firstDay.dayNumber }
  var next: CalendarQuarter {
    number == 4
      ? CalendarQuarter(year: year + 1, number: 1)
      : CalendarQuarter(year: year, number: number + 1)
  }
}
