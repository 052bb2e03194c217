/// Finds where records begin and end, in bytes of text after the byte order mark.
struct RecordOffsets: ~Copyable {
  private enum State { case start, bare, quoted, closed }

  private var transcoder: TextTranscoder
  private let delimiter: UInt8
  private var state = State.start
  private var isBlank = true
  private var chunk: [UInt8] = []
  private var index = 0
  /// Bytes of text before the chunk.
  private var before = 0

  init(path: String, format: ResolvedFormat) throws(SourceProblems) {
    transcoder = try TextTranscoder(path: path, format: format)
    delimiter = format.delimiter
  }

  /// Where the data begin: after the skipped records and the header's, blank lines between
  /// which do not count.
  static func start(
    path: String, format: ResolvedFormat, skipRows: Int, headerRows: Int
  ) throws(SourceProblems) -> Int {
    var offsets = try RecordOffsets(path: path, format: format)
    var position = 0
    for _ in 0..<max(0, skipRows) {
      if let next = try offsets.next() { position = next.end }
    }
    var left = max(0, headerRows)
    while left > 0, let next = try offsets.next() {
      position = next.end
      if !next.isBlank { left -= 1 }
    }
    return position
  }

  /// Where the data end if the last records are footers.
  static func end(
    path: String, format: ResolvedFormat, start: Int, footerRows: Int
  ) throws(SourceProblems) -> Int {
    var offsets = try RecordOffsets(path: path, format: format)
    var begins: [Int] = []
    var position = 0
    while let next = try offsets.next() {
      if position >= start, !next.isBlank {
        begins.append(position)
        if begins.count > footerRows { begins.removeFirst() }
      }
      position = next.end
    }
    return begins.first ?? start
  }

  /// The end of the next record, and whether it is a blank line; `nil` at the end of the file.
  private mutating func next() throws(SourceProblems) -> (end: Int, isBlank: Bool)? {
    state = .start
    isBlank = true
    var hasBytes = false
    while true {
      if index == chunk.count {
        before += chunk.count
        chunk.removeAll(keepingCapacity: true)
        index = 0
        guard try transcoder.readChunk(into: &chunk) else {
          return hasBytes ? (before, isBlank) : nil
        }
      }
      let byte = chunk[index]
      index += 1
      hasBytes = true
      if byte == 0x0A, state != .quoted { return (before + index, isBlank) }
      if byte != 0x0D { isBlank = false }
      switch state {
      case .quoted: if byte == 0x22 { state = .closed }
      case .closed where byte == 0x22: state = .quoted
      case .start where byte == 0x22: state = .quoted
      default: state = byte == delimiter ? .start : .bare
      }
    }
  }
}
