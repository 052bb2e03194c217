/// The sound records of a file one after the other, with what its columns are declared as.
///
/// For readers that need every column once. Blank lines, ragged rows and rows with damaged text are
/// passed over and totals at the end left out, as the check does, which is where they are reported.
package struct DeclaredRecords: ~Copyable {
  /// A column of the file with what is declared for it.
  package struct Column: Sendable {
    /// The header, trimmed.
    package let header: String
    /// The header as messages print it.
    package let display: String
    /// The declarations that name the column; none for a column nobody declared.
    package let declarations: [ColumnSchema]
  }

  /// The name messages use for the file.
  package let file: String
  /// The columns of the file, in order.
  package let columns: [Column]
  /// Records given out so far.
  package private(set) var count = 0

  private var reader: RecordReader
  private var waiting: TrailingQueue
  private var last: [TextRecord]?

  /// Opens the file of a declared input and reads its header.
  ///
  /// - Throws: why it cannot be read.
  package init(_ schema: InputSchema) throws(SourceProblems) {
    let file = InputFile.displayName(of: schema.path)
    let format = try ResolvedFormat.resolve(path: schema.path, declared: schema.format)
    var reader = try RecordReader(path: schema.path, format: format)
    var waiting = TrailingQueue(footerRows: schema.format.footerRows)
    var faults = TextFaultCheck()
    let start = try HeaderRows.read(&reader, format: schema.format, faults: &faults)
    guard start.isComplete else {
      throw SourceProblems([
        ProblemCode.noDataRows.problem(file: file, message: "there is no header")
      ])
    }
    var width = start.headers.count
    if start.headers.isEmpty {
      // Columns by position: the first record tells how many there are.
      while width == 0, try reader.advance() {
        if reader.record.isBlankLine { continue }
        width = reader.record.count
        _ = waiting.push(reader.record)
      }
    }
    columns = HeaderCheck(headers: start.headers, width: width, schema: schema).columns.map {
      Column(header: $0.header, display: $0.display, declarations: $0.declarations)
    }
    self.file = file
    self.reader = reader
    self.waiting = waiting
  }

  /// The share of the file read so far, 0 to 1.
  package var progress: Double { reader.progress }

  /// The next sound record; `nil` at the end of the file.
  package mutating func next() throws(SourceProblems) -> TextRecord? {
    while last == nil {
      guard try reader.advance() else {
        last = waiting.finish().records.reversed()
        break
      }
      if reader.record.isBlankLine { continue }
      if let record = waiting.push(reader.record), isSound(record) {
        count += 1
        return record
      }
    }
    while let record = last?.popLast() {
      if isSound(record) {
        count += 1
        return record
      }
    }
    return nil
  }

  private func isSound(_ record: TextRecord) -> Bool {
    !record.isEmpty && record.count == columns.count
      && record.faults.isDisjoint(with: [.unterminatedQuote, .invalidText, .fieldTooLong])
  }
}
