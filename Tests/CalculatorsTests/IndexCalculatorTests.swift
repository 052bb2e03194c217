import Estimates
import Foundation
import Testing

@testable import Calculators

@Suite("Calculator of indices")
struct IndexCalculatorTests {
  private static let tableA = "60,20,10,10;30,15,5,0;10,15,5,10;25,5,0,5;15,25,10,20"

  private static func answer(
    _ table: String, base: String = "e", draws: Int = 99, seed: UInt64 = 1,
    detail: IndexCalculator.Detail = .indices
  ) throws(ArgumentProblems) -> Calculation {
    try IndexCalculator(
      tables: [table], base: base, draws: draws, seed: seed, detail: detail, level: 0.95,
      alpha: 0.05)()
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
    #expect(answer.result("segregation-beta-binomial-dissimilarity") == nil)
    #expect(answer.result("segregation-dirichlet-multinomial-dissimilarity") == nil)
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

  /// Dealing four and four people out to two units gives 0 to 4 of the first group in the first unit
  /// with weights 1, 16, 36, 16 and 1 of 70; 34 of 70 are at least as apart as 3 and 1.
  @Test("the permutation test comes to the enumerated p-value and depends on its seed alone")
  func permutation() throws {
    func pValue(_ seed: UInt64) throws -> Double {
      try #require(
        try Self.answer("3,1;1,3", draws: 9_999, seed: seed)
          .result("segregation-permutation")?.pValue?.value)
    }
    #expect(abs(try pValue(1) - 34.0 / 70) < 0.02)
    #expect(try pValue(1) == pValue(1))
    #expect(try pValue(1) != pValue(2))
    let apart = try Self.answer(Self.tableA, draws: 199)
    #expect(apart.result("segregation-permutation")?.pValue?.value == 1.0 / 200)
    #expect(apart.panel.contains { $0.contains("Permutation, 199 draws, seed 1") })
  }

