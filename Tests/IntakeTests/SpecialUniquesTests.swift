import Intake
import TestSupport
import Testing

@Suite("Special uniques")
struct SpecialUniquesTests {
  @Test("privacy-R3: three rows and three attributes, as sdcMicro's own test has them")
  func r3() throws {
    let table = try SampleTable.make([[2, 0, 0], [1, 3, 6], [1, 0, 0]])
    let found = try #require(SpecialUniques.of(table, attributes: [0, 1, 2]).value)
    #expect(found.scores == [2, 4, 2])
    #expect(found.contributions == [0.5, 0.375, 0.375])
    #expect(found.smallestSets == [1, 1, 2] && found.setsBySize == [3, 2, 0])
    #expect(found.people == 3 && found.people(withSetsUpTo: 1) == 2)
  }

  // Department Eng 0, Ops 1; gender F 0, M 1; group W 0, A 1, B 2; level 4, 5.
  @Test("privacy-R3: eight people and four attributes")
  func r3Second() throws {
    let table = try SampleTable.make([
      [0, 0, 0, 5], [0, 0, 0, 5], [0, 1, 1, 5], [0, 1, 0, 4], [1, 1, 0, 4], [1, 1, 0, 4],
      [1, 0, 2, 4], [0, 1, 0, 5],
    ])
    let found = try #require(SpecialUniques.of(table, attributes: [0, 1, 2, 3]).value)
    #expect(found.scores == [0, 0, 6, 2, 0, 0, 10, 1])
  }

  @Test("random tables agree with every subset tried for every row")
  func bruteForce() throws {
    var generator = SeededGenerator(seed: 21)
    for round in 0..<200 {
      let width = 1 + round % 6
      let rows = SampleTable.random(rows: 1 + round % 19, columns: width, using: &generator)
      let weights =
        round % 4 == 3 ? rows.map { _ in Int.random(in: 0...2, using: &generator) } : nil
      let table = try SampleTable.make(rows, weights: weights)
      guard table.people > 0 else { continue }
      let depth = round % 3 == 0 ? 1 + (round / 3) % width : width
      let found = try #require(
        SpecialUniques.of(table, attributes: Array(0..<width), largestSet: depth).value)
      let brute = Self.bruteForce(rows, weights, depth: depth)
      #expect(found.scores == brute.scores)
      #expect(found.smallestSets == brute.smallest)
      #expect(found.contributions.count == brute.contributions.count)
      for (one, two) in zip(found.contributions, brute.contributions) { expectClose(one, two) }
    }
  }

  private static func bruteForce(
    _ rows: [[Int32]], _ weights: [Int]?, depth: Int
  ) -> (scores: [Int], smallest: [Int], contributions: [Double]) {
    let width = rows[0].count
    let subsets = (1..<(1 << width)).filter { $0.nonzeroBitCount <= depth }
    var totals = [Int](repeating: 0, count: width)
    var all = 0
    var scores: [Int] = []
    var smallest: [Int] = []
    for row in rows.indices {
      let unique = subsets.filter { subset in
        let alike = rows.indices.filter { other in
          (0..<width).allSatisfy {
            subset >> $0 & 1 == 0 || rows[other][$0] == rows[row][$0]
          }
        }
        return alike.reduce(0) { $0 + (weights?[$1] ?? 1) } == 1 && (weights?[row] ?? 1) == 1
      }
      let minimal = unique.filter { set in
        !unique.contains { $0 != set && $0 & set == $0 }
      }
      let points = minimal.map { (1...(width - $0.nonzeroBitCount + 1)).dropLast().reduce(1, *) }
      scores.append(points.reduce(0, +))
      smallest.append(minimal.map(\.nonzeroBitCount).min() ?? 0)
      for (set, score) in zip(minimal, points) {
        all += score
        for attribute in 0..<width where set >> attribute & 1 == 1 { totals[attribute] += score }
      }
    }
    return (scores, smallest, all == 0 ? [] : totals.map { Double($0) / Double(all) })
  }

  @Test("the order of rows, the numbers of levels and the order of attributes change nothing")
  func invariance() throws {
    var generator = SeededGenerator(seed: 22)
    for _ in 0..<30 {
      let rows = SampleTable.random(rows: 25, columns: 5, using: &generator)
      let order = Array(rows.indices).shuffled(using: &generator)
      let attributes = [Int](0..<5).shuffled(using: &generator)
      let renaming = [Int32](0..<4).shuffled(using: &generator)
      let other = order.map { row in attributes.map { renaming[Int(rows[row][$0])] } }
      let all = Array(0..<5)
      let one = try #require(SpecialUniques.of(try SampleTable.make(rows), attributes: all).value)
      let two = try #require(SpecialUniques.of(try SampleTable.make(other), attributes: all).value)
      #expect(order.map { one.scores[$0] } == two.scores)
      #expect(one.setsBySize == two.setsBySize)
      for (place, attribute) in attributes.enumerated() where !one.contributions.isEmpty {
        expectClose(two.contributions[place], one.contributions[attribute])
      }
    }
  }

  @Test("20,000 people with six attributes take a few seconds at most")
  func large() throws {
    var generator = SeededGenerator(seed: 23)
    let levels: [Int32] = [20, 8, 3, 6, 5, 10]
    let rows = (0..<20_000).map { _ in
      levels.map { count in
        min(
          Int32.random(in: 0..<count, using: &generator),
          Int32.random(in: 0..<count, using: &generator))
      }
    }
    let table = try SampleTable.make(rows)
    let start = ContinuousClock.now
    let found = try #require(SpecialUniques.of(table, attributes: Array(0..<6)).value)
    #expect(ContinuousClock.now - start < .seconds(20))
    // Who is unique is unique with everything known: the classes of one person say so.
    let alone = EquivalenceClasses(table, by: Array(0..<6)).peopleBelow(2)
    #expect(found.people == alone && alone > 1000)
  }

  @Test("no score overflows, and too many attributes are said")
  func limits() throws {
    let apart: [[Int32]] = [[Int32](repeating: 0, count: 20), [Int32](repeating: 1, count: 20)]
    let found = try #require(
      SpecialUniques.of(try SampleTable.make(apart), attributes: Array(0..<20)).value)
    // Twenty sets of one attribute, each (20 - 1)!: 20! in all.
    #expect(found.scores == [2_432_902_008_176_640_000, 2_432_902_008_176_640_000])
    let more = try SampleTable.make([[Int32](repeating: 0, count: 21)])
    #expect(
      SpecialUniques.of(more, attributes: Array(0..<21)).reason
        == "there are more than 20 quasi-identifiers")
    #expect(SpecialUniques.of(more, attributes: []).reason == "there is no quasi-identifier")
  }

  @Test("one person is alone with anything; two alike are never alone")
  func fewPeople() throws {
    let one = try #require(
      SpecialUniques.of(try SampleTable.make([[0, 0]]), attributes: [0, 1]).value)
    #expect(one.scores == [2] && one.setsBySize == [2, 0])
    let two = try #require(
      SpecialUniques.of(try SampleTable.make([[0, 0], [0, 0]]), attributes: [0, 1]).value)
    #expect(two.scores == [0, 0] && two.contributions.isEmpty && two.people == 0)
  }
}
