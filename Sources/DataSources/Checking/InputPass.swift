import Aggregates

/// The state of one pass over the records of a file.
struct InputPass: Sendable {
  private struct Checked: Sendable {
    let place: ColumnPlace
    let declaration: ColumnSchema
    let column: Int
    var check: any ColumnCheck
  }

  /// The header the pass was made for.
  let header: HeaderCheck
  /// Records seen.
  private(set) var rows = 0

  private let schema: InputSchema
  private let file: String
  private let countsPeople: Bool
  private var checked: [Checked] = []
  private var scans: [(column: Int, scan: IdentifierScan)] = []
  private var repeated = RepeatedRowCheck()
  private var keyOrder = KeyOrderCheck()
  private let keyIndex: Int?
  private let snapshotIndex: Int?
  private let hireIndex: Int?
  private let exitIndex: Int?
  private var hiredAfterSnapshot = RowTally()
  private var leftBeforeHired = RowTally()
  /// Answers by snapshot day: for each attribute in order, rows declared and all rows.
  private var answers: [CalendarDay?: [(declared: Int, total: Int)]] = [:]
  private let attributeSlots: [Int: Int]

  init(schema: InputSchema, header: HeaderCheck, file: String, showsValues: Bool) {
    self.schema = schema
    self.header = header
    self.file = file
    countsPeople = !schema.columns.contains { $0.role == .count }
    let missing = schema.format.missing
    let primaryKey = schema.kind.primaryKey
    var slots: [Int: Int] = [:]
    for (index, column) in header.columns.enumerated() {
      var isScanned = column.declarations.isEmpty
      for declaration in column.declarations {
        let check: any ColumnCheck
        switch declaration.role {
        case .key(let id): check = KeyCheck(isRequired: id == schema.kind.requiredKey)
        case .attribute(let attribute):
          check = AttributeCheck(attribute, missing: missing)
          slots[checked.count] = slots.count
          isScanned = true
        case .measure(let measure): check = NumberCheck(measure, missing: missing)
        case .date(let date): check = DateCheck(date, missing: missing)
        case .count: check = NumberCheck.count(missing: missing)
        case .drop: continue
        }
        checked.append(
          Checked(
            place: ColumnPlace(
              file: file, input: schema.id, column: column.display, id: declaration.id,
              showsValues: showsValues),
            declaration: declaration, column: index, check: check))
      }
      if isScanned { scans.append((index, IdentifierScan(header: column.header))) }
    }
    attributeSlots = slots
    let identifiers = checked.map(\.declaration.id)
    keyIndex = primaryKey.flatMap { identifiers.firstIndex(of: $0) }
    snapshotIndex = identifiers.firstIndex(of: "snapshot_date")
    hireIndex = identifiers.firstIndex(of: "hire_date")
    exitIndex = identifiers.firstIndex(of: "exit_date")
  }

  /// Looks at a record.
  mutating func see(_ record: TextRecord, faults: inout TextFaultCheck) {
    rows += 1
    faults.see(record)
    let width = header.columns.count
    if record.isEmpty {
      faults.add(.emptyRows, record.row)
      return
    }
    if !record.faults.contains(.tooManyFields), record.count != width {
      // The values of a ragged row stand in the wrong columns.
      faults.add(record.count < width ? .shortRows : .longRows, record.row)
      return
    }
    guard record.faults.isDisjoint(with: [.unterminatedQuote, .invalidText, .fieldTooLong]) else {
      return
    }
    var days: [CalendarDay?] = []
    days.reserveCapacity(checked.count)
    var answered: [(slot: Int, declared: Bool)] = []
    for index in checked.indices {
      let seen = checked[index].check.see(record[checked[index].column], row: record.row)
      if case .day(let day) = seen { days.append(day) } else { days.append(nil) }
      if case .answer(let declaration) = seen, let slot = attributeSlots[index] {
        answered.append((slot, declaration == .declared))
      }
    }
    for index in scans.indices {
      scans[index].scan.see(record[scans[index].column], row: record.row)
    }
    seeAcrossColumns(record, days: days, answered: answered)
  }

  private mutating func seeAcrossColumns(
    _ record: TextRecord, days: [CalendarDay?], answered: [(slot: Int, declared: Bool)]
  ) {
    func day(_ index: Int?) -> CalendarDay? { index.flatMap { days[$0] } }
    let snapshot = day(snapshotIndex)
    if let hired = day(hireIndex) {
      if let snapshot, hired > snapshot { hiredAfterSnapshot.add(record.row) }
      if let left = day(exitIndex), left < hired { leftBeforeHired.add(record.row) }
    }
    if answers[snapshot] == nil {
      answers[snapshot] = attributeSlots.map { _ in (declared: 0, total: 0) }
    }
    for (slot, declared) in answered {
      answers[snapshot]?[slot].total += 1
      if declared { answers[snapshot]?[slot].declared += 1 }
    }
    guard countsPeople else { return }
    guard let keyIndex else {
      if schema.kind == .events || schema.kind == .training { repeated.see(record, key: nil) }
      return
    }
    let key = TextRecord.trimmed(record[checked[keyIndex].column])
    guard !key.isEmpty else { return }
    let when = snapshotIndex.map { TextRecord.trimmed(record[checked[$0].column]) }
    repeated.see(record, key: when.map { [key, $0] } ?? [key])
    if let hired = day(hireIndex) { keyOrder.see(key: key, day: hired.daysSinceEpoch) }
  }

