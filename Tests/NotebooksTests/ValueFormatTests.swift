import Encoders
import Testing

@testable import Notebooks

@Suite("Values in the text")
struct ValueFormatTests {
  @Test(
    "formats print as documented",
    arguments: [
      ("%.2f", 0.285, "0.29"), ("%.0f", 2.5, "3"), ("%+.1f", 3.25, "+3.3"),
      ("%+.1f", -3.25, "\u{2212}3.3"), ("%.3g", 1234.5, "1,235"), ("%.3g", 0.0012345, "0.00123"),
      ("%d", 1204, "1,204"), ("%p", 0.00004, "\\<\u{A0}0.001"), ("%p", 0.0324, "0.032"),
      ("about %.1f%% of", 41.25, "about 41.3% of"), ("%s", 0.123456, "0.1235"),
      ("%.2f", -0.001, "0.00"),
    ])
  func numbers(pattern: String, value: Double, expected: String) throws {
    #expect(try ValueFormat(pattern).text(.number(value)) == expected)
  }

  @Test("a share is shown in per cent on its decimal digits")
  func perHundred() throws {
    // 0.285 times 100 is 28.499999999999996 in binary.
    #expect(try ValueFormat("%.0f%%").text(.number(0.285), isPerHundred: true) == "29%")
    #expect(try ValueFormat("%+.1f").text(.number(-0.4), isPerHundred: true) == "\u{2212}40.0")
  }

  @Test("words are inert, infinite limits have their sign, and other kinds are refused")
  func kinds() throws {
    #expect(try ValueFormat("%s").text(.text("a|b <!--/=-->")) == "a\\|b \\<!--/=--\\>")
    #expect(try ValueFormat("%.2f").text(.text("inf")) == "\u{221E}")
    #expect(try ValueFormat("%.2f").text(.text("a")) == nil)
    #expect(try ValueFormat("%d").text(.number(2.5)) == nil)
    #expect(try ValueFormat("%p").text(.number(1.5)) == nil)
    #expect(try ValueFormat("%s").text(.null) == nil)
    #expect(try ValueFormat("%s").text(.bool(true)) == "yes")
  }

  @Test(
    "a format that prints nothing or twice is refused", arguments: ["x", "%x", "%d %d", "%5d", "%"])
  func refused(pattern: String) {
    #expect(throws: CellOptions.Problem.self) { try ValueFormat(pattern) }
  }

  private static let document = JSONText.read(
    """
    {"results": [{"id": "a", "subject": "X", "p": 1.5e-3}, {"id": "a", "subject": "Y", "p": 2},
      {"id": "b.c", "p": [true, null, "\\u00e9\\n"]}], "n": {"x y": -7}}
    """)

  @Test(
    "paths go by name, place, id and content",
    arguments: [
      ("results.a.p", "0.001500"), ("results.1.p", "2"), ("results.[id=a,subject=Y].p", "2"),
      ("n.\"x y\"", "\u{2212}7"), ("results.\"b.c\".p.0", "yes"),
      ("results.\"b.c\".p.2", "\u{E9} "),
    ])
  func paths(path: String, expected: String) throws {
    let document = try #require(Self.document)
    let value = try ValuePath(path).requiredValue(in: document)
    #expect(try ValueFormat("%s").text(value) == expected)
  }

  @Test("a path that leads nowhere says what there is")
  func nowhere() throws {
    let document = try #require(Self.document)
    do {
      _ = try ValuePath("resuls.a").requiredValue(in: document)
      Issue.record("found")
    } catch {
      #expect(error.kind == .noSuchValue && error.message.contains("did you mean results?"))
      #expect(error.fix == "one of n, results")
    }
    #expect(throws: CellOptions.Problem.self) { try ValuePath("a..b") }
    #expect(throws: CellOptions.Problem.self) { try ValuePath("a.[b]") }
  }

  @Test("what is no JSON is not read", arguments: ["", "{", "[1,]", "{\"a\" 1}", "1 2", "tru"])
  func noJSON(text: String) { #expect(JSONText.read(text) == nil) }
}
