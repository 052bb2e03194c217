import Documents
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Labels from data read back from every file of a document: nothing they hold acts.
@Suite("Injection")
struct InjectionTests {
  static let labels =
    HostileDocument.labels + [
      "=HYPERLINK(\"http://example.org\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1",
      "\r=1", "＝1+1", "a\r\n=1", "\"=1\"", "{{title}} ${x} %s %n {0} <%= x %>", "../../x",
      "/etc/passwd", "C:\\CON", "nul", "a\u{0}b", "-rf", String(repeating: "long ", count: 2_000),
      String(repeating: "W", count: 300), "]]><svg onload=alert(1)>", "<!--", "--><script>",
      "\" xlink:href=\"http://example.org", "url(#x) url(http://example.org)",
      "</title></desc></svg><foreignObject>", "&#x3C;script&#x3E;", "[x]: http://example.org \"t\"",
      "![x](http://example.org/x.png)", "<http://example.org>", "~~~\ncode", "    indented", "\\",
      "\u{2067}x\u{2069}", "\u{1B}]8;;http://example.org\u{7}x", "\u{9B}2J", "女性", "",
    ]

  private static func text(_ file: RenderedFile) -> String {
    String(decoding: file.bytes, as: UTF8.self)
  }

  private static func files(_ label: String) -> [RenderedFile] {
    let document = HostileDocument.of(label)
    return MarkdownRenderer(tableFolder: "tables").render(document)
      + CSVRenderer().render(document)
      + HTMLRenderer(tableFolder: "tables") { _ in "HASH" }.render(document)
  }

  @Test("no file holds a control, an escape or a mark of direction", arguments: labels)
  func characters(label: String) {
    for file in Self.files(label) {
      for scalar in Self.text(file).unicodeScalars {
        let isEnd = scalar == "\n" || (scalar == "\r" && file.path.hasSuffix(".csv"))
        #expect(isEnd || (scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)))
        #expect(!(0x202A...0x202E).contains(scalar.value))
        #expect(!(0x2066...0x2069).contains(scalar.value))
      }
    }
  }

  @Test("names of files stay in their folders", arguments: labels)
  func names(label: String) {
    let paths = Self.files(label).map(\.path)
    #expect(Set(paths.map { $0.lowercased() }).count == paths.count)
    for path in paths {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      #expect(parts.count <= 2)
      for part in parts {
        let name = part.split(separator: ".")
        #expect(!part.isEmpty && part.utf8.count <= 110 && name.count <= 2, "\(path)")
        #expect(part.utf8.allSatisfy { $0 < 0x7F && $0 > 0x2C && $0 != 0x2F && $0 != 0x3A })
        #expect(!["con", "prn", "aux", "nul"].contains(name.first?.lowercased() ?? ""))
        #expect(!part.hasPrefix("-") && !part.hasPrefix("."))
      }
    }
  }

  @Test("figures are SVG of allowed elements and attributes", arguments: labels)
  func figures(label: String) {
    let figures = Self.files(label).filter { $0.path.hasSuffix(".svg") }
    #expect(!figures.isEmpty)
    for file in figures {
      let reader = ShapeReader()
      let parser = XMLParser(data: Data(file.bytes))
      parser.delegate = reader
      #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "")")
      #expect(reader.problems.isEmpty, "\(reader.problems)")
      #expect(reader.ids.count == Set(reader.ids).count)
    }
  }

  @Test("tables are CSV in which no field is a formula", arguments: labels)
  func tables(label: String) {
    let tables = Self.files(label).filter { $0.path.hasSuffix(".csv") }
    #expect(!tables.isEmpty)
    for file in tables {
      let rows = SpreadsheetReader(Self.text(file)).rows
      #expect(rows.count > 1, "\(Self.text(file))")
      #expect(Set(rows.map(\.count)).count == 1)
      for field in rows.joined() {
        let first = field.unicodeScalars.first { $0 != " " && $0 != "\u{A0}" }
        let acts = first.map {
          ["=", "+", "-", "@", "\t", "\r", "|", "%", "＝", "＋", "－", "＠", "\u{2212}"].contains($0)
        }
        #expect(acts != true || Double(field) != nil, "\(field)")
      }
    }
  }

  @Test(
    "rows of a Markdown table keep their cells, and links go to files of the report",
    arguments: labels)
  func markdown(label: String) throws {
    let files = Self.files(label)
    let text = Self.text(try #require(files.first { $0.path.hasSuffix(".md") }))
    let known = files.map(\.path)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var width: Int?
    for line in lines {
      guard line.hasPrefix("|") else {
        width = nil
        continue
      }
      let cells = Self.unescaped(line).filter { $0 == "|" }.count
      #expect(cells == width ?? cells, "\(line)")
      width = cells
    }
    for piece in MarkdownRendererTests.acting(text).components(separatedBy: "](").dropFirst() {
      let target = String(piece.prefix { $0 != ")" })
      let isBeside = !target.contains(":") && !target.hasPrefix("/") && !target.contains("..")
      #expect(target.hasPrefix("#") || known.contains(target) || isBeside, "\(target)")
    }
    for line in lines where line.hasPrefix("[") {
      #expect(!Self.unescaped(line).contains("]:"), "\(line)")
    }
  }

  /// The text without what a backslash escapes, code spans among it.
  private static func unescaped(_ text: String) -> String {
    var kept = ""
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        kept.append(character)
      }
    }
    return kept
  }
}

/// Holds an SVG file against an allow-list.
private final class ShapeReader: NSObject, XMLParserDelegate {
  var problems: [String] = []
  var ids: [String] = []

  private static let attributes: [String: Set<String>] = [
    "svg": ["xmlns", "role", "aria-labelledby", "viewBox", "font-family"],
    "title": ["id"], "desc": ["id"], "defs": [],
    "pattern": ["id", "width", "height", "patternUnits"],
    "path": ["d", "fill", "stroke", "stroke-width", "stroke-linecap", "stroke-dasharray"],
    "rect": ["x", "y", "width", "height", "fill", "stroke", "stroke-width"],
    "line": ["x1", "y1", "x2", "y2", "fill", "stroke", "stroke-width", "stroke-dasharray"],
    "polyline": ["points", "fill", "stroke", "stroke-width", "stroke-dasharray"],
    "polygon": ["points", "fill", "stroke", "stroke-width"],
    "circle": ["cx", "cy", "r", "fill", "stroke", "stroke-width"],
    "text": ["x", "y", "font-size", "text-anchor", "font-weight", "fill"],
  ]

  func parser(
    _ parser: XMLParser, didStartElement elementName: String, namespaceURI: String?,
    qualifiedName qName: String?, attributes attributeDict: [String: String] = [:]
  ) {
    guard let allowed = Self.attributes[elementName] else {
      problems.append("<\(elementName)>")
      return
    }
    for (name, value) in attributeDict {
      if !allowed.contains(name) { problems.append("\(elementName) \(name)") }
      if value.contains("url("), !value.hasPrefix("url(#") { problems.append(value) }
      if name == "id" { ids.append(value) }
    }
  }
}
