/// How often each amount occurs in each cell.
final class ValueTally {
  private struct Slot {
    var value: Int64 = 0
    var count: Int = 0
    var cell: Int = -1
  }

  private var capacity = 1 << 12
  private var used = 0
  private var slots: UnsafeMutablePointer<Slot>

  init() {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
  }

  deinit { slots.deallocate() }

  func add(_ cell: Int, _ value: Int64, _ times: Int) {
    if times <= 0 { return }
    let slot = find(cell, value)
    if slot.pointee.cell < 0 {
      slot.pointee = Slot(value: value, count: times, cell: cell)
      used &+= 1
      if used &* 2 > capacity { grow() }
    } else {
      slot.pointee.count &+= times
    }
  }

  /// All entries, in no order.
  func entries() -> [(cell: Int, value: Int64, count: Int)] {
    (0..<capacity).compactMap { index in
      slots[index].cell < 0 ? nil : (slots[index].cell, slots[index].value, slots[index].count)
    }
  }

  @inline(__always)
  private func find(_ cell: Int, _ value: Int64) -> UnsafeMutablePointer<Slot> {
    let key =
      UInt64(bitPattern: value) &* 0x9E37_79B9_7F4A_7C15
      ^ UInt64(truncatingIfNeeded: cell) &* 0xC2B2_AE3D_27D4_EB4F
    var index = Int(truncatingIfNeeded: (key ^ (key >> 31)) >> 8) & (capacity &- 1)
    while true {
      let slot = slots + index
      if slot.pointee.cell < 0 || (slot.pointee.cell == cell && slot.pointee.value == value) {
        return slot
      }
      index = (index &+ 1) & (capacity &- 1)
    }
  }

  private func grow() {
    let old = slots
    let oldCapacity = capacity
    capacity *= 2
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: Slot(), count: capacity)
    for index in 0..<oldCapacity where old[index].cell >= 0 {
      find(old[index].cell, old[index].value).pointee = old[index]
    }
    old.deallocate()
  }
}