  /// What the identifier scan found in a column.
  func findings(column: Int) -> [IdentifierScan.Finding] {
    scans.first { $0.column == column }?.scan.findings ?? []
  }

  /// How many people declared, per attribute, in the latest snapshot.
  func declarations() -> [CheckReport.DeclarationShare] {
    guard
      let latest = answers.max(by: { left, right in
        guard let later = right.key else { return false }
        return left.key.map { $0 < later } ?? true
      })
    else { return [] }
    let snapshot = latest.key?.isoText
    return checked.indices.compactMap { index in
      guard let slot = attributeSlots[index] else { return nil }
      return CheckReport.DeclarationShare(
        attribute: checked[index].declaration.id, column: checked[index].place.column,
        snapshot: snapshot, declared: latest.value[slot].declared, total: latest.value[slot].total)
    }
  }

  /// What is wrong with the values.
  func problems() -> [SourceProblem] {
    var problems: [SourceProblem] = []
    for entry in checked {
      problems += entry.check.problems(at: entry.place)
      problems += birthDateProblems(entry)
    }
    for (column, scan) in scans {
      guard let entry = checked.first(where: { $0.column == column }) else { continue }
      problems += scan.problems(at: entry.place, countsPeople: countsPeople)
    }
    if let hireIndex {
      let place = checked[hireIndex].place
      problems += place.problem(
        .hiredAfterSnapshot, hiredAfterSnapshot,
        "\(ProblemText.counted(hiredAfterSnapshot.count, "row")) have a hire date after the "
          + "snapshot")
      problems += place.problem(
        .leftBeforeHired, leftBeforeHired,
        "\(ProblemText.counted(leftBeforeHired.count, "row")) have an exit date before the hire "
          + "date")
    }
    if let keyIndex {
      let place = checked[keyIndex].place
      problems += repeated.problems(at: place, perSnapshot: snapshotIndex != nil)
      problems += keyOrder.problems(at: place)
    } else {
      let place = ColumnPlace(
        file: file, input: schema.id, column: "", id: "", showsValues: false)
      problems += repeated.problems(at: place, perSnapshot: false)
    }
    return problems + declarationProblems()
  }

  private func birthDateProblems(_ entry: Checked) -> [SourceProblem] {
    let header = header.columns[entry.column].header
    var meaning = IdentifierLexicon.meaning(of: header)
    switch entry.declaration.role {
    case .measure, .count:
      guard let meaning, meaning != .birthDate else { return [] }
      return [
        ProblemCode.identifyingHeader.problem(
          file: file, column: entry.place.column, message: "the header names \(meaning.rawValue)",
          fix: "take it out of \(entry.place.mapping) and add it to drop")
      ]
    case .date(let date):
      if IdentifierLexicon.meaning(of: date.id) == .birthDate { meaning = .birthDate }
      let isKnown = DateColumn.knownIdentifiers.contains(date.id)
      let looksLikeBirths = (entry.check as? DateCheck)?.looksLikeBirths ?? false
      guard meaning == .birthDate || (!isKnown && looksLikeBirths) else { return [] }
      return [
        ProblemCode.birthDates.problem(
          file: file, column: entry.place.column, message: "it holds full dates of birth",
          fix: "take it out of \(entry.place.mapping), add it to drop, and export an age band")
      ]
    default: return []
    }
  }

  private func declarationProblems() -> [SourceProblem] {
    // Events and enrolments are not people; an event without an exit type declares nothing.
    guard schema.kind == .snapshots || schema.kind == .applications else { return [] }
    return declarations().compactMap { share in
      guard let value = share.share, value < 0.6, share.declared > 0 else { return nil }
      let percent = Int((value * 100).rounded(.down))
      return ProblemCode.lowDeclaration.problem(
        file: file, column: share.column, count: share.total - share.declared,
        message: "\(percent)% declared, below the 60% reporting rule"
          + (share.snapshot.map { " (snapshot \($0))" } ?? ""))
    }
  }
}

extension InputSchema.Kind {
  /// The key that stands on one row of the file, or of a snapshot.
  var primaryKey: String? {
    switch self {
    case .snapshots, .skills: "person_id"
    case .applications: "application_id"
    case .vacancies: "vacancy_id"
    case .events, .training: nil
    }
  }

  /// The key that no row may lack.
  var requiredKey: String? { self == .events ? "person_id" : primaryKey }
}

extension DateColumn {
  /// Dates whose meaning is known not to be a birth.
  static let knownIdentifiers: Set<String> = [
    "snapshot_date", "date", "entered_on", "hire_date", "exit_date", "applied_at", "opened_on",
    "closed_on", "started_on", "completed_on",
  ]
}

extension CalendarDay {
  /// The day as `2025-09-30`.
  var isoText: String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }
}
