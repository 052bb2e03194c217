import Testing

@testable import Notebooks

@Suite("Comparing outputs")
struct NumericComparisonTests {
  private let nine = NumericComparison(tolerance: .relative(1e-9))

  @Test(
    "numbers count to nine digits, words exactly",
    arguments: [
      ("p = 0.1234567891", "p = 0.12345678912", true), ("p = 0.12345678", "p = 0.12345679", false),
      ("\u{2212}2.5", "-2.5", true), ("1,204 people", "1204 people", true),
      ("1e-5", "0.00001", true),
      ("a 1", "b 1", false), ("1.2.3", "1.2.4", false), ("x", "x y", false),
      ("2/10", "2/11", false),
    ])
  func pairs(before: String, after: String, isSame: Bool) {
    #expect((nine.difference(before, after) == nil) == isSame)
  }

  @Test("the first line that differs is told, and whether only numbers do")
  func first() {
    let difference = nine.difference("a\nb 1\nc", "a\nb 2\nd")
    #expect(difference?.line == 2 && difference?.isNumeric == true)
    #expect(nine.difference("a\nb 1", "a\nc 1")?.isNumeric == false)
    #expect(nine.difference("a", "a\nb")?.isNumeric == false)
  }

  @Test("a tolerance is relative or absolute")
  func tolerance() {
    #expect(NumericComparison(tolerance: .absolute(0.1)).difference("5.0", "5.05") == nil)
    #expect(NumericComparison(tolerance: .absolute(0.1)).difference("5.0", "5.2") != nil)
    #expect(NumericComparison(tolerance: .relative(0.1)).difference("50", "54") == nil)
  }
}
