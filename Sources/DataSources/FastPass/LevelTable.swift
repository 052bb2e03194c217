/// The texts of a column in a form that finds a level with a few loads.
///
/// A text of up to 32 bytes is four words and its length; of a longer one the bytes between are
/// compared too. The hash is a multiplication by constants chosen so that the texts of
/// the column rarely share a slot.
final class LevelTable {
  /// Four words that overlap where the text is short, so that no length needs a branch.
  fileprivate struct Words {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var last: UInt64 = 0

    /// The words of a text.
    ///
    /// Eight bytes must be readable at its start. `masks` keep the first 0 to 8 bytes of a word.
    @inline(__always)
    init(_ text: UnsafeRawPointer, _ length: Int, _ masks: UnsafeMutablePointer<UInt64>) {
      let mask = masks[min(length, 8)]
      let end = max(length, 8) &- 8
      first = TextWord.load(text) & mask
      second = TextWord.load(text + min(8, end)) & mask
      third = TextWord.load(text + max(8, end) - 8) & mask
      last = TextWord.load(text + end) & mask
    }

    init() {}
  }

  fileprivate struct Slot {
    var words = Words()
    var length: Int32 = -1
    var code: Int32 = -1
    var longText = 0
  }

  /// What a look-up reads, to be held in registers.
  struct Reader {
    fileprivate let slots: UnsafeMutablePointer<Slot>
    fileprivate let last: Int
    fileprivate let shift: UInt64
    fileprivate let firstFactor: UInt64
    fileprivate let lastFactor: UInt64
    fileprivate let longTexts: UnsafeMutablePointer<UInt8>
    fileprivate let masks: UnsafeMutablePointer<UInt64>
  }

  /// The look-up itself, valid as long as the table is.
  let reader: Reader

  /// Compiles the texts of a lookup, each as it is and in quotes.
  init(_ lookup: LevelLookup) {
    var texts: [([UInt8], Int)] = []
    for (text, level) in lookup.texts {
      texts.append((text, level))
      var quoted: [UInt8] = [0x22]
      for byte in text {
        quoted.append(byte)
        if byte == 0x22 { quoted.append(0x22) }
      }
      texts.append((quoted + [0x22], level))
    }
    // A bare text with quotes at both ends cannot occur; quoted forms of distinct texts differ.
    var seen: Set<[UInt8]> = []
    texts = texts.filter { ($0.0.first != 0x22 || $0.0.count > 1) && seen.insert($0.0).inserted }

    var bits: UInt64 = 4
    while (1 << bits) < texts.count * 4 { bits += 1 }
    let capacity = 1 << Int(bits)
    let shift = 64 - bits
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    let masks = UnsafeMutablePointer<UInt64>.allocate(capacity: 9)
    for length in 0..<8 { masks[length] = (1 << UInt64(8 * length)) - 1 }
    masks[8] = ~0
    let longTexts = UnsafeMutablePointer<UInt8>.allocate(
      capacity: max(1, texts.reduce(0) { $0 + $1.0.count }))
    var pool = 0
    var entries: [Slot] = []
    for (text, level) in texts {
      let start = pool
      for byte in text {
        longTexts[pool] = byte
        pool += 1
      }
      let padded = text + [UInt8](repeating: 0, count: 8)
      let words = padded.withUnsafeBytes { bytes in
        bytes.baseAddress.map { Words($0, text.count, masks) } ?? Words()
      }
      entries.append(
        Slot(words: words, length: Int32(text.count), code: Int32(level), longText: start))
    }

    var best: (collisions: Int, first: UInt64, last: UInt64) = (.max, 1, 1)
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func nextFactor() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state ^ (state >> 29)) | 1
    }
    let attempts = entries.count > 512 ? 4 : 64
    for _ in 0..<attempts where best.collisions > 0 {
      let first = nextFactor()
      let last = nextFactor()
      var used: Set<Int> = []
      var collisions = 0
      for entry in entries
      where !used.insert(Self.slot(entry.words, entry.length, first, last, shift))
        .inserted
      {
        collisions += 1
      }
      if collisions < best.collisions { best = (collisions, first, last) }
    }
    slots.initialize(repeating: Slot(), count: capacity)
    for entry in entries {
      var slot = Self.slot(entry.words, entry.length, best.first, best.last, shift)
      while slots[slot].length >= 0 { slot = (slot + 1) & (capacity - 1) }
      slots[slot] = entry
    }
    reader = Reader(
      slots: slots, last: capacity - 1, shift: shift, firstFactor: best.first,
      lastFactor: best.last, longTexts: longTexts, masks: masks)
  }

  deinit {
    reader.slots.deallocate()
    reader.longTexts.deallocate()
    reader.masks.deallocate()
  }

  @inline(__always)
  fileprivate static func slot(
    _ words: Words, _ length: Int32, _ firstFactor: UInt64, _ lastFactor: UInt64, _ shift: UInt64
  ) -> Int {
    let end = words.last &+ UInt64(truncatingIfNeeded: length)
    return Int(truncatingIfNeeded: ((words.first &* firstFactor) ^ (end &* lastFactor)) &>> shift)
  }

}

extension LevelTable.Reader {
  /// The level of a field, -1 if these exact bytes are not in the table.
  @inline(__always)
  func code(_ field: UnsafeRawPointer, _ length: Int) -> Int32 {
    let words = LevelTable.Words(field, length, masks)
    let wanted = Int32(truncatingIfNeeded: length)
    var slot = LevelTable.slot(words, wanted, firstFactor, lastFactor, shift)
    while true {
      let entry = slots + slot
      var difference = entry.pointee.words.first ^ words.first
      difference |= entry.pointee.words.second ^ words.second
      difference |= entry.pointee.words.third ^ words.third
      difference |= entry.pointee.words.last ^ words.last
      difference |= UInt64(truncatingIfNeeded: entry.pointee.length ^ wanted)
      if difference == 0 {
        if length <= 32 || isEqual(field, longTexts + entry.pointee.longText, length) {
          return entry.pointee.code
        }
      } else if entry.pointee.length < 0 {
        return -1
      }
      slot = (slot &+ 1) & last
    }
  }

  /// Whether the bytes between the outer words are equal.
  private func isEqual(
    _ field: UnsafeRawPointer, _ text: UnsafeMutablePointer<UInt8>, _ length: Int
  ) -> Bool {
    var offset = 16
    while offset < length &- 16 {
      let left = field.load(fromByteOffset: offset, as: UInt8.self)
      if left != text[offset] { return false }
      offset &+= 1
    }
    return true
  }
}
