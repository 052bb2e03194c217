/// Units in ascending order of a group's share of them, without rounding.
///
/// Shares are first put in order to 22 binary digits, two passes of eleven over all units; what is
/// left out of order is mended by exact comparisons of neighbours, `count x other size` with `other
/// count x size`. Where shares are so close that mending would take more than a few steps a unit,
/// all units are sorted by exact comparisons. Cost: proportional to the units, else units x
/// log(units).
enum ShareOrder {
  /// A group's people in a unit, and everyone in it.
  struct Unit: Hashable {
    /// People of the group, from 0 to `size`.
    let count: Int
    /// Everyone, at least 1.
    let size: Int
  }

  private static let digitBits = 11
  private static let digits = 1 << 11
  /// Largest share to so many binary digits.
  private static let scale = Double(1 << 22) - 1
  /// Steps a unit may be moved on the average before comparisons take over.
  private static let steps = 8

  /// Sorts units; units with equal shares stand in any order.
  static func ascending(_ units: [Unit]) -> [Unit] {
    // Products of two counts up to three thousand millions fit without looking.
    guard units.allSatisfy({ $0.size <= 3_000_000_000 }) else {
      return units.sorted { left, right in
        Int128(left.count) * Int128(right.size) < Int128(right.count) * Int128(left.size)
      }
    }
    guard units.count > 64 else { return units.sorted(by: isBefore) }
    let coarse = inCoarseOrder(units)
    return mended(coarse) ?? coarse.sorted(by: isBefore)
  }

  private static func isBefore(_ left: Unit, _ right: Unit) -> Bool {
    left.count &* right.size < right.count &* left.size
  }

  private static func inCoarseOrder(_ units: [Unit]) -> [Unit] {
    let keys = units.map { Int(Double($0.count) / Double($0.size) * scale) }
    var low = [Int](repeating: 0, count: digits)
    var high = low
    for key in keys {
      low[key & (digits - 1)] += 1
      high[key >> digitBits] += 1
    }
    turnIntoStarts(&low)
    turnIntoStarts(&high)
    var order = [Int](repeating: 0, count: units.count)
    for (index, key) in keys.enumerated() {
      order[low[key & (digits - 1)]] = index
      low[key & (digits - 1)] += 1
    }
    var sorted = units
    for index in order {
      let digit = keys[index] >> digitBits
      sorted[high[digit]] = units[index]
      high[digit] += 1
    }
    return sorted
  }

  private static func turnIntoStarts(_ tallies: inout [Int]) {
    var start = 0
    for digit in tallies.indices {
      let tally = tallies[digit]
      tallies[digit] = start
      start += tally
    }
  }

  /// The units with neighbours out of order mended; `nil` where that takes too many steps.
  private static func mended(_ units: [Unit]) -> [Unit]? {
    var sorted = units
    var left = steps * units.count
    for index in 1..<sorted.count {
      let unit = sorted[index]
      var place = index
      while place > 0, isBefore(unit, sorted[place - 1]) {
        sorted[place] = sorted[place - 1]
        place -= 1
        left -= 1
      }
      if place != index { sorted[place] = unit }
      if left < 0 { return nil }
    }
    return sorted
  }
}
