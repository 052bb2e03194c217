import Estimates
import Perturbation
import Testing

@Suite("Rounding to a base")
struct RoundingToBaseTests {
  private static func shown(_ rounding: some CountRounding, _ counts: [Int]) -> [Double?] {
    counts.map { rounding($0).approximateValue }
  }

  @Test("HESA's rule: base 5, halves up (privacy-R11)")
  func hesa() {
    #expect(Self.shown(.hesa, [0, 1, 2, 3, 7, 8, 12]) == [0, 0, 0, 5, 5, 10, 10])
    let amounts = [2.5, 3, 7, 7.5, 8, 12, 12.5, 2.4999, 0]
    #expect(
      amounts.map { RoundingToBase.hesa.rounded(amount: $0).value }
        == [5, 5, 5, 10, 10, 10, 15, 0, 0])
  }

  @Test("halves to the even multiple")
  func halfEven() throws {
    let rounding = try RoundingToBase(base: 10, ties: .halfEven)
    #expect(Self.shown(rounding, [5, 15, 24, 25, 26, 35]) == [0, 20, 20, 20, 30, 40])
    #expect(
      [5, 15, 25, 35].map { rounding.rounded(amount: $0).value } == [0, 20, 20, 40])
    let up = try RoundingToBase(base: 10)
    #expect(Self.shown(up, [5, 15, 25, 35]) == [10, 20, 30, 40])
  }

  @Test("the review board's rule (privacy-R11)")
  func reviewBoard() {
    let rounding = SteppedRounding.disclosureReviewBoard
    #expect(rounding(14) == .hidden(band: 0...14))
    #expect(rounding(14).approximateValue == nil)
    #expect(
      Self.shown(rounding, [15, 24, 25, 35, 125, 175]) == [20, 20, 20, 40, 100, 200])
    #expect(
      Self.shown(rounding, [99, 949, 975, 1_049, 1_050, 1_150, 10_249, 10_250, 123_456])
        == [100, 950, 1_000, 1_000, 1_000, 1_200, 10_000, 10_000, 123_000])
    #expect(Self.shown(rounding, [1_234_567, 98_765_432]) == [1_235_000, 98_770_000])
  }

  @Test("the band is exactly the counts that show as the number")
  func bands() throws {
    var rules: [any CountRounding] = [SteppedRounding.disclosureReviewBoard]
    for base in [2, 3, 5, 6, 7, 10, 50] {
      rules.append(try RoundingToBase(base: base))
      rules.append(try RoundingToBase(base: base, ties: .halfEven))
    }
    for rule in rules {
      let counts = (0...5_200).map { rule($0) }
      var first: [String: Int] = [:]
      var last: [String: Int] = [:]
      for (count, shown) in counts.enumerated() {
        if first[shown.description] == nil { first[shown.description] = count }
        last[shown.description] = count
      }
      for (count, shown) in counts.enumerated().prefix(5_001) {
        let band = try #require(shown.band)
        #expect(band.contains(count), "\(rule.stamp.convention): \(count)")
        #expect(band.lowerBound == first[shown.description], "\(rule.stamp.convention): \(count)")
        #expect(band.upperBound == last[shown.description], "\(rule.stamp.convention): \(count)")
      }
    }
  }

  @Test("bands of large counts hold their ends and nothing beyond")
  func largeBands() throws {
    let rule = SteppedRounding.disclosureReviewBoard
    for count in [999_499, 999_500, 1_000_499, 9_999_499, 9_999_500, 123_456_789_012] {
      let shown = rule(count)
      let band = try #require(shown.band)
      #expect(band.contains(count))
      #expect(rule(band.lowerBound) == shown && rule(band.upperBound) == shown)
      #expect(rule(band.lowerBound - 1) != shown && rule(band.upperBound + 1) != shown)
    }
  }

  @Test("a band can be asked for by the number shown")
  func bandByNumber() throws {
    #expect(RoundingToBase.hesa.band(shownAs: 0) == 0...2)
    #expect(RoundingToBase.hesa.band(shownAs: 5) == 3...7)
    #expect(RoundingToBase.hesa.band(shownAs: 6) == nil)
    #expect(RoundingToBase.hesa.band(shownAs: -5) == nil)
    let even = try RoundingToBase(base: 10, ties: .halfEven)
    #expect(even.band(shownAs: 20) == 15...25)
    #expect(even.band(shownAs: 30) == 26...34)
    #expect(try RoundingToBase(base: 10).band(shownAs: 20) == 15...24)
  }

  @Test("what has no rounded number says why")
  func undefined() throws {
    for rule in [RoundingToBase.hesa, SteppedRounding.disclosureReviewBoard] as [any CountRounding]
    {
      for count in [-1, Int.min, Int.max, CountRange.largest + 1] {
        guard case .undefined(let reason) = rule(count) else {
          Issue.record("\(count) was rounded")
          continue
        }
        #expect(!reason.contains("\(count)"))
      }
      #expect(rule(CountRange.largest).band?.contains(CountRange.largest) == true)
    }
    for amount in [Double.nan, .infinity, -0.5, 1e300] {
      #expect(RoundingToBase.hesa.rounded(amount: amount).reason != nil)
    }
    #expect(throws: PerturbationError.self) { try RoundingToBase(base: 1) }
    #expect(throws: PerturbationError.self) { try RoundingToBase(base: 0) }
    #expect(throws: PerturbationError.self) { try RoundingToBase(base: -5) }
    #expect(throws: PerturbationError.self) { try RoundingToBase(base: .max) }
  }

  @Test("steps that could turn the order of two counts are refused")
  func steps() throws {
    typealias Step = SteppedRounding.Step
    func make(_ steps: [Step], digits: Int = 3, from: Int = 1_000) throws -> SteppedRounding {
      try SteppedRounding(
        hiddenBelow: steps.first?.from ?? 0, steps: steps, significantDigits: digits,
        significantFrom: from)
    }
    #expect(throws: PerturbationError.self) { try make([]) }
    #expect(throws: PerturbationError.self) { try make([Step(from: 10, base: 7)]) }
    #expect(throws: PerturbationError.self) {
      try make([Step(from: 10, base: 10), Step(from: 95, base: 5)])
    }
    #expect(throws: PerturbationError.self) { try make([Step(from: 10, base: 0)]) }
    #expect(throws: PerturbationError.self) { try make([Step(from: 10, base: 10)], from: 500) }
    let rule = try make([Step(from: 10, base: 10), Step(from: 100, base: 25)])
    let shown = (10...20_000).compactMap { rule($0).approximateValue }
    #expect(shown.count == 19_991)
    #expect(zip(shown, shown.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("options are printed with the number")
  func stamp() throws {
    let stamp = try RoundingToBase(base: 10, ties: .halfEven).stamp
    #expect(stamp.convention.contains("10") && stamp.convention.contains("half even"))
    #expect(SteppedRounding.disclosureReviewBoard.stamp.convention.contains("from 100 to 50"))
  }
}

extension CountRounding where Self == RoundingToBase {
  fileprivate static var hesa: RoundingToBase { RoundingToBase.hesa }
}
