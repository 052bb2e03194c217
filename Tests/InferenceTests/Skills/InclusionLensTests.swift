import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("What equal rates would add")
struct InclusionLensTests {
  @Test("additional people agree with Newcombe's limits from roots")
  func additional() throws {
    for row in try ReferenceValue.read(
      SkillsReferences.file, method: "AdditionalAtReferenceRate")
    {
      let table = try TwoByTwoTable(row)
      let outcome = AdditionalAtReferenceRate()(table)
      expectClose(
        Fixtures.part(row.quantity, of: outcome), row.value, absolute: 1e-8, "\(row)")
      expectClose(
        outcome.value, try #require(ShortfallToReferenceRate()(table).value), absolute: 1e-12)
    }
    let nobody = try TwoByTwoTable.rates(focal: 0, of: 0, reference: 3, of: 9)
    #expect(AdditionalAtReferenceRate()(nobody).reason != nil)
  }

  @Test("leavers avoided agree with joined Poisson limits from roots")
  func avoided() throws {
    for row in try ReferenceValue.read(SkillsReferences.file, method: "AvoidedAtReferenceRate") {
      let rates = try #require(
        EventRates(
          focalEvents: row.whole("focalEvents"), focalExposure: row.number("focalExposure"),
          referenceEvents: row.whole("referenceEvents"),
          referenceExposure: row.number("referenceExposure")))
      expectClose(
        Fixtures.part(row.quantity, of: AvoidedAtReferenceRate()(rates)), row.value,
        relative: 1e-8, "\(row)")
    }
    let none = try #require(
      EventRates(focalEvents: 0, focalExposure: 0, referenceEvents: 1, referenceExposure: 9))
    #expect(AvoidedAtReferenceRate()(none).reason != nil)
    let quiet = try #require(
      EventRates(focalEvents: 0, focalExposure: 5, referenceEvents: 0, referenceExposure: 9))
    #expect(AvoidedAtReferenceRate()(quiet).value == 0)
  }

  @Test("equal rates add nobody, and the interval holds 0")
  func equal() throws {
    let table = try TwoByTwoTable.rates(focal: 10, of: 50, reference: 20, of: 100)
    let outcome = AdditionalAtReferenceRate()(table)
    #expect(outcome.value == 0)
    #expect(try #require(outcome.interval).contains(0))
  }

  @Test("the interval covers what chance makes of a known gap, counted over all outcomes")
  func coverage() throws {
    // 40 of the group at a rate of 0.2 beside 60 at 0.4: every pair of counts and its probability.
    let (n, p, m, q) = (40, 0.2, 60, 0.4)
    func binomial(_ total: Int, _ rate: Double) -> [Double] {
      var row = [1.0]
      for _ in 0..<total {
        var next = [Double](repeating: 0, count: row.count + 1)
        for (count, weight) in row.enumerated() {
          next[count] += weight * (1 - rate)
          next[count + 1] += weight * rate
        }
        row = next
      }
      return row
    }
    let (focal, reference) = (binomial(n, p), binomial(m, q))
    let truth = Double(n) * (q - p)
    var covered = 0.0
    for (x, first) in focal.enumerated() where first > 1e-7 {
      for (y, second) in reference.enumerated() where second > 1e-7 {
        let outcome = AdditionalAtReferenceRate()(
          try TwoByTwoTable.rates(focal: x, of: n, reference: y, of: m))
        if outcome.interval?.contains(truth) == true { covered += first * second }
      }
    }
    #expect((0.93...0.98).contains(covered))
  }

  @Test("the share of the gap carries the interval over")
  func share() throws {
    let interval = try #require(
      ConfidenceInterval(lower: -2, upper: 10, level: 0.95, method: "test"))
    let additional = try #require(Estimate(4, interval: interval))
    let outcome = ShareOfGapClosed()(GapClosing(additional: additional, gap: 40))
    #expect(outcome.value == 0.1)
    #expect(outcome.interval?.lower == -0.05 && outcome.interval?.upper == 0.25)
    #expect(ShareOfGapClosed()(GapClosing(additional: additional, gap: 0)).reason != nil)
    let bare = try #require(Estimate(4))
    #expect(ShareOfGapClosed()(GapClosing(additional: bare, gap: 8)).value == 0.5)
    #expect(ShareOfGapClosed()(GapClosing(additional: bare, gap: 8)).interval == nil)
  }
}
