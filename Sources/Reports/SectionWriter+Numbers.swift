import Disclosure
import Documents
import Estimates
import SVGCharts

/// Published entries as printed: one way for tables and sentences, so that both round alike.
extension SectionWriter {
  /// How a number of a unit is printed.
  func style(_ unit: ExhibitColumn.Unit, _ value: Double) -> NumberStyle {
    switch unit {
    case .people: .people
    case .share: .percent(1)
    case .percentagePoints: .percentagePoints(1)
    case .relativeGap: .percent(1)
    case .per100: .per100
    case .ratio: .ratio
    case .amount: .number(abs(value) < 1000 ? 2 : 0)
    case .pValue: .pValue
    case .number: .number(2)
    case .shortfall: .shortfall
    case .index: .number(3)
    }
  }

  /// The cell of a place of an exhibit.
  func cell(_ published: PublishedExhibit, row: Int, _ column: ExhibitColumn) -> TableCell {
    flagged(
      cell(published.entry(row: row, column: column.id), printedUnit(column)), published, row: row,
      column)
  }

  /// The unit a column is printed in: an average headcount and a number of days are printed whole.
  func printedUnit(_ column: ExhibitColumn) -> ExhibitColumn.Unit {
    column.id == "average" || column.id == "days" ? .people : column.unit
  }

  private func cell(_ entry: PublishedEntry, _ unit: ExhibitColumn.Unit) -> TableCell {
    if let marker = marker(entry) { return .marker(marker) }
    if let people = entry.people { return .number(format.people(people)) }
    if let value = number(entry, unit) {
      let style = style(unit, value)
      switch unit {
      case .share, .per100:
        if format.roundsToZero(value, style) { return .marker(.roundsToZero) }
      default: break
      }
      return .number(format.text(value, style))
    }
    return entry.status == .zero ? .number(format.people(0)) : .empty
  }

  /// A cell with its entry's interval, where it has one.
  func withInterval(
    _ cell: TableCell, _ entry: PublishedEntry, _ unit: ExhibitColumn.Unit
  ) -> TableCell {
    guard case .number(let text) = cell, let interval = entry.estimate?.interval else {
      return cell
    }
    return .estimate(text, interval: printed(interval, unit))
  }

  /// An interval as printed.
  func printed(_ interval: ConfidenceInterval, _ unit: ExhibitColumn.Unit) -> String {
    let scale = interval.upper.isFinite ? interval.upper : interval.lower
    return format.interval(interval.lower, interval.upper, style(unit, scale))
  }

  /// The number of a place as its table prints it; `nil` where none is shown.
  func printed(_ published: PublishedExhibit, row: Int, column id: String) -> String? {
    guard let column = published.exhibit.columns.first(where: { $0.id == id }) else { return nil }
    return switch cell(published, row: row, column) {
    case .number(let text), .marked(let text, _): text
    case .text, .estimate, .marker, .empty: nil
    }
  }

  /// The number behind the cell of a place, as `results.json` gives it.
  func exact(_ published: PublishedExhibit, row: Int, _ column: ExhibitColumn) -> ExactNumber? {
    let entry = published.entry(row: row, column: column.id)
    if let people = entry.people { return ExactNumber(Double(people)) }
    return number(entry, column.unit).map { value in
      ExactNumber(value, interval: entry.estimate?.interval.map { $0.lower...$0.upper })
    }
  }

  /// The value of a place; `nil` where none is shown.
  func value(_ published: PublishedExhibit, row: Int, column id: String) -> Double? {
    let entry = published.entry(row: row, column: id)
    return entry.people.map(Double.init) ?? entry.estimate?.value
  }

  /// An amount with its currency.
  func money(_ published: PublishedExhibit, row: Int, column id: String) -> String? {
    guard let value = value(published, row: row, column: id) else { return nil }
    let digits = abs(value) < 1000 ? 2 : 0
    guard let symbol = currencySymbol else { return format.number(value, digits: digits) }
    return format.money(value, symbol: symbol, digits: digits)
  }

  /// The currency's sign, or its code where it has none of its own.
  var currencySymbol: String? {
    switch context.currency {
    case "GBP": "£"
    case "USD": "$"
    case "EUR": "€"
    case let code: code
    }
  }

  private func number(_ entry: PublishedEntry, _ unit: ExhibitColumn.Unit) -> Double? {
    if let estimate = entry.estimate { return estimate.value }
    if let test = entry.test { return unit == .pValue ? test.pValue.value : test.statistic }
    return nil
  }

  private func marker(_ entry: PublishedEntry) -> Marker? {
    switch entry.status {
    case .notShown: .notShown
    case .notApplicable: .notApplicable
    case .noData: .noData
    case .shown, .zero, nil: nil
    }
  }
}
