import Estimates
import TestSupport
import Testing

@testable import Perturbation

@Suite("Shares of rounded counts")
struct RoundedTableTests {
  @Test("a share is that of the rounded counts, and says so")
  func share() throws {
    let table = try RoundedTable(
      [("women", 37), ("all", 93)], rounding: RoundingToBase.hesa)
    let share = try #require(table.share(of: "women", in: "all").value)
    #expect(share.value == 35.0 / 95)
    #expect(share.range.lowerBound == 33.0 / 97 && share.range.upperBound == 37.0 / 93)
    #expect(share.label.contains("approximate") && share.label.contains("nearest multiple of 5"))
    #expect(share.quantity == .share)
  }

  @Test("the range is exactly what the true counts may give, by trying them all")
  func ranges() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<400 {
      let whole = Int.random(in: 20...60, using: &generator)
      let part = Int.random(in: 0...whole, using: &generator)
      let rounding = try RoundingToBase(
        base: Int.random(in: 2...10, using: &generator),
        ties: Bool.random(using: &generator) ? .halfUp : .halfEven)
      let table = try RoundedTable(
        [("x", part), ("n", whole)], rounding: rounding, leastDenominator: 10)
      let share = try #require(table.share(of: "x", in: "n").value)
      var (low, high) = (2.0, -1.0)
      for n in try #require(table["n"]?.band) {
        for x in try #require(table["x"]?.band) where x <= n {
          low = min(low, Double(x) / Double(n))
          high = max(high, Double(x) / Double(n))
        }
      }
      #expect(share.range == low...high)
      #expect(share.range.contains(Double(part) / Double(whole)))
      #expect((0...1).contains(share.value))
    }
  }

  @Test("the range of a ratio holds the true ratio")
  func ratio() throws {
    var generator = SeededGenerator(seed: 10)
    var ratios = 0
    for _ in 0..<400 {
      let wholes = (0..<2).map { _ in Int.random(in: 20...200, using: &generator) }
      let parts = wholes.map { Int.random(in: 0...$0, using: &generator) }
      let table = try RoundedTable(
        [("x", parts[0]), ("n", wholes[0]), ("y", parts[1]), ("m", wholes[1])],
        rounding: SteppedRounding.disclosureReviewBoard)
      guard let ratio = table.ratio(of: ("x", "n"), to: ("y", "m")).value else { continue }
      ratios += 1
      let truth = Double(parts[0]) * Double(wholes[1]) / (Double(wholes[0]) * Double(parts[1]))
      #expect(ratio.range.lowerBound <= truth * (1 + 1e-12))
      #expect(ratio.range.upperBound >= truth * (1 - 1e-12))
      #expect(ratio.value.isFinite && ratio.quantity == .ratio)
    }
    #expect(ratios > 200)
  }

  @Test("what cannot be computed says why, without counts")
  func undefined() throws {
    let table = try RoundedTable(
      [("few", 17), ("none", 0), ("some", 1), ("many", 4_321), ("hundred", 100), ("wrong", -5)],
      rounding: RoundingToBase.hesa)
    let reasons = [
      table.share(of: "some", in: "few").reason, table.share(of: "some", in: "none").reason,
      table.share(of: "many", in: "hundred").reason, table.share(of: "other", in: "many").reason,
      table.share(of: "wrong", in: "many").reason,
      table.ratio(of: ("hundred", "many"), to: ("none", "hundred")).reason,
      table.ratio(of: ("hundred", "many"), to: ("some", "few")).reason,
    ]
    for reason in reasons {
      #expect(try #require(reason).contains("4321") == false)
    }
    #expect(table.share(of: "none", in: "hundred").value?.range == 0.0...(2.0 / 98))
    let board = try RoundedTable(
      [("x", 9), ("n", 400)], rounding: SteppedRounding.disclosureReviewBoard)
    #expect(board.share(of: "x", in: "n").reason?.contains("not shown") == true)
    #expect(throws: PerturbationError.self) {
      try RoundedTable([("a", 1), ("a", 2)], rounding: RoundingToBase.hesa)
    }
    #expect(throws: PerturbationError.self) {
      try RoundedTable([("a", 1)], rounding: RoundingToBase.hesa, leastDenominator: 0)
    }
  }

  @Test("no test is made from counts that were changed")
  func refusal() throws {
    var bits = SystemRandomBits()
    let one = try #require(RationalNumber(1))
    let counts: [PerturbedCount] = [
      RoundingToBase.hesa(42), SteppedRounding.disclosureReviewBoard(3),
      try GeometricMechanism(epsilon: one)(42, &bits), RoundingToBase.hesa(-1),
      .additivelyRounded(AdditivelyRoundedCount(value: 5, base: 5)),
    ]
    for count in counts {
      guard case .notEstimable(let reason) = count.testing() else {
        Issue.record("a test came of \(count)")
        continue
      }
      #expect(reason == PerturbedCount.refusal)
    }
    #expect(counts.map(\.description).filter { $0 == "[c]" }.count == 1)
    let table = try RoundedTable([("x", 30), ("n", 60)], rounding: RoundingToBase.hesa)
    let share = try #require(table.share(of: "x", in: "n").value)
    guard case .notEstimable = share.testing() else {
      Issue.record("a test came of a share")
      return
    }
  }
}
