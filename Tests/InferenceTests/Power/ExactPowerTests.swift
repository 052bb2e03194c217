import Aggregates
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Inference

@Suite("Exact power")
struct ExactPowerTests {
  static let references = "Tests/InferenceTests/Fixtures/Power/python.csv"

  static func test(_ row: ReferenceValue) throws -> RateTest {
    switch row.arguments["test"] {
    case "zPooled": .zPooled
    case "minimumLikelihood": .fisher()
    case "central": .fisher(twoSided: .central)
    case "midP": .fisher(observedTable: .half)
    case "blaker": .blaker
    default: throw ReadingProblem.impossibleCounts
    }
  }

  /// The sum over all tables the test itself rejects, one by one.
  static func bruteForce(_ test: RateTest, _ design: PowerDesign, alpha: Double) throws -> Double {
    func mass(_ count: Int, of total: Int, _ rate: Double) -> Double {
      (0..<count).reduce(1.0) { $0 * Double(total - $1) / Double($1 + 1) }
        * pow(rate, Double(count)) * pow(1 - rate, Double(total - count))
    }
    var sum = 0.0
    for focal in 0...design.focalTotal {
      for reference in 0...design.referenceTotal {
        let outcome = test.method(
          try .rates(
            focal: focal, of: design.focalTotal, reference: reference, of: design.referenceTotal))
        if let pValue = outcome.pValue, pValue <= alpha {
          sum +=
            mass(focal, of: design.focalTotal, design.focalRate)
            * mass(reference, of: design.referenceTotal, design.referenceRate)
        }
      }
    }
    return sum
  }

