package import DataSources

/// How exact the dates of a column are, by the dates themselves.
public enum DatePrecision: Int, Sendable, Hashable, Comparable, CaseIterable {
  /// Every date is the first of a year, or every one the last.
  case year
  /// Every date is the first of a quarter, or every one the last.
  case quarter
  /// Every date is the first of a month, or every one the last.
  case month
  /// Days differ.
  case day

  /// The precision in words.
  public var title: String {
    switch self {
    case .year: "year"
    case .quarter: "quarter"
    case .month: "month"
    case .day: "day"
    }
  }

  /// Whether the left is coarser.
  public static func < (left: DatePrecision, right: DatePrecision) -> Bool {
    left.rawValue < right.rawValue
  }

  /// The precision of some dates; `nil` where there are none.
  package static func of(_ days: some Sequence<CalendarDay>) -> DatePrecision? {
    var seen = Spots()
    for day in days { seen.see(day) }
    return seen.precision
  }

  /// Where the dates seen so far may stand.
  package struct Spots: Sendable {
    private var isEmpty = true
    private var first = DatePrecision.year
    private var last = DatePrecision.year

    /// Starts with no date.
    package init() {}

    /// Takes in a date.
    package mutating func see(_ day: CalendarDay) {
      isEmpty = false
      if first != .day { first = max(first, Self.startOf(day)) }
      if last != .day { last = max(last, Self.endOf(day)) }
    }

    /// The precision of what was seen.
    package var precision: DatePrecision? { isEmpty ? nil : min(first, last) }

    private static func startOf(_ day: CalendarDay) -> DatePrecision {
      guard day.day == 1 else { return .day }
      return day.month == 1 ? .year : day.month % 3 == 1 ? .quarter : .month
    }

    private static func endOf(_ day: CalendarDay) -> DatePrecision {
      guard day.day == CalendarDay.daysInMonth(year: day.year, month: day.month) else {
        return .day
      }
      return day.month == 12 ? .year : day.month % 3 == 0 ? .quarter : .month
    }
  }
}
