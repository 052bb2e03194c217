import Aggregates
import Estimates
import TestSupport
import Testing

@testable import Inference

@Suite("Katz and Miettinen-Nurminen intervals of a ratio")
struct RatioIntervalTests {
  @Test("agree with SciPy (Katz) and the quadratic at 40 digits (Miettinen-Nurminen)")
  func references() throws {
    let methods: [(String, any StatisticalMethod<TwoByTwoTable>)] = [
      ("KatzRatio", KatzRatio()), ("MiettinenNurminenRatio", MiettinenNurminenRatio()),
    ]
    for (name, method) in methods {
      for row in try ReferenceValue.read(BlakerExactTestTests.intervals, method: name) {
        expectClose(
          Fixtures.part(row.quantity, of: method(try TwoByTwoTable(row))), row.value,
          relative: 1e-9, "\(row)")
      }
    }
  }

  @Test("published limits: adverse-35, adverse-32, and adverse-23 where Katz holds 1")
  func published() throws {
    let risk = KatzRatio()(try .rates(focal: 10, of: 75, reference: 12, of: 225))
    expectClose(risk.value, 2.5, relative: 1e-12)
    expectClose(risk.interval?.lower, 1.1261564, relative: 1e-7)
    expectClose(risk.interval?.upper, 5.5498508, relative: 1e-7)
    let newcombe = KatzRatio()(try .rates(focal: 56, of: 70, reference: 48, of: 80)).interval
    expectClose(newcombe?.lower, 1.076626, relative: 1e-6)
    expectClose(newcombe?.upper, 1.651249, relative: 1e-6)
    let morris = try TwoByTwoTable.rates(focal: 2, of: 10, reference: 15, of: 25)
    #expect(KatzRatio()(morris).interval?.contains(1) == true)
    #expect(MiettinenNurminenRatio()(morris).interval?.contains(1) == false)
  }

  @Test("Miettinen-Nurminen is wider than Koopman, and nothing is added to a zero")
  func edges() throws {
    var generator = SeededGenerator(seed: 35)
    for _ in 0..<100 {
      let table = try TwoByTwoTable.rates(
        focal: Int.random(in: 0...20, using: &generator), of: 20,
        reference: Int.random(in: 1...30, using: &generator), of: 30)
      let wider = try #require(MiettinenNurminenRatio()(table).interval)
      let koopman = try #require(ImpactRatio()(table).interval)
      #expect(wider.lower <= koopman.lower * (1 + 1e-12))
      #expect(wider.upper >= koopman.upper * (1 - 1e-12))
    }
    let none = try TwoByTwoTable.rates(focal: 0, of: 12, reference: 9, of: 40)
    #expect(KatzRatio()(none).reason != nil)
    #expect(MiettinenNurminenRatio()(none).value == 0)
    #expect(MiettinenNurminenRatio()(none).interval?.lower == 0)
    let reference = try TwoByTwoTable.rates(focal: 3, of: 12, reference: 0, of: 40)
    #expect(KatzRatio()(reference).reason != nil)
    #expect(MiettinenNurminenRatio()(reference).value == .infinity)
    let nobody = try TwoByTwoTable.rates(focal: 0, of: 12, reference: 0, of: 40)
    #expect(KatzRatio()(nobody).reason != nil && MiettinenNurminenRatio()(nobody).reason != nil)
    let everybody = try TwoByTwoTable.rates(focal: 4, of: 4, reference: 5, of: 5)
    #expect(KatzRatio()(everybody).reason != nil)
    #expect(MiettinenNurminenRatio()(everybody).value == 1)
  }
}
