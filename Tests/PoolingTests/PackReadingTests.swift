import Archive
import Encoders
import Estimates
import Testing

@Suite("Reading a pack as a stranger would")
struct PackReadingTests {
  private static func problem(_ text: String) -> ArchiveProblem? {
    do {
      _ = try ArchivedPack(packFile: Array(text.utf8))
      return nil
    } catch { return error }
  }

  private static let good = SamplePacks.json("one", SamplePacks.six[0]).document

  @Test("a good pack is read whole")
  func whole() throws {
    let pack = try ArchivedPack(packFile: Array(Self.good.utf8))
    #expect(pack.contributor == "one" && pack.period == "2025Q3" && pack.threshold == 10)
    #expect(pack.figures.count == 4 && pack.figures[0].people == 191)
    #expect(pack.structure("level")?.levels.map(\.label) == SamplePacks.levels)
  }

  @Test("what is missing, of another kind or contradicts is refused")
  func damaged() {
    let cases: [(String, String, ArchiveProblem)] = [
      ("parity.benchmark-pack/1", "parity.benchmark-pack/9", .unknownSchema),
      ("2025-09-30", "2025-02-30", .wrongKind("snapshot_date")),
      ("\"group\": \"Women\"", "\"group\": \"Everyone\"", .contradictoryFigure(position: 0)),
      ("\"workforce\"", "\"visitors\"", .contradictoryFigure(position: 0)),
      ("\"people\": 191", "\"people\": 190", .contradictoryFigure(position: 3)),
      ("\"people\": 191", "\"people\": 19100", .contradictoryFigure(position: 0)),
      ("\"people\": 191", "\"people\": -1", .wrongKind("people")),
      ("\"base\": \"everyone\"", "\"base\": \"somebody\"", .wrongKind("base")),
      ("\"level\": \"Senior\"", "\"level\": \"Junior\"", .contradictoryFigure(position: 2)),
      ("\"contributor\": \"one\"", "\"contributor\": \"\"", .wrongKind("contributor")),
    ]
    #expect(Self.problem(Self.good) == nil)
    for (from, to, expected) in cases {
      #expect(Self.good.contains(from), "\(from)")
      #expect(Self.problem(Self.good.replacing(from, with: to)) == expected, "\(to)")
    }
    #expect(Self.problem("{") != nil && Self.problem("[]") != nil)
  }

  @Test("three months after the end of September is the thirtieth of December")
  func months() throws {
    let september = try #require(PackDate("2025-09-30"))
    for (text, expected) in [
      ("2025-12-29", false), ("2025-12-30", true), ("2026-01-01", true), ("2025-10-31", false),
    ] {
      #expect(try #require(PackDate(text)).isAtLeast(months: 3, after: september) == expected)
    }
    let november = try #require(PackDate("2025-11-30"))
    #expect(try #require(PackDate("2026-02-28")).isAtLeast(months: 3, after: november))
    for text in ["2025-2-30", "2025-13-01", "2025-00-10", "20250930", "2025-09-31", "x"] {
      #expect(PackDate(text) == nil)
    }
  }
}
