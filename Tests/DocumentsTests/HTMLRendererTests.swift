import Documents
import Foundation
import Testing

@Suite("HTML renderer")
struct HTMLRendererTests {
  private static let renderer = HTMLRenderer { _ in "HASH" }
  private static let documents =
    [SampleDocument.full, SampleDocument.leadership]
    + HostileDocument.labels.map(HostileDocument.of)

  private static let elements: Set<String> = [
    "!doctype", "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3",
    "h4", "p", "dl", "dt", "dd", "div", "nav", "ol", "ul", "li", "main", "section", "footer",
    "strong", "em", "code", "br", "span", "hr", "figure", "figcaption", "table", "caption", "thead",
    "tbody", "tr", "th", "td", "svg", "desc", "defs", "pattern", "path", "rect", "line", "polyline",
    "polygon", "circle", "text",
  ]

  @Test("the page is made of allowed elements and no attribute that acts")
  func allowed() {
    for document in Self.documents {
      let reader = PageReader(Self.renderer.page(document))
      for tag in reader.tags {
        #expect(Self.elements.contains(tag.name), "\(tag.name)")
        for attribute in tag.attributes {
          #expect(!attribute.name.hasPrefix("on"), "\(attribute.name)")
          #expect(!["style", "src", "srcset", "action", "formaction"].contains(attribute.name))
        }
        if let link = tag.value("href") {
          #expect(tag.name == "a")
          #expect(link.hasPrefix("#") || link.hasPrefix("https://") || !link.contains(":"))
        }
      }
    }
  }

  @Test("every element that must be closed is closed")
  func closed() {
    let void: Set<String> = ["!doctype", "meta", "br", "hr"]
    let shapes: Set<String> = ["path", "rect", "line", "polyline", "polygon", "circle"]
    for document in Self.documents {
      let reader = PageReader(Self.renderer.page(document))
      for name in Self.elements.subtracting(void).subtracting(shapes) {
        let opened = reader.tags.filter { $0.name == name }.count
        #expect(opened == reader.closed.filter { $0 == name }.count, "\(name)")
      }
    }
  }

  @Test("identifiers are unique, and every reference finds one")
  func identifiers() {
    for document in Self.documents {
      let reader = PageReader(Self.renderer.page(document))
      let ids = reader.tags.compactMap { $0.value("id") }
      #expect(ids.count == Set(ids).count)
      for tag in reader.tags {
        for name in ["aria-labelledby", "aria-describedby"] {
          for id in (tag.value(name) ?? "").split(separator: " ") {
            #expect(ids.contains(String(id)), "\(id)")
          }
        }
      }
    }
    let reader = PageReader(Self.renderer.page(SampleDocument.full))
    let ids = reader.tags.compactMap { $0.value("id") }
    for link in reader.tags.compactMap({ $0.value("href") }) where link.hasPrefix("#") {
      #expect(ids.contains(String(link.dropFirst())), "\(link)")
    }
  }

  @Test("identifiers that look like a chart's own stay apart from it")
  func chartIdentifiers() {
    let chart = SampleDocument.levels
    let document = Document(
      title: "T",
      blocks: [
        .heading(level: 2, id: "a-d", ["A"]),
        .figure(Figure(id: "a", title: "A", chart: chart)),
        .figure(Figure(id: "a-n", title: "B", chart: chart)),
        .heading(level: 2, id: "a-t", ["C"]),
      ])
    let ids = PageReader(Self.renderer.page(document)).tags.compactMap { $0.value("id") }
    #expect(ids.count == Set(ids).count, "\(ids)")
  }

  @Test("one h1, and no level is skipped")
  func headings() {
    let jumpy = Document(
      title: "T",
      blocks: [
        .heading(level: 4, id: "a", ["A"]), .heading(level: 4, id: "b", ["B"]),
        .heading(level: 1, id: "c", ["C"]), .heading(level: 9, id: "d", ["D"]),
      ])
    for document in Self.documents + [jumpy] {
      let levels = PageReader(Self.renderer.page(document)).tags.compactMap { tag -> Int? in
        tag.name.hasPrefix("h") && tag.name.count == 2 ? Int(tag.name.dropFirst()) : nil
      }
      #expect(levels.first == 1)
      #expect(levels.filter { $0 == 1 }.count == 1)
      for (before, after) in zip(levels, levels.dropFirst()) { #expect(after <= before + 1) }
    }
  }

  @Test("tables have captions, scopes and as many cells as headings")
  func tables() {
    let page = Self.renderer.page(SampleDocument.full)
    for part in page.components(separatedBy: "<table").dropFirst() {
      let table = part.components(separatedBy: "</table>")[0]
      #expect(table.contains("<caption"))
      #expect(!table.contains("colspan") && !table.contains("rowspan"))
      let heads = table.components(separatedBy: "<th scope=\"col\"").count - 1
      for row in table.components(separatedBy: "<tr").dropFirst(2) {
        #expect(row.contains("<th scope=\"row\""))
        #expect(row.components(separatedBy: "<td").count - 1 == heads - 1)
      }
    }
  }

  @Test("figures and the regions that scroll have names")
  func names() {
    for tag in PageReader(Self.renderer.page(SampleDocument.full)).tags {
      if tag.name == "svg" {
        let isDecoration = tag.value("aria-hidden") == "true"
        #expect(isDecoration || (tag.value("role") == "img" && tag.value("aria-labelledby") != nil))
      }
      if tag.value("class") == "scroll" {
        #expect(tag.value("tabindex") == "0")
        #expect(tag.value("role") == "group")
        #expect(tag.value("aria-labelledby") != nil)
      }
    }
  }

  @Test("the policy admits the stylesheet in the page and nothing else")
  func policy() throws {
    let collector = HTMLRenderer { "<\($0.utf8.count)>" }
    let page = collector.page(SampleDocument.full)
    let style = try #require(
      page.components(separatedBy: "<style>").last?.components(separatedBy: "</style>").first)
    #expect(
      page.contains(
        "content=\"default-src 'none'; style-src 'sha256-<\(style.utf8.count)>'; img-src data:;"
          + " base-uri 'none'; form-action 'none'\""))
    #expect(!style.contains("url(") && !style.contains("@import") && !style.contains("//"))
    #expect(page.contains("<html lang=\"en-GB\">"))
    #expect(page.contains("<a class=\"skip\" href=\"#content\">"))
  }

  @Test("a long table moves to the annex and is linked")
  func annex() {
    let page = Self.renderer.page(SampleDocument.full)
    #expect(page.contains("<h2 id=\"figure-tables\">Tables behind the figures</h2>"))
    #expect(page.contains("<a href=\"#site-table\">The numbers behind this figure</a>"))
    #expect(page.contains("<table id=\"site-table\">"))
  }

  @Test("the key lists the markers used and no others")
  func key() {
    let page = Self.renderer.page(SampleDocument.full)
    let notes =
      page.components(separatedBy: "id=\"funnel-table-notes\">").last?
      .components(separatedBy: "</div>").first ?? ""
    #expect(notes.contains("[c]</span> not shown"))
    #expect(notes.contains("[z]</span> not applicable"))
    #expect(notes.contains("[u]</span> low reliability"))
    #expect(!notes.contains("[b]"))
  }

  @Test("the same document gives the same bytes under the chosen name")
  func bytes() {
    let renderer = HTMLRenderer(fileName: "x.html") { _ in "HASH" }
    let first = renderer.render(SampleDocument.full)
    #expect(first.map(\.path) == ["x.html"])
    #expect(first == renderer.render(SampleDocument.full))
    #expect(first[0].bytes.count < 100_000)
  }
}
