import Aggregates

/// Finds the level of an attribute that a field stands for.
///
/// A field is looked up by its bytes after trimming; texts that are equal only after Unicode
/// normalisation are different. The texts are the column's own labels, the labels of the levels,
/// and for the blank level the empty field and the texts that mean it.
package struct LevelLookup: Sendable {
  /// How many levels the attribute has.
  package let levelCount: Int
  /// The blank level, where the attribute has one.
  package let blank: Int?
  private let table: TextTable
  /// Whether an answer of the level stands beside others, rather than being passed over.
  private let isDeclared: [Bool]
  private let separator: [UInt8]
  private let multipleLevel: Int?

  /// Makes a lookup for a declared column; `missing` are texts that mean the field is empty.
  package init(_ column: AttributeColumn, missing: [String]) {
    let levels = column.attribute.levels
    levelCount = levels.count
    let passedOver = column.multipleAnswers?.passedOver
    isDeclared = levels.map { $0.declaration == .declared && $0.label != passedOver }
    blank = levels.firstIndex { $0.declaration == .blank }
    var indices: [String: Int] = [:]
    for (index, level) in levels.enumerated() where indices[level.label] == nil {
      indices[level.label] = index
    }
    // Earlier entries win: mapped texts, then level labels, then the texts for nothing.
    var texts: [(text: [UInt8], level: Int)] = []
    for (text, label) in column.labels.sorted(by: { $0.key < $1.key }) {
      if let index = indices[label] { texts.append((Array(text.utf8), index)) }
    }
    for (index, level) in levels.enumerated() { texts.append((Array(level.label.utf8), index)) }
    if let blank {
      texts.append(([], blank))
      for text in missing { texts.append((Array(text.utf8), blank)) }
    }
    table = TextTable(texts.map { (FieldBytes.trimmed($0.text), $0.level) })
    separator = Array((column.multipleAnswers?.separator ?? "").utf8)
    multipleLevel = column.multipleAnswers.flatMap { indices[$0.level] }
  }

  /// The index of the field's level among the attribute's levels; `nil` for an unknown text, and
  /// for an empty field where the attribute has no blank level.
  ///
  /// Where several answers are allowed, answers of one level count as one, ways of missing and the
  /// level declared for it are passed over beside an answer, and two or more levels make the level declared for them.
  package func level(of field: UnsafeRawBufferPointer) -> Int? {
    let text = FieldBytes.trimmed(field)
    if let index = table.value(of: text) { return index }
    guard let multipleLevel, !separator.isEmpty else { return nil }
    var found: Int?
    var fallback: Int?
    var several = false
    var start = 0
    var position = 0
    while position <= text.count {
      let atEnd = position == text.count
      guard atEnd || startsWithSeparator(text, position) else {
        position += 1
        continue
      }
      let answer = FieldBytes.trimmed(UnsafeRawBufferPointer(rebasing: text[start..<position]))
      if !answer.isEmpty {
        guard let index = table.value(of: answer) else { return nil }
        if !isDeclared[index] {
          fallback = fallback ?? index
        } else if let earlier = found {
          several = several || earlier != index
        } else {
          found = index
        }
      }
      if atEnd { break }
      position += separator.count
      start = position
    }
    return several ? multipleLevel : found ?? fallback ?? blank
  }

  /// Every text with its level, for compiling into a faster table; several answers need `level`.
  var texts: [(text: [UInt8], level: Int)] { table.entries }

  private func startsWithSeparator(_ text: UnsafeRawBufferPointer, _ position: Int) -> Bool {
    guard position + separator.count <= text.count else { return false }
    for index in separator.indices where text[position + index] != separator[index] {
      return false
    }
    return true
  }
}

/// A small table from byte strings to numbers; the first entry of a text wins.
struct TextTable: Sendable {
  let entries: [(text: [UInt8], level: Int)]
  private let slots: [Int32]
  private let mask: Int

  init(_ texts: [([UInt8], Int)]) {
    var seen: Set<[UInt8]> = []
    entries = texts.compactMap { text, value in
      seen.insert(text).inserted ? (text, value) : nil
    }
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    mask = size - 1
    var slots = [Int32](repeating: -1, count: size)
    for (index, entry) in entries.enumerated() {
      var slot = entry.text.withUnsafeBytes { Self.hash($0) } & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index)
    }
    self.slots = slots
  }

  func value(of text: UnsafeRawBufferPointer) -> Int? {
    var slot = Self.hash(text) & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.text.count == text.count, text.elementsEqual(entry.text) { return entry.level }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private static func hash(_ text: UnsafeRawBufferPointer) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29))
  }
}
