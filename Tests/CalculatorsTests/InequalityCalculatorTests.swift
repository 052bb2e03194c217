import Estimates
import Testing

@testable import Calculators

@Suite("Calculator of inequality")
struct InequalityCalculatorTests {
  private static let amounts = [
    "541", "1463", "2445", "3438", "4437", "5401", "6392", "8304", "11904", "22261",
  ]

  private static func value(_ id: String, in answer: Calculation) throws -> Double {
    try #require(answer.result(id)?.estimate?.value, "\(id)")
  }

  /// indices-R27 and R28: ineq, PySAL and convey.
  @Test("ten amounts with their linearized standard errors")
  func reference() throws {
    let answer = try InequalityCalculator(amounts: Self.amounts, quantile: 7, level: 0.95)()
    let expected: [(String, Double)] = [
      ("gini", 0.462091130268), ("theil-t", 0.362341242344),
      ("mean-log-deviation", 0.43359464952), ("generalized-entropy-2", 0.420406154577),
      ("atkinson-0.5", 0.179659098046), ("atkinson-1", 0.351825059735),
      ("atkinson-2", 0.629011054512), ("hoover", 0.337806746163),
      ("variance-of-logarithms", 1.1346321639), ("palma", 2.82249270952),
      ("s80-s20", 17.0484031936),
    ]
    for (id, number) in expected {
      let found = try Self.value(id, in: answer)
      #expect(abs(found - number) < 1e-9, "\(id) \(found)")
    }
    let errors: [(String, Double)] = [
      ("gini", 0.0807177475), ("theil-t", 0.125602446779), ("mean-log-deviation", 0.173240190659),
      ("generalized-entropy-2", 0.159656038939), ("atkinson-1", 0.112289950232),
      ("atkinson-0.5", 0.0613914725714),
    ]
    for (id, number) in errors {
      let found = try #require(answer.result(id)?.estimate?.standardError)
      #expect(abs(found - number) < 1e-9, "\(id) \(found)")
    }
    #expect(answer.sentence.contains("92.4% of the mean"))
  }

  /// indices 5.2: the same ratio by the type of quantile.
  @Test(
    "percentile ratios by the type of quantile",
    arguments: [
      (1, 22.00), (2, 17.05), (6, 33.52), (7, 9.44), (8, 21.00),
    ])
  func quantiles(type: Int, ratio: Double) throws {
    let answer = try InequalityCalculator(amounts: Self.amounts, quantile: type, level: 0.95)()
    let found = try #require(
      answer.results.first { $0.method.id.hasPrefix("p90-p10") }?.estimate?.value)
    #expect(abs(found - ratio) < 0.005, "\(found)")
  }

  /// indices-R37, where other programs drop the zero.
  @Test("a zero is kept, and indices of logarithms say why they are undefined")
  func zero() throws {
    let answer = try InequalityCalculator(
      amounts: ["0", "1", "1", "2"], quantile: 7, level: 0.95)()
    let theil = try Self.value("theil-t", in: answer)
    #expect(abs(theil - 0.34657359028) < 1e-11)
    #expect(answer.result("mean-log-deviation")?.estimate == nil)
    #expect(answer.notes.contains { $0.hasPrefix("One amount is zero and kept") })
  }

  @Test("a file may have a heading and empty lines, and problems do not repeat what it holds")
  func lines() throws {
    let answer = try InequalityCalculator(
      lines: ["pay", "541", "", " 1463 ", "2445"], quantile: 7, level: 0.95)()
    #expect(answer.facts == ["3 amounts"])
    let found = #expect(throws: ArgumentProblems.self) {
      try InequalityCalculator(lines: ["541", "secret", "9x", "7"], quantile: 7, level: 0.95)
    }
    #expect(found?.problems.map(\.message) == ["line 2 and 1 more: not one number"])
    let empty = #expect(throws: ArgumentProblems.self) {
      try InequalityCalculator(lines: ["pay", ""], quantile: 7, level: 0.95)
    }
    #expect(empty?.problems.count == 1)
  }

  @Test("every problem is told at once")
  func problems() {
    let found = #expect(throws: ArgumentProblems.self) {
      try InequalityCalculator(amounts: ["1", "x", "inf"], quantile: 3, level: 0.95)
    }
    #expect(found?.problems.count == 3)
    let none = #expect(throws: ArgumentProblems.self) {
      try InequalityCalculator(amounts: [], quantile: 7, level: 0.95)
    }
    #expect(none?.problems.count == 1)
  }
}
