import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Open lists: coverage and Chao's number of categories")
struct ChaoRichnessTests {
  @Test("coverage agrees with R")
  func coverage() throws {
    for (name, estimator) in [
      ("SampleCoverageGoodTuring", SampleCoverage.Estimator.goodTuring),
      ("SampleCoverageChao", .chao),
    ] {
      for row in try ReferenceValue.read(Fixtures.diversityR, method: name) {
        let result = SampleCoverage(estimator: estimator)(try .of(try row.wholes("counts")))
        expectClose(
          Fixtures.number(row.quantity, of: result.coverage), row.value, relative: 1e-13, "\(row)")
      }
    }
  }

  @Test("both forms agree with R; the classic error is that of multinomial frequencies")
  func references() throws {
    for (name, form) in [
      ("ChaoRichness", ChaoRichness.Form.classic), ("ChaoRichnessBiasCorrected", .biasCorrected),
    ] {
      for row in try ReferenceValue.read(Fixtures.diversityR, method: name) {
        let result = ChaoRichness(form: form)(try .of(try row.wholes("counts")))
        // The reference gradient is numerical.
        let tolerance = row.quantity == "value" ? 1e-13 : 1e-7
        expectClose(
          Fixtures.number(row.quantity, of: result.richness), row.value, relative: tolerance,
          "\(row)")
      }
    }
  }

  @Test("indices-R16 and R17")
  func published() throws {
    let eleven = try CategoryCounts.eleven()
    expectClose(ChaoRichness()(eleven).richness.value, 8.6315789, absolute: 5e-8)
    #expect(ChaoRichness(form: .biasCorrected)(eleven).richness.value == 8.25)
    expectClose(SampleCoverage()(eleven).coverage.value, 0.8947368, absolute: 5e-8)
    expectClose(
      SampleCoverage(estimator: .chao)(eleven).coverage.value, 0.9097744, absolute: 5e-8)
    for (counts, values, observed, coverage) in [
      (try CategoryCounts.girdled(), [43.8928571, 13.8262534, 8.1748252], 26, 0.9289),
      (try CategoryCounts.logged(), [61.4027778, 16.3370688, 6.9203501], 37, 0.9446),
    ] {
      let result = ChaoRichness()(counts)
      #expect(result.observed == observed)
      for (point, value) in zip(result.asymptoticHillNumbers, values) {
        expectClose(point.number.value, value, relative: 4e-9)
      }
      expectClose(result.coverage.value, coverage, absolute: 5e-5)
      #expect(result.warnings.isEmpty)
      #expect(result.asymptoticHillNumbers[0].number == result.richness)
    }
  }

  @Test("with nobody alone nothing is unseen, and the reader is warned")
  func nobodyAlone() throws {
    let counts = try CategoryCounts.of([9, 4, 2])
    for form in ChaoRichness.Form.allCases {
      let result = ChaoRichness(form: form)(counts)
      #expect(result.richness == .estimate(3))
      #expect(result.warnings == [.nobodyAlone])
    }
    for estimator in SampleCoverage.Estimator.allCases {
      let result = SampleCoverage(estimator: estimator)(counts)
      #expect(result.coverage == .estimate(1) && result.warnings == [.nobodyAlone])
    }
  }

  @Test("a declared list and people who are all alone are warned of")
  func warnings() throws {
    #expect(ChaoRichness()(try .eleven()).warnings == [.closedList])
    let alone = try CategoryCounts.of([1, 1, 1, 1, 1, 1])
    let result = ChaoRichness()(alone)
    #expect(result.warnings == [.everybodyAlone])
    expectClose(result.richness.value, 6 + 5.0 / 6 * 15, relative: 1e-15)
    #expect(result.asymptoticHillNumbers[2].number.reason?.contains("shares") == true)
    #expect(SampleCoverage()(alone).coverage == .estimate(0))
    #expect(
      SampleCoverage()(try .of([2, 2], declared: 2)).warnings == [.nobodyAlone, .closedList])
  }

  @Test("the interval begins above the categories seen and contains the estimate")
  func intervals() throws {
    for counts in [try CategoryCounts.eleven(), try .girdled(), try .of([1, 1, 5, 0, 7, 1])] {
      for form in ChaoRichness.Form.allCases {
        let outcome = ChaoRichness(form: form)(counts).richness
        let interval = try #require(outcome.interval)
        #expect(interval.lower > Double(counts.occupied))
        #expect(interval.contains(try #require(outcome.value)))
      }
    }
    // One person alone and no pair: nothing is added, and there is no error.
    #expect(ChaoRichness()(try .of([9, 4, 1])).richness == .estimate(3))
  }

  @Test("Esty's interval covers the coverage of the sample")
  func esty() throws {
    // Sixty categories with shares falling as 1 / rank; the coverage is known for every sample.
    let weights = (1...60).map { 27_720 / $0 }
    let whole = weights.reduce(0, +)
    let samples = ThoroughTier.isOn ? 20_000 : 2000
    var generator = SeededGenerator(seed: 19)
    var covered = 0
    for _ in 0..<samples {
      var counts = [Int](repeating: 0, count: weights.count)
      for _ in 0..<200 {
        var left = Int.random(in: 0..<whole, using: &generator)
        var place = 0
        while left >= weights[place] {
          left -= weights[place]
          place += 1
        }
        counts[place] += 1
      }
      let seen = zip(counts, weights).reduce(0) { $0 + ($1.0 > 0 ? $1.1 : 0) }
      let interval = try #require(SampleCoverage()(try .of(counts)).coverage.interval)
      if interval.contains(Double(seen) / Double(whole)) { covered += 1 }
    }
    let share = Double(covered) / Double(samples)
    #expect(share > 0.91 && share < 0.98, "\(share)")
  }

  @Test("nobody: reasons in words")
  func degenerate() throws {
    let nobody = try CategoryCounts.of([0, 0])
    let result = ChaoRichness()(nobody)
    #expect(result.observed == 0 && result.richness.reason?.contains("nobody") == true)
    #expect(result.asymptoticHillNumbers.allSatisfy { $0.number.reason != nil })
    #expect(result.coverage.reason != nil && result.warnings.isEmpty)
    #expect(ChaoRichness(level: 2)(try .eleven()).richness.reason?.contains("level") == true)
  }
}
