import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Aalen-Johansen cumulative incidence")
struct AalenJohansenCurveTests {
  @Test("the curve agrees with R; the error too where nobody enters late")
  func references() throws {
    for row in try ReferenceValue.read(Fixtures.survivalR, method: "AalenJohansenCurve") {
      let table = try #require(try SurvivalRecords(row).riskTable.group(try row.whole("group")))
      let curve = try #require(AalenJohansenCurve(cause: try row.whole("cause"))(table).value)
      let step = try #require(curve.step(at: try row.whole("time")))
      let value: Double? =
        switch row.quantity {
        case "value": step.value
        case "standardError": step.standardError
        case "lower": step.interval?.lower
        case "upper": step.interval?.upper
        default: nil
        }
      expectClose(value, row.value, relative: 1e-11, "\(row)")
    }
  }

  @Test("the error is the delta method's, written out as a double sum, late entry included")
  func doubleSum() throws {
    var generator = SeededGenerator(seed: 77)
    var seen = 0
    for _ in 0..<60 {
      let table = try SurvivalRecords.random(14, groups: 1, using: &generator).riskTable
      guard let curve = AalenJohansenCurve(cause: 1)(table).value, let last = curve.steps.last
      else { continue }
      // d incidence(t) / d fraction(s): what is gained at s, less what is lost after it.
      var variance = 0.0
      var before = 1.0
      for row in table.rows where row.time <= last.time {
        let n = Double(row.people)
        let first = Double(row.events[0][0]) / n
        let any = Double(row.events[0].reduce(0, +)) / n
        let there = curve.step(at: row.time)?.value ?? 0
        let later = any < 1 ? (last.value - there) / (1 - any) : 0
        let gain = before - later
        let second = any - first
        let mean = first * gain - second * later
        variance += (first * gain * gain + second * later * later - mean * mean) / n
        before *= 1 - any
      }
      expectClose(last.standardError, variance.squareRoot(), relative: 1e-9, absolute: 1e-12)
      seen += 1
    }
    #expect(seen > 40)
  }

  @Test("the incidences of all causes and the share without an event make one")
  func addsUp() throws {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<40 {
      let table = try SurvivalRecords.random(20, groups: 1, using: &generator).riskTable
      let share = try #require(KaplanMeierCurve()(table).value)
      let causes = try [1, 2].map { try #require(AalenJohansenCurve(cause: $0)(table).value) }
      for time in 1...9 {
        guard let survival = share.step(at: time)?.survival else { continue }
        expectClose(
          causes.reduce(survival) { $0 + ($1.step(at: time)?.value ?? 0) }, 1, relative: 1e-13)
      }
    }
  }

  @Test("with one cause it is one less Kaplan-Meier, with the same error")
  func oneCause() throws {
    let records = try SurvivalRecords.data("aml")
    let table = try #require(records.riskTable.group(0))
    let curve = try #require(KaplanMeierCurve()(table).value)
    let incidence = try #require(AalenJohansenCurve(cause: 1)(table).value)
    for (step, rise) in zip(curve.steps, incidence.steps) {
      expectClose(rise.value, 1 - step.survival, relative: 1e-13)
      expectClose(rise.standardError, try #require(step.standardError), relative: 1e-12)
    }
  }

  @Test("censoring the other cause instead gives at least as much")
  func censoringIsTooHigh() throws {
    let table = try SurvivalRecords.data("careers").riskTable
    let censored = try #require(KaplanMeierCurve(event: .cause(1))(table).value)
    let incidence = try #require(AalenJohansenCurve(cause: 1)(table).value)
    var higher = 0
    for rise in incidence.steps {
      let complement = 1 - (censored.step(at: rise.time)?.survival ?? 1)
      #expect(complement >= rise.value - 1e-14)
      if complement > rise.value + 0.01 { higher += 1 }
    }
    #expect(higher > 10)
  }

  @Test("a cause that never happens has no steps; one that does not exist is refused")
  func degenerate() throws {
    let table = try SurvivalRecords.people([(0, 1, 1, 0), (0, 2, 0, 0)]).riskTable
    #expect(AalenJohansenCurve(cause: 2)(table).value?.steps.isEmpty == true)
    #expect(AalenJohansenCurve(cause: 3)(table).reason == "There is no cause number 3.")
    #expect(AalenJohansenCurve(cause: 0)(table).reason != nil)
    #expect(AalenJohansenCurve(cause: 1)(try SurvivalRecords.people([]).riskTable).reason != nil)
    // All have it: the incidence is 1, without limits.
    let all = try SurvivalRecords.people([(0, 1, 1, 0), (0, 2, 1, 0)]).riskTable
    let last = try #require(AalenJohansenCurve(cause: 1)(all).value?.steps.last)
    #expect(last.value == 1 && last.standardError == 0 && last.interval == nil)
  }
}
