import Aggregates

/// Finds out what is wrong with the records of a file, and in which rows, after a pass has met
/// something it could not read.
///
/// It looks at the columns of the pass only, one record after the other, with the checks of
/// `parity check`.
struct PassDiagnosis {
  private struct Column {
    let field: Int
    let place: ColumnPlace
    var check: any ColumnCheck
  }

  private let source: CSVSource
  private let plan: PassPlan
  private var faults = TextFaultCheck()
  private var columns: [Column] = []
  private var withoutLevel: [RowTally]
  private var tooLarge: [RowTally]

  /// The errors of the records a pass reads.
  static func problems(
    _ source: CSVSource, _ plan: PassPlan
  ) throws -> [SourceProblem] {
    var diagnosis = PassDiagnosis(source, plan)
    return try diagnosis.run()
  }

  private init(_ source: CSVSource, _ plan: PassPlan) {
    self.source = source
    self.plan = plan
    withoutLevel = plan.dayLevels.map { _ in RowTally() }
    tooLarge = plan.quotients.map { _ in RowTally() }
    let missing = source.schema.format.missing
    func add(_ field: Int, _ id: String, _ check: any ColumnCheck) {
      columns.append(
        Column(
          field: field,
          place: ColumnPlace(
            file: source.name, input: source.schema.id, column: source.header[field], id: id,
            showsValues: false), check: check))
    }
    for column in plan.levels {
      let declaration = column.declaration
      add(
        column.field, declaration.attribute.id, AttributeCheck(declaration, missing: missing))
    }
    for column in plan.numbers {
      add(column.field, column.declaration.id, NumberCheck(column.declaration, missing: missing))
    }
    for column in plan.dates {
      add(column.field, column.declaration.id, DateCheck(column.declaration, missing: missing))
    }
    if let field = plan.countField { add(field, "count", NumberCheck.count(missing: missing)) }
  }

  private mutating func run() throws -> [SourceProblem] {
    let format = source.schema.format
    var reader = try RecordReader(path: source.schema.path, format: source.format)
    var headerFaults = TextFaultCheck()
    _ = try HeaderRows.read(&reader, format: format, faults: &headerFaults)
    var waiting: [TextRecord] = []
    var records = 0
    while try reader.advance() {
      records += 1
      if records % 8192 == 0 { try Task.checkCancellation() }
      if reader.record.isBlankLine { continue }
      if format.footerRows <= 0 {
        see(reader.record)
        continue
      }
      waiting.append(reader.record)
      if waiting.count > format.footerRows { see(waiting.removeFirst()) }
    }
    var found = faults.problems(
      file: source.name, encoding: source.format.encoding, width: plan.width)
    for column in columns { found += column.check.problems(at: column.place) }
    found += derivedProblems()
    return found.filter { $0.severity == .error }
  }

  private mutating func see(_ record: TextRecord) {
    faults.see(record)
    guard record.count == plan.width else {
      if !record.faults.contains(.tooManyFields) {
        faults.add(record.count < plan.width ? .shortRows : .longRows, record.row)
      }
      return
    }
    for index in columns.indices {
      _ = columns[index].check.see(record[columns[index].field], row: record.row)
    }
    for (index, rule) in plan.dayLevels.enumerated() {
      let date = plan.dates[rule.date]
      let level: Int32
      switch record[date.field].withUnsafeBytes(date.parser.parse) {
      case .value(let day): level = rule.level(of: day)
      case .blank: level = rule.level(packed: 0)
      case .malformed: continue
      }
      if level == PassPlan.DayLevels.none { withoutLevel[index].add(record.row) }
    }
    for (index, quotient) in plan.quotients.enumerated() {
      guard case .value(let numerator) = amount(record, quotient.numerator),
        case .value(let denominator) = amount(record, quotient.denominator), denominator != 0
      else { continue }
      if quotient.value(numerator, denominator) == nil { tooLarge[index].add(record.row) }
    }
  }

  private func amount(_ record: TextRecord, _ number: Int) -> ParsedField<Int64> {
    let column = plan.numbers[number]
    return record[column.field].withUnsafeBytes(column.parser.parse)
  }

  private func derivedProblems() -> [SourceProblem] {
    var found: [SourceProblem] = []
    for (index, tally) in withoutLevel.enumerated() where tally.count > 0 {
      let rule = plan.dayLevels[index]
      found.append(
        ProblemCode.malformedDate.problem(
          file: source.name, column: source.header[plan.dates[rule.date].field],
          rows: tally.rows, count: tally.count,
          message: "\(ProblemText.counted(tally.count, "date")) are empty or outside the levels of "
            + rule.attribute.id,
          fix: "correct the dates, or the levels under [attributes.\(rule.attribute.id)]"))
    }
    for (index, tally) in tooLarge.enumerated() where tally.count > 0 {
      let measure = plan.quotients[index].declaration
      found.append(
        ProblemCode.aboveMaximum.problem(
          file: source.name, rows: tally.rows, count: tally.count,
          message: "\(ProblemText.counted(tally.count, "value")) of \(measure.id) are too large",
          fix: "lower scale under [derived.\(measure.id)]"))
    }
    return found
  }
}
