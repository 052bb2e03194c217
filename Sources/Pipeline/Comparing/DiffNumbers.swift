import Estimates
import SVGCharts

/// Numbers of `parity diff`, by the unit of their column.
enum DiffNumbers {
  /// Two numbers with as many digits as show that they differ.
  static func pair(_ before: Double, _ now: Double, unit: String) -> (before: String, now: String) {
    var digits = usualDigits(unit)
    while digits < 8, text(before, unit, digits) == text(now, unit, digits) { digits += 1 }
    return (text(before, unit, digits), text(now, unit, digits))
  }

  /// One number.
  static func text(_ value: Double, unit: String) -> String {
    text(value, unit, usualDigits(unit))
  }

  private static func usualDigits(_ unit: String) -> Int {
    switch ExhibitColumn.Unit(rawValue: unit) {
    case .people: 0
    case .share, .relativeGap, .percentagePoints, .per100, .shortfall: 1
    case .ratio, .amount, .number, nil: 2
    case .index: 3
    case .pValue: 4
    }
  }

  private static func text(_ value: Double, _ unit: String, _ digits: Int) -> String {
    let format = NumberFormat()
    return switch ExhibitColumn.Unit(rawValue: unit) {
    case .share, .relativeGap: format.percent(value, digits: digits)
    case .percentagePoints: format.percentagePoints(value, digits: digits)
    default: format.number(value, digits: digits)
    }
  }
}
