import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts
import Testing

@testable import Disclosure
@testable import Reports

/// Numbers that cannot be compared with those of another period, and numbers that rest on few people.
@Suite("Breaks and small bases") struct BreakTests {
  private func document(_ breaks: [(String, String)]) throws -> Document {
    var context = try #require(try SampleRelease.context())
    context.breaks = breaks.map {
      ReportContext.Break(attribute: $0.0, quarter: $0.1, text: "Everyone was asked again.")
    }
    return ReportBuilder.full(ReportInput(release: SampleRelease.release, context: context))
  }

  private func table(_ id: String, _ document: Document) throws -> DataTable {
    for case .table(let table) in document.blocks where table.id == id { return table }
    throw NotFound(id: id)
  }

  private struct NotFound: Error {
    let id: String
  }

  @Test("a break within the year takes the place of the change, and marks the share a year ago")
  func change() throws {
    let whole = try table("table-representation-gender", try document([]))
    #expect(whole.rows[0].cells[2...] == [.number("67.1%"), .number("+1.4\u{A0}pp")])
    let broken = try table("table-representation-gender", try document([("gender", "2025Q1")]))
    #expect(
      broken.rows[0].cells[2...] == [
        .marked("67.1%", .breakInSeries), .marker(.breakInSeries),
      ])
    #expect(broken.notes.contains("[b] from 2025Q1: Everyone was asked again."))
    let text = DocumentText(try document([("gender", "2025Q1")])).lines
    #expect(text.contains("- The share of women was 68.6% (2,113 people)."))
  }

  @Test("an older break, or one of another characteristic, changes nothing here")
  func elsewhere() throws {
    let plain = try table("table-representation-gender", try document([]))
    for (attribute, quarter) in [("gender", "2024Q3"), ("ethnicity", "2025Q1")] {
      #expect(
        try table("table-representation-gender", try document([(attribute, quarter)])) == plain)
    }
  }

  @Test("a trend is told from the break on, and its quarter is marked")
  func trend() throws {
    let document = try document([("gender", "2024Q1")])
    let trend = try table("table-trend-gender", document)
    #expect(
      trend.rows[2].cells.contains {
        if case .marked(_, .breakInSeries) = $0 { true } else { false }
      })
    #expect(trend.rows[3].cells.allSatisfy { if case .number = $0 { true } else { false } })
    let text = DocumentText(document).lines
    #expect(text.contains { $0.hasPrefix("- The share of women") && $0.contains("2024Q1") })
    #expect(!text.contains { $0.hasPrefix("- The share of women") && $0.contains("2023Q3") })
  }

  @Test("a share of fewer than 30 people is marked, one of 30 is not")
  func smallBase() throws {
    let context = try #require(try SampleRelease.context())
    let release = Release(
      exhibits: [
        SampleExhibits.representationBy(
          "representation/gender/level", SampleExhibits.gender, by: SampleExhibits.level,
          groups: ["Women", "Men"], yearAgo: false,
          [("Low", [14, 15], []), ("High", [15, 15], [])])
      ], summary: SampleRelease.release.summary)
    let document = ReportBuilder.full(ReportInput(release: release, context: context))
    let table = try table("table-representation-gender-level", document)
    #expect(table.rows[0].cells[1] == .marked("48.3%", .lowReliability))
    #expect(table.rows[1].cells[1] == .number("50.0%"))
  }

  @Test("targets are told with what is left, and what is left for each year")
  func targets() throws {
    let document = try document([])
    let row = try #require(try table("targets", document).rows.first)
    // 236 of 460 in leadership are women; 2027Q4 is nine quarters away.
    #expect(DocumentText.text(row.header) == "Women in leadership")
    #expect(
      row.cells.map { DocumentText.text($0) }
        == ["51.3%", "60.0%", "2027Q4", "+8.7\u{A0}pp", "+3.9\u{A0}pp"])
    #expect(
      DocumentText(document).lines.contains(
        "- The target for women in leadership is 60.0% by 2027Q4; at 51.3%, the share is 8.7 "
          + "percentage points short of it."))
  }
}
