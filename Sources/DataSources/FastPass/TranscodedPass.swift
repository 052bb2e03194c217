/// Reads a file of another encoding than UTF-8, or one with footers, from start to end.
struct TranscodedPass: ~Copyable {
  private static let margin = 128
  private static let longestRecord = 1 << 24

  private var transcoder: TextTranscoder
  private let reader: BatchReader
  /// Where the records begin and end, in bytes of UTF-8.
  private let start: Int
  private let end: Int

  init(
    path: String, format: ResolvedFormat, plan: PassPlan, start: Int, end: Int
  ) throws(SourceProblems) {
    transcoder = try TextTranscoder(path: path, format: format)
    reader = BatchReader(plan)
    self.start = start
    self.end = end
  }

  /// Reads all records.
  mutating func run(
    progress: (Double) -> Void
  ) throws(SourceProblems) -> WorkerResult {
    var result = WorkerResult()
    var held: [UInt8] = Array(repeating: 0, count: Self.margin)
    var chunk: [UInt8] = []
    var position = 0
    var isOver = false
    while !isOver, !Task.isCancelled {
      chunk.removeAll(keepingCapacity: true)
      isOver = try !transcoder.readChunk(into: &chunk)
      let from = max(0, min(chunk.count, start - position))
      let to = max(from, min(chunk.count, end - position))
      held.append(contentsOf: chunk[from..<to])
      position += chunk.count
      if isOver, let last = held.last, held.count > Self.margin, last != 0x0A {
        held.append(0x0A)
      }
      guard let edge = Self.lastEdge(held) else {
        if held.count > Self.longestRecord || (isOver && held.count > Self.margin) {
          result.isBad = true
          break
        }
        continue
      }
      let rest = Array(held[edge...])
      held.append(contentsOf: repeatElement(0, count: Self.margin))
      held.withUnsafeBytes { bytes in
        if let base = bytes.baseAddress { reader.read(base, from: Self.margin, to: edge) }
      }
      held.removeLast(held.count - Self.margin)
      held.append(contentsOf: rest)
      if reader.isBad || (isOver && !rest.isEmpty) {
        result.isBad = true
        break
      }
      progress(transcoder.progress)
    }
    result.rows = reader.rows
    result.hasOverflowed = reader.hasOverflowed
    if !result.isBad { result.partials = reader.partials() }
    return result
  }

  /// The position after the last line feed outside quotes; the text begins with a record.
  private static func lastEdge(_ text: [UInt8]) -> Int? {
    var isQuoted = false
    var edge: Int?
    for index in margin..<text.count {
      if text[index] == 0x22 { isQuoted.toggle() }
      if text[index] == 0x0A, !isQuoted { edge = index + 1 }
    }
    return edge
  }
}
