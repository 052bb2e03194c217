/// Tables that a reader who knows that zeros are public holds possible, and what they prove about
/// insiders.
///
/// An insider is a person in a hidden cell without a place: they know that it holds somebody, where
/// other readers must reckon with 0. They hold fewer tables possible: those with at least 1 in their
/// cell. Two of them at which a protected count differs by the width prove that they cannot narrow it
/// down, without a program being solved.
///
/// Of each table only what this needs is kept: the protected counts, and which of the insiders' cells
/// hold somebody. Cells that were published when it was found are at their true counts, so it stays
/// possible when they are hidden.
struct PossibleTables: Sendable {
  private struct Table {
    /// The least whole number not below each protected count.
    var lower: [Int]
    /// The greatest whole number not above each protected count.
    var upper: [Int]
    /// One bit per insider: whether their cell holds at least 1.
    var holders: [UInt64]
  }

  /// The protected cells.
  let protected: [Int]
  /// The cells without a place that hold somebody, ascending; those still published are among them.
  let insiders: [Int]
  private let placeOfProtected: [Int?]
  private let placeOfInsider: [Int?]
  /// The true table, then the others in the order in which they were found.
  private var tables: [Table]
  /// For each insider the first table with the most people in their cell, and how many that are.
  private var richest: [(table: Int, people: Int)]

  /// Stands for a count without upper limit; far above every count.
  private static let unlimited = Int.max / 2

  /// The true table alone.
  init(_ block: HiddenCells, protected: [Int]) {
    self.protected = protected
    let counts = block.counts
    insiders = counts.indices.filter { !block.hasPlace[$0] && (counts[$0] ?? 0) > 0 }
    richest = insiders.map { (0, counts[$0] ?? 0) }
    var places = [Int?](repeating: nil, count: counts.count)
    for (place, cell) in protected.enumerated() { places[cell] = place }
    placeOfProtected = places
    places = [Int?](repeating: nil, count: counts.count)
    for (place, cell) in insiders.enumerated() { places[cell] = place }
    placeOfInsider = places
    // A count nobody knows is no end of an interval.
    tables = [
      Table(
        lower: protected.map { counts[$0] ?? Self.unlimited },
        upper: protected.map { counts[$0] ?? -Self.unlimited },
        holders: [UInt64](repeating: .max, count: (insiders.count + 63) / 64))
    ]
  }

  /// Adds the tables that an attack found, all others than its programs' cells at their true counts.
  ///
  /// Cost: the columns of the tables.
  mutating func add(_ attack: AttackerIntervals) {
    guard !insiders.isEmpty else { return }
    let programs = attack.programs
    for (program, point) in attack.points {
      var table = tables[0]
      for (column, cell) in programs.cells[program].enumerated() {
        let value = point[column]
        if let place = placeOfProtected[cell] {
          let upper = value.floor
          table.lower[place] = value.ceiling
          table.upper[place] = upper >= programs.cap / 2 ? Self.unlimited : upper
        }
        guard let place = placeOfInsider[cell] else { continue }
        let people = value.floor
        if people < 1 { table.holders[place / 64] &= ~(1 << UInt64(place % 64)) }
        if people > richest[place].people { richest[place] = (tables.count, people) }
      }
      tables.append(table)
    }
  }

  /// For each insider the positions of the protected cells that no two tables show to be so wide.
  ///
  /// Cost: protected cells × tables × insiders / 64.
  func unproven(width: Int) -> [[Int]] {
    var result = [[Int]](repeating: [], count: insiders.count)
    guard !insiders.isEmpty else { return result }
    for place in protected.indices {
      let proven = proven(place, width: width)
      guard proven.contains(where: { $0 != .max }) else { continue }
      for insider in insiders.indices where proven[insider / 64] >> UInt64(insider % 64) & 1 == 0 {
        result[insider].append(place)
      }
    }
    return result
  }

  /// The insiders for whom two tables show that a protected count is so wide.
  ///
  /// For every least value, those who hold a table with so little possible and one with enough more.
  private func proven(_ place: Int, width: Int) -> [UInt64] {
    let none = [UInt64](repeating: 0, count: tables[0].holders.count)
    // A table with the true count says no more than the true table, which all insiders hold possible.
    let others = tables.indices.filter {
      $0 == 0 || tables[$0].lower[place] != tables[0].lower[place]
        || tables[$0].upper[place] != tables[0].upper[place]
    }
    let rising = others.sorted {
      (tables[$0].lower[place], $0) < (tables[$1].lower[place], $1)
    }
    let falling = others.sorted {
      (-tables[$0].upper[place], $0) < (-tables[$1].upper[place], $1)
    }
    // Who holds one of the first tables possible, from none of them to all.
    var above = [none]
    for index in falling { above.append(Self.union(above[above.count - 1], tables[index].holders)) }
    var enough = falling.count
    var below = none
    var proven = none
    for index in rising {
      let least = tables[index].lower[place]
      below = Self.union(below, tables[index].holders)
      while enough > 0, tables[falling[enough - 1]].upper[place] - least < width { enough -= 1 }
      guard enough > 0 else { break }
      for word in proven.indices { proven[word] |= below[word] & above[enough][word] }
      if proven.allSatisfy({ $0 == .max }) { break }
    }
    return proven
  }

  private static func union(_ first: [UInt64], _ second: [UInt64]) -> [UInt64] {
    zip(first, second).map { $0 | $1 }
  }

  /// Of some positions of protected cells those that remain unproven for an insider, mixtures included.
  ///
  /// A table with nobody in the insider's cell, mixed in the ratio `(n - 1) : 1` with one of `n` people
  /// there, has 1 there. The mixture is possible, as every mixture of possible tables is. The table of
  /// most people known serves for all.
  ///
  /// Cost: positions × tables.
  func unproven(_ places: [Int], for insider: Int, width: Int) -> [Int] {
    var lower = [Int](repeating: Self.unlimited, count: places.count)
    var upper = [Int](repeating: -Self.unlimited, count: places.count)
    let rich = tables[richest[insider].table]
    let people = richest[insider].people
    for table in tables {
      let isHolder = table.holders[insider / 64] >> UInt64(insider % 64) & 1 == 1
      guard isHolder || people > 1 else { continue }
      for (index, place) in places.enumerated() {
        let ends = (table.lower[place], table.upper[place])
        let (least, most) =
          isHolder
          ? ends : Self.mixture(ends, (rich.lower[place], rich.upper[place]), of: people)
        lower[index] = min(lower[index], least)
        upper[index] = max(upper[index], most)
      }
    }
    return places.indices.filter { upper[$0] - lower[$0] < width }.map { places[$0] }
  }

  /// The whole numbers about `((people - 1) · first + second) / people`, rounded up and down.
  private static func mixture(
    _ first: (lower: Int, upper: Int), _ second: (lower: Int, upper: Int), of people: Int
  ) -> (lower: Int, upper: Int) {
    // A count nobody knows is neither.
    guard first.lower < unlimited, second.lower < unlimited else { return (unlimited, -unlimited) }
    let size = Int128(people)
    let least = (size - 1) * Int128(first.lower) + Int128(second.lower)
    let most = (size - 1) * Int128(first.upper) + Int128(second.upper)
    let isLimited = first.upper < unlimited && second.upper < unlimited
    return (Int((least + size - 1) / size), isLimited ? Int(most / size) : unlimited)
  }
}
