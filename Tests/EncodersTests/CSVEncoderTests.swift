import Encoders
import Testing

@Suite("CSV encoder")
struct CSVEncoderTests {
  @Test("no text starts a formula", arguments: HostileLabels.formulas)
  func formulas(label: String) {
    #expect(CSVEncoder.field(.text(label)).hasPrefix("\"'"), "\(label)")
  }

  @Test("numbers stay numbers")
  func numbers() {
    for digits in ["-3.1", "0", "1204", "1e-5", "-1E+7"] {
      #expect(CSVEncoder.field(.number(digits)) == digits)
    }
  }

  @Test("what is not a number is guarded as text")
  func impostors() {
    #expect(CSVEncoder.field(.number("=1+1")) == "\"'=1+1\"")
    #expect(CSVEncoder.field(.number("-1+1")) == "\"'-1+1\"")
    #expect(CSVEncoder.field(.number("nan")) == "nan")
    #expect(CSVEncoder.field(.number("-inf")) == "\"'-inf\"")
  }

  @Test("commas, quotes and line breaks")
  func quoting() {
    #expect(CSVEncoder.field(.text("a,b")) == "\"a,b\"")
    #expect(CSVEncoder.field(.text("say \"x\"")) == "\"say \"\"x\"\"\"")
    #expect(CSVEncoder.field(.text("a\nb")) == "a b")
    #expect(CSVEncoder.field(.text("Women")) == "Women")
    #expect(CSVEncoder.field(.empty).isEmpty)
  }

  @Test("rows end in CR LF")
  func document() {
    #expect(
      CSVEncoder.document([[.text("level"), .text("n")], [.text("Band 8-9"), .number("310")]])
        == "level,n\r\nBand 8-9,310\r\n")
  }
}
