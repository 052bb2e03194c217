import Estimates
import Foundation
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
    // Too many sets of tables to follow, so they are drawn; the exact p-value by listing halves.
    #expect(answer.result("zelen")?.pValue == nil)
    #expect(abs(try pValue("zelen-monte-carlo") - 0.0012615) < 4e-4)
    let drawn = try #require(answer.result("zelen-monte-carlo")?.method.convention)
    #expect(drawn.contains("100000 sets of tables drawn, seed 1"))
    let exact = try #require(answer.result("zelen-monte-carlo-exact-p")?.estimate?.interval)
    #expect(exact.contains(0.0012615))
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
    // One stratum alone cannot differ from others, and nothing is drawn.
    #expect(answer.result("zelen") != nil && answer.result("zelen-monte-carlo") == nil)
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
    // The binomial tails with half of the count seen are 0.025 at both limits.
    let midP = try #require(alone.result("mid-p-interval")?.estimate?.interval)
    #expect(exact.lower < midP.lower && midP.upper < exact.upper)
    for (limit, isLower) in [(midP.lower, true), (midP.upper, false)] {
      func probability(_ count: Int) -> Double {
        var product = pow(limit, Double(count)) * pow(1 - limit, Double(68 - count))
        for place in 0..<count { product *= Double(68 - place) / Double(place + 1) }
        return product
      }
      let beyond = (isLower ? 17...68 : 0...15).reduce(0.0) { $0 + probability($1) }
      #expect(abs(beyond + probability(16) / 2 - 0.025) < 1e-9)
    }
  }

  @Test("a share of a finite population: certain where all answered, narrower than of draws")
  func population() throws {
    func answer(_ population: String, benchmark: String? = nil) throws -> Calculation {
      try ShareCalculator(
        shares: ["16/68"], benchmark: benchmark, population: population, level: 0.95, alpha: 0.05)()
    }
    let some = try answer("150", benchmark: "0.268")
    let draws = try #require(some.result("wilson")?.estimate?.interval)
    let wilson = try #require(some.result("finite-population-share-wilson")?.estimate?.interval)
    let exact = try #require(some.result("finite-population-share-exact")?.estimate?.interval)
    #expect(draws.lower < wilson.lower && wilson.upper < draws.upper)
    // Whole people of 150, and neither tail of the hypergeometric distribution is rejected.
    func choose(_ n: Int, _ k: Int) -> Double {
      guard k >= 0, k <= n else { return 0 }
      return (0..<k).reduce(1.0) { product, place in
        product * Double(n - place) / Double(place + 1)
      }
    }
    func tail(_ marked: Int, _ range: ClosedRange<Int>) -> Double {
      var sum = 0.0
      for seen in range { sum += choose(marked, seen) * choose(150 - marked, 68 - seen) }
      return sum / choose(150, 68)
    }
    let lower = try #require((16...98).first { tail($0, 16...68) > 0.025 })
    let upper = try #require((16...98).last { tail($0, 0...16) > 0.025 })
    #expect(abs(exact.lower - Double(lower) / 150) < 1e-12)
    #expect(abs(exact.upper - Double(upper) / 150) < 1e-12)
    #expect(some.sentence.hasPrefix("The share of all people is 23.5%"))
    #expect(some.notes.first?.contains("against the benchmark") == true)
    let all = try answer("68").result("finite-population-share-exact")?.estimate?.interval
    #expect(all?.lower == 16.0 / 68 && all?.upper == 16.0 / 68)
    #expect(throws: ArgumentProblems.self) { try answer("67") }
  }

  /// indices-R6: Goodman's and Sison and Glaz's intervals by statsmodels.
  @Test("counts of all categories have intervals that hold together")
  func categories() throws {
    let answer = try CategoriesCalculator(counts: "91,49,37,43", level: 0.95)()
    let goodman = answer.results.filter { $0.method.id == "goodman" }
    let expected = [
      (0.334202, 0.497833), (0.160859, 0.299887), (0.114551, 0.240112), (0.137469, 0.270236),
    ]
    #expect(goodman.map(\.subject) == (1...4).map { "category \($0)" })
    for (result, limits) in zip(goodman, expected) {
      let interval = try #require(result.estimate?.interval)
      #expect(abs(interval.lower - limits.0) < 5e-7 && abs(interval.upper - limits.1) < 5e-7)
    }
    let first = try #require(answer.result("sison-glaz")?.estimate?.interval)
    #expect(abs(first.lower - 0.345455) < 5e-7 && abs(first.upper - 0.483300) < 5e-7)
    #expect(
      answer.sentence.hasPrefix(
        "The largest share is category 1's, 41.4% (33.4% to 49.8%), the smallest category 3's"))
    #expect(CategoriesCalculator.reads(["16,40"]))
    #expect(!CategoriesCalculator.reads(["16/68"]) && !CategoriesCalculator.reads(["1,2", "3,4"]))
    let nobody = try CategoriesCalculator(counts: "0,0", level: 0.95)()
    #expect(nobody.sentence == "There are no shares: There is nobody in any category.")
    let problems = #expect(throws: ArgumentProblems.self) {
      try CategoriesCalculator(
        counts: "1,x,-2", benchmark: "0.2", population: "9", level: 0.95)
    }
    #expect(problems?.problems.count == 4)
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
