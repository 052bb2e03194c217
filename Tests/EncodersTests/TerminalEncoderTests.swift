import Encoders
import Testing

@Suite("Terminal encoder")
struct TerminalEncoderTests {
  @Test(
    "escape sequences go with their parameters",
    arguments: zip(
      [
        "\u{1B}[31mred\u{1B}[0m", "\u{1B}]0;title\u{07}x", "\u{9B}2Jx", "\u{1B}P1$r\u{1B}\\x",
        "\u{1B}", "a\u{1B}[", "\u{1B}cx", "a\nERROR forged",
      ],
      ["red", "x", "x", "x", "", "a", "x", "a ERROR forged"]))
  func sequences(label: String, expected: String) {
    #expect(TerminalEncoder.text(label) == expected)
  }

  @Test("ordinary text is untouched")
  func ordinary() {
    #expect(TerminalEncoder.text("Band 8-9 [c] 0.81") == "Band 8-9 [c] 0.81")
  }
}
