import Synchronization

/// What the workers of one pass share.
final class SharedPass: Sendable {
  let file: PassFile
  let start: Int
  let end: Int
  let chunk: Int
  private let progress: @Sendable (Double) -> Void
  private let next = Atomic<Int>(0)
  /// Twice the number of chunks whose quotes are counted, plus the parity of their quotes.
  private let counted = Atomic<Int>(0)
  private let stopped = Atomic<Bool>(false)
  private let reported = Mutex((done: 0, percent: 0))

  init(
    file: PassFile, start: Int, end: Int, chunk: Int, progress: @escaping @Sendable (Double) -> Void
  ) {
    self.file = file
    self.start = start
    self.end = end
    self.chunk = max(1, chunk)
    self.progress = progress
  }

  /// Chunks of the file.
  var chunks: Int { (max(0, end - start) + chunk - 1) / chunk }

  /// The next chunk nobody has taken; `nil` at the end, or once the pass is stopped.
  func take() -> Int? {
    if stopped.load(ordering: .relaxed) { return nil }
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < chunks ? index : nil
  }

  /// Ends the pass early.
  func stop() { stopped.store(true, ordering: .relaxed) }

  /// Whether the pass was ended early.
  var isStopped: Bool { stopped.load(ordering: .relaxed) }

  /// Waits until the quotes of all earlier chunks are counted and adds those of this one; returns
  /// whether the chunk begins inside quotes, `nil` if the pass was stopped.
  ///
  /// Earlier chunks are in the hands of running workers, so the wait is short.
  func parity(before index: Int, quotes: Int) -> Bool? {
    var spins = 0
    while true {
      let state = counted.load(ordering: .acquiring)
      if state >> 1 == index {
        let begins = state & 1
        counted.store((index + 1) << 1 | (begins ^ (quotes & 1)), ordering: .releasing)
        return begins == 1
      }
      if isStopped { return nil }
      spins += 1
      if spins > 200 { PassFile.pause() }
    }
  }

  /// Notes that a chunk is done.
  func finished(_ bytes: Int) {
    reported.withLock { state in
      state.done += bytes
      let percent = state.done * 100 / max(1, end - start)
      if percent > state.percent {
        state.percent = percent
        progress(Double(percent) / 100)
      }
    }
  }
}

/// What one worker brings back.
struct WorkerResult: Sendable {
  var partials: [PartialCells] = []
  var rows = 0
  /// Whether a record does not follow its declaration.
  var isBad = false
  var hasOverflowed = false
  /// Whether the file could not be read to its end.
  var isUnreadable = false
}

/// Reads chunks of a UTF-8 file until none is left.
struct PassWorker {
  private static let margin = 128
  /// The longest record, in bytes.
  private static let longestRecord = 1 << 24

  private let shared: SharedPass
  private let reader: BatchReader
  private var buffer: UnsafeMutableRawPointer
  private var room: Int

  /// Works on a pass until no chunk is left.
  static func run(_ plan: PassPlan, _ shared: SharedPass) -> WorkerResult {
    var worker = PassWorker(plan, shared)
    defer { worker.buffer.deallocate() }
    var result = WorkerResult()
    while !Task.isCancelled, let index = shared.take() {
      switch worker.work(index) {
      case .done: continue
      case .stopped: break
      case .bad: result.isBad = true
      case .unreadable: result.isUnreadable = true
      }
      shared.stop()
      break
    }
    if Task.isCancelled { shared.stop() }
    result.rows = worker.reader.rows
    result.hasOverflowed = worker.reader.hasOverflowed
    if !shared.isStopped { result.partials = worker.reader.partials() }
    return result
  }

  private enum Outcome { case done, stopped, bad, unreadable }

  private init(_ plan: PassPlan, _ shared: SharedPass) {
    self.shared = shared
    reader = BatchReader(plan)
    room = shared.chunk + (1 << 12)
    buffer = .allocate(byteCount: room + 2 * Self.margin, alignment: 64)
    buffer.initializeMemory(as: UInt8.self, repeating: 0, count: room + 2 * Self.margin)
  }

  private mutating func work(_ index: Int) -> Outcome {
    // One byte more before the chunk tells whether it begins with a record.
    let first = shared.start + index * shared.chunk
    let end = min(shared.end, first + shared.chunk)
    let base = index == 0 ? first : first - 1
    var loaded = min(shared.end, end + (1 << 12))
    guard shared.file.read(buffer + Self.margin, loaded - base, at: base) else {
      return .unreadable
    }
    var text = UnsafeRawPointer(buffer + Self.margin)
    let quotes = StructuralScanner.quotes(text, from: first - base, to: end - base)
    guard let begins = shared.parity(before: index, quotes: quotes) else { return .stopped }
    let ends = begins != (quotes % 2 == 1)

    /// The position after the first line feed outside quotes from `position` on, or `limit`.
    func recordEdge(_ text: UnsafeRawPointer, _ position: Int, _ isQuoted: Bool, _ limit: Int)
      -> Int?
    {
      var isQuoted = isQuoted
      var position = position
      while position < limit {
        let byte = text.load(fromByteOffset: position - base, as: UInt8.self)
        position += 1
        if byte == 0x22 { isQuoted.toggle() }
        if byte == 0x0A, !isQuoted { return position }
      }
      return nil
    }
    func isLineFeed(_ position: Int) -> Bool {
      text.load(fromByteOffset: position - base, as: UInt8.self) == 0x0A
    }

    var start = first
    if index > 0, begins || !isLineFeed(first - 1) {
      guard let edge = recordEdge(text, first, begins, end) else {
        shared.finished(end - first)
        return .done  // the whole chunk lies inside a record that began earlier
      }
      start = edge
    }
    var stop = end
    if start < end, ends || !isLineFeed(end - 1) {
      while true {
        if let edge = recordEdge(text, end, ends, loaded) {
          stop = edge
          break
        }
        if loaded == shared.end {
          stop = loaded
          break
        }
        guard loaded - end < Self.longestRecord else { return .bad }
        let more = min(shared.end, end + 4 * (loaded - end))
        reserve(more - base)
        let position = loaded - base
        guard shared.file.read(buffer + Self.margin + position, more - loaded, at: loaded) else {
          return .unreadable
        }
        text = UnsafeRawPointer(buffer + Self.margin)
        loaded = more
      }
    }
    if start < stop {
      if stop == shared.end, !isLineFeed(stop - 1) {
        // The last record of the file has no line end of its own.
        buffer.storeBytes(of: 0x0A, toByteOffset: Self.margin + stop - base, as: UInt8.self)
        stop += 1
      }
      reader.read(text, from: start - base, to: stop - base)
    }
    shared.finished(end - first)
    return reader.isBad ? .bad : .done
  }

  private mutating func reserve(_ bytes: Int) {
    guard bytes > room else { return }
    let larger = UnsafeMutableRawPointer.allocate(
      byteCount: bytes + 2 * Self.margin, alignment: 64)
    larger.initializeMemory(as: UInt8.self, repeating: 0, count: bytes + 2 * Self.margin)
    larger.copyMemory(from: buffer, byteCount: room + 2 * Self.margin)
    buffer.deallocate()
    buffer = larger
    room = bytes
  }
}
