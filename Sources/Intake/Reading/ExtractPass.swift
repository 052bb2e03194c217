import Aggregates
import DataSources

/// The state of one reading of a file.
struct ExtractPass: Sendable {
  /// A column of dates with what is made of it.
  private struct Dated: Sendable {
    let name: String
    let column: Int
    let parser: DateParser
    let isPeriod: Bool
    var spots = DatePrecision.Spots()
    var counts: [Int: Int] = [:]
    var coders: [ColumnCoder]
  }

  private let schema: InputSchema
  private let file: String
  private let roleMap: RoleMap
  private let reported: CalendarDay?
  private var scans: [(column: Int, review: IdentifierReview.Column)] = []
  private var coders: [(column: Int, coder: ColumnCoder)] = []
  private var dates: [Dated] = []
  private var keys: [(column: Int, key: IntakeExtract.KeyColumn)] = []
  private var ages: [IntakeExtract.AgeColumn] = []
  private var measures: [String] = []
  private var count: (column: Int, parser: FixedPointParser)?
  private var weights: [Int] = []
  private var rowsOfDay = 0
  private var snapshotDate: Int?
  private var hireDate: Int?

  init(
    _ schema: InputSchema, columns: [DeclaredRecords.Column], file: String, roles: RoleAssignment,
    day: String?, firstMonth: Int
  ) {
    self.schema = schema
    self.file = file
    reported = day.flatMap { CalendarDay(isoText: $0) }
    roleMap = RoleMap(
      columns.map { RoleMap.Column($0.display, roles.role(of: $0.declarations)) })
    for (index, column) in columns.enumerated() {
      let role = roles.role(of: column.declarations)
      var isDate = false
      for declaration in column.declarations {
        add(declaration, index, column, roles, firstMonth)
        if case .date = declaration.role { isDate = true }
      }
      scans.append(
        (
          index,
          IdentifierReview.Column(
            name: column.display, role: role, isDate: isDate,
            scan: IdentifierScan(header: column.header))
        ))
    }
  }

  private mutating func add(
    _ declaration: ColumnSchema, _ index: Int, _ column: DeclaredRecords.Column,
    _ roles: RoleAssignment, _ firstMonth: Int
  ) {
    let missing = schema.format.missing
    let role = roles.role(of: declaration)
    switch declaration.role {
    case .key(let id):
      keys.append((index, IntakeExtract.KeyColumn(name: column.display, id: id, keys: [])))
    case .count: count = (index, FixedPointParser(Self.people, missing: missing))
    case .drop: break
    case .attribute(let attribute):
      let words = HeaderWords.split(attribute.attribute.id) + HeaderWords.split(column.header)
      if AgePrecision.isAge(words: words) {
        let labels = attribute.attribute.declaredLevels.map(\.label)
        ages.append(
          IntakeExtract.AgeColumn(
            name: column.display, precision: AgePrecision(labels: labels)))
      }
      coders.append(
        (index, ColumnCoder(name: column.display, role: role, attribute, missing: missing)))
    case .measure(let measure):
      let words = HeaderWords.split(measure.id) + HeaderWords.split(column.header)
      if AgePrecision.isAge(words: words) {
        ages.append(IntakeExtract.AgeColumn(name: column.display, precision: nil))
      } else {
        measures.append(column.display)
      }
      if role != .measure {
        coders.append(
          (index, ColumnCoder(name: column.display, role: role, measure, missing: missing)))
      }
    case .date(let date):
      guard let parser = DateParser(format: date.format, missing: missing) else { return }
      if date.id == "snapshot_date" { snapshotDate = dates.count }
      if date.id == "hire_date" { hireDate = dates.count }
      var made: [ColumnCoder] = []
      if role != .period {
        made = schema.derivedAttributes.filter { $0.date == date.id }.compactMap {
          ColumnCoder($0, role: roles.role(of: $0.attribute))
        }
        if made.isEmpty {
          made = [ColumnCoder(name: column.display, role: role, quartersFrom: firstMonth)]
        }
      }
      dates.append(
        Dated(
          name: column.display, column: index, parser: parser, isPeriod: role == .period,
          coders: made))
    }
  }

