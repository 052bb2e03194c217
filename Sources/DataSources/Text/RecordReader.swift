/// Reads a delimited file record by record, by the letter of RFC 4180, in bounded memory.
///
/// Nothing in a file stops the reader: what is wrong is noted in the record's `faults`.
package struct RecordReader: ~Copyable {
  /// What is kept of a record.
  package struct Limits: Sendable {
    /// The longest field, in bytes.
    package let fieldBytes: Int
    /// The most fields.
    package let fields: Int
    /// The longest record, in bytes.
    package let recordBytes: Int

    /// Makes limits.
    package init(fieldBytes: Int = 1 << 20, fields: Int = 4096, recordBytes: Int = 1 << 24) {
      self.fieldBytes = fieldBytes
      self.fields = fields
      self.recordBytes = recordBytes
    }
  }

  private enum State { case start, bare, quoted, closed }

  /// The last record read.
  package private(set) var record = TextRecord()
  /// Lines that ended in a line feed alone.
  package private(set) var lineFeeds = 0
  /// Lines that ended in a carriage return and a line feed.
  package private(set) var carriageReturnLineFeeds = 0

  private var transcoder: TextTranscoder
  private let delimiter: UInt8
  private let limits: Limits
  private var chunk: [UInt8] = []
  private var position = 0
  private var line = 1
  private var hasHighByte = false
  private var fieldsDropped = false

  /// Opens a file whose format is known.
  package init(
    path: String, format: ResolvedFormat, limits: Limits = Limits()
  ) throws(SourceProblems) {
    transcoder = try TextTranscoder(path: path, format: format)
    delimiter = format.delimiter
    self.limits = limits
  }

  /// The share of the file read so far, 0 to 1.
  package var progress: Double { transcoder.progress }

  /// Reads the next record into `record`.
  ///
  /// - Returns: `false` at the end of the file.
  package mutating func advance() throws(SourceProblems) -> Bool {
    guard try hasMore() else { return false }
    record.reset(row: line)
    hasHighByte = false
    fieldsDropped = false
    var state = State.start
    while try hasMore() {
      if state == .bare || state == .quoted { appendRun(quoted: state == .quoted) }
      guard position < chunk.count else { continue }
      let byte = chunk[position]
      position += 1
      if state == .quoted {
        if byte != 0x22 {
          append(byte)
        } else if try hasMore(), chunk[position] == 0x22 {
          position += 1
          append(byte)
        } else {
          state = .closed
        }
        continue
      }
      switch byte {
      case delimiter:
        endField()
        state = .start
      case 0x0A:
        lineFeeds += 1
        finish()
        return true
      case 0x0D:
        if try hasMore(), chunk[position] == 0x0A {
          position += 1
          carriageReturnLineFeeds += 1
          finish()
          return true
        }
        record.faults.insert(.bareCarriageReturn)
        append(byte)
        state = .bare
      case 0x22 where state == .start:
        record.hasQuotes = true
        state = .quoted
      default:
        if byte == 0x22, state == .bare { record.faults.insert(.quoteInBareField) }
        if state == .closed { record.faults.insert(.textAfterQuote) }
        append(byte)
        state = .bare
      }
    }
    if state == .quoted { record.faults.insert(.unterminatedQuote) }
    finish()
    return true
  }

  private mutating func hasMore() throws(SourceProblems) -> Bool {
    if position < chunk.count { return true }
    chunk.removeAll(keepingCapacity: true)
    position = 0
    return try transcoder.readChunk(into: &chunk)
  }

  /// Appends the bytes up to the next one that may mean something.
  private mutating func appendRun(quoted: Bool) {
    let start = position
    var end = position
    let delimiter = delimiter
    var high: UInt8 = 0
    var lines = 0
    chunk.withUnsafeBufferPointer { bytes in
      while end < bytes.count {
        let byte = bytes[end]
        if byte == 0x22 || byte == 0 { break }
        if quoted {
          if byte == 0x0A { lines += 1 }
        } else if byte == delimiter || byte == 0x0A || byte == 0x0D {
          break
        }
        high |= byte
        end += 1
      }
    }
    line += lines
    if high & 0x80 != 0 { hasHighByte = true }
    position = end
    guard !fieldsDropped else { return }
    let fieldStart = record.ends.last ?? 0
    let room = min(
      limits.fieldBytes - (record.bytes.count - fieldStart),
      limits.recordBytes - record.bytes.count)
    if end - start > room { record.faults.insert(.fieldTooLong) }
    record.bytes.append(contentsOf: chunk[start..<(start + max(0, min(end - start, room)))])
  }

  private mutating func append(_ byte: UInt8) {
    if byte & 0x80 != 0 { hasHighByte = true }
    if byte == 0 { record.faults.insert(.nulByte) }
    if byte == 0x0A { line += 1 }
    guard !fieldsDropped else { return }
    guard record.bytes.count - (record.ends.last ?? 0) < limits.fieldBytes,
      record.bytes.count < limits.recordBytes
    else {
      record.faults.insert(.fieldTooLong)
      return
    }
    record.bytes.append(byte)
  }

  private mutating func endField() {
    guard record.ends.count < limits.fields else {
      record.faults.insert(.tooManyFields)
      fieldsDropped = true
      return
    }
    record.ends.append(record.bytes.count)
    if record.ends.count == limits.fields { fieldsDropped = true }
  }

  private mutating func finish() {
    endField()
    line += 1
    guard hasHighByte, !record.faults.contains(.fieldTooLong) else { return }
    for field in 0..<record.count where !UTF8Sequence.isWellFormed(record[field]) {
      record.faults.insert(.invalidText)
      return
    }
  }
}
