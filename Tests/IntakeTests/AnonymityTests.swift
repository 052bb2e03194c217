import Foundation
import Intake
import TestSupport
import Testing

@Suite("k-anonymity, l-diversity, t-closeness")
struct AnonymityTests {
  private func measures(
    _ rows: [[Int32]], ordered: Bool = false, weights: [Int]? = nil
  ) throws -> (KAnonymity, LDiversity, TCloseness) {
    let table = try SampleTable.make(rows, sensitive: 1, ordered: ordered, weights: weights)
    let classes = EquivalenceClasses(table, by: table.columns(.quasiIdentifier))
    let sensitive = try #require(table.columns(.sensitive).first)
    return (
      try #require(KAnonymity.of(classes).value),
      try #require(LDiversity.of(table, sensitive: sensitive, within: classes).value),
      try #require(TCloseness.of(table, sensitive: sensitive, within: classes).value)
    )
  }

  // pycanon.anonymity on the same rows prints k 3, l 3, t 0.375 and entropy l 2: it cuts exp(ln 3)
  // = 2.9999999999999996 to a whole number.
  @Test("privacy-R1: three classes of three salaries")
  func r1() throws {
    let (k, l, t) = try measures(SampleTable.r1, ordered: true)
    #expect(k.k == 3 && k.classes == 3 && k.people == 9)
    #expect(k.shareBelow(5) == 1 && k.shareBelow(3) == 0)
    #expect(l.distinct == 3)
    expectClose(l.entropy, 3)
    #expect(l.isEntropyDiverse(l: 3) && !l.isEntropyDiverse(l: 3.001))
    expectClose(t.distances[0], 0.375)
    expectClose(t.distances[1], 1.0 / 6)
    expectClose(t.distances[2], 17.0 / 72)
    expectClose(t.maximum, 0.375)
  }

  @Test("privacy-R2: a group that passes k and gives everyone's answer away (rule P3)")
  func r2() throws {
    let (k, l, t) = try measures(SampleTable.r2)
    #expect(k.k == 3 && l.distinct == 1)
    let expected: [(entropy: Double, distance: Double, givesAway: Bool)] = [
      (2.586409, 0.066667, false), (1, 1.0 / 3, true), (3, 1.0 / 3, false),
    ]
    for (index, class_) in expected.enumerated() {
      expectClose(l.classes[index].entropy, class_.entropy, relative: 1e-6)
      expectClose(t.distances[index], class_.distance, relative: 1e-5)
      #expect(l.classes[index].givesAway == class_.givesAway)
    }
    #expect(l.peopleGivenAway(inClassesOf: 3) == 4)
    #expect(l.peopleGivenAway(inClassesOf: 5) == 0)
    #expect(t.maximum(inClassesOf: 5) == t.distances[0])
    #expect(t.maximum(inClassesOf: 6) == nil)
  }

  // pycanon 1.3.6 on the rows (i mod 2, i² mod 3, floor(7 i / 4) mod 5), i = 0 to 47, the last column
  // sensitive as text and as number: k 8, l 4, recursive l 4 with c = 2, t 1/6 and 0.0989583333333333.
  @Test("another program's numbers")
  func otherProgram() throws {
    let rows = (0..<48).map { (index: Int) -> [Int32] in
      [index % 2, index * index % 3, index * 7 / 4 % 5].map { Int32($0) }
    }
    let (k, l, t) = try measures(rows)
    #expect(k.k == 8 && l.distinct == 4 && l.recursive(c: 2) == 4)
    expectClose(t.maximum, 1.0 / 6)
    expectClose(try measures(rows, ordered: true).2.maximum, 0.09895833333333333)
  }

  @Test("a class in which one person differs gives the others away to that person")
  func allButOne() throws {
    let (_, l, _) = try measures([
      [0, 0], [0, 0], [0, 0], [0, 1], [1, 0], [1, 0], [1, 1], [1, 1],
    ])
    #expect(l.classes.map(\.givesAway) == [true, false])
  }

  @Test("that nobody of a group answered gives nothing away")
  func unanswered() throws {
    func given(_ unanswered: Set<Int32>) throws -> Int {
      let groups = IntakeTable.Column(
        name: "g", role: .quasiIdentifier, codes: [0, 0, 0, 1, 1, 1], levelCount: 2)
      let answers = IntakeTable.Column(
        name: "s", role: .sensitive, codes: [0, 0, 0, 1, 1, 2], levelCount: 3,
        unanswered: unanswered)
      let table = try IntakeTable(columns: [groups, answers], rowCount: 6)
      let classes = EquivalenceClasses(table, by: [0])
      let l = try #require(LDiversity.of(table, sensitive: 1, within: classes).value)
      #expect(l.distinct == 1)
      return l.peopleGivenAway(inClassesOf: 3)
    }
    #expect(try given([]) == 6)
    #expect(try given([0]) == 3)
    #expect(try given([0, 1, 2]) == 0)
  }

