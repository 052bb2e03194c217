import TestSupport
import Testing

@testable import Configuration

@Suite("Lines of keys") struct KeyPositionsTests {
  private func line(_ path: [KeyPositions.Step], _ text: String) -> Int {
    KeyPositions(scanning: text).place(of: path).line
  }

  @Test("headings, dotted and quoted keys")
  func keys() {
    let text = """
      # a comment with [brackets] = 1
      top = 1
      [a.b]          # heading
      c.d = 2
      "e f".'g#h' = 3
      [ a . "b.c" ]
      "\\u0041\\"" = 1
      """
    #expect(line([.key("top")], text) == 2)
    #expect(line([.key("a"), .key("b")], text) == 3)
    #expect(line([.key("a"), .key("b"), .key("c"), .key("d")], text) == 4)
    #expect(line([.key("a"), .key("b"), .key("e f"), .key("g#h")], text) == 5)
    #expect(line([.key("a"), .key("b.c"), .key("A\"")], text) == 7)
  }

  @Test("texts over several lines do not hide what follows")
  func multiline() {
    let text = """
      a = \"\"\"
      [not.a.table]
      b = 1 \\"\"\"
      \"\"\"
      c = '''
      x = "
      ''''
      d = ["]", # ]
        'x',
        { y = 1, z = [
          2 ] },
      ]
      e = 1
      """
    #expect(line([.key("c")], text) == 5)
    #expect(line([.key("d"), .index(0)], text) == 8)
    #expect(line([.key("d"), .index(1)], text) == 9)
    #expect(line([.key("d"), .index(2), .key("z")], text) == 10)
    #expect(line([.key("d"), .index(2), .key("z"), .index(0)], text) == 11)
    #expect(line([.key("e")], text) == 13)
    #expect(line([.key("b")], text) == 1)
  }

  @Test("arrays of tables count up, and tables below them belong to the last one")
  func arrays() {
    let text = """
      [[a]]
      x = 1
      [[a]]
      x = 2
      [a.b]
      y = 3
      [[a.c]]
      z = 4
      """
    #expect(line([.key("a"), .index(0), .key("x")], text) == 2)
    #expect(line([.key("a"), .index(1), .key("x")], text) == 4)
    #expect(line([.key("a"), .index(1), .key("b"), .key("y")], text) == 6)
    #expect(line([.key("a"), .index(1), .key("c"), .index(0), .key("z")], text) == 8)
  }

  @Test("line ends of two characters count once, and a byte order mark is no key")
  func lineEnds() {
    let text = "\u{FEFF}a = 1\r\nb = [\r\n 1 ]\r\nc = 2\r\n"
    #expect(line([.key("a")], text) == 1)
    #expect(line([.key("c")], text) == 4)
  }

  @Test("keys keep the order of the text, which the parser does not")
  func order() throws {
    let root = try TOMLDocument.parse("z = 1\na = 2\n[m]\nb = 1\n[c]\n[m.a]\n")
    #expect(root.entries?.map(\.key) == ["z", "a", "m", "c"])
    #expect(root["m"]?.entries?.map(\.key) == ["b", "a"])
  }

  @Test("any text ends the scan", arguments: ["[", "[[a", "a = [", "a = {", "a = \"x", "= 1", "]"])
  func broken(_ text: String) {
    #expect(KeyPositions(scanning: text).place(of: [.key("never")]).line == 1)
  }

  @Test("distances of words")
  func distance() {
    #expect(EditDistance.between("kitten", "sitting") == 3)
    #expect(EditDistance.between("ab", "ba") == 1)
    #expect(EditDistance.between("", "abc") == 3)
    #expect(EditDistance.nearest(to: "Gendr", among: ["level", "gender"]) == "gender")
    #expect(EditDistance.nearest(to: "quite other", among: ["level", "gender"]) == nil)
  }

  @Test("quarters and their months")
  func quarters() throws {
    let calendar = try #require(Quarter("2025Q3", firstMonth: 1))
    #expect(calendar.contains(day: "2025-07-01") && calendar.contains(day: "2025-09-30"))
    #expect(!calendar.contains(day: "2025-06-30") && !calendar.contains(day: "2025-10-01"))
    let october = try #require(Quarter("FY2025Q1", firstMonth: 10))
    #expect(october.contains(day: "2024-10-01") && october.contains(day: "2024-12-31"))
    #expect(!october.contains(day: "2025-10-01"))
    #expect(october.history(2).map(\.label) == ["FY2024Q4", "FY2025Q1"])
    #expect(Quarter("2025q3", firstMonth: 1) == nil)
    #expect(Quarter("２０２５Q3", firstMonth: 1) == nil)
    #expect(Quarter("2025Q3", firstMonth: 4) == nil)
  }
}
