import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Pay gaps")
struct PayGapTests {
  /// A summary of amounts in whole units, held with two decimals.
  static func summary(_ amounts: [Int]) -> Cell.MeasureSummary {
    var moments = Moments(scale: 2)
    var tallies: [Int64: Int] = [:]
    for amount in amounts {
      moments.add(Int64(amount) * 100)
      tallies[Int64(amount) * 100, default: 0] += 1
    }
    return Cell.MeasureSummary(
      moments: moments, values: ValueCounts(scale: 2, tallies: tallies))
  }

  private static func arms(_ row: ReferenceValue) throws -> PayArms {
    try PayArms(
      focal: summary(row.wholes("focal")), reference: summary(row.wholes("reference")))
  }

  @Test("mean gap, interval and test agree with R")
  func mean() throws {
    for row in try ReferenceValue.read(Fixtures.r, method: "MeanPayGap") {
      let arms = try Self.arms(row)
      let actual =
        switch row.quantity {
        case "focalMean": MeanAmount()(arms.focal).value
        case "focalStandardError": MeanAmount()(arms.focal).standardError
        case "value", "lower", "upper": Fixtures.part(row.quantity, of: MeanPayGap()(arms))
        default: Fixtures.part(row.quantity, of: MeanPayGapTest()(arms))
        }
      expectClose(actual, row.value, relative: 1e-10, "\(row)")
    }
  }

  @Test("median gap, interval and test agree with R")
  func median() throws {
    for row in try ReferenceValue.read(Fixtures.r, method: "MedianPayGap") {
      let arms = try Self.arms(row)
      let actual =
        switch row.quantity {
        case "focalMedian": MedianAmount()(arms.focal).value
        case "value", "lower", "upper": Fixtures.part(row.quantity, of: MedianPayGap()(arms))
        default: Fixtures.part(row.quantity, of: MedianPayGapTest()(arms))
        }
      expectClose(actual, row.value, relative: 1e-11, absolute: 1e-14, "\(row)")
    }
  }

  @Test("the published example of a ratio of medians (statpsych's ci.ratio.median2)")
  func published() throws {
    let arms = PayArms(
      focal: Self.summary([36, 44, 47, 42, 49, 39, 46, 31, 33, 48]),
      reference: Self.summary([32, 39, 26, 35, 43, 27, 40, 37, 34, 29, 49, 42, 40]))
    let outcome = MedianPayGap()(arms)
    expectClose(1 - (try #require(outcome.value)), 1.162162, relative: 1e-6)
    let interval = try #require(outcome.interval)
    expectClose(1 - interval.upper, 0.927667, relative: 1e-6)
    expectClose(1 - interval.lower, 1.455933, relative: 1e-6)
  }

  @Test("gaps are signed and relative to the reference, pay-30")
  func direction() {
    func gap(_ focal: Int, _ reference: Int) -> (mean: Outcome, median: Outcome) {
      let arms = PayArms(focal: Self.summary([focal]), reference: Self.summary([reference]))
      return (MeanPayGap()(arms), MedianPayGap()(arms))
    }
    #expect(gap(100, 200).mean.value == 0.5 && gap(100, 200).median.value == 0.5)
    #expect(gap(200, 100).mean.value == -1 && gap(200, 100).median.value == -1)
    #expect(gap(100, 0).mean.reason != nil && gap(100, 0).median.reason != nil)
    #expect(gap(0, 100).mean.value == 1 && gap(0, 100).mean.interval == nil)
  }

  @Test("interval and test agree; exchanging the groups inverts the ratio; scale does not matter")
  func algebra() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<100 {
      let focal = (0..<Int.random(in: 6...40, using: &generator)).map { _ in
        Int.random(in: 20_000...60_000, using: &generator)
      }
      let reference = (0..<Int.random(in: 6...40, using: &generator)).map { _ in
        Int.random(in: 24_000...64_000, using: &generator)
      }
      let arms = PayArms(focal: Self.summary(focal), reference: Self.summary(reference))
      let swapped = PayArms(focal: arms.reference, reference: arms.focal)
      let tripled = PayArms(
        focal: Self.summary(focal.map { $0 * 3 }), reference: Self.summary(reference.map { $0 * 3 })
      )
      for (gap, test, other, scaled) in [
        (MeanPayGap()(arms), MeanPayGapTest()(arms), MeanPayGap()(swapped), MeanPayGap()(tripled)),
        (
          MedianPayGap()(arms), MedianPayGapTest()(arms), MedianPayGap()(swapped),
          MedianPayGap()(tripled)
        ),
      ] {
        let value = try #require(gap.value)
        let interval = try #require(gap.interval)
        #expect(interval.contains(value) && interval.upper < 1)
        expectClose((1 - value) * (1 - (try #require(other.value))), 1, relative: 1e-12)
        expectClose(
          (1 - interval.lower) * (1 - (try #require(other.interval?.upper))), 1, relative: 1e-10)
        expectClose(scaled.value, value, relative: 1e-9, absolute: 1e-12)
        let pValue = try #require(test.pValue)
        if abs(pValue - 0.05) > 1e-9 { #expect(interval.contains(0) == (pValue > 0.05)) }
        // Positive gap: the focal group is paid less, so the statistic is negative.
        if value != 0 { #expect((try #require(test.test?.statistic) < 0) == (value > 0)) }
      }
    }
  }

  @Test("nobody, one person, no variation and untallied amounts give reasons or no interval")
  func degenerate() {
    let some = Self.summary([30, 31, 35, 40, 44, 50])
    let nobody = Self.summary([])
    let same = Self.summary([30, 30, 30, 30, 30])
    let untallied = Cell.MeasureSummary(moments: some.moments)
    #expect(MeanAmount()(nobody).reason != nil && MedianAmount()(nobody).reason != nil)
    #expect(MeanAmount()(Self.summary([7])).standardError == nil)
    #expect(MedianAmount()(Self.summary([7, 9])).value == 8)
    #expect(MedianAmount()(untallied).reason != nil)
    for arms in [PayArms(focal: nobody, reference: some), PayArms(focal: some, reference: nobody)] {
      #expect(MeanPayGap()(arms).reason != nil && MedianPayGap()(arms).reason != nil)
      #expect(MeanPayGapTest()(arms).reason != nil && MedianPayGapTest()(arms).reason != nil)
    }
    let still = PayArms(focal: same, reference: Self.summary([40, 40, 40, 40, 40]))
    #expect(MeanPayGap()(still).value == 0.25 && MeanPayGap()(still).interval == nil)
    #expect(MedianPayGap()(still).value == 0.25 && MedianPayGap()(still).interval == nil)
    #expect(MeanPayGapTest()(still).reason != nil && MedianPayGapTest()(still).reason != nil)
    let few = PayArms(focal: Self.summary([30, 33, 36]), reference: some)
    #expect(MedianPayGap()(few).interval == nil && MedianPayGapTest()(few).reason != nil)
    #expect(
      MedianPayGap()(PayArms(focal: untallied, reference: some)).reason != nil)
    #expect(MeanPayGap(level: 0)(PayArms(focal: some, reference: some)).reason != nil)
  }
}