  // Counts 5, 3, 1, 1: 5 < c (3 + 1 + 1) for c > 1; 5 < c (1 + 1) for c > 2.5; 5 < c for c > 5.
  @Test("recursive diversity by its definition")
  func recursive() throws {
    let rows = [5, 3, 1, 1].enumerated().flatMap { level, count in
      (0..<count).map { _ in [Int32(0), Int32(level)] }
    }
    let (_, l, _) = try measures(rows)
    #expect(!l.isRecursive(c: 1, l: 2) && l.isRecursive(c: 1.1, l: 2))
    #expect(!l.isRecursive(c: 2.5, l: 3) && l.isRecursive(c: 2.6, l: 3))
    #expect(l.recursive(c: 3) == 3 && l.recursive(c: 6) == 4 && l.recursive(c: 0.5) == 1)
    #expect(l.isRecursive(c: 0.1, l: 1) && !l.isRecursive(c: 100, l: 5))
  }

  @Test("random tables agree with counts made row by row")
  func bruteForce() throws {
    var generator = SeededGenerator(seed: 11)
    for round in 0..<150 {
      let size = 1 + round % 23
      let rows = SampleTable.random(rows: size, columns: 3, using: &generator)
      let weights =
        round % 3 == 0 ? rows.map { _ in Int.random(in: 1...3, using: &generator) } : nil
      let ordered = round % 2 == 0
      let (k, l, t) = try measures(rows, ordered: ordered, weights: weights)
      let brute = BruteForce(rows: rows, weights: weights, ordered: ordered)
      #expect(k.k == brute.sizes.min())
      #expect(k.peopleBelow(5) == brute.peopleBelow(5))
      #expect(l.distinct == brute.distinct)
      expectClose(l.entropy, brute.entropy, relative: 1e-12)
      #expect(l.recursive(c: 2) == brute.recursive(c: 2))
      expectClose(t.maximum, brute.distance, relative: 1e-12, absolute: 1e-12)
    }
  }

  @Test("the order of rows and the numbers of levels change nothing")
  func invariance() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<40 {
      let rows = SampleTable.random(rows: 30, columns: 4, using: &generator)
      let renaming = [Int32](0..<4).shuffled(using: &generator)
      let other = rows.shuffled(using: &generator).map { row in
        row.map { renaming[Int($0)] }
      }
      let (k, l, t) = try measures(rows)
      let (k2, l2, t2) = try measures(other)
      #expect(k == k2 && l.distinct == l2.distinct && l.recursive(c: 3) == l2.recursive(c: 3))
      expectClose(l.entropy, l2.entropy, relative: 1e-12)
      expectClose(t.maximum, t2.maximum, relative: 1e-12)
    }
  }

  @Test("another quasi-identifier never raises k, l or a crossing's safety")
  func monotone() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<60 {
      let rows = SampleTable.random(rows: 40, columns: 5, using: &generator)
      let table = try SampleTable.make(rows, sensitive: 1)
      var last: (k: Int, distinct: Int, closeness: Double)?
      for width in 1...4 {
        let classes = EquivalenceClasses(table, by: Array(0..<width))
        let k = try #require(KAnonymity.of(classes).value).k
        let l = try #require(LDiversity.of(table, sensitive: 4, within: classes).value).distinct
        let t = try #require(TCloseness.of(table, sensitive: 4, within: classes).value).maximum
        if let last {
          #expect(k <= last.k && l <= last.distinct)
          // A class is a mixture of its parts, so one of them is at least as far away.
          #expect(t >= last.closeness - 1e-12)
        }
        last = (k, l, t)
      }
      let crossings = try #require(CrossingRisk.of(table, threshold: 5).value)
      for wide in crossings.crossings(of: 3) {
        for part in crossings.crossings(of: 2)
        where part.positions.allSatisfy(wide.positions.contains) {
          #expect(wide.peopleBelow >= part.peopleBelow && wide.k <= part.k)
        }
      }
    }
  }

  @Test("a missing answer is a level of its own")
  func missing() throws {
    let known = try measures([[0, 0], [0, 1], [1, 0], [1, 1]]).0
    // The same people, two of whom did not answer: level 2.
    let missing = try measures([[0, 0], [2, 1], [1, 0], [2, 1]]).0
    #expect(known.k == 2 && missing.k == 1 && missing.peopleBelow(2) == 2)
  }

  @Test("nobody, no such column and wrong codes are said, not computed")
  func undefined() throws {
    let empty = try IntakeTable(columns: [], rowCount: 0)
    let classes = EquivalenceClasses(empty, by: [])
    #expect(KAnonymity.of(classes).reason == "there are no people")
    #expect(LDiversity.of(empty, sensitive: 0, within: classes).reason != nil)
    #expect(TCloseness.of(empty, sensitive: 0, within: classes).reason != nil)
    #expect(CrossingRisk.of(empty, threshold: 5).reason != nil)
    let nobody = try SampleTable.make([[0, 1]], sensitive: 1, weights: [0])
    let none = EquivalenceClasses(nobody, by: [0])
    #expect(KAnonymity.of(none).reason == "there are no people")
    #expect(TCloseness.of(nobody, sensitive: 1, within: none).reason == "there are no people")
    let column = IntakeTable.Column(
      name: "a", role: .sensitive, codes: [0, 3], levelCount: 3)
    #expect(throws: IntakeError.codeOutOfRange(column: "a", levels: 3)) {
      try IntakeTable(columns: [column], rowCount: 2)
    }
    #expect(throws: IntakeError.raggedColumn(name: "a", rows: 2, expected: 3)) {
      try IntakeTable(columns: [column], rowCount: 3)
    }
    #expect(throws: IntakeError.badWeights) {
      try IntakeTable(columns: [], rowCount: 2, weights: [1, -1])
    }
    #expect(throws: IntakeError.badWeights) {
      try IntakeTable(columns: [], rowCount: 2, weights: [.max, 1])
    }
  }

  @Test("classes are the same whether levels are few or too many for a table of them")
  func wideLevels() throws {
    var generator = SeededGenerator(seed: 3)
    let rows = SampleTable.random(rows: 200, columns: 3, using: &generator)
    let narrow = try SampleTable.make(rows)
    let columns = narrow.columns.map {
      IntakeTable.Column(
        name: $0.name, role: $0.role, codes: $0.codes.map { $0 * 500_000_000 },
        levelCount: 2_000_000_000)
    }
    let wide = try IntakeTable(columns: columns, rowCount: 200)
    #expect(EquivalenceClasses(wide, by: [0, 1, 2]) == EquivalenceClasses(narrow, by: [0, 1, 2]))
  }
}

