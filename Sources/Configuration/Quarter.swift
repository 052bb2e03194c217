/// A quarter of a calendar or fiscal year.
struct Quarter: Hashable, Sendable {
  /// The year; a fiscal year is named after the calendar year it ends in.
  let year: Int
  /// 1 to 4.
  let number: Int
  /// The month the year starts in: 1 for calendar years.
  let firstMonth: Int

  /// Reads `2025Q3`, or `FY2025Q3` where the year does not start in January.
  init?(_ label: String, firstMonth: Int) {
    var rest = Substring(label)
    if firstMonth != 1 {
      guard rest.hasPrefix("FY") else { return nil }
      rest = rest.dropFirst(2)
    }
    let parts = rest.split(separator: "Q", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].count == 4, parts[1].count == 1,
      parts.allSatisfy({ $0.allSatisfy { ("0"..."9").contains($0) } }),
      let year = Int(parts[0]), let number = Int(parts[1]), (1...4).contains(number)
    else { return nil }
    self.year = year
    self.number = number
    self.firstMonth = firstMonth
  }

  private init(index: Int, firstMonth: Int) {
    year = index / 4
    number = index % 4 + 1
    self.firstMonth = firstMonth
  }

  /// `2025Q3` or `FY2025Q3`.
  var label: String { (firstMonth == 1 ? "" : "FY") + "\(year)Q\(number)" }

  /// The quarters up to this one, earliest first.
  func history(_ count: Int) -> [Quarter] {
    let last = year * 4 + number - 1
    return (0..<max(1, count)).reversed().map { Quarter(index: last - $0, firstMonth: firstMonth) }
  }

  /// Whether a day, as `2025-09-30`, lies in the quarter.
  func contains(day: String) -> Bool {
    let parts = day.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return false }
    let month = parts[0] * 12 + parts[1] - 1
    let firstYear = firstMonth == 1 ? year : year - 1
    let start = firstYear * 12 + firstMonth - 1 + 3 * (number - 1)
    return (start..<(start + 3)).contains(month)
  }
}
