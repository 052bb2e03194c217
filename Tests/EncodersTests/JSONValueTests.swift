import Testing

@testable import Encoders

@Suite("JSON")
struct JSONValueTests {
  @Test("keys are sorted, numbers carry twelve digits, infinities are texts")
  func writing() {
    let value = JSONValue.object([
      "b": .number(1.0 / 3), "a": .array([.integer(3), .null, .bool(true)]),
      "c": .number(.infinity), "d": .number(-0.0), "e": .array([]),
    ])
    #expect(
      value.document == """
        {
          "a": [
            3,
            null,
            true
          ],
          "b": 0.333333333333,
          "c": "inf",
          "d": 0,
          "e": []
        }

        """)
  }

  @Test("control characters, quotes and direction marks are escaped")
  func escaping() {
    let value = JSONValue.text("a\"b\\c\n\u{1B}[31m\u{202E}é")
    #expect(value.document == "\"a\\\"b\\\\c\\n\\u001b[31m\\u202eé\"\n")
  }
}
