import Aggregates

/// Reads stretches of complete records and adds them to the accumulators of a pass.
///
/// Text is cut into fields some 32 KiB at a time; then each column is read for all records of the
/// batch, so that the loops stay small, and each query adds the batch up. What is wrong with a
/// record is only noticed here; `PassDiagnosis` finds out what and where.
final class BatchReader {
  /// Bytes of text that are cut into fields at a time.
  private static let step = 1 << 15
  /// Records of a batch.
  private static let batch = 1 << 12
  private static let absent = CellAccumulator.absent

  /// Whether a record does not follow its declaration.
  private(set) var isBad = false

  private let plan: PassPlan
  private var scanner: StructuralScanner
  /// Offsets of the separators after the text they end, behind the end of the record before.
  private let ends: UnsafeMutablePointer<UInt32>
  private let codes: UnsafeMutablePointer<Int32>
  private let values: UnsafeMutablePointer<Int64>
  private let weights: UnsafeMutablePointer<Int64>?
  private let days: UnsafeMutablePointer<Int32>
  private let tables: [LevelTable]
  private let words: [FixedPointWords?]
  private let memories: [DateMemory]
  private let accumulators: [CellAccumulator]
  private var unquoted: [UInt8] = []
  private var rowsSeen = 0

  init(_ plan: PassPlan) {
    self.plan = plan
    scanner = StructuralScanner(delimiter: plan.delimiter)
    ends = .allocate(capacity: Self.step + plan.width + 256)
    codes = .allocate(capacity: Self.batch * max(1, plan.codeSlots))
    codes.initialize(repeating: 0, count: Self.batch * max(1, plan.codeSlots))
    values = .allocate(capacity: Self.batch * max(1, plan.valueSlots))
    values.initialize(repeating: 0, count: Self.batch * max(1, plan.valueSlots))
    days = .allocate(capacity: Self.batch * max(1, plan.dates.count))
    days.initialize(repeating: 0, count: Self.batch * max(1, plan.dates.count))
    weights = plan.countField == nil ? nil : .allocate(capacity: Self.batch)
    tables = plan.levels.map { LevelTable($0.lookup) }
    words = plan.numbers.map { FixedPointWords($0.parser) }
    memories = plan.dates.map { _ in DateMemory() }
    accumulators = plan.queries.map { CellAccumulator($0, batch: Self.batch) }
  }

  deinit {
    ends.deallocate()
    codes.deallocate()
    values.deallocate()
    days.deallocate()
    weights?.deallocate()
  }

  /// Records read.
  var rows: Int { rowsSeen }

  /// Whether a sum has left its bits.
  var hasOverflowed: Bool { accumulators.contains { $0.hasOverflowed } }

  /// What was counted, one part per query.
  func partials() -> [PartialCells] { accumulators.map { $0.partial() } }

  /// Reads the records in a stretch of text.
  ///
  /// The stretch begins and ends at a record's edge, and its last byte is a line feed. 64 bytes before `start` and after `end` must be readable.
  func read(_ text: UnsafeRawPointer, from start: Int, to end: Int) {
    let width = plan.width
    scanner.restart()
    ends[0] = UInt32(truncatingIfNeeded: start &- 1)
    var held = 0  // separators after ends[0]
    var offset = start
    while offset < end, !isBad {
      let stop = min(end, offset &+ Self.step)
      let found = scanner.scan(text, from: offset, to: stop, into: ends + 1 + held)
      let lines = scanner.lineFeeds
      offset = stop
      held &+= found
      var records = held / width
      if !isRegular(text, records, lines) || width == 1 {
        held = dropBlankLines(text, held)
        if isBad { return }
        records = held / width
      }
      var done = 0
      while done < records, !isBad {
        let count = min(Self.batch, records &- done)
        readBatch(text, ends + done &* width, count)
        done &+= count
      }
      rowsSeen &+= records
      let used = records &* width
      held &-= used
      if used > 0 { for index in 0...held { ends[index] = ends[used &+ index] } }
    }
    if held != 0 || scanner.hasMisplacedQuote || scanner.isInsideQuotes { isBad = true }
  }

