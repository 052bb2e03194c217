/// Sorting of amounts into ascending order by the digits of their bit patterns.
///
/// Six passes of eleven bits, of which those where all amounts agree are left out; equal amounts
/// keep the order they came in. Amounts already in order cost one look at each.
enum AscendingOrder {
  private static let digitBits: UInt64 = 11
  private static let digits = 1 << 11

  /// Sorts amounts; none of them is NaN.
  static func sort(_ values: inout [Double]) {
    guard !isAscending(values) else { return }
    var keys = values.map(key)
    var spare = keys
    for (shift, starts) in passes(keys) {
      var next = starts
      for key in keys {
        let digit = Int(truncatingIfNeeded: key >> shift) & (digits - 1)
        spare[next[digit]] = key
        next[digit] += 1
      }
      swap(&keys, &spare)
    }
    for index in keys.indices { values[index] = value(keys[index]) }
  }

  /// Sorts amounts, none of them NaN, and carries what belongs to each along.
  static func sort<Payload>(_ values: inout [Double], carrying payload: inout [Payload]) {
    guard !isAscending(values) else { return }
    var keys = values.map(key)
    var spare = keys
    var sparePayload = payload
    for (shift, starts) in passes(keys) {
      var next = starts
      for index in keys.indices {
        let key = keys[index]
        let digit = Int(truncatingIfNeeded: key >> shift) & (digits - 1)
        let place = next[digit]
        spare[place] = key
        sparePayload[place] = payload[index]
        next[digit] = place + 1
      }
      swap(&keys, &spare)
      swap(&payload, &sparePayload)
    }
    for index in keys.indices { values[index] = value(keys[index]) }
  }

  private static func isAscending(_ values: [Double]) -> Bool {
    for index in values.indices.dropFirst() where values[index] < values[index - 1] {
      return false
    }
    return true
  }

  /// A whole number that is ordered as the amount is.
  private static func key(_ value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 1 ? ~bits : bits | 1 << 63
  }

  private static func value(_ key: UInt64) -> Double {
    Double(bitPattern: key >> 63 == 1 ? key & ~(1 << 63) : ~key)
  }

  /// The shift of each digit in which keys differ, lowest first, and where each of its values
  /// starts.
  private static func passes(_ keys: [UInt64]) -> [(shift: UInt64, starts: [Int])] {
    let shifts = Array(stride(from: UInt64(0), to: 64, by: Int(digitBits)))
    var tallies = Array(repeating: 0, count: shifts.count * digits)
    for key in keys {
      var rest = key
      for pass in 0..<shifts.count {
        tallies[pass * digits + (Int(truncatingIfNeeded: rest) & (digits - 1))] += 1
        rest >>= digitBits
      }
    }
    return shifts.enumerated().compactMap { pass, shift in
      let tally = tallies[(pass * digits)..<((pass + 1) * digits)]
      if tally.contains(keys.count) { return nil }
      var starts: [Int] = []
      starts.reserveCapacity(digits)
      var start = 0
      for count in tally {
        starts.append(start)
        start += count
      }
      return (shift, starts)
    }
  }
}