  @Test("agrees with every table's p-value from whole numbers (Python)")
  func references() throws {
    for row in try ReferenceValue.read(Self.references, method: "ExactPower") {
      let design = PowerDesign(
        focalTotal: try row.whole("focalTotal"), referenceTotal: try row.whole("referenceTotal"),
        focalRate: try row.number("focalRate"), referenceRate: try row.number("referenceRate"))
      expectClose(
        ExactPower(test: try Self.test(row))(design).value, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("agrees with every table of two small groups, for every test")
  func enumeration() throws {
    let tests: [RateTest] = [
      .zPooled, .fisher(), .fisher(twoSided: .central), .fisher(observedTable: .half),
      .fisher(twoSided: .central, observedTable: .half), .blaker, .barnard(),
      .barnard(twoSided: .central, rates: .bergerBoos(gamma: 1e-3)), .boschloo(),
      .boschloo(twoSided: .minimumLikelihood), .boschloo(rates: .bergerBoos()),
    ]
    let sizes = ThoroughTier.isOn ? Array(1...8) : [1, 3, 5]
    for (index, test) in tests.enumerated() {
      for focal in sizes {
        // Unconditional tests search for each p-value, so a third of the sizes do.
        let isQuick = ThoroughTier.isOn && test.largestTotal > 400
        for reference in sizes where isQuick || (focal + reference + index) % 3 == 0 {
          let design = PowerDesign(
            focalTotal: focal, referenceTotal: reference, focalRate: 0.15, referenceRate: 0.7)
          for alpha in ThoroughTier.isOn ? [0.05, 0.2] : [0.1] {
            expectClose(
              ExactPower(test: test, alpha: alpha)(design).value,
              try Self.bruteForce(test, design, alpha: alpha), relative: 1e-12,
              "\(test) \(focal) \(reference) \(alpha)")
          }
        }
      }
    }
  }

  @Test("a valid test keeps its level at equal rates; unconditional ones have more power")
  func size() throws {
    for rate in [0.05, 0.3, 0.5, 0.8] {
      let design = PowerDesign(
        focalTotal: 9, referenceTotal: 14, focalRate: rate, referenceRate: rate)
      for test: RateTest in [.fisher(), .fisher(twoSided: .central), .blaker] {
        #expect(try #require(ExactPower(test: test)(design).value) <= 0.05)
      }
    }
    let null = PowerDesign(focalTotal: 6, referenceTotal: 8, focalRate: 0.4, referenceRate: 0.4)
    #expect(try #require(ExactPower(test: .boschloo())(null).value) <= 0.05)
    let design = PowerDesign(focalTotal: 6, referenceTotal: 8, focalRate: 0.1, referenceRate: 0.8)
    let boschloo = try #require(ExactPower(test: .boschloo())(design).value)
    let fisher = try #require(ExactPower(test: .fisher(twoSided: .central))(design).value)
    #expect(boschloo >= fisher && fisher > 0.1)
  }

  @Test("exchanging the groups or the outcome changes nothing")
  func symmetry() throws {
    for test: RateTest in [.zPooled, .fisher(), .blaker, .fisher(observedTable: .half)] {
      let value = ExactPower(test: test)(
        PowerDesign(focalTotal: 21, referenceTotal: 34, focalRate: 0.3, referenceRate: 0.6)
      ).value
      let swapped = ExactPower(test: test)(
        PowerDesign(focalTotal: 34, referenceTotal: 21, focalRate: 0.6, referenceRate: 0.3))
      let turned = ExactPower(test: test)(
        PowerDesign(focalTotal: 21, referenceTotal: 34, focalRate: 0.7, referenceRate: 0.4))
      expectClose(swapped.value, try #require(value), relative: 1e-12)
      expectClose(turned.value, try #require(value), relative: 1e-12)
    }
  }

  @Test("impossible designs give reasons; certain rates give 0 or 1")
  func degenerate() throws {
    func power(
      _ test: RateTest = .fisher(), _ focal: Int = 10, _ reference: Int = 10, _ rate: Double = 0.2,
      alpha: Double = 0.05
    ) -> Outcome {
      ExactPower(test: test, alpha: alpha)(
        PowerDesign(
          focalTotal: focal, referenceTotal: reference, focalRate: rate, referenceRate: 1))
    }
    #expect(power(.fisher(), 0).reason?.contains("focal") == true)
    #expect(power(.fisher(), 10, 0).reason?.contains("reference") == true)
    for rate in [-0.1, 1.1, .nan] { #expect(power(.fisher(), 10, 10, rate).reason != nil) }
    for alpha in [0, 0.5, .nan] { #expect(power(alpha: alpha).reason != nil) }
    #expect(power(.boschloo(), 201, 200).reason?.contains("so many") == true)
    #expect(power(.fisher(), 10_000, 10_000).reason?.contains("so many") == true)
    #expect(power(.fisher(), Int.max, 1).reason != nil)
    #expect(power(.boschloo(rates: .bergerBoos(gamma: 0.5))).reason?.contains("Gamma") == true)
    #expect(power(.fisher(), 10, 10, 0).value == 1)
    #expect(power(.fisher(), 10, 10, 1).value == 0)
    #expect(power(.fisher(), 1, 1, 0).value == 0)
    #expect(ExactPower(test: .blaker).stamp.convention.contains("fisher-exact-blaker"))
  }
}

@Suite("Detectable ratio and sample size")
struct DetectionTests {
  @Test("detectable ratios agree with a scan of every table (Python)")
  func ratios() throws {
    for row in try ReferenceValue.read(
      ExactPowerTests.references, method: "MinimumDetectableRatio")
    {
      let side = try #require(
        MinimumDetectableRatio.Side(rawValue: row.arguments["side"] ?? ""))
      let method = MinimumDetectableRatio(test: try ExactPowerTests.test(row), side: side)
      let design = DetectionDesign(
        focalTotal: try row.whole("focalTotal"), referenceTotal: try row.whole("referenceTotal"),
        referenceRate: try row.number("referenceRate"))
      expectClose(method(design).value, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("the power at the ratio is the target; ratios beyond it have no less at every step")
  func definition() throws {
    for side in MinimumDetectableRatio.Side.allCases {
      let method = MinimumDetectableRatio(test: .fisher(), side: side, power: 0.7)
      let design = DetectionDesign(focalTotal: 35, referenceTotal: 60, referenceRate: 0.45)
      let ratio = try #require(method(design).value)
      #expect((ratio < 1) == (side == .below))
      let farthest = side == .below ? 0 : 1 / 0.45
      for step in 0...20 {
        let here = ratio + (farthest - ratio) * Double(step) / 20
        let power = try #require(
          ExactPower(test: .fisher())(
            PowerDesign(
              focalTotal: 35, referenceTotal: 60, focalRate: min(1, here * 0.45),
              referenceRate: 0.45)
          ).value)
        #expect(power >= 0.7 - 1e-12)
        if step == 0 { expectClose(power, 0.7, relative: 1e-10) }
      }
    }
  }

  @Test("few people detect nothing; impossible questions give reasons")
  func degenerate() throws {
    func ratio(
      _ focal: Int, _ rate: Double, _ side: MinimumDetectableRatio.Side = .below,
      power: Double = 0.8
    ) -> Outcome {
      MinimumDetectableRatio(test: .fisher(), side: side, power: power)(
        DetectionDesign(focalTotal: focal, referenceTotal: 40, referenceRate: rate))
    }
    #expect(ratio(2, 0.5).reason?.contains("so few") == true)
    #expect(ratio(20, 1, .above).reason != nil)
    #expect(try #require(ratio(20, 1).value) < 1)
    for rate in [0, -1, 2, Double.nan] { #expect(ratio(20, rate).reason != nil) }
    for power in [0.01, 1, Double.nan] { #expect(ratio(20, 0.5, power: power).reason != nil) }
    #expect(ratio(0, 0.5).reason != nil)
    let rates = SupposedRates(focal: 0.5, reference: 0.5)
    #expect(ExactSampleSize(test: .fisher())(rates).reason?.contains("equal") == true)
    #expect(NormalSampleSize()(rates).reason?.contains("equal") == true)
    #expect(
      ExactSampleSize(test: .boschloo())(SupposedRates(focal: 0.5, reference: 0.51)).reason?
        .contains("so many") == true)
  }

  @Test("exact sample sizes agree with a table of all sizes up to 45 (Python)")
  func sizes() throws {
    for row in try ReferenceValue.read(ExactPowerTests.references, method: "ExactSampleSize") {
      let method = ExactSampleSize(test: try ExactPowerTests.test(row))
      let rates = SupposedRates(
        focal: try row.number("focal"), reference: try row.number("reference"))
      #expect(method(rates).value == row.value, "\(row)")
      let size = Int(row.value)
      for (count, reached) in [(size, true), (size - 1, false)] {
        let power = try #require(
          ExactPower(test: try ExactPowerTests.test(row))(
            PowerDesign(
              focalTotal: count, referenceTotal: count, focalRate: rates.focal,
              referenceRate: rates.reference)
          ).value)
        #expect((power >= 0.8) == reached)
      }
    }
  }

  @Test("the normal approximation agrees with R's power.prop.test, adverse-50")
  func normal() throws {
    let design = PowerDesign(
      focalTotal: 50, referenceTotal: 50, focalRate: 0.5, referenceRate: 0.75)
    expectClose(NormalPower()(design).value, 0.7401659013, relative: 1e-9)
    let rates = SupposedRates(focal: 0.5, reference: 0.75)
    // R's root is found to a tolerance of 1e-10.
    expectClose(NormalSampleSize(power: 0.9)(rates).value, 76.70692845, relative: 1e-9)
    // The power at the size is the target, groups exchanged or not.
    let other = SupposedRates(focal: 0.75, reference: 0.5)
    expectClose(
      NormalSampleSize(power: 0.9)(other).value,
      try #require(NormalSampleSize(power: 0.9)(rates).value), relative: 1e-15)
    #expect(
      NormalPower()(
        PowerDesign(focalTotal: 0, referenceTotal: 5, focalRate: 0.1, referenceRate: 0.2)
      ).reason != nil)
    #expect(
      NormalPower()(
        PowerDesign(focalTotal: 50, referenceTotal: 50, focalRate: 0, referenceRate: 1)
      ).value == 1)
    // In large groups the exact power of the Z test comes close to it.
    let large = PowerDesign(
      focalTotal: 400, referenceTotal: 500, focalRate: 0.5, referenceRate: 0.6)
    expectClose(
      ExactPower(test: .zPooled)(large).value, try #require(NormalPower()(large).value),
      absolute: 0.01)
  }

  @Test("ratios to be expected from a score agree with roots at 40 digits, adverse-52")
  func forecast() throws {
    for row in try ReferenceValue.read(ExactPowerTests.references, method: "ScoreForecast") {
      let plan = ScorePlan(
        standardizedDifference: try row.number("difference"),
        selectionRatio: try row.number("ratio"), focalShare: try row.number("share"))
      expectClose(ScoreForecast()(plan).value, row.value, relative: 1e-12, "\(row)")
    }
    // The published 0.823414 comes from a coarser root.
    let published = ScorePlan(standardizedDifference: 0.15, selectionRatio: 0.25, focalShare: 0.3)
    expectClose(ScoreForecast()(published).value, 0.823414, absolute: 3e-6)
    let second = ScorePlan(standardizedDifference: 0.4, selectionRatio: 0.1, focalShare: 0.15)
    expectClose(ScoreForecast()(second).value, 0.4708164, absolute: 5e-8)
    let none = ScorePlan(standardizedDifference: 0, selectionRatio: 0.4, focalShare: 0.3)
    expectClose(ScoreForecast()(none).value, 1, relative: 1e-14)
    for bad in [
      ScorePlan(standardizedDifference: .nan, selectionRatio: 0.4, focalShare: 0.3),
      ScorePlan(standardizedDifference: 0.1, selectionRatio: 1, focalShare: 0.3),
      ScorePlan(standardizedDifference: 0.1, selectionRatio: 0.4, focalShare: 0),
    ] { #expect(ScoreForecast()(bad).reason != nil) }
  }
}
