import Archive
import Estimates
import Testing

@Suite("Reading what was written")
struct ReadingTests {
  private func problem(_ bytes: [UInt8], limits: ArchiveLimits = ArchiveLimits()) -> ArchiveProblem?
  {
    do {
      _ = try ArchivedRelease(resultsFile: bytes, limits: limits)
      return nil
    } catch { return error }
  }

  private static let good = Bundles.release([
    ("workforce[quarter=2025Q3]", 100), ("workforce[gender=Women, quarter=2025Q3]", nil),
  ])

  @Test("a release is read: its cells in order, hidden ones without a count")
  func good() throws {
    let release = try ArchivedRelease(resultsFile: Self.good)
    #expect(release.threshold == 10 && release.hiddenPlaces == 1 && release.statedHidden == 1)
    #expect(release.cells.map(\.count) == [nil, 100])
    #expect(release.hiddenCells.map(\.description) == ["workforce[gender=Women, quarter=2025Q3]"])
  }

  @Test("deep nesting, huge files, many values and long texts are refused, not followed")
  func bounds() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
      let text =
        String(repeating: open, count: 200_000) + "1" + String(repeating: close, count: 200_000)
      guard case .tooDeep? = problem(Array(text.utf8)) else {
        Issue.record("deep nesting was not refused")
        return
      }
    }
    #expect(
      problem(Self.good, limits: ArchiveLimits(bytes: 10)) == .tooLarge(bytes: Self.good.count))
    let many = "[" + String(repeating: "1,", count: 3000) + "1]"
    #expect(problem(Array(many.utf8), limits: ArchiveLimits(values: 1000)) == .tooManyValues)
    let long = "\"" + String(repeating: "a", count: 100_000) + "\""
    #expect(problem(Array(long.utf8)) == .tooLong(at: 0))
    #expect(problem(Array(String(repeating: "9", count: 100_000).utf8)) == .tooLong(at: 0))
    #expect(problem(Array("1e400".utf8)) == .numberOutOfRange(at: 0))
  }

  @Test("names that stand twice, in any spelling, are refused")
  func duplicates() {
    #expect(problem(Array(#"{"a": 1, "a": 2}"#.utf8)) == .duplicateName(at: 9))
    #expect(problem(Array(#"{"a": 1, "\u0061": 2}"#.utf8)) == .duplicateName(at: 9))
    #expect(problem(Array("{\"\u{E9}\": 1, \"e\u{301}\": 2}".utf8)) == .duplicateName(at: 10))
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", " ", "{", "[1,]", "{\"a\":}", "{\"a\" 1}", "{a: 1}", "[01]", "[1.]", "[.5]", "[+1]",
      "[-]",
      "[1e]", "tru", "nul", "\"", "\"\\", "\"\\u12", "\"\\uD800\"", "\"\\uD800\\u0041\"", "\"\\x\"",
      "\"\u{1}\"", "[1] x", "NaN", "Infinity", "{\"a\": 1,}", "\u{FEFF}{}",
    ])
  func malformed(_ text: String) {
    switch problem(Array(text.utf8)) {
    case .malformed?, .trailingText?: break
    case let other: Issue.record("\(String(describing: other))")
    }
  }

  @Test("bytes that are not UTF-8 are refused")
  func encoding() {
    for bytes: [UInt8] in [[0xC0, 0x80], [0xFF], [0xED, 0xA0, 0x80], [0x80]] {
      #expect(problem([0x22] + bytes + [0x22]) == .notUnicode(at: 0))
    }
  }

  @Test("every prefix and every flipped byte of a release is read or refused, never a crash")
  func everyByte() {
    for end in Self.good.indices { #expect(problem(Array(Self.good[..<end])) != nil) }
    for position in Self.good.indices {
      for mask: UInt8 in [0x01, 0x20, 0x80] {
        var bytes = Self.good
        bytes[position] ^= mask
        _ = problem(bytes)
      }
    }
  }

  private func edited(_ old: String, _ new: String) -> [UInt8] {
    Array(String(decoding: Self.good, as: UTF8.self).replacing(old, with: new).utf8)
  }

  @Test("members that are missing or of another kind are named")
  func members() {
    #expect(problem(edited("parity.results/1", "parity.results/9")) == .unknownSchema)
    #expect(problem(edited("\"threshold\": 10", "\"threshold\": \"x\"")) == .wrongKind("threshold"))
    #expect(problem(edited("\"threshold\": 10", "\"threshold\": -1")) == .wrongKind("threshold"))
    #expect(problem(edited("\"threshold\"", "\"thresh\"")) == .missing("threshold"))
    #expect(problem(edited("\"count\": 100", "\"count\": 1.5")) == .wrongKind("count"))
    #expect(problem(edited("\"count\": 100", "\"count\": 9999999999999")) == .wrongKind("count"))
    #expect(problem(edited("\"shown\"", "\"Shown\"")) == .wrongKind("status"))
    #expect(
      problem(edited("workforce[quarter=2025Q3]", "workforce[quarter"))
        == .malformedCellName(after: 0))
    #expect(
      problem(edited("\"not_shown\"", "\"not_shown\", \"count\": 3"))
        == .numberInHiddenPlace(exhibit: 0))
    #expect(
      problem(edited("\"values\": {\"people\"", "\"values\": {\"else\"")) == .wrongKind("values"))
  }

  @Test("a cell with two counts, or shown here and hidden there, is refused")
  func contradiction() {
    for second: Int? in [101, nil] {
      let bytes = Bundles.release([
        ("workforce[quarter=2025Q3]", 100), ("workforce[quarter=2025Q3]", second),
      ])
      #expect(problem(bytes) == .contradictoryCell(after: 1))
    }
  }

  @Test(
    "names of cells are read back as they were written",
    arguments: [
      CellKey("workforce", []), CellKey("exits", [.init("quarter", "2024Q4 to 2025Q3")]),
      CellKey(
        "workforce",
        [
          .init("age_band", "All others who declared, not 30 to 39"), .init("level", "Lead"),
          .init("quarter", "2025Q3"),
        ]),
      CellKey(
        "workforce", [.init("pay_plan", "Fire plans (F40, F48)"), .init("quarter", "2020Q4")]),
      CellKey("workforce", [.init("department", "R&D = research, a=b"), .init("zone", "x]y[")]),
    ])
  func names(_ key: CellKey) {
    #expect(CellKey(archived: key.description) == key)
  }

  @Test(
    "what is no name is none",
    arguments: [
      "", "workforce", "[a=b]", "workforce[", "workforce[a]", "workforce[a=]", "workforce[=b]",
      "Workforce[a=b]", "workforce[a=b] ", "workforce[A=b]",
    ])
  func noNames(_ text: String) {
    #expect(CellKey(archived: text) == nil)
  }
}
