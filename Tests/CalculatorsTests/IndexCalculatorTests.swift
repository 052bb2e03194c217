import Estimates
import Testing

@testable import Calculators

@Suite("Calculator of indices")
struct IndexCalculatorTests {
  private static let tableA = "60,20,10,10;30,15,5,0;10,15,5,10;25,5,0,5;15,25,10,20"

  private static func answer(
    _ table: String, base: String = "e"
  ) throws(ArgumentProblems) -> Calculation {
    try IndexCalculator(tables: [table], base: base, level: 0.95, alpha: 0.05)()
  }

  private static func value(_ id: String, in answer: Calculation) throws -> Double {
    try #require(answer.result(id)?.estimate?.value, "\(id)")
  }

  /// indices-R18 and indices-R21: values of R's segregation and PySAL, exact expectations.
  @Test("the table of five functions and four groups")
  func reference() throws {
    let answer = try Self.answer(Self.tableA)
    let expected: [(String, Double)] = [
      ("mutual-information", 0.115507389417), ("theil-h", 0.0941471742593),
      ("dissimilarity-multigroup", 0.283562822719), ("segregation-gini", 0.333046471601),
      ("normalized-exposure", 0.0956066145917), ("relative-diversity", 0.0851518318171),
      ("squared-coefficient-of-variation", 0.0634223828420),
      ("mutual-information-debiased", 0.0951684064),
      ("mutual-information-by-chance", 0.0210282298), ("theil-h-by-chance", 0.0171395824),
      ("dissimilarity-multigroup-by-chance", 0.1086778154),
      ("normalized-exposure-by-chance", 0.0136054422),
    ]
    for (id, number) in expected {
      let found = try Self.value(id, in: answer)
      #expect(abs(found - number) < 1e-9, "\(id) \(found)")
    }
    let errors = [("mutual-information", 0.0213882486), ("theil-h", 0.0173132693)]
    for (id, number) in errors {
      let found = try #require(answer.result(id)?.estimate?.standardError)
      #expect(abs(found - number) < 1e-9, "\(id) \(found)")
    }
    guard case .test(let test)? = answer.result("g-test-table")?.outcome else {
      Issue.record("no test")
      return
    }
    #expect(abs(test.pValue.value / 7.0969e-10 - 1) < 1e-4)
    #expect(answer.sentence.hasPrefix("For the same mix in every unit 55.8 of 295 people"))
    #expect(answer.notes.isEmpty)
  }

  /// indices-R14: vegan and scikit-bio.
  @Test("diversity is that of the columns' totals")
  func diversity() throws {
    let answer = try Self.answer("100,40,10,15;40,20,20,50")
    let expected: [(String, Double)] = [
      ("shannon", 1.24337634993), ("blau", 0.674518816), ("blau-unbiased", 0.676813098),
      ("inverse-simpson", 3.07237422771), ("hill-1", 3.46730054),
      ("evenness-observed", 0.896906447), ("berger-parker", 0.474576271),
      ("shannon-miller-madow", 1.24846110),
    ]
    for (id, number) in expected {
      let found = try Self.value(id, in: answer)
      #expect(abs(found - number) < 1e-8, "\(id) \(found)")
    }
  }

  @Test("bits are nats over the logarithm of two, and H has no unit")
  func base() throws {
    let nats = try Self.answer(Self.tableA)
    let bits = try Self.answer(Self.tableA, base: "2")
    #expect(abs(try Self.value("mutual-information", in: bits) - 0.166641937897) < 1e-11)
    #expect(try Self.value("theil-h", in: bits) == Self.value("theil-h", in: nats))
  }

  /// indices-R23: nobody is separated, and chance would separate them.
  @Test("ten even units of ten: D is 0, by chance 0.37")
  func even() throws {
    let answer = try Self.answer(Array(repeating: "1,9", count: 10).joined(separator: ";"))
    #expect(try Self.value("dissimilarity", in: answer) == 0)
    let chance = try Self.value("dissimilarity-by-chance", in: answer)
    #expect(abs(chance - 0.3671957901) < 1e-9)
    #expect(answer.notes.contains { $0.hasPrefix("Units have 10.0 people on average") })
    #expect(answer.sentence.contains("no more than chance"))
  }

  @Test("empty units and groups are named, one group gives a reason")
  func degenerate() throws {
    let answer = try Self.answer("60,20,0;0,0,0;10,15,0")
    #expect(answer.notes.count == 2)
    let one = try Self.answer("60,0;10,0")
    #expect(one.sentence == "There is no index: Everybody is in the same group.")
    #expect(one.json.contains("\"not_estimable\""))
  }

  @Test("every problem is told at once")
  func problems() throws {
    let found = #expect(throws: ArgumentProblems.self) {
      try IndexCalculator(tables: ["1,x;-2,3"], base: "3", level: 0.95, alpha: 0.05)
    }
    #expect(found?.problems.count == 3)
    let ragged = #expect(throws: ArgumentProblems.self) {
      try IndexCalculator(tables: ["1,2;3"], base: "e", level: 0.95, alpha: 0.05)
    }
    #expect(
      ragged?.problems.map(\.fix) == ["give every row one count per group, 0 where there is nobody"]
    )
  }
}
