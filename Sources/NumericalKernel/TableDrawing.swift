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
  /// How many tables are filled at once.
  static let side = 16

  private let sampler: FixedMarginsSampler
  /// Per place of the sampler: the people of each of the tables side by side.
  private var people: [Int]
  /// The alias table of each of them at the split at hand.
  private var tables = Array(repeating: 0 as UInt64, count: side)
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
      Self.fill(sampler, &people, &tables, &aliases, &words)
      let (people, logFactorials) = (people.span, sampler.logFactorials.span)
      for table in 0..<min(Self.side, draws - start) {
        var sum = 0.0
        for cell in sampler.cells { sum += logFactorials[people[cell &* Self.side &+ table]] }
        if sum >= threshold { count += 1 }
      }
    }
    return count
  }

  /// The cells of the next sixteen tables, row by row.
  mutating func tables(_ words: inout WordStream) -> [[Int]] {
    Self.fill(sampler, &people, &tables, &aliases, &words)
    return (0..<Self.side).map { table in
      sampler.cells.map { people[$0 * Self.side + table] }
    }
  }

  private static func fill(
    _ sampler: FixedMarginsSampler, _ people: inout [Int], _ tables: inout [UInt64],
    _ aliases: inout AliasTables, _ words: inout WordStream
  ) {
    var people = people.mutableSpan
    var tables = tables.mutableSpan
    for split in sampler.splits {
      let (whole, rows, columns) = (
        split.whole &* side, split.firstRows &* side, split.firstColumns &* side
      )
      let (first, second, third, fourth) = (
        split.corners.0 &* side, split.corners.1 &* side,
        split.corners.2 &* side, split.corners.3 &* side
      )
      // First all alias tables are found, then all numbers drawn.
      aliases.makeRoom(for: side)
      for table in 0..<side {
        let (all, inRows, inColumns) = (
          people[whole &+ table], people[rows &+ table], people[columns &+ table]
        )
        let smaller = min(inRows, inColumns)
        let values = smaller &- max(0, inRows &+ inColumns &- all) &+ 1
        tables[table] =
          values == 1 || values > AliasTables.mostValues
          ? 0 : aliases.table(smaller, max(inRows, inColumns), of: all)
      }
      for table in 0..<side {
        let (all, inRows, inColumns) = (
          people[whole &+ table], people[rows &+ table], people[columns &+ table]
        )
        let least = max(0, inRows &+ inColumns &- all)
        let both =
          tables[table] != 0
          ? least &+ aliases.draw(tables[table], from: &words)
          : least == min(inRows, inColumns)
            ? least : sampler.search(inRows, inColumns, of: all, from: &words)
        people[first &+ table] = both
        people[second &+ table] = inRows &- both
        people[third &+ table] = inColumns &- both
        people[fourth &+ table] = all &- inRows &- inColumns &+ both
      }
    }
  }
}

extension FixedMarginsSampler {
  /// A hypergeometric number, searched outwards from the most probable.
  fileprivate func search(
    _ rows: Int, _ columns: Int, of whole: Int, from words: inout WordStream
  ) -> Int {
    let f = logFactorials
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