/// The same quantities from the definitions, pair of rows by pair of rows.
private struct BruteForce {
  let sizes: [Int]
  private let groups: [[Int]]
  private let rows: [[Int32]]
  private let weights: [Int]
  private let ordered: Bool

  init(rows: [[Int32]], weights: [Int]?, ordered: Bool) {
    self.rows = rows
    self.weights = weights ?? rows.map { _ in 1 }
    self.ordered = ordered
    var groups: [[Int]] = []
    for row in rows.indices {
      if let place = groups.firstIndex(where: { rows[$0[0]].dropLast() == rows[row].dropLast() }) {
        groups[place].append(row)
      } else {
        groups.append([row])
      }
    }
    self.groups = groups
    let all = self.weights
    sizes = groups.map { $0.reduce(0) { $0 + all[$1] } }
  }

  func peopleBelow(_ threshold: Int) -> Int { sizes.filter { $0 < threshold }.reduce(0, +) }

  private func count(_ group: [Int], _ level: Int32) -> Int {
    group.filter { rows[$0].last == level }.reduce(0) { $0 + weights[$1] }
  }

  private var levels: [Int32] { Set(rows.compactMap(\.last)).sorted() }

  var distinct: Int { groups.map { Set($0.map { rows[$0].last }).count }.min() ?? 0 }

  var entropy: Double {
    zip(groups, sizes).map { group, size in
      levels.map { Double(count(group, $0)) / Double(size) }.filter { $0 > 0 }
        .reduce(1.0) { $0 * pow($1, -$1) }
    }.min() ?? 0
  }

  func recursive(c: Double) -> Int {
    var best = 1
    for l in 2...10 {
      let holds = groups.allSatisfy { group in
        let counts = levels.map { count(group, $0) }.filter { $0 > 0 }.sorted(by: >)
        guard counts.count >= l else { return false }
        return Double(counts[0]) < c * Double(counts[(l - 1)...].reduce(0, +))
      }
      if !holds { break }
      best = l
    }
    return best
  }

  var distance: Double {
    let all = Array(rows.indices)
    let total = sizes.reduce(0, +)
    return zip(groups, sizes).map { group, size in
      let gaps = levels.map {
        Double(count(group, $0)) / Double(size) - Double(count(all, $0)) / Double(total)
      }
      guard ordered else { return gaps.map(abs).reduce(0, +) / 2 }
      guard gaps.count > 1 else { return 0 }
      // Earth moved over each border between neighbouring levels.
      return (1..<gaps.count).map { abs(gaps[..<$0].reduce(0, +)) }.reduce(0, +)
        / Double(gaps.count - 1)
    }.max() ?? 0
  }
}
