/// A quarter as releases name it: `2025Q3`, or `FY2025Q3` for fiscal years.
///
/// Calendar and fiscal quarters are ordered alike, by year and quarter; an organisation uses one of
/// them.
public struct LedgerPeriod: Hashable, Sendable, Comparable {
  /// The year.
  public let year: Int
  /// The quarter, 1 to 4.
  public let quarter: Int

  /// Reads a label; `nil` where it is no quarter.
  public init?(_ label: String) {
    let digits = Array(label.hasPrefix("FY") ? label.utf8.dropFirst(2) : label.utf8[...])
    guard digits.count == 6, digits[4] == UInt8(ascii: "Q") else { return nil }
    var numbers: [Int] = []
    for place in [0, 1, 2, 3, 5] {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digits[place]) else { return nil }
      numbers.append(Int(digits[place] - UInt8(ascii: "0")))
    }
    guard (1...4).contains(numbers[4]) else { return nil }
    year = numbers.prefix(4).reduce(0) { 10 * $0 + $1 }
    quarter = numbers[4]
  }

  /// Orders by time.
  public static func < (left: LedgerPeriod, right: LedgerPeriod) -> Bool {
    (left.year, left.quarter) < (right.year, right.quarter)
  }
}
