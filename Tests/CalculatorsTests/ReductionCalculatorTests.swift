import DataSources
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Calculators

@Suite("Calculator of reductions by age")
struct ReductionCalculatorTests {
  private static func answer(
    _ path: String = FilePeople.path, age: String = "age", selected: String = "let_go",
    from: Int? = nil, bands: String? = nil
  ) throws(FileProblems) -> Calculation {
    try ReductionCalculator(
      path: path, age: age, selected: selected, from: from, bands: bands, level: 0.95,
      alpha: 0.05)()
  }

  private static func table(_ counts: [(age: Int, letGo: Int, stayed: Int)]) -> String {
    "age,let_go\n"
      + counts.flatMap { count in
        Array(repeating: "\(count.age),yes", count: count.letGo)
          + Array(repeating: "\(count.age),no", count: count.stayed)
      }.joined(separator: "\n")
  }

  /// Westvaco's second round (Watkins and others): 6 of 120 sets are as old.
  @Test("every set of as many people written out in R")
  func westvaco() throws {
    let answer = try FilePeople.withFile(
      """
      age,decision
      25,kept
      33,kept
      35,kept
      38,kept
      48,kept
      55,retired
      55,retired
      55,kept
      56,kept
      64,retired
      """
    ) { path throws(FileProblems) in try Self.answer(path, selected: "decision=retired", from: 50) }
    try FilePeople.expect("reduction-westvaco", in: answer, relative: 1e-12)
    expectClose(answer.result("mean-age-permutation-older")?.pValue?.value, 0.05, relative: 1e-14)
    #expect(answer.sentence.contains("Nobody under 50 was let go"))
  }

  @Test("the first people of the file, all sets written out in R")
  func first() throws {
    let lines = try String(contentsOfFile: FilePeople.path, encoding: .utf8)
      .split(separator: "\n").prefix(13).joined(separator: "\n")
    let answer = try FilePeople.withFile(lines) { path throws(FileProblems) in
      try Self.answer(path)
    }
    try FilePeople.expect("reduction-first", in: answer, relative: 1e-12)
  }

  /// Moore and others (adverse-17): odds ratio 2.82, Z 3.916.
  @Test("40 and over, where leaving and staying fall on different sides of four fifths")
  func fortyPlus() throws {
    let text = Self.table([(30, 10, 300), (39, 7, 264), (40, 40, 500), (61, 31, 335)])
    let answer = try FilePeople.withFile(text) { path throws(FileProblems) in
      try Self.answer(path)
    }
    guard case .test(let test)? = answer.result("z-pooled")?.outcome else {
      Issue.record("no test")
      return
    }
    expectClose(test.statistic, 3.915587, relative: 2e-7)
    func ratio(_ subject: String) -> Double? {
      answer.results.first { $0.subject == subject }?.estimate?.value
    }
    expectClose(ratio("let go").map { 1 / $0 }, 0.373373, relative: 2e-6)
    expectClose(ratio("staying"), 0.949413, relative: 1e-6)
    #expect(answer.notes.contains { $0.contains("beyond four fifths") })
    #expect(answer.sentence.contains("2.68 times the rate of the younger"))
    #expect(answer.sentence.contains("both tests reject"))
  }

  @Test("bands are one family, adjusted by Holm; the people of a band are counted once")
  func bands() throws {
    let text = Self.table([(30, 1, 19), (45, 2, 18), (55, 12, 8)])
    let answer = try FilePeople.withFile(text) { path throws(FileProblems) in
      try Self.answer(path, bands: "40,50,70")
    }
    let ratios = answer.results.filter { $0.method.id == "impact-ratio" }.compactMap(\.subject)
    #expect(ratios == ["let go", "staying", "under 40", "40-49", "50-69"])
    // R: p.adjust(fisher.test for each band, "holm").
    let adjusted = answer.results.filter { $0.method.id == "fisher-exact-minlike-holm" }
    let values = adjusted.compactMap { $0.pValue?.value }
    #expect(values.count == 3)
    for (value, expected) in zip(values, [0.0241602537861, 0.0671803588264, 7.36894901574e-5]) {
      expectClose(value, expected, relative: 1e-6)
    }
  }

  @Test("nobody or everybody let go, or all of one side: a sentence, no number")
  func degenerate() throws {
    let cases: [(counts: [(Int, Int, Int)], words: String)] = [
      ([(30, 0, 2), (50, 0, 2)], "Nobody was let go"),
      ([(30, 2, 0), (50, 2, 0)], "Everybody was let go"),
      ([(30, 1, 2), (35, 1, 2)], "Everybody is on one side"),
    ]
    for (counts, words) in cases {
      let answer = try FilePeople.withFile(Self.table(counts)) { path throws(FileProblems) in
        try Self.answer(path)
      }
      #expect(answer.sentence.hasPrefix(words))
      #expect(!answer.json.contains("nan"))
    }
    let empty = try FilePeople.withFile("age,let_go\n,yes\n40,\n") { path throws(FileProblems) in
      try Self.answer(path)
    }
    #expect(empty.sentence.hasPrefix("Nobody is left"))
    #expect(empty.facts.contains("1 row left out: age is empty."))
  }

  @Test("a cut that only the search made clear is said to be one")
  func searched() throws {
    let answer = try FilePeople.withFile(
      Self.table([
        (30, 1, 3), (35, 0, 4), (41, 1, 3), (44, 0, 4), (47, 1, 3), (50, 0, 4), (53, 3, 1),
        (56, 1, 2),
      ])
    ) { path throws(FileProblems) in try Self.answer(path) }
    let alone = try #require(answer.result("age-cut-point-scan-alone")?.pValue?.value)
    let honest = try #require(answer.result("age-cut-point-scan")?.pValue?.value)
    #expect(alone < 0.05 && honest >= 0.05)
    #expect(answer.notes.contains { $0.contains("found by searching") })
  }

  @Test("every problem is told at once, and none repeats a value")
  func problems() throws {
    let found = try #require(
      FilePeople.withFile("age,let_go\n41,yes\n41.5,no\n7,no\nsecret,no\n50,hidden\n") { path in
        #expect(throws: FileProblems.self) {
          try Self.answer(path, from: 7, bands: "40,x,200,40")
        }
      })
    #expect(
      found.arguments.map(\.message) == [
        "--from: 7 is no age between 14 and 110",
        "--bands: \"x\" is not a whole number of at least 0", "--bands: a number is given twice",
        "--bands: an age does not lie between 14 and 110",
      ])
    #expect(Set(found.data.map(\.code)) == ["D100", "D101", "D105", "D121"])
    #expect(found.data.first { $0.code == "D121" }?.rows == [6])
    #expect(!found.data.contains { "\($0)".contains("secret") || "\($0)".contains("hidden") })
    let same = #expect(throws: FileProblems.self) {
      try Self.answer(age: "age", selected: "age")
    }
    #expect(same?.arguments.first?.message.contains("given as --age already") == true)
  }

  @Test("the document for machines has every cut")
  func document() throws {
    let json = try Self.answer().json
    #expect(json.contains("\"schema\": \"parity.test/1\""))
    #expect(json.contains("\"p_adjusted\""))
    #expect(json.contains("\"smallest\": 58"))
  }
}
