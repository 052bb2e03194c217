#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The working memory of one line of draws: the tables being filled and the alias tables so far.
///
/// Sixteen tables are filled side by side, so that the processor waits for the memory of all of them
/// at once.
struct TableDrawing {
  private static let side = 16

  private let sampler: FixedMarginsSampler
  /// Per place of the sampler: the people of each of the tables side by side.
  private var people: [Int]
  private var aliases = AliasTables()

  /// Makes the working memory of a sampler.
  init(_ sampler: FixedMarginsSampler) {
    self.sampler = sampler
    people = sampler.start.flatMap { Array(repeating: $0, count: Self.side) }
  }

  /// How many of `draws` tables have a sum of log factorials of at least `threshold`.
  mutating func count(
    logFactorialSumAtLeast threshold: Double, draws: Int, words: consuming WordStream
  ) -> Int {
    var count = 0
    for start in stride(from: 0, to: draws, by: Self.side) {
      fill(&words)
      for table in 0..<min(Self.side, draws - start) {
        var sum = 0.0
        for cell in sampler.cells {
          sum += sampler.logFactorials[people[cell * Self.side + table]]
        }
        if sum >= threshold { count += 1 }
      }
    }
    return count
  }

  /// The cells of the next sixteen tables, row by row.
  mutating func tables(_ words: inout WordStream) -> [[Int]] {
    fill(&words)
    return (0..<Self.side).map { table in
      sampler.cells.map { people[$0 * Self.side + table] }
    }
  }

  private mutating func fill(_ words: inout WordStream) {
    for split in sampler.splits {
      for table in 0..<Self.side {
        let whole = people[split.whole &* Self.side &+ table]
        let rows = people[split.firstRows &* Self.side &+ table]
        let columns = people[split.firstColumns &* Self.side &+ table]
        let least = max(0, rows &+ columns &- whole)
        let smaller = min(rows, columns)
        let values = smaller &- least &+ 1
        let both =
          values == 1
          ? least
          : values <= AliasTables.mostValues
            ? least &+ aliases.draw(smaller, max(rows, columns), of: whole, from: &words)
            : search(rows, columns, of: whole, from: &words)
        people[split.corners.0 &* Self.side &+ table] = both
        people[split.corners.1 &* Self.side &+ table] = rows &- both
        people[split.corners.2 &* Self.side &+ table] = columns &- both
        people[split.corners.3 &* Self.side &+ table] = whole &- rows &- columns &+ both
      }
    }
  }

  /// A hypergeometric number, searched outwards from the most probable.
  private func search(
    _ rows: Int, _ columns: Int, of whole: Int, from words: inout WordStream
  ) -> Int {
    let f = sampler.logFactorials
    let least = max(0, rows + columns - whole)
    let greatest = min(rows, columns)
    let mode = min(greatest, max(least, (rows + 1) * (columns + 1) / (whole + 2)))
    let logProbability =
      (f[rows] - f[mode] - f[rows - mode])
      + (f[whole - rows] - f[columns - mode] - f[whole - rows - columns + mode])
      - (f[whole] - f[columns] - f[whole - columns])
    let bits = UInt64(words.next()) << 32 | UInt64(words.next())
    var left = Double(bits >> 11) * 0x1p-53
    let most = exp(logProbability)
    left -= most
    if left < 0 { return mode }
    var (below, above) = (mode, mode)
    var (down, up) = (most, most)
    while below > least || above < greatest {
      if above < greatest {
        up *=
          Double(rows - above) * Double(columns - above)
          / (Double(above + 1) * Double(whole - rows - columns + above + 1))
        above += 1
        left -= up
        if left < 0 { return above }
      }
      if below > least {
        down *=
          Double(below) * Double(whole - rows - columns + below)
          / (Double(rows - below + 1) * Double(columns - below + 1))
        below -= 1
        left -= down
        if left < 0 { return below }
      }
    }
    return mode
  }
}
