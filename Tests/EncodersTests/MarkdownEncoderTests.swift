import Encoders
import Testing

@Suite("Markdown encoder")
struct MarkdownEncoderTests {
  @Test(
    "what would act is escaped",
    arguments: zip(
      [
        "[x](javascript:alert(1))", "![x](y)", "a | b", "`code`", "# heading", "- item", "1. item",
        "12) item", "> quote", "<b>", "***", "===", "~~x~~", "&copy; R&D A & B", "a\\", " # x",
        "line\n- x", "[^1]", "1.", "+1",
      ],
      [
        "\\[x\\](javascript:alert(1))", "!\\[x\\](y)", "a \\| b", "\\`code\\`", "\\# heading",
        "\\- item", "1\\. item", "12\\) item", "\\> quote", "\\<b\\>", "\\*\\*\\*", "\\===",
        "\\~\\~x\\~\\~", "\\&copy; R\\&D A & B", "a\\\\", " \\# x", "line - x", "\\[\\^1\\]",
        "1\\.", "\\+1",
      ]))
  func escapes(label: String, expected: String) {
    #expect(MarkdownEncoder.inline(label) == expected)
  }

  @Test(
    "addresses and mentions are broken",
    arguments: zip(
      ["http://example.org", "www.example.org", "a@example.org", "@team", "see #12"],
      [
        "http:\u{2060}//example.org", "www\u{2060}.example.org", "a@\u{2060}example.org",
        "@\u{2060}team", "see #\u{2060}12",
      ]))
  func broken(label: String, expected: String) {
    #expect(MarkdownEncoder.inline(label) == expected)
  }

  @Test("ordinary labels and numbers read as they are")
  func ordinary() {
    for text in [
      "Women", "Band 8-9", "0.81", "35.2%", "1,820", "Another gender (any)", "A & B", "n = 12",
      "0.67 to 0.98", "Asian/Asian British",
    ] {
      #expect(MarkdownEncoder.inline(text) == text)
    }
  }

  @Test("every opening character of a label is inert", arguments: HostileLabels.all)
  func unescaped(label: String) {
    let output = MarkdownEncoder.inline(label)
    var isEscaped = false
    for character in output {
      if !isEscaped { #expect(!"`*_[]<>|~$".contains(character), "\(output)") }
      isEscaped = character == "\\" && !isEscaped
    }
    #expect(!isEscaped)
    #expect(!output.contains("  "))
  }

  @Test("a code span cannot be left")
  func code() {
    #expect(MarkdownEncoder.code("a`b") == "``a`b``")
    #expect(MarkdownEncoder.code("`x`") == "`` `x` ``")
    #expect(MarkdownEncoder.code("a|b") == "`a\\|b`")
    #expect(MarkdownEncoder.code(" ") == "")
  }

  @Test("a destination cannot end early")
  func destination() {
    #expect(
      MarkdownEncoder.destination("https://example.org/a b)(?x=1&y=<2>")
        == "https://example.org/a%20b%29%28?x=1&amp;y=%3C2%3E")
  }
}