  /// Whether the separators are those of so many records, each of the same width.
  ///
  /// Every `width`-th separator must be a line feed, and there may be no other.
  private func isRegular(_ text: UnsafeRawPointer, _ records: Int, _ lines: Int) -> Bool {
    guard lines == records else { return false }
    let width = plan.width
    var others: UInt8 = 0
    var index = width
    for _ in 0..<records {
      others |= text.load(fromByteOffset: Int(ends[index]), as: UInt8.self) ^ 0x0A
      index &+= width
    }
    return others == 0
  }

  /// Takes the ends of blank lines out; what stays must be records of the right width.
  ///
  /// The line feeds themselves stay before the next field, where they are trimmed away.
  private func dropBlankLines(_ text: UnsafeRawPointer, _ held: Int) -> Int {
    var kept = 0
    var fields = 0
    var previous = Int(Int32(bitPattern: ends[0]))
    for index in 1..<(held &+ 1) {
      let end = Int(ends[index])
      if text.load(fromByteOffset: end, as: UInt8.self) == 0x0A {
        let length = end &- previous &- 1
        let isBlank =
          fields == 0
          && (length == 0
            || (length == 1 && text.load(fromByteOffset: end &- 1, as: UInt8.self) == 0x0D))
        previous = end
        if isBlank { continue }
        if fields &+ 1 != plan.width { isBad = true }
        fields = 0
      } else {
        fields &+= 1
        if fields >= plan.width { isBad = true }
        previous = end
      }
      kept &+= 1
      ends[kept] = UInt32(truncatingIfNeeded: end)
    }
    return kept
  }

  // MARK: Columns

  private func readBatch(
    _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ rows: Int
  ) {
    for index in plan.levels.indices { readLevels(index, text, ends, rows) }
    for index in plan.numbers.indices { readNumbers(index, text, ends, rows) }
    for index in plan.dates.indices { readDates(index, text, ends, rows) }
    readWeights(text, ends, rows)
    if isBad { return }
    for index in plan.dayLevels.indices { deriveLevels(index, rows) }
    for index in plan.quotients.indices { divide(index, rows) }
    if isBad { return }
    for accumulator in accumulators {
      accumulator.add(
        rows: rows, codes: codes, values: values, weights: weights, stride: Self.batch)
    }
  }

  /// Where a field of a record lies.
  @inline(__always)
  private func bounds(
    _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ field: Int, _ isLast: Bool
  ) -> (field: UnsafeRawPointer, length: Int) {
    let start = Int(ends[field] &+ 1)
    var length = Int(ends[field &+ 1]) &- start
    let pointer = text + start
    if isLast, length > 0, (pointer + length - 1).load(as: UInt8.self) == 0x0D { length &-= 1 }
    return (pointer, length)
  }

  private func readLevels(
    _ index: Int, _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ rows: Int
  ) {
    let table = tables[index].reader
    let output = codes + index &* Self.batch
    let width = plan.width
    let position = plan.levels[index].field
    let isLast = position == width &- 1
    var record = ends + position
    for row in 0..<rows {
      let (field, length) = bounds(text, record, 0, isLast)
      var code = table.code(field, length)
      if code < 0 { code = slowLevel(index, field, length) }
      output[row] = code
      record += width
    }
  }

  @inline(never)
  private func slowLevel(_ index: Int, _ field: UnsafeRawPointer, _ length: Int) -> Int32 {
    let level = plain(field, length) { plan.levels[index].lookup.level(of: $0) } ?? nil
    if let level { return Int32(level) }
    isBad = true
    return 0
  }

  private func readNumbers(
    _ index: Int, _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ rows: Int
  ) {
    let column = plan.numbers[index]
    let output = values + index &* Self.batch
    let width = plan.width
    let isLast = column.field == width &- 1
    let smallest = column.parser.smallest
    let largest = column.parser.largest
    var record = ends + column.field
    guard let words = words[index] else {
      for row in 0..<rows {
        let (field, length) = bounds(text, record, 0, isLast)
        output[row] = slowNumber(column.parser, field, length)
        record += width
      }
      return
    }
    for row in 0..<rows {
      var (field, length) = bounds(text, record, 0, isLast)
      if length > 2, field.load(as: UInt8.self) == 0x22 {
        if (field + (length &- 1)).load(as: UInt8.self) == 0x22 {
          field += 1
          length &-= 2
        }
      }
      var value = words.quanta(field, length)
      // `other` is the smallest integer, so it takes the slow way too.
      if value < smallest || value > largest || value == FixedPointWords.other {
        let (field, length) = bounds(text, record, 0, isLast)
        value = slowNumber(column.parser, field, length)
      }
      output[row] = value
      record += width
    }
  }

