public import Aggregates

/// One row of a file as a person: the pseudonym, the levels and the amounts asked for.
public struct PersonRow: Sendable {
  /// The pseudonym, without blanks around it.
  public let person: String
  /// The position of the level of each attribute, in the order of the query, then of each one that
  /// leaves no row out; there a day in none of the quarters has the position after the last.
  public let levels: [Int]
  /// The amount of each measure in quanta, in the order of the query; `nil` where there is none.
  public let amounts: [Int?]
}

extension CSVSource {
  /// The people of a file, one per row that passes the query's filters, in the order of the file.
  ///
  /// Unlike counts, its memory grows with the file. Rows whose day lies in none of the quarters of a
  /// derived attribute are left out, as in counts.
  ///
  /// - Parameter keeping: derived attributes that are read and leave no row out.
  /// - Returns: `nil` where the file has no `person_id`, or its rows stand for several people.
  /// - Throws: `SourceProblems` with everything that is wrong in the columns that are read.
  public func people(
    _ query: AggregateQuery, keeping: [String] = []
  ) throws -> Confidential<[PersonRow]>? {
    guard let column = schema.columns.firstIndex(where: { $0.role == .key("person_id") }),
      !schema.columns.contains(where: { $0.role == .count })
    else { return nil }
    let plan = try PassPlanner.plan(
      [query, AggregateQuery(input: query.input, attributes: keeping)], schema: schema, file: name,
      width: header.count, delimiter: format.delimiter,
      fields: fields)
    guard let asked = plan.queries.first, let kept = plan.queries.last else { return nil }
    let slots = asked.slots + kept.slots
    var rows: [PersonRow] = []
    var isBad = false
    var reader = try RecordReader(path: schema.path, format: format)
    var faults = TextFaultCheck()
    _ = try HeaderRows.read(&reader, format: schema.format, faults: &faults)
    var waiting: [TextRecord] = []
    while try reader.advance() {
      if reader.record.isBlankLine { continue }
      waiting.append(reader.record)
      guard waiting.count > max(0, schema.format.footerRows) else { continue }
      let record = waiting.removeFirst()
      switch Self.person(record, key: fields[column], asked, slots, plan) {
      case .row(let row): rows.append(row)
      case .filtered: break
      case .malformed: isBad = true
      }
    }
    if isBad {
      let problems = try PassDiagnosis.problems(self, plan)
      throw SourceProblems(
        problems.isEmpty
          ? [
            ProblemCode.missingKey.problem(
              file: name, message: "some rows have no key, or cannot be read")
          ] : problems)
    }
    return Confidential(rows)
  }

  private enum Found {
    case row(PersonRow)
    case filtered
    case malformed
  }

  private static func person(
    _ record: TextRecord, key: Int, _ query: PassPlan.Query, _ slots: [Int], _ plan: PassPlan
  ) -> Found {
    guard record.count == plan.width else { return .malformed }
    var codes: [Int] = []
    for column in plan.levels {
      guard let level = record[column.field].withUnsafeBytes(column.lookup.level) else {
        return .malformed
      }
      codes.append(level)
    }
    for rule in plan.dayLevels {
      let date = plan.dates[rule.date]
      let level: Int32
      switch record[date.field].withUnsafeBytes(date.parser.parse) {
      case .value(let day): level = rule.level(of: day)
      case .blank: level = rule.level(packed: 0)
      case .malformed: return .malformed
      }
      if level == PassPlan.DayLevels.none { return .malformed }
      // Days outside the quarters have the code after the last level.
      codes.append(level == PassPlan.DayLevels.outside ? rule.attribute.levels.count : Int(level))
    }
    for filter in query.filters {
      let code = codes[filter.slot]
      guard filter.isAllowed.indices.contains(code), filter.isAllowed[code] else {
        return .filtered
      }
    }
    var numbers: [Int64?] = []
    for column in plan.numbers {
      switch record[column.field].withUnsafeBytes(column.parser.parse) {
      case .value(let value): numbers.append(value)
      case .blank: numbers.append(nil)
      case .malformed: return .malformed
      }
    }
    for quotient in plan.quotients {
      guard let numerator = numbers[quotient.numerator],
        let denominator = numbers[quotient.denominator], denominator != 0
      else {
        numbers.append(nil)
        continue
      }
      guard let value = quotient.value(numerator, denominator) else { return .malformed }
      numbers.append(value)
    }
    let person = record.text(key)
    guard !person.isEmpty else { return .malformed }
    return .row(
      PersonRow(
        person: person, levels: slots.map { codes[$0] },
        amounts: query.sums.map { sum in numbers[sum.slot].map { Int($0) } }))
  }
}
