import Estimates
import Foundation
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

  private static let pay =
    "group,amount\nA,10\nB,15\nA,20\nB,60\nA,30\n,5\nB,\n"

  private static func parts(
    _ text: String, groups: String = "group", amount: String? = nil
  ) throws(FileProblems) -> Calculation {
    try FilePeople.withFile(text) { path throws(FileProblems) in
      try InequalityCalculator(
        path: path, groups: groups, amount: amount, quantile: 7, level: 0.95)()
    }
  }

  /// Amounts 10, 20, 30 against 15, 60: all sums written out.
  @Test("parts within and between groups are those of the definitions")
  func groups() throws {
    let answer = try Self.parts(Self.pay)
    let (mean, first, second) = (27.0, 20.0, 37.5)
    func theil(_ amounts: [Double], _ mean: Double) -> Double {
      amounts.reduce(0.0) { $0 + $1 / mean * log($1 / mean) } / Double(amounts.count)
    }
    let own = [theil([10, 20, 30], first), theil([15, 60], second)]
    let within = 0.6 * first / mean * own[0] + 0.4 * second / mean * own[1]
    let between =
      0.6 * first / mean * log(first / mean) + 0.4 * second / mean * log(second / mean)
    // The most: the three lowest of all five amounts, 10, 15, 20, against 30, 60.
    let most = 0.6 * 15 / mean * log(15 / mean) + 0.4 * 45 / mean * log(45 / mean)
    let giniBetween = 0.6 * (1 - first / mean)
    let giniWithin = 0.6 * (60.0 / 135) * (2.0 / 9) + 0.4 * (75.0 / 135) * 0.3
    let gini = try Self.value("gini", in: answer)
    let expected = [
      ("generalized-entropy-decomposition-within", within),
      ("generalized-entropy-decomposition-between", between),
      ("generalized-entropy-decomposition-between-share", between / (within + between)),
      ("generalized-entropy-decomposition-maximum-between", most),
      ("generalized-entropy-decomposition-share-of-maximum", between / most),
      ("gini-decomposition-within", giniWithin), ("gini-decomposition-between", giniBetween),
      ("gini-decomposition-overlap", gini - giniWithin - giniBetween),
      ("gini-decomposition-between-share", giniBetween / gini),
    ]
    for (id, number) in expected {
      let found = try Self.value(id, in: answer)
      #expect(abs(found - number) < 1e-12, "\(id) \(found) \(number)")
    }
    #expect(abs(try Self.value("theil-t", in: answer) - within - between) < 1e-12)
    let groups = answer.results.filter { $0.method.id == "generalized-entropy-decomposition-group" }
    #expect(groups.map(\.subject) == ["A", "B"])
    #expect(zip(groups, own).allSatisfy { abs(($0.estimate?.value ?? 0) - $1) < 1e-12 })
    #expect(
      answer.facts == [
        "5 amounts", "1 row left out: group is empty.",
        "1 row left out: amount is empty.",
      ])
    #expect(answer.sentence.contains("; between the groups lies 25.2% of Theil's T, 34.0%"))
    #expect(answer.panel.contains { $0.hasPrefix("  B, 2 people") && $0.contains("Gini 0.300") })
  }

  @Test("groups whose means are not above 0 and equal amounts give reasons")
  func groupReasons() throws {
    let zero = try Self.parts("group,amount\nA,0\nB,1\nB,2\n")
    let id = "generalized-entropy-decomposition-between"
    guard case .notEstimable(let reason)? = zero.result(id)?.outcome else {
      Issue.record("a number")
      return
    }
    #expect(reason.hasPrefix("A: "))
    let equal = try Self.parts("group,amount\nA,3\nB,3\nB,3\n")
    #expect(equal.result(id + "-share")?.estimate == nil)
    #expect(!equal.sentence.contains("between the groups"))
  }

  @Test("files of groups: every problem has its kind")
  func groupProblems() {
    func problems(
      _ text: String, groups: String = "group", amount: String? = nil
    ) -> (arguments: Int, data: Int) {
      let found = #expect(throws: FileProblems.self) {
        try Self.parts(text, groups: groups, amount: amount)
      }
      return (found?.arguments.count ?? 0, found?.data.count ?? 0)
    }
    #expect(problems("group,pay,bonus\nA,1,2\nB,2,3\n") == (1, 0))
    #expect(problems(Self.pay, groups: "unit") == (1, 0))
    #expect(problems(Self.pay, amount: "pay") == (1, 0))
    #expect(problems(Self.pay, amount: "group") == (1, 1))
    #expect(problems("group,amount\nA,1\nA,2\n") == (1, 0))
    #expect(problems("group,amount\nA,1\nB,x\n") == (0, 1))
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
