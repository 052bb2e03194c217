import Documents
import Testing

@Suite("Excerpts of documents")
struct DocumentExcerptTests {
  private static let table = DataTable(
    id: "t", caption: "Caption", corner: "Level", columns: [.init("Share")],
    rows: [.init(header: ["A"], cells: [.number("1")])])
  private static let excerpt = DocumentExcerpt(
    Document(
      title: "T",
      blocks: [
        .heading(level: 2, id: "one", ["One"]),
        .paragraph([.link("two", to: "#two"), " and ", .link("sub", to: "#sub")]),
        .heading(level: 3, id: "sub", ["Sub"]), .callout(kind: .note, title: nil, [.table(table)]),
        .pageBreak, .heading(level: 2, id: "two", ["Two"]), .paragraph(["Text"]),
      ]))

  @Test("everything with an identifier is listed in order")
  func parts() {
    #expect(Self.excerpt.parts.map(\.id) == ["one", "sub", "t", "two"])
    #expect(Self.excerpt.parts.map(\.kind) == [.section, .section, .table, .section])
  }

  @Test("a section goes to the next heading of its level, a table stands alone")
  func blocks() {
    #expect(Self.excerpt.blocks(of: "one")?.count == 4)
    #expect(Self.excerpt.blocks(of: "sub")?.count == 2)
    #expect(Self.excerpt.blocks(of: "t") == [.table(Self.table)])
    #expect(Self.excerpt.blocks(of: "none") == nil)
  }

  @Test("links out of the excerpt are words")
  func links() throws {
    let text = Self.excerpt.markdown(try #require(Self.excerpt.blocks(of: "one")))
    #expect(text.hasPrefix("## One\n\ntwo and [sub](#sub)\n\n### Sub\n\n> [!NOTE]\n"))
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n"))
  }

  @Test("figures are words and numbers in Markdown, and SVG on their own")
  func figures() throws {
    let excerpt = DocumentExcerpt(SampleDocument.full)
    let figure = try #require(excerpt.parts.first { $0.kind == .figure })
    let text = excerpt.markdown(try #require(excerpt.blocks(of: figure.id)))
    #expect(text.contains("**\(figure.title)**") && !text.contains("!["))
    #expect(excerpt.svg(of: figure.id)?.contains("<svg") == true)
    #expect(excerpt.svg(of: "one") == nil)
  }
}