  private static let people = NumberColumn(
    id: "count", title: "People", unit: "people", scale: 0, minimum: 0, maximum: 1e12)

  /// Takes in a record.
  mutating func see(_ record: TextRecord) {
    for index in scans.indices {
      scans[index].review.see(record[scans[index].column], row: record.row)
    }
    let days = dates.map { dated -> CalendarDay? in
      let parsed = record[dated.column].withUnsafeBytes { dated.parser.parse($0) }
      if case .value(let day) = parsed { return day }
      return nil
    }
    if let snapshotDate, let reported {
      guard let day = days[snapshotDate], day == reported else {
        seeEarlier(record, days[snapshotDate])
        return
      }
    }
    rowsOfDay += 1
    for index in dates.indices {
      if let day = days[index] {
        dates[index].spots.see(day)
        dates[index].counts[day.daysSinceEpoch, default: 0] += 1
      }
      for coder in dates[index].coders.indices { dates[index].coders[coder].see(days[index]) }
    }
    for index in coders.indices { coders[index].coder.see(record[coders[index].column]) }
    let hired = hireDate.flatMap { days[$0]?.daysSinceEpoch }
    for index in keys.indices {
      let key = Array(TextRecord.trimmed(record[keys[index].column]))
      if !key.isEmpty {
        keys[index].key.keys.append((key, keys[index].key.id == "person_id" ? hired : nil))
      }
    }
    if let count {
      if case .value(let people) = record[count.column].withUnsafeBytes({ count.parser.parse($0) })
      {
        weights.append(Int(people))
      } else {
        weights.append(0)
      }
    }
  }

  /// Keeps the keys of the latest snapshot before the reported one.
  private mutating func seeEarlier(_ record: TextRecord, _ day: CalendarDay?) {
    guard let day, let reported, day < reported else { return }
    for index in keys.indices {
      let key = Array(TextRecord.trimmed(record[keys[index].column]))
      guard !key.isEmpty else { continue }
      if let earlier = keys[index].key.earlier, earlier.day > day { continue }
      if keys[index].key.earlier?.day != day { keys[index].key.earlier = (day, []) }
      keys[index].key.earlier?.keys.insert(key)
    }
  }

  /// What was read.
  func extract(rows: Int) -> IntakeExtract {
    IntakeExtract(
      input: schema.id, file: file, kind: schema.kind, rows: rows, roles: roleMap,
      scans: scans.map(\.review), dates: dates.filter { !$0.isPeriod }.map(Self.dateColumn),
      ages: ages, measures: measures, keys: keys.map(\.key), table: table())
  }

  private static func dateColumn(_ dated: Dated) -> IntakeExtract.DateColumn {
    var rows = 0
    var rare = 0
    for count in dated.counts.values.sorted() {
      rows += count
      if count < 5 { rare += count }
    }
    return IntakeExtract.DateColumn(
      name: dated.name, precision: dated.spots.precision, distinct: dated.counts.count, dated: rows,
      rare: rare, countedAs: dated.coders.map(\.name).filter { $0 != dated.name })
  }

  private func table() -> IntakeOutcome<IntakeTable> {
    switch schema.kind {
    case .events, .training, .vacancies:
      return .notMeasurable(
        reason: "a row is no person; anonymity is measured on snapshots and applications")
    case .skills:
      return .notMeasurable(
        reason: "a row repeats a person of the snapshot; anonymity is measured there")
    case .snapshots, .applications: break
    }
    guard rowsOfDay > 0 else {
      return .notMeasurable(
        reason: snapshotDate == nil
          ? "there are no rows" : "there are no rows of the snapshot reported")
    }
    // Columns in the order of the file, what is made of a date in its place.
    let made = dates.flatMap { dated in dated.coders.map { (dated.column, $0) } }
    let ordered = (coders.map { ($0.column, $0.coder) } + made).enumerated().sorted {
      ($0.element.0, $0.offset) < ($1.element.0, $1.offset)
    }
    do {
      return .measured(
        try IntakeTable(
          columns: ordered.map { $0.element.1.column }, rowCount: rowsOfDay,
          weights: count == nil ? nil : weights))
    } catch {
      return .notMeasurable(reason: "the counts of people are too large")
    }
  }
}
