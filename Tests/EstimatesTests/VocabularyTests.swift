import Testing

@testable import Estimates

@Suite("Vocabulary of estimates")
struct VocabularyTests {
  @Test("a p-value is a probability", arguments: [-0.1, 1.1, .nan, .infinity])
  func pValueRange(value: Double) {
    #expect(PValue(value) == nil)
  }

  @Test("the rounding of a sum of probabilities counts as 1")
  func pValueRounding() {
    #expect(PValue(1 + 1e-13) == .one)
    #expect(PValue(0)?.value == 0)
  }

  @Test("an interval has its limits in order and neither is NaN")
  func intervals() {
    #expect(ConfidenceInterval(lower: 2, upper: 1, level: 0.95, method: "m") == nil)
    #expect(ConfidenceInterval(lower: .nan, upper: 1, level: 0.95, method: "m") == nil)
    #expect(ConfidenceInterval(lower: 0, upper: 1, level: 1, method: "m") == nil)
    let half = ConfidenceInterval(lower: 0, upper: .infinity, level: 0.9, method: "m")
    #expect(half?.contains(1e300) == true)
    #expect(half?.contains(-1e-300) == false)
  }

  @Test("an estimate is never NaN; a standard error that is not finite is dropped")
  func estimates() {
    #expect(Estimate(.nan) == nil)
    #expect(Estimate(1, standardError: .infinity)?.standardError == nil)
    #expect(Estimate(.infinity)?.value == .infinity)
  }

  @Test("a cell key is the same whatever order its conditions come in")
  func cellKeys() {
    let one = CellKey("workforce", [.init("level", "A"), .init("gender", "W")])
    let two = CellKey("workforce").with("gender", "W").with("level", "A")
    #expect(one == two)
    #expect(one.description == "workforce[gender=W, level=A]")
    #expect(one.without("level") == CellKey("workforce", [.init("gender", "W")]))
    #expect(one.with("gender", "M").level(of: "gender") == "M")
  }
}