  /// In pairs the likelihood is greatest where rho is 1 less mixed pairs seen over those expected.
  @Test("units of two: the model comes first and has its closed form, with a spare column too")
  func pairs() throws {
    func rows(_ end: String) -> String {
      (Array(repeating: "2,0" + end, count: 7) + Array(repeating: "1,1" + end, count: 5)
        + Array(repeating: "0,2" + end, count: 9)).joined(separator: ";")
    }
    let answer = try Self.answer(rows(""))
    let share = 19.0 / 42
    let rho = 1 - 5 / (2 * 21 * share * (1 - share))
    #expect(answer.results.first?.method.id == "segregation-beta-binomial-dissimilarity")
    let found = try Self.value("segregation-beta-binomial-overdispersion", in: answer)
    #expect(abs(found - rho) < 1e-10)
    #expect(answer.result("segregation-beta-binomial-test")?.pValue != nil)
    #expect(answer.result("segregation-bootstrap-people") == nil)
    #expect(answer.sentence.hasPrefix("With chance taken out D is"))
    #expect(answer.sentence.contains("chance alone would give"))
    let spare = try Self.answer(rows(",0"))
    #expect(
      spare.results.first?.method.id == "segregation-dirichlet-multinomial-dissimilarity")
    let same = try Self.value("segregation-dirichlet-multinomial-overdispersion", in: spare)
    #expect(abs(same - rho) < 1e-10)
    let multinomial = try #require(
      spare.result("segregation-dirichlet-multinomial-test")?.pValue?.value)
    let binomial = try #require(answer.result("segregation-beta-binomial-test")?.pValue?.value)
    #expect(abs(multinomial / binomial - 1) < 1e-8)
  }

  @Test("large units have a bootstrap interval around M with its bias and caution")
  func bootstrap() throws {
    let answer = try Self.answer(Self.tableA)
    for id in ["segregation-bootstrap-people", "segregation-bootstrap-people-bias-corrected"] {
      let estimate = try #require(answer.result(id)?.estimate)
      #expect(abs(estimate.value - 0.115507389417) < 1e-9)
      // indices-R18: the delta method's standard error; 1,000 replicates leave a few percent open.
      #expect(abs(try #require(estimate.standardError) / 0.0213882486 - 1) < 0.15)
      let interval = try #require(estimate.interval)
      #expect(interval.lower > 0 && interval.lower < estimate.value)
      #expect(interval.upper > estimate.value)
    }
    #expect(answer.notes.contains { $0.hasPrefix("Bootstrap: The bias") })
    let large = try Self.answer("6000,2000;3000,1500;1000,1500")
    #expect(large.notes.isEmpty)
    #expect(large.json == (try Self.answer("6000,2000;3000,1500;1000,1500")).json)
  }

  /// indices-R19: the local terms of the published table.
  @Test("local terms have expectations, and their shares of M add up to one")
  func local() throws {
    let plain = try Self.answer(Self.tableA)
    #expect(plain.result("local-segregation") == nil)
    let answer = try Self.answer(Self.tableA, detail: .local)
    func values(_ id: String, _ kind: String) -> [Double] {
      answer.results.filter { $0.method.id == id && $0.subject?.hasPrefix(kind) == true }
        .compactMap(\.estimate?.value)
    }
    let expected = [
      "unit": [0.035898613, 0.169316449, 0.110601124, 0.191106397, 0.155803246],
      "group": [0.092791996, 0.049563406, 0.139275122, 0.287566096],
    ]
    for kind in ["unit", "group"] {
      let found = values("local-segregation", kind)
      let references = try #require(expected[kind])
      #expect(found.count == references.count)
      #expect(zip(found, references).allSatisfy { abs($0 - $1) < 5.1e-10 })
      #expect(abs(values("local-segregation-share", kind).reduce(0, +) - 1) < 1e-12)
    }
    let sizes = [100.0, 50, 40, 35, 70]
    let chance = zip(sizes, values("local-segregation-by-chance", "unit"))
      .reduce(0.0) { $0 + $1.0 / 295 * $1.1 }
    #expect(abs(chance - 0.0210282298) < 1e-9)
    let one = try Self.answer("60,0;10,0", detail: .local)
    #expect(one.result("local-segregation")?.estimate == nil)
  }

  @Test("a panel fits a screen, and the expectations by chance stand in a column")
  func panel() throws {
    let small = "3,5;1,7;4,4;0,8;2,6;5,3"
    for table in [Self.tableA, small] {
      let panel = try Self.answer(table).panel
      #expect(panel.count <= 48, "\(panel.count) lines")
      #expect(panel.allSatisfy { $0.count <= 100 })
      let places = panel.compactMap { line in
        line.range(of: "by chance 0").map {
          line.distance(from: line.startIndex, to: $0.lowerBound)
        }
      }
      #expect(places.count > 9)
      #expect(Set(places).count == 1)
    }
    let local = try Self.answer(small, detail: .local).panel
    #expect(local.contains { $0.hasPrefix("  unit 1, 8 people") && $0.hasSuffix("to 0.093)") })
  }

  @Test("empty units and groups are named, one group gives a reason")
  func degenerate() throws {
    let answer = try Self.answer("60,20,0;0,0,0;10,15,0")
    #expect(answer.notes.prefix(2).allSatisfy { $0.contains("left out") })
    let alone = try Self.answer("1,0;0,1;1,0")
    #expect(alone.results.count { $0.method.id.hasPrefix("segregation-beta-binomial") } == 1)
    #expect(alone.result("segregation-beta-binomial-dissimilarity")?.estimate == nil)
    #expect(alone.sentence.contains("no more than chance"))
    let one = try Self.answer("60,0;10,0")
    #expect(one.sentence == "There is no index: Everybody is in the same group.")
    #expect(one.json.contains("\"not_estimable\""))
  }

  @Test("every problem is told at once")
  func problems() throws {
    let found = #expect(throws: ArgumentProblems.self) {
      try IndexCalculator(tables: ["1,x;-2,3"], base: "3", draws: 0, level: 0.95, alpha: 0.05)
    }
    #expect(found?.problems.count == 4)
    let ragged = #expect(throws: ArgumentProblems.self) {
      try IndexCalculator(tables: ["1,2;3"], base: "e", level: 0.95, alpha: 0.05)
    }
    #expect(
      ragged?.problems.map(\.fix) == ["give every row one count per group, 0 where there is nobody"]
    )
  }
}
