import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts
import Testing

@testable import Reports

/// What is found by names and quarters is found in every language.
@Suite("Translated sections") struct TranslatedSectionsTests {
  private func input(
    _ language: Language, _ change: (inout ReportContext) -> Void = { _ in }
  ) throws -> ReportInput {
    var context = try #require(try SampleRelease.context(language))
    change(&context)
    return ReportInput(release: SampleRelease.release, context: context)
  }

  private func table(_ id: String, _ document: Document) throws -> DataTable {
    try #require(
      document.blocks.lazy.compactMap { block -> DataTable? in
        if case .table(let table) = block, table.id == id { return table }
        return nil
      }.first, "\(id)")
  }

  @Test("the crosswalk answers as many lines as in English", arguments: Language.allCases)
  func crosswalk(language: Language) throws {
    func answered(_ language: Language) throws -> [[TableCell]] {
      try table("crosswalk-overview", ReportBuilder.research(try input(language))).rows.map(\.cells)
    }
    #expect(try answered(language) == answered(.britishEnglish))
    let lines = try table("crosswalk-lines-uk-gpg", ReportBuilder.research(try input(language)))
    #expect(
      DocumentText.text(lines.rows[0].cells[2]).hasSuffix(", pay/gender/Women › Mean › gap"))
  }

  @Test("a translated report says that the lines of frameworks are in English")
  func keptInEnglish() throws {
    func says(_ language: Language) throws -> Bool {
      let sentence = MessageCatalogue(language: language).explanation(.crosswalkInEnglish)
      return DocumentText(ReportBuilder.research(try input(language))).lines.contains(sentence)
    }
    #expect(try says(.german) && says(.french) && says(.spanish))
    #expect(try !says(.britishEnglish) && !says(.americanEnglish))
  }

  @Test("a break is seen where quarters are written in another way", arguments: Language.allCases)
  func breaks(language: Language) throws {
    let document = ReportBuilder.full(
      try input(language) {
        $0.breaks = [
          ReportContext.Break(attribute: "gender", quarter: "2025Q1", text: "Asked again.")
        ]
      })
    let now = try table("table-representation-gender", document)
    #expect(now.rows[0].cells[3] == .marker(.breakInSeries))
    let quarter = language.quarter("2025Q1") ?? ""
    #expect(now.notes.contains { $0.hasPrefix("[b]") && $0.contains(quarter) })
    let trend = try table("table-trend-gender", document)
    #expect(
      trend.rows.count { row in
        row.cells.contains { if case .marked(_, .breakInSeries) = $0 { true } else { false } }
      } == 1)
  }

  @Test("what is different since the last report is told", arguments: Language.allCases)
  func changes(language: Language) throws {
    let trend = try #require(
      SampleRelease.release.exhibits.firstIndex { $0.exhibit.id == "trend/gender" })
    var input = try input(language)
    input.changes = ReleaseChanges(
      period: "2025Q2", verdicts: [],
      figures: [
        .init(
          exhibit: trend, row: 0, column: 0,
          period: SampleRelease.release.exhibits[trend].exhibit.rows[0].label, before: 1)
      ], methods: [], newlyHidden: 0, newlyShown: 0, goneTables: 0, addedTables: 0)
    let document = ReportBuilder.full(input)
    let quarter = try #require(language.quarter("2025Q2"))
    for document in [document, ReportBuilder.leadership(input)] {
      #expect(
        DocumentText(document).lines.contains {
          $0.contains(quarter) && $0.hasSuffix(" 1.")
        })
    }
    let row = try #require(try table("table-since-figures", document).rows.first)
    // The quarter stands in its own column and not in the name as well.
    let period = DocumentText.text(row.cells[0])
    #expect(!DocumentText.text(row.header).contains(period))
  }

  @Test("the page of several reports")
  func batch() throws {
    let german = try input(.german)
    let document = BatchIndex(
      whole: .init(name: "Example Health Trust", folder: "everyone", input: german),
      parts: [.init(name: "Pharmacy", folder: nil, input: german)], attribute: "Department",
      page: "report.html"
    ).document
    #expect(document.subtitle == "Berichte nach Abteilung, 2025Q3")
    let lines = DocumentText(document).lines
    #expect(lines.contains("Ohne Bericht, weil keine ihrer Zahlen gezeigt werden kann: Pharmacy."))
    #expect(try table("reports", document).columns.map(\.title).first == "Personen")
  }
}
