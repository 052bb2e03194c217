import Encoders
import Testing

@Suite("Inert text")
struct InertTextTests {
  @Test("every label is one line without acting characters", arguments: HostileLabels.all)
  func oneLine(label: String) {
    let outputs = [
      InertText.line(label), HTMLEncoder.text(label), HTMLEncoder.attribute(label),
      SVGEncoder.text(label), MarkdownEncoder.code(label), TerminalEncoder.text(label),
      CSVEncoder.field(.text(label)),
    ]
    for output in outputs {
      for scalar in output.unicodeScalars {
        #expect(scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value))
        #expect(![0x2028, 0x2029, 0x200B, 0xFEFF].contains(scalar.value))
        #expect(!(0x202A...0x202E).contains(scalar.value))
        #expect(!(0x2066...0x2069).contains(scalar.value))
      }
    }
  }

  @Test("ordinary text of any script is untouched")
  func ordinary() {
    for text in ["Women", "Ärztinnen und Ärzte", "زن\u{200C}ها", "女性", "👩\u{200D}⚕️", "a b"] {
      #expect(InertText.line(text) == text)
    }
  }

  @Test("line breaks become spaces")
  func breaks() {
    #expect(InertText.line("a\nb\tc\u{2028}d") == "a b c d")
    #expect(InertText.line("a\r\nb") == "a  b")
  }
}
