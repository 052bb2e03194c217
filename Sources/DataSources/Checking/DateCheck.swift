/// Checks the fields of a date column.
struct DateCheck: ColumnCheck {
  private let column: DateColumn
  private let parser: DateParser?
  private let candidates: [(format: String, parser: DateParser)]
  private let isRequired: Bool

  private var values = 0
  private var blank = RowTally()
  private var malformed = RowTally()
  private var implausible = RowTally()
  private var serial = RowTally()
  private var ambiguous = RowTally()
  /// Malformed fields that each candidate format reads.
  private var readable: [Int]
  private var years: [Int: Int] = [:]

  init(_ column: DateColumn, missing: [String]) {
    self.column = column
    parser = DateParser(format: column.format, missing: missing)
    candidates = DateFormats.candidates.filter { $0 != column.format }.compactMap { format in
      DateParser(format: format, missing: []).map { (format, $0) }
    }
    readable = candidates.map { _ in 0 }
    isRequired = ["snapshot_date", "date", "entered_on"].contains(column.id)
  }

  mutating func see(_ field: ArraySlice<UInt8>, row: Int) -> SeenField {
    guard let parser else { return .nothing }
    switch field.withUnsafeBytes({ parser.parse($0) }) {
    case .blank: blank.add(row)
    case .value(let day):
      values += 1
      years[day.year, default: 0] += 1
      if day.year > 2100 { implausible.add(row) }
      return .day(day)
    case .malformed(let reason):
      // The one reason that means the text is a date, but of a year no person lived in.
      if reason.contains("year") { implausible.add(row) } else { seeMalformed(field, row) }
    }
    return .nothing
  }

  private mutating func seeMalformed(_ field: ArraySlice<UInt8>, _ row: Int) {
    let text = TextRecord.trimmed(field)
    if text.count == 5, text.allSatisfy({ (0x30...0x39).contains($0) }), let first = text.first,
      (0x32...0x36).contains(first)
    {
      serial.add(row)
      return
    }
    malformed.add(row)
    var days: Set<Int> = []
    for (index, candidate) in candidates.enumerated() {
      if case .value(let day) = field.withUnsafeBytes({ candidate.parser.parse($0) }) {
        readable[index] += 1
        days.insert(day.daysSinceEpoch)
      }
    }
    if days.count > 1 { ambiguous.add(row) }
  }

  /// Whether the dates are those of births, as far as their years can tell.
  var looksLikeBirths: Bool {
    let total = years.values.reduce(0, +)
    guard total >= 20 else { return false }
    let early = years.filter { $0.key < 1975 }.values.reduce(0, +)
    let late = years.filter { $0.key > 2012 }.values.reduce(0, +)
    return early * 5 >= total && late == 0
  }

  func problems(at place: ColumnPlace) -> [SourceProblem] {
    guard parser != nil else {
      return [
        ProblemCode.malformedDate.problem(
          file: place.file, column: place.column,
          message: "the declared format is not a date pattern",
          fix: "set format under \(place.mapping), for example \"dd/MM/yyyy\"", exitCode: 78)
      ]
    }
    let total = values + malformed.count + implausible.count + serial.count
    func share(_ tally: RowTally) -> String {
      "\(ProblemText.grouped(tally.count)) of \(ProblemText.counted(total, "date"))"
    }
    var found: [SourceProblem] = []
    if isRequired {
      found += place.problem(
        .missingDate, blank, "\(ProblemText.counted(blank.count, "row")) have no date")
    }
    found += place.problem(
      .implausibleDate, implausible, "\(share(implausible)) lie before 1900 or after 2100")
    found += place.problem(
      .spreadsheetSerial, serial, "\(share(serial)) are spreadsheet day numbers")
    guard malformed.count > 0 else { return found }
    let most = readable.max() ?? 0
    let best = candidates.indices.filter { readable[$0] == most }.map { candidates[$0].format }
    if most == malformed.count, let dayFirst = best.first(where: { $0.hasPrefix("d") }),
      let monthFirst = best.first(where: { $0.hasPrefix("M") })
    {
      found += place.problem(
        .ambiguousDates, ambiguous,
        "\(share(ambiguous)) are ambiguous (day and month both <= 12)",
        fix: "set format = \"\(dayFirst)\" or \"\(monthFirst)\" under \(place.mapping)")
    } else if most == malformed.count, let format = best.first {
      found += place.problem(
        .malformedDate, malformed,
        "\(share(malformed)) are not written as \(column.format); all of them read as \(format)",
        fix: "set format = \"\(format)\" under \(place.mapping)")
    } else {
      found += place.problem(
        .malformedDate, malformed,
        "\(share(malformed)) are not written as \(column.format), or name no day of the calendar",
        fix: most * 2 > malformed.count
          ? "correct the others, then set format = \"\(best.first ?? "")\" under \(place.mapping)"
          : "correct the dates at the source, or set format under \(place.mapping)")
    }
    return found
  }
}

/// The ways dates are commonly written.
enum DateFormats {
  /// Patterns, the unambiguous ones first.
  static let candidates = [
    "yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "MM/dd/yyyy",
    "d/M/yyyy", "M/d/yyyy", "dd-MM-yyyy", "MM-dd-yyyy", "d-M-yyyy", "M-d-yyyy",
    "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss", "d/M/yyyy H:mm", "M/d/yyyy H:mm",
  ]
}
