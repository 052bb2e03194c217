import Documents
import Foundation
import Testing

@Suite("Markdown renderer")
struct MarkdownRendererTests {
  private static func text(_ document: Document) -> String {
    let file = MarkdownRenderer().render(document).first
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  @Test("the parts of a document")
  func parts() {
    let text = Self.text(SampleDocument.full)
    #expect(text.hasPrefix("# Diversity & inclusion report\n\n*Example Health Trust, "))
    for part in [
      "- **Snapshot**: 30 September 2025", "## Headlines", "### By department",
      "women were **0.81 times as likely** (95% interval 0.67 to 0.98). ◧ Gap, size uncertain",
      "| Shortlisted | 640 | 35.2 | 858 | 38.8 | 0.91 | 0.84 to 0.98 | ◇ Small gap |",
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | --- |",
      "| **All stages** |", "> [!WARNING]\n> **Change of method**\n>\n> Levels were mapped anew",
      "[who is counted](#who-is-counted)",
      "[guidance](https://example.org/guidance?a=1&amp;b=2)",
      "[The numbers behind this figure](#tables-behind-the-figures)",
      "2. Compare groups.\\\n   Twice.", "`parity explain funnel`",
      "Key: \\[c\\] not shown, to protect people's privacy; \\[z\\] not applicable;",
    ] {
      #expect(text.contains(part), "\(part)")
    }
    #expect(!text.contains("<"))
  }

  @Test("figures are files of their own, named in the text, each with its words")
  func figures() {
    let files = MarkdownRenderer(fileName: "r.md", figureFolder: "f").render(SampleDocument.full)
    #expect(
      files.map(\.path) == [
        "r.md", "f/funnel-ratios.svg", "f/trend-software.svg", "f/trend-clinical.svg",
        "f/levels.svg", "f/sites.svg",
      ])
    let text = String(decoding: files[0].bytes, as: UTF8.self)
    for path in files.dropFirst().map(\.path) { #expect(text.contains("](\(path))")) }
    #expect(text.contains("![Women were offered a job 0.81 times as often as men. The gap at"))
    #expect(String(decoding: files[1].bytes, as: UTF8.self).hasPrefix("<svg xmlns="))
  }

  @Test("links within the document find a heading")
  func anchors() {
    let text = Self.text(SampleDocument.full)
    let slugs = text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      line.drop { $0 == "#" || $0 == " " }.lowercased()
        .filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
        .replacingOccurrences(of: " ", with: "-")
    }
    let targets = text.components(separatedBy: "](#").dropFirst().map { $0.prefix { $0 != ")" } }
    #expect(targets.count >= 2)
    for target in targets { #expect(slugs.contains(String(target)), "\(target)") }
  }

  @Test("no label acts", arguments: HostileDocument.labels)
  func hostile(label: String) {
    let text = Self.text(HostileDocument.of(label))
    let acting = Self.acting(text)
    #expect(!acting.contains("<"))
    #expect(!acting.contains("](javascript"))
    #expect(!acting.contains("http://"))
    for line in text.split(separator: "\n") where line.hasPrefix("#") {
      #expect(line.drop { $0 == "#" }.hasPrefix(" "))
    }
    #expect(!text.contains("\u{202E}"))
    #expect(!text.contains("\u{1B}"))
  }

  /// The text without its code spans and without escaped characters.
  static func acting(_ text: String) -> String {
    var acting = ""
    var rest = text[...]
    while let first = rest.first {
      if first == "\\" {
        rest = rest.dropFirst(2)
      } else if first == "`" {
        let fence = rest.prefix { $0 == "`" }
        rest = rest.dropFirst(fence.count)
        while !rest.isEmpty {
          let run = rest.prefix { $0 == "`" }
          rest = rest.dropFirst(max(run.count, 1))
          if run.count == fence.count { break }
        }
      } else {
        acting.append(first)
        rest = rest.dropFirst()
      }
    }
    return acting
  }
}
