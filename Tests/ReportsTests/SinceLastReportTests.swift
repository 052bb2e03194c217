import Documents
import Estimates
import Findings
import Foundation
import SVGCharts
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Since the last report")
struct SinceLastReportTests {
  private let release = SampleRelease.release

  private func position(_ id: String) throws -> Int {
    try #require(release.exhibits.firstIndex { $0.exhibit.id == id })
  }

  private func input(_ changes: ReleaseChanges) throws -> ReportInput {
    var input = ReportInput(
      release: release, context: try #require(try SampleRelease.context()))
    input.changes = changes
    return input
  }

  private func changes(
    verdicts: [ReleaseChanges.VerdictChange] = [], figures: [ReleaseChanges.FigureChange] = [],
    methods: [ReleaseChanges.MethodChange] = [], hidden: Int = 0, shown: Int = 0, gone: Int = 0,
    added: Int = 0
  ) -> ReleaseChanges {
    ReleaseChanges(
      period: "2025Q2", verdicts: verdicts, figures: figures, methods: methods,
      newlyHidden: hidden, newlyShown: shown, goneTables: gone, addedTables: added)
  }

  /// The lines of the section.
  private func section(_ changes: ReleaseChanges) throws -> [String] {
    let lines = DocumentText(ReportBuilder.full(try input(changes))).lines
    let start = try #require(lines.firstIndex(of: "## Since the last report"))
    let end = try #require(lines.firstIndex(of: "## Method, quality and disclosure"))
    #expect(lines[..<start].contains("## Trend and targets"))
    return Array(lines[(start + 1)..<end])
  }

  @Test("lists verdicts with both words, revised figures with old and new, and methods")
  func lists() throws {
    let exits = try position("exits/gender")
    let funnel = try position("funnel/gender/Women")
    let trend = try position("trend/gender")
    let quarter = release.exhibits[trend].exhibit.rows[0].label
    let people = try #require(release.exhibits[trend].entries[0][0].people)
    let lines = try section(
      changes(
        verdicts: [
          .init(kind: .new, exhibit: funnel, row: 0, before: nil, isBreak: false),
          .init(kind: .changed, exhibit: exits, row: 0, before: .clearGap, isBreak: true),
        ],
        figures: [
          .init(
            exhibit: trend, row: 0, column: 0, period: quarter, before: Double(people + 8)),
          .init(exhibit: trend, row: 1, column: 0, period: "2024Q4", before: nil),
        ],
        methods: [
          .init(subject: .method("Ratio of rates"), before: "exact", now: "score", tables: 2),
          .init(subject: .levels("level"), before: nil, now: nil, tables: nil),
        ], hidden: 3, shown: 1, gone: 2))
    #expect(
      lines.first
        == "Since the report on 2025Q2: new gaps 1, resolved gaps 0, changed verdicts 0, revised "
        + "figures 1.")
    func row(_ start: String) -> String { lines.first { $0.hasPrefix(start) } ?? "" }
    #expect(row("Hiring of women: ").contains(" | New gap |  | "))
    let broken = row("Exits of women")
    #expect(broken.contains("[b] | ■ Clear gap | "))
    let revised = lines.filter { $0.hasPrefix("The trend by gender: ") }
    #expect(revised.count == 2)
    let format = SectionWriter(try input(changes())).format
    #expect(
      revised.first
        == "The trend by gender: Women, people | \(quarter) | \(format.people(people + 8)) | "
        + format.people(people))
    #expect(revised.last?.contains("| 2024Q4 | [b] | ") == true)
    #expect(row("Ratio of rates") == "Ratio of rates | exact | score | 2")
    #expect(row("Levels of level") == "Levels of level | [b] |  | All")
    #expect(
      lines.contains { $0.hasSuffix("shown then: 3; places shown now that were hidden then: 1.") })
    #expect(lines.contains { $0.hasSuffix("not in this one: 2; tables that are new: 0.") })
  }

  @Test("two numbers that round alike are printed with the digits in which they differ")
  func digits() throws {
    let pay = try position("pay/gender/Women")
    let columns = release.exhibits[pay].exhibit.columns
    let column = try #require(columns.firstIndex { $0.id == "gap" })
    let gap = try #require(release.exhibits[pay].entries[0][column].estimate?.value)
    let lines = try section(
      changes(
        figures: [
          .init(exhibit: pay, row: 0, column: column, period: "2025Q3", before: gap + 2e-5)
        ]))
    let row = try #require(lines.first { $0.hasPrefix("The pay gap of women: Mean, ") })
    let cells = row.components(separatedBy: " | ")
    #expect(cells.count == 4 && cells[2] != cells[3])
  }

  @Test("says that nothing changed, and is left out where there is no last report")
  func nothing() throws {
    let lines = try section(changes())
    #expect(
      lines == [
        "Nothing has changed since the report on 2025Q2: no verdict, no method, and no figure that "
          + "both reports publish for one period."
      ])
    let without = ReportInput(
      release: release, context: try #require(try SampleRelease.context()))
    let full = DocumentText(ReportBuilder.full(without)).lines
    #expect(!full.contains("## Since the last report"))
    #expect(full.contains { $0.hasPrefix("Since the last report | An earlier report") })
    #expect(
      !DocumentText(ReportBuilder.leadership(without)).lines.contains { $0.contains("last report") }
    )
  }

  @Test("leaders read one line")
  func leadership() throws {
    let exits = try position("exits/gender")
    let document = ReportBuilder.leadership(
      try input(
        changes(
          verdicts: [
            .init(kind: .resolved, exhibit: exits, row: 0, before: .clearGap, isBreak: false)
          ], hidden: 4)))
    let lines = DocumentText(document).lines.filter { $0.contains("2025Q2") }
    #expect(
      lines == [
        "Since the report on 2025Q2: new gaps 0, resolved gaps 1, changed verdicts 0, revised "
          + "figures 0."
      ])
  }

  @Test("a long list of revisions is cut and says so; places that do not exist are left out")
  func bounds() throws {
    let trend = try position("trend/gender")
    let one = ReleaseChanges.FigureChange(
      exhibit: trend, row: 0, column: 0, period: "2024Q3", before: 1)
    let lines = try section(
      changes(
        verdicts: [.init(kind: .new, exhibit: 9999, row: 0, before: nil, isBreak: false)],
        figures: Array(repeating: one, count: 112)))
    #expect(lines.count { $0.hasPrefix("The trend by gender") } == 100)
    #expect(lines.contains { $0.contains("not listed here: 12.") })
  }

  @Test("no sentence has stray marks, and every report renders")
  func wording() throws {
    let trend = try position("trend/gender")
    let all = changes(
      figures: [.init(exhibit: trend, row: 0, column: 1, period: "2024Q3", before: 0.5)],
      methods: [.init(subject: .method("A <b>"), before: "{x}", now: "|", tables: 1)], hidden: 1)
    for line in try section(all) where !line.contains("A <b>") {
      for stray in ["{", "}", " ,", " .", "..", "nil", "Optional", "nan"] {
        #expect(!line.contains(stray), "\(stray) in: \(line)")
      }
    }
    let document = ReportBuilder.full(try input(all))
    let files =
      MarkdownRenderer(fileName: "report.md", figureFolder: "figures").render(document)
      + HTMLRenderer(fileName: "report.html", sha256Base64: { _ in "" }).render(document)
    let html = try #require(files.first { $0.path == "report.html" })
    #expect(!String(decoding: html.bytes, as: UTF8.self).contains("A <b>"))
  }
}