  @inline(never)
  private func slowNumber(
    _ parser: FixedPointParser, _ field: UnsafeRawPointer, _ length: Int
  ) -> Int64 {
    switch plain(field, length, parser.parse) {
    case .value(let value): return value
    case .blank: return Self.absent
    case .malformed, nil:
      isBad = true
      return Self.absent
    }
  }

  private func readWeights(
    _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ rows: Int
  ) {
    guard let position = plan.countField, let weights else { return }
    let isLast = position == plan.width &- 1
    for row in 0..<rows {
      let (field, length) = bounds(text, ends + row &* plan.width, position, isLast)
      let value = slowNumber(plan.countParser, field, length)
      if value == Self.absent { isBad = true }
      weights[row] = value
    }
  }

  private func readDates(
    _ index: Int, _ text: UnsafeRawPointer, _ ends: UnsafeMutablePointer<UInt32>, _ rows: Int
  ) {
    let memory = memories[index]
    let output = days + index &* Self.batch
    let width = plan.width
    let position = plan.dates[index].field
    let isLast = position == width &- 1
    var record = ends + position
    for row in 0..<rows {
      let (field, length) = bounds(text, record, 0, isLast)
      output[row] = memory.date(field, length) { slowDate(index, field, length) }
      record += width
    }
  }

  /// Year, month and day in one number; 0 for none, -1 for a field that is not a date.
  @inline(never)
  private func slowDate(_ index: Int, _ field: UnsafeRawPointer, _ length: Int) -> Int32 {
    switch plain(field, length, plan.dates[index].parser.parse) {
    case .value(let day): return Int32(day.year << 9 | day.month << 5 | day.day)
    case .blank: return 0
    case .malformed, nil:
      isBad = true
      return -1
    }
  }

  /// The field trimmed and without enclosing quotes; `nil` if a quote stands where none may.
  private func plain<Answer>(
    _ field: UnsafeRawPointer, _ length: Int, _ read: (UnsafeRawBufferPointer) -> Answer
  ) -> Answer? {
    var bytes = UnsafeRawBufferPointer(start: field, count: length)
    // Line ends of blank lines may stand before the first field.
    while let first = bytes.first, first == 0x0A || first == 0x0D {
      bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst())
    }
    guard bytes.first == 0x22 else { return read(bytes) }
    guard bytes.count >= 2, bytes.last == 0x22 else { return nil }
    let inside = UnsafeRawBufferPointer(rebasing: bytes[1..<(bytes.count - 1)])
    guard inside.contains(0x22) else { return read(inside) }
    unquoted.removeAll(keepingCapacity: true)
    var isSecond = false
    for byte in inside {
      isSecond = byte == 0x22 && !isSecond
      if !isSecond { unquoted.append(byte) }
    }
    return isSecond ? nil : unquoted.withUnsafeBytes { read($0) }
  }

  // MARK: Derived columns

  private func deriveLevels(_ index: Int, _ rows: Int) {
    let rule = plan.dayLevels[index]
    let output = codes + (plan.levels.count &+ index) &* Self.batch
    let days = days + rule.date &* Self.batch
    let outside = Int32(rule.attribute.levels.count)
    for row in 0..<rows {
      let level = rule.level(packed: Int(days[row]))
      if level < 0 {
        if level == PassPlan.DayLevels.outside { output[row] = outside } else { isBad = true }
      } else {
        output[row] = level
      }
    }
  }

  private func divide(_ index: Int, _ rows: Int) {
    let quotient = plan.quotients[index]
    let output = values + (plan.numbers.count &+ index) &* Self.batch
    let numerators = values + quotient.numerator &* Self.batch
    let denominators = values + quotient.denominator &* Self.batch
    for row in 0..<rows {
      let numerator = numerators[row]
      let denominator = denominators[row]
      if numerator == Self.absent || denominator == Self.absent || denominator == 0 {
        output[row] = Self.absent
      } else if let value = quotient.value(numerator, denominator) {
        output[row] = value
      } else {
        isBad = true
      }
    }
  }
}
