/// A small memory of dates already read, by their bytes.
final class DateMemory {
  private struct Slot {
    var first: UInt64 = 0
    var last: UInt64 = 0
    var length: Int = -1
    var date: Int32 = 0
  }

  private static let bits: UInt64 = 11
  private let slots: UnsafeMutablePointer<Slot>

  init() {
    slots = .allocate(capacity: 1 << Int(Self.bits))
    slots.initialize(repeating: Slot(), count: 1 << Int(Self.bits))
  }

  deinit { slots.deallocate() }

  /// The date of a field, from `read` where it is not remembered.
  ///
  /// Only fields of up to sixteen bytes are remembered. Negative answers are not remembered.
  @inline(__always)
  func date(_ field: UnsafeRawPointer, _ length: Int, read: () -> Int32) -> Int32 {
    guard length <= 16 else { return read() }
    let short = min(length, 8)
    let first = TextWord.keeping(TextWord.load(field), short)
    let last = TextWord.keeping(TextWord.load(field + (max(length, 8) &- 8)), short)
    let mixed = (first ^ (last &<< 24) ^ (last &>> 40)) &* 0x9E37_79B9_7F4A_7C15
    let slot = slots + Int(truncatingIfNeeded: mixed >> (64 - Self.bits))
    if slot.pointee.first == first, slot.pointee.last == last, slot.pointee.length == length {
      return slot.pointee.date
    }
    let date = read()
    if date >= 0 { slot.pointee = Slot(first: first, last: last, length: length, date: date) }
    return date
  }
}
