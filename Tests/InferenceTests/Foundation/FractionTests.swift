import Foundation
import Testing

@testable import Inference

@Suite("Fraction")
struct FractionTests {
  @Test("is made and read only within its limits")
  func limits() throws {
    #expect(Fraction(-1, over: 5) == nil && Fraction(1, over: 0) == nil)
    #expect(Fraction(1, over: -5) == nil && Fraction(1, over: 1_000_001) == nil)
    #expect(Fraction(0, over: 1) == .zero && Fraction(4, over: 5) == .fourFifths)
    #expect(Fraction.fourFifths.value == 0.8 && Fraction.oneTwentieth.words == "1/20")
    let written = try JSONEncoder().encode(Fraction.twoPercent)
    #expect(try JSONDecoder().decode(Fraction.self, from: written) == .twoPercent)
    let impossible = Data(#"{"numerator":1,"denominator":0}"#.utf8)
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Fraction.self, from: impossible)
    }
  }

  @Test("compares in whole numbers; on the line is not below it")
  func comparison() {
    for scale in [1, 3, 7, 1_000_003, 900_000_000] {
      #expect(
        !Fraction.fourFifths.isAbove(4 * scale, of: 10 * scale, against: 5 * scale, of: 10 * scale))
      #expect(
        Fraction.fourFifths.isAbove(
          4 * scale - 1, of: 10 * scale, against: 5 * scale, of: 10 * scale))
      #expect(!Fraction.twoPercent.isAbove(2 * scale, of: 100 * scale))
      #expect(Fraction.twoPercent.isAbove(2 * scale - 1, of: 100 * scale))
    }
    #expect(!Fraction.zero.isAbove(0, of: 5))
  }
}
