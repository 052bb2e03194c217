import Aggregates
import DataSources

/// Makes codes of the fields of one column.
///
/// A field without an answer, or with one that nothing stands for, has the last code.
struct ColumnCoder: Sendable {
  private enum Source: Sendable {
    case levels(LevelLookup, declared: [Bool])
    case amounts(FixedPointParser)
    case quarters(firstMonth: Int)
    case years(onDay: CalendarDay, lowerBounds: [Int])
  }

  /// The name of the column in the table.
  let name: String
  /// What the column is.
  let role: ColumnRole
  private let source: Source
  private let isOrdered: Bool
  /// Codes, or for amounts and quarters the numbers they are made of; `nil` for no answer.
  private var numbers: [Int64?] = []

  /// A column of levels.
  init(name: String, role: ColumnRole, _ column: AttributeColumn, missing: [String]) {
    self.name = name
    self.role = role
    source = .levels(
      LevelLookup(column, missing: missing),
      declared: column.attribute.levels.map { $0.declaration == .declared })
    isOrdered = column.attribute.isOrdered
  }

  /// A column of amounts, each different amount a level.
  init(name: String, role: ColumnRole, _ column: NumberColumn, missing: [String]) {
    self.name = name
    self.role = role
    source = .amounts(FixedPointParser(column, missing: missing))
    isOrdered = true
  }

  /// A column of dates, each quarter a level.
  init(name: String, role: ColumnRole, quartersFrom firstMonth: Int) {
    self.name = name
    self.role = role
    source = .quarters(firstMonth: firstMonth)
    isOrdered = true
  }

  /// Bands of completed years since a date; `nil` for another rule, or a day that is none.
  init?(_ derived: DerivedAttribute, role: ColumnRole) {
    guard case .completedYears(let onDay, let bounds) = derived.rule,
      let day = CalendarDay(isoText: onDay)
    else { return nil }
    name = derived.attribute.id
    self.role = role
    source = .years(onDay: day, lowerBounds: bounds)
    isOrdered = true
  }

  /// Takes in a field of a column of levels or amounts.
  mutating func see(_ field: ArraySlice<UInt8>) {
    switch source {
    case .levels(let lookup, _):
      numbers.append(field.withUnsafeBytes { lookup.level(of: $0) }.map { Int64($0) })
    case .amounts(let parser):
      if case .value(let amount) = field.withUnsafeBytes({ parser.parse($0) }) {
        numbers.append(amount)
      } else {
        numbers.append(nil)
      }
    case .quarters, .years: numbers.append(nil)
    }
  }

  /// Takes in a day of a column of dates.
  mutating func see(_ day: CalendarDay?) {
    switch source {
    case .quarters(let firstMonth):
      numbers.append(day.map { Int64($0.quarterIndex(firstMonth: firstMonth)) })
    case .years(let onDay, let bounds):
      let years = day.map { $0.completedYears(to: onDay) }
      let band = years.map { years in bounds.prefix { $0 <= years }.count - 1 }
      numbers.append(band.flatMap { $0 >= 0 ? Int64($0) : nil })
    case .levels, .amounts: numbers.append(nil)
    }
  }

  /// The column of the table.
  ///
  /// Its order means something only where every row has an answer: no answer has no place in it.
  var column: IntakeTable.Column {
    let values = Set(numbers.compactMap(\.self)).sorted()
    var codeOf: [Int64: Int32] = [:]
    for (code, value) in values.enumerated() { codeOf[value] = Int32(code) }
    let blank = Int32(values.count)
    let codes = numbers.map { number in number.flatMap { codeOf[$0] } ?? blank }
    var unanswered: Set<Int32> = [blank]
    if case .levels(_, let declared) = source {
      for value in values where !(Int(value) < declared.count && declared[Int(value)]) {
        if let code = codeOf[value] { unanswered.insert(code) }
      }
    }
    let isComplete = codes.allSatisfy { !unanswered.contains($0) }
    return IntakeTable.Column(
      name: name, role: role, codes: codes, levelCount: values.count + 1,
      isOrdered: isOrdered && isComplete, unanswered: unanswered)
  }
}
