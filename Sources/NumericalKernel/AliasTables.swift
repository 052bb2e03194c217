/// Alias tables of hypergeometric numbers with few values, made when first needed.
///
/// They are found by their parameters. When there is no room for one more all are dropped, so memory
/// is bounded; what is drawn does not depend on what is kept.
struct AliasTables {
  /// The most values of a number drawn here.
  static let mostValues = 64
  /// The most columns of all tables, and the most tables.
  private static let room = 1 << 21
  private static let most = 1 << 16

  /// Per place two words: the key, 0 where there is none; and where the columns start, then three
  /// bits of the logarithm of their number.
  private var places = Array(repeating: 0 as UInt64, count: 1 << 14)
  /// How far a key times a constant is shifted to give its first place.
  private var shift: UInt64 = 51
  private var count = 0
  /// The columns of the tables, a power of two of each.
  ///
  /// A column has a value of its own and an alias: the upper 26 bits of the share of its own in
  /// units of 2^-58, then six bits of alias. The other bits of the share stand apart, because they
  /// are hardly ever needed.
  private var columns: [UInt32] = []
  private var lowerShares: [UInt32] = []

  /// Makes room for so many more tables, dropping all there are if need be.
  mutating func makeRoom(for more: Int) {
    if count + more > Self.most || columns.count + more * Self.mostValues > Self.room {
      columns.removeAll(keepingCapacity: true)
      lowerShares.removeAll(keepingCapacity: true)
      count = 0
      for place in places.indices { places[place] = 0 }
    } else if 4 * (count + more) > places.count {
      let old = places
      places = Array(repeating: 0, count: 2 * old.count)
      shift -= 1
      for place in stride(from: 0, to: old.count, by: 2) where old[place] != 0 {
        var free = firstPlace(old[place])
        while places[free] != 0 { free = (free + 2) & (places.count - 1) }
        places[free] = old[place]
        places[free + 1] = old[place + 1]
      }
    }
  }

  /// The table of how far above its least value a hypergeometric number is, never 0: how many of
  /// `smaller` marked people are among `larger` drawn of `whole`, all positive and below 2^20.
  ///
  /// It holds until room is made.
  @inline(__always) mutating func table(
    _ smaller: Int, _ larger: Int, of whole: Int
  ) -> UInt64 {
    let key = UInt64(whole) << 40 | UInt64(larger) << 20 | UInt64(smaller)
    var place = firstPlace(key)
    while places[place] != key {
      if places[place] == 0 {
        add(key, at: place, smaller, larger, whole)
      } else {
        place = (place &+ 2) & (places.count &- 1)
      }
    }
    return places[place &+ 1]
  }

  /// A number from a table.
  ///
  /// Of a word the upper bits choose a column and the others are its cut; where they are equal to
  /// the upper bits of the share another word decides. There is no branch between a value and its
  /// alias, which a processor could not foresee.
  @inline(__always) func draw(_ table: UInt64, from words: inout WordStream) -> Int {
    let bits = UInt32(truncatingIfNeeded: table & 7)
    let word = words.next()
    let value = word &>> (32 &- bits)
    let index = Int(table >> 3) &+ Int(value)
    let column = columns[index]
    let (part, share) = ((word &>> (6 &- bits)) & 0x3FF_FFFF, column >> 6)
    var isBelow = (part &- share) >> 31
    if part == share {
      let more = UInt64(word) << 32 | UInt64(words.next())
      isBelow = UInt32(truncatingIfNeeded: more &>> UInt64(6 &- bits)) < lowerShares[index] ? 1 : 0
    }
    let own = 0 &- isBelow
    return Int((value & own) | (column & 0x3F & ~own))
  }

  @inline(__always) private func firstPlace(_ key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) &>> shift) &* 2
  }

  /// Makes the table of a key at a free place.
  @inline(never) private mutating func add(
    _ key: UInt64, at place: Int, _ smaller: Int, _ larger: Int, _ whole: Int
  ) {
    let least = max(0, smaller + larger - whole)
    let values = smaller - least + 1
    let bits = UInt64(Int.bitWidth - (values - 1).leadingZeroBitCount)
    places[place] = key
    places[place + 1] = UInt64(columns.count) << 3 | bits
    count += 1
    // Probabilities by their ratios, from the most probable value both ways.
    let mode = (smaller + 1) * (larger + 1) / (whole + 2) - least
    var heights = Array(repeating: 0.0, count: 1 << Int(bits))
    func ratio(_ value: Int) -> Double {
      let count = least + value
      return Double((smaller - count) * (larger - count))
        / Double((count + 1) * (whole - smaller - larger + count + 1))
    }
    heights[mode] = 1
    for value in stride(from: mode, to: values - 1, by: 1) {
      heights[value + 1] = heights[value] * ratio(value)
    }
    for value in stride(from: mode - 1, through: 0, by: -1) {
      heights[value] = heights[value + 1] / ratio(value)
    }
    fill(heights)
  }

  /// Vose's construction: columns below the mean are filled up from columns above it.
  private mutating func fill(_ weights: [Double]) {
    let scale = Double(weights.count) / weights.reduce(0, +)
    var heights = weights.map { $0 * scale }
    var short = heights.indices.filter { heights[$0] < 1 }
    var long = heights.indices.filter { heights[$0] >= 1 }
    let first = columns.count
    for value in heights.indices { columns.append(UInt32(value)) }
    lowerShares.append(contentsOf: heights.indices.map { _ in 0 })
    while let low = short.last, let high = long.last {
      short.removeLast()
      let share = UInt64(heights[low] * 0x1p58)
      columns[first + low] = UInt32(share >> 32) << 6 | UInt32(high)
      lowerShares[first + low] = UInt32(truncatingIfNeeded: share)
      heights[high] -= 1 - heights[low]
      if heights[high] < 1 {
        long.removeLast()
        short.append(high)
      }
    }
    // What is left over is full but for rounding, and stays its own alias.
  }
}
