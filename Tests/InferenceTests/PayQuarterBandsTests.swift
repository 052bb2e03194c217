import Aggregates
import TestSupport
import Testing

@testable import Inference

@Suite("Pay quarter bands")
struct PayQuarterBandsTests {
  private static func values(_ tallies: [Int64: Int]) -> ValueCounts {
    ValueCounts(scale: 2, tallies: tallies)
  }

  @Test("the constructed case of three tied rates, pay-29")
  func constructed() throws {
    let women = Self.values([1000: 60, 1200: 30, 1500: 22])
    let men = Self.values([1000: 40, 1200: 70, 1500: 100])
    let bands = try #require(PayQuarterBands()([women, men]))
    #expect(bands.sizes == [81, 80, 81, 80])
    #expect(bands.counts.map { $0[0] } == [49, 29, 20, 14])
    #expect(bands.counts.map { $0[1] } == [32, 51, 61, 66])
    #expect(PayQuarterBandCounts.bandTitles.count == bands.counts.count)
  }

  @Test("people left over go where each rule says")
  func remainders() throws {
    func sizes(_ people: Int, _ remainder: PayQuarterBands.Remainder) throws -> [Int] {
      let tallies = Dictionary(uniqueKeysWithValues: (0..<people).map { (Int64($0), 1) })
      return try #require(PayQuarterBands(remainder: remainder)([Self.values(tallies)])).sizes
    }
    #expect(
      try (4...8).map { try sizes($0, .unitedKingdom) } == [
        [1, 1, 1, 1], [2, 1, 1, 1], [2, 1, 2, 1], [2, 2, 2, 1], [2, 2, 2, 2],
      ])
    #expect(
      try (4...8).map { try sizes($0, .britishColumbia) } == [
        [1, 1, 1, 1], [2, 1, 1, 1], [2, 1, 1, 2], [2, 2, 1, 2], [2, 2, 2, 2],
      ])
    #expect(
      try (0...3).map { try sizes($0, .unitedKingdom) } == [
        [0, 0, 0, 0], [1, 0, 0, 0], [1, 0, 1, 0], [1, 1, 1, 0],
      ])
  }

  @Test("without ties the bands are the ranks")
  func ranks() throws {
    var generator = SeededGenerator(seed: 4)
    let people = (0..<203).map {
      (amount: Int64($0) * 7, group: Int.random(in: 0...2, using: &generator))
    }
    let groups = (0...2).map { group in
      Self.values(
        Dictionary(
          uniqueKeysWithValues: people.filter { $0.group == group }.map { ($0.amount, 1) }))
    }
    let bands = try #require(PayQuarterBands()(groups))
    let cuts = [0..<51, 51..<102, 102..<153, 153..<203]
    for (band, cut) in zip(bands.counts, cuts) {
      for group in 0...2 { #expect(band[group] == people[cut].filter { $0.group == group }.count) }
    }
  }

  @Test("a whole workforce on one rate is divided in proportion")
  func oneRate() throws {
    let bands = try #require(PayQuarterBands()([Self.values([900: 40]), Self.values([900: 60])]))
    #expect(bands.counts == Array(repeating: [10, 15], count: 4))
  }

  @Test("two groups divided one at a time are rounded to the nearest person, halves up")
  func rounding() {
    for focal in 0...9 {
      for reference in 0...9 {
        let total = focal + reference
        for taken in 0...total {
          var division = ProportionalDivision(of: [focal, reference])
          let first = division.take(taken)
          let rounded = total == 0 ? 0 : (2 * focal * taken + total) / (2 * total)
          #expect(first == [rounded, taken - rounded], "\(focal) and \(reference), \(taken)")
          #expect(division.take(total - taken) == [focal - rounded, reference - first[1]])
        }
      }
    }
  }

  @Test("groups and sizes are conserved and no count is negative")
  func conserved() throws {
    var generator = SeededGenerator(seed: 21)
    for _ in 0..<150 {
      let groups = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        Self.values(
          Dictionary(
            (0..<Int.random(in: 0...30, using: &generator)).map { _ in
              (
                Int64.random(in: 1...6, using: &generator) * 100,
                Int.random(in: 1...9, using: &generator)
              )
            }, uniquingKeysWith: +))
      }
      let bands = try #require(PayQuarterBands()(groups))
      for group in groups.indices {
        #expect(bands.counts.map { $0[group] }.reduce(0, +) == groups[group].total)
        #expect(bands.counts.allSatisfy { $0[group] >= 0 })
      }
      #expect(try #require(bands.sizes.max()) - (try #require(bands.sizes.min())) <= 1)
    }
  }

  @Test("the order and the batches in which people come change nothing")
  func order() throws {
    var rows: [(amount: Int64, group: Int)] = []
    for (amount, women, men) in [(Int64(1000), 60, 40), (1200, 30, 70), (1500, 22, 100)] {
      rows +=
        Array(repeating: (amount, 0), count: women) + Array(repeating: (amount, 1), count: men)
    }
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<5 {
      rows.shuffle(using: &generator)
      let cut = Int.random(in: 1..<rows.count, using: &generator)
      let groups = (0...1).map { group in
        func tallied(_ part: ArraySlice<(amount: Int64, group: Int)>) -> ValueCounts {
          Self.values(
            Dictionary(
              part.filter { $0.group == group }.map { ($0.amount, 1) }, uniquingKeysWith: +))
        }
        return tallied(rows[..<cut]).merging(tallied(rows[cut...]))
      }
      let bands = try #require(PayQuarterBands()(groups))
      #expect(bands.counts == [[49, 32], [29, 51], [20, 61], [14, 66]])
    }
  }

  @Test("amounts held to different numbers of decimals are refused")
  func scales() {
    let cents = Self.values([100: 2])
    let units = ValueCounts(scale: 0, tallies: [1: 2])
    #expect(PayQuarterBands()([cents, units]) == nil)
    #expect(PayQuarterBands()([])?.sizes == [0, 0, 0, 0])
  }
}
