import Estimates
import Testing

@testable import Calculators

@Suite("Calculators of strata, trends, shares and families")
struct CalculatorTests {
  /// adverse-36 with the focal group first; R's mantelhaen.test and statsmodels.
  @Test("Berkeley 1973 by department")
  func berkeley() throws {
    let answer = try StratifiedCalculator(
      strata: [
        "89/108:512/825", "17/25:353/560", "202/593:120/325", "131/375:138/417", "94/393:53/191",
        "24/341:22/373",
      ], level: 0.95, alpha: 0.05)()
    func pValue(_ id: String) throws -> Double {
      try #require(answer.result(id)?.pValue?.value, "\(id)")
    }
    let odds = try #require(answer.result("mantel-haenszel-odds-ratio")?.estimate)
    #expect(abs(odds.value - 1.1053427) < 1e-7)
    let interval = try #require(odds.interval)
    #expect(abs(interval.lower - 0.9431028) < 1e-7)
    #expect(abs(interval.upper - 1.2954922) < 1e-7)
    #expect(abs(try pValue("cochran-mantel-haenszel") - 0.2169237) < 1e-7)
    #expect(abs(try pValue("cochran-mantel-haenszel-corrected") - 0.2322635) < 1e-7)
    #expect(abs(try pValue("exact-multiple-events-minlike") - 0.2277625) < 1e-7)
    #expect(abs(try pValue("breslow-day") - 0.00207139) < 1e-8)
    #expect(try pValue("breslow-day-tarone") > pValue("breslow-day"))
    let pooled = try #require(answer.result("impact-ratio")?.estimate)
    #expect(abs(pooled.value - 0.681830) < 1e-6)
    #expect(answer.notes.contains("The pooled difference is not found within strata."))
    #expect(try pValue("simpson-status") < 1e-10)
    #expect(answer.sentence.contains("differ"))
  }

  @Test("strata without information are named")
  func silentStrata() throws {
    let answer = try StratifiedCalculator(
      strata: ["26/48:206/259", "0/3:0/4", "2/2:5/5"], level: 0.95, alpha: 0.05)()
    #expect(answer.notes.contains { $0.hasPrefix("Strata 2 and 3 have no information") })
  }

  /// adverse-41 and adverse-44.
  @Test("trends with explicit scores")
  func trends() throws {
    let malformation = try TrendCalculator(
      groups: ["48/17114", "38/14502", "5/793", "1/127", "1/38"], scores: "0,.5,1.5,4,7",
      alpha: 0.05)()
    guard case .test(let test) = malformation.result("cochran-armitage")?.outcome,
      let z = test.statistic
    else {
      Issue.record("no test")
      return
    }
    #expect(abs(z * z - 6.570134) < 1e-6)
    #expect(abs(test.pValue.value - 0.01037041) < 1e-8)
    #expect(malformation.sentence.contains("rises"))
    let doses = try TrendCalculator(
      groups: ["0/50", "1/50", "3/50", "6/50"], scores: nil, alpha: 0.05)()
    guard case .test(let rising) = doses.result("cochran-armitage")?.outcome else {
      Issue.record("no test")
      return
    }
    #expect(abs((rising.statistic ?? 0) - 2.901905) < 1e-6)
  }

  /// adverse-49: Benjamini and Hochberg (1995), 15 p-values; R's p.adjust.
  @Test(
    "families keep the order given",
    arguments: [
      ("holm", 3, 0.114), ("hochberg", 5, 0.2682), ("hommel", 3, 0.095), ("bh", 3, 0.035625),
      ("by", 3, 0.118212),
    ])
  func families(method: String, position: Int, expected: Double) throws {
    let sorted = [
      ".0001", ".0004", ".0019", ".0095", ".0201", ".0278", ".0298", ".0344", ".0459", ".324",
      ".4262", ".5719", ".6528", ".759", "1",
    ]
    let answer = try AdjustCalculator(pValues: sorted, method: method, alpha: 0.05)()
    let value = try #require(answer.results[position].pValue?.value)
    #expect(abs(value - expected) < 1e-6)
    let reversed = try AdjustCalculator(
      pValues: sorted.reversed(), method: method, alpha: 0.05)()
    #expect(reversed.results.reversed().map(\.pValue) == answer.results.map(\.pValue))
  }

  /// R: binom.test(16, 68, 0.268) and its Clopper-Pearson interval.
  @Test("a share against a benchmark")
  func share() throws {
    let answer = try ShareCalculator(
      shares: ["16/68"], benchmark: "0.268", level: 0.95, alpha: 0.05)()
    let exact = try #require(answer.result("clopper-pearson")?.estimate?.interval)
    #expect(abs(exact.lower - 0.1408777) < 1e-7)
    #expect(abs(exact.upper - 0.3537870) < 1e-7)
    #expect(answer.result("binomial-exact-minlike")?.pValue != nil)
    let alone = try ShareCalculator(shares: ["16/68"], benchmark: nil, level: 0.95, alpha: 0.05)()
    #expect(alone.result("binomial-exact-minlike") == nil)
  }

  @Test("significant digits for p-values of any size")
  func figures() {
    #expect(Figures.significant(0.0324386, 4) == "0.03244")
    #expect(Figures.significant(0.00040415881, 4) == "0.0004042")
    #expect(Figures.significant(2.0693563e-37, 4) == "2.069e-37")
    #expect(Figures.significant(9.9999e-7, 4) == "1.000e-6")
    #expect(Figures.significant(1, 4) == "1.000")
    #expect(Figures.significant(0, 4) == "0")
  }

  @Test("bad arguments are problems with a fix")
  func problems() {
    func messages(_ make: () throws(ArgumentProblems) -> Void) -> [String] {
      do {
        try make()
        return []
      } catch {
        return error.problems.map(\.message)
      }
    }
    #expect(
      messages { () throws(ArgumentProblems) in
        _ = try StratifiedCalculator(strata: ["1/2", "3/4:5/4"], level: 0.95, alpha: 0.05)
      }.count == 2)
    #expect(
      messages { () throws(ArgumentProblems) in
        _ = try TrendCalculator(groups: ["1/2", "2/3"], scores: "1,2,x", alpha: 0.05)
      } == ["--scores: \"x\" is not a number", "--scores: 3 scores for 2 groups"])
    #expect(
      messages { () throws(ArgumentProblems) in
        _ = try AdjustCalculator(pValues: ["1.2", "nan"], method: "none", alpha: 0.05)
      }.count == 3)
    #expect(
      messages { () throws(ArgumentProblems) in
        _ = try ShareCalculator(shares: ["3/4"], benchmark: "1", level: 0.95, alpha: 0.05)
      }.count == 1)
  }
}
