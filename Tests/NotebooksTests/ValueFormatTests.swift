import Testing

@testable import Notebooks

@Suite("Formats of values")
struct ValueFormatTests {
  @Test("an unknown conversion is refused")
  func unknown() {
    #expect(throws: CellOptions.Problem.self) { try ValueFormat("%x") }
  }
}
