/// Reads what stands above the records.
enum HeaderRows {
  /// How many records are searched for a header that is not where it is declared to be.
  private static let searched = 40

  /// The headers, and whether the file is long enough to have them.
  struct Start: Sendable {
    let headers: [String]
    let isComplete: Bool
  }

  /// Skips the declared rows and reads the header.
  ///
  /// A header of several rows is joined per column,
  /// from top to bottom, with one space.
  static func read(
    _ reader: inout RecordReader, format: TextFormat, faults: inout TextFaultCheck
  ) throws(SourceProblems) -> Start {
    for _ in 0..<max(0, format.skipRows) {
      guard try reader.advance() else { return Start(headers: [], isComplete: false) }
    }
    var headers: [String] = []
    for _ in 0..<max(0, format.headerRows) {
      repeat {
        guard try reader.advance() else { return Start(headers: [], isComplete: false) }
      } while reader.record.isBlankLine
      faults.see(reader.record)
      join(reader.record, to: &headers)
    }
    return Start(headers: headers, isComplete: true)
  }

  private static func join(_ record: TextRecord, to headers: inout [String]) {
    while headers.count < record.count { headers.append("") }
    for field in 0..<record.count {
      let text = record.text(field).split(whereSeparator: \.isNewline).joined(separator: " ")
      if !text.isEmpty { headers[field] += (headers[field].isEmpty ? "" : " ") + text }
    }
  }

  /// A problem if fewer than half of the declared headers are in the header row, and most are in a
  /// row below it.
  static func locateElsewhere(
    _ headers: [String], schema: InputSchema, format: ResolvedFormat, file: String
  ) throws(SourceProblems) -> SourceProblem? {
    let named = schema.columns.filter {
      if case .header = $0.place { return true }
      return false
    }.count
    let here = HeaderCheck.matches(headers: headers, schema: schema)
    guard named > 0, here * 2 < named else { return nil }
    var reader = try RecordReader(path: schema.path, format: format)
    var best: (skipped: Int, row: Int, matches: Int)?
    for skipped in 0..<searched {
      guard try reader.advance() else { break }
      let fields = (0..<reader.record.count).map { reader.record.text($0) }
      let matches = HeaderCheck.matches(headers: fields, schema: schema)
      if matches > (best?.matches ?? here) { best = (skipped, reader.record.row, matches) }
    }
    guard let best, best.matches * 2 >= named else { return nil }
    return ProblemCode.headerElsewhere.problem(
      file: file, rows: [best.row],
      message: "the header is in row \(best.row), not where it is declared to be",
      fix: "set skip_rows = \(best.skipped) under [inputs.\(schema.id)]")
  }
}

/// Holds the last records back until it is known whether they are totals, notes or footers.
struct TrailingQueue: Sendable {
  private let footerRows: Int
  private var waiting: [TextRecord] = []

  init(footerRows: Int) { self.footerRows = max(0, footerRows) }

  /// Takes a record in and gives back the one that is certainly no longer among the last.
  mutating func push(_ record: TextRecord) -> TextRecord? {
    waiting.append(record)
    guard waiting.count > footerRows + TrailingRow.looked else { return nil }
    return waiting.removeFirst()
  }

  /// The records that are left without the declared footers, and the rows of totals and notes.
  func finish() -> (records: [TextRecord], totals: [Int]) {
    let records = waiting.dropLast(min(footerRows, waiting.count))
    var end = records.endIndex
    while end > records.startIndex, TrailingRow.matches(records[end - 1]) { end -= 1 }
    return (Array(records[..<end]), records[end...].map(\.row))
  }
}
