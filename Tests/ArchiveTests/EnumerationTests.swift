import Archive
import Estimates
import LinearPrograms
import Testing

/// The audit against every table there is: in a table with two attributes the limits of real numbers
/// are those of whole ones, so both must agree exactly.
@Suite("Limits against enumeration")
struct EnumerationTests {
  /// A fixed source of numbers.
  private struct Draws {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  /// The least and greatest of each hidden cell over all tables with the same margins.
  private func enumerate(
    _ counts: [[Int]], hidden: [(row: Int, column: Int)], least: Int
  ) -> [(least: Int, greatest: Int)] {
    var found = hidden.map { _ in (least: Int.max, greatest: Int.min) }
    var table = counts
    func place(_ index: Int) {
      guard index < hidden.count else {
        for (row, values) in counts.enumerated()
        where values.reduce(0, +) != table[row].reduce(0, +) { return }
        for column in counts[0].indices {
          let sum = counts.reduce(0) { $0 + $1[column] }
          if sum != table.reduce(0, { $0 + $1[column] }) { return }
        }
        for (position, cell) in hidden.enumerated() {
          let value = table[cell.row][cell.column]
          found[position].least = min(found[position].least, value)
          found[position].greatest = max(found[position].greatest, value)
        }
        return
      }
      let cell = hidden[index]
      for value in least...10 {
        table[cell.row][cell.column] = value
        place(index + 1)
      }
    }
    place(0)
    return found
  }

  @Test("forty tables of three by three, under both attackers", arguments: 0..<40)
  func tables(_ seed: Int) throws {
    var draws = Draws(state: UInt64(seed) &* 7919 &+ 17)
    let counts = (0..<3).map { _ in (0..<3).map { _ in draws.next(4) } }
    var hidden: [(row: Int, column: Int)] = []
    for row in 0..<3 {
      for column in 0..<3 where counts[row][column] > 0 && draws.next(3) > 0 && hidden.count < 5 {
        hidden.append((row, column))
      }
    }
    let rows = ["P", "Q", "R"]
    let columns = ["X", "Y", "Z"]
    let audit = try BundleAudit(
      ArchivedRelease(
        resultsFile: Bundles.table(
          zip(rows, counts).map { ($0, $1) }, columns: columns,
          hidden: Set(hidden.map { [rows[$0.row], columns[$0.column]] }), threshold: 3)),
      solver: ExactSimplex())
    for (attacker, least) in [(AttackerModel.nonNegative, 0), (.zerosPublic, 1)] {
      let expected = enumerate(counts, hidden: hidden, least: least)
      for (cell, limits) in zip(hidden, expected) {
        let name =
          "workforce[department=\(rows[cell.row]), group=\(columns[cell.column]), quarter=2025Q3]"
        let found = try #require(
          audit.limits.first { $0.attacker == attacker && $0.cell.description == name })
        #expect(found.lower == limits.least && found.upper == limits.greatest, "\(name)")
      }
    }
    let isExposed = hidden.indices.contains { index in
      let limits = enumerate(counts, hidden: hidden, least: 1)[index]
      return limits.least == limits.greatest || limits.greatest < 3
    }
    let isShownSmall =
      counts.enumerated().contains { row, values in
        values.enumerated().contains { column, count in
          (1..<3).contains(count) && !hidden.contains { $0.row == row && $0.column == column }
        }
      }
      || counts.contains { (1..<3).contains($0.reduce(0, +)) }
      || columns.indices.contains { column in
        (1..<3).contains(counts.reduce(0) { $0 + $1[column] })
      }
    #expect(audit.passed == !(isExposed || isShownSmall))
  }
}
