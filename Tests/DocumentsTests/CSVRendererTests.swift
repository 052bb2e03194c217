import Documents
import SVGCharts
import Testing

@Suite("CSV renderer")
struct CSVRendererTests {
  private static func rows(_ table: DataTable) throws -> [[String]] {
    let file = try #require(
      CSVRenderer().render(Document(title: "T", blocks: [.table(table)])).first)
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return SpreadsheetReader(text).rows
  }

  @Test("numbers as they are, intervals and marks in columns of their own, markers as text")
  func whole() throws {
    let rows = try Self.rows(
      DataTable(
        id: "table-x", caption: "X", corner: "Level",
        columns: [
          .init("People"), .init("Ratio", unit: "95% CI"), .init("p"),
          .init("Share", unit: "share"),
          .init("Verdict", alignment: .leading), .init("People"),
        ],
        rows: [
          .init(
            header: ["Band 8-9, ", .strong("upper")],
            cells: [
              .number("1,842"), .estimate("0.81", interval: "0.67 to 0.98"),
              .marked("0.014", .dependsOnMethod), .marker(.roundsToZero),
              .text([.verdict(VerdictBadge(glyph: .dot, word: "About the same"))]), .number("7"),
            ],
            exact: [
              ExactNumber(1842), ExactNumber(0.8123456789012345, interval: 0.67...(.infinity)),
              ExactNumber(-1e-7), ExactNumber(0.0001), nil, nil,
            ]),
          .init(header: ["Total"], cells: [.marker(.notShown)], exact: [ExactNumber(3)]),
        ]))
    #expect(
      rows == [
        [
          "Level", "People", "Ratio", "Ratio, 95% CI lower", "Ratio, 95% CI upper", "p", "p, mark",
          "Share (share)", "Verdict", "People (2)",
        ],
        [
          "Band 8-9, upper", "1842", "0.812345678901", "0.67", "no upper limit", "-1e-07", "[m]",
          "[low]", "About the same", "7",
        ],
        ["Total", "[c]", "", "", "", "", "", "", "", ""],
      ])
  }

  @Test("a hidden cell is never given by the number behind it")
  func hidden() throws {
    for marker in Marker.allCases {
      let rows = try Self.rows(
        DataTable(
          id: "t", caption: "T", corner: "", columns: [.init("People")],
          rows: [
            .init(
              header: ["A"], cells: [.marker(marker)],
              exact: [ExactNumber(3, interval: 1...5)]),
            .init(
              header: ["B"], cells: [.number("20")], exact: [ExactNumber(20, interval: 18...22)]),
          ]))
      #expect(rows[1] == ["A", marker.rawValue, "", ""])
      #expect(rows[2] == ["B", "20", "18", "22"])
    }
  }

  @Test("every table of a document has one file, linked in HTML and Markdown")
  func files() throws {
    let document = SampleDocument.full
    let files = CSVRenderer(folder: "tables").render(document)
    #expect(files.count >= 2)
    #expect(Set(files.map(\.path)).count == files.count)
    let page = HTMLRenderer(tableFolder: "tables") { _ in "HASH" }.page(document)
    let links = PageReader(page).tags.compactMap { $0.value("href") }.filter {
      $0.hasSuffix(".csv")
    }
    #expect(links == files.map(\.path))
    let text = String(
      decoding: MarkdownRenderer(tableFolder: "tables").render(document)[0].bytes, as: UTF8.self)
    for file in files { #expect(text.contains("[CSV](\(file.path))"), "\(file.path)") }
    let without = HTMLRenderer { _ in "HASH" }.page(document)
    #expect(!without.contains(".csv"))
  }

  @Test("tables whose identifiers encode alike have files of their own")
  func apart() {
    let tables = ["table-女性", "table-男性", "TABLE-女性", "table-女性"].map { id in
      Block.table(
        DataTable(
          id: id, caption: id, corner: "", columns: [], rows: [.init(header: ["x"], cells: [])]))
    }
    let paths = CSVRenderer().render(Document(title: "T", blocks: tables)).map(\.path)
    #expect(paths.count == 3)
    #expect(Set(paths.map { $0.lowercased() }).count == 3)
  }
}
