import Configuration
import Testing

@testable import Notebooks

@Suite("Reading notebooks")
struct NotebookParsingTests {
  private func problems(_ text: String) -> [String] {
    do {
      _ = try Notebook(text: text, file: "a.md")
      return []
    } catch {
      return error.lines
    }
  }

  @Test("a notebook is put together again byte for byte")
  func roundTrip() throws {
    let text = notebook(
      "# T\n\nText `<!--= a.b -->`.\n\n```parity {#a}\nmethods\n```\n\n"
        + "<!-- parity:out a sha256=1 -->\nx\n<!-- /parity:out -->\nMore.\n")
    let read = try Notebook(text: text, file: "a.md")
    let again = read.parts.map { part in
      switch part {
      case .text(let text): text
      case .value(let value): value.opening + value.written + InlineValue.closing
      case .cell(let cell):
        cell.source + cell.gap + "<!-- parity:out a sha256=1 -->\n" + (cell.written?.text ?? "?")
          + "<!-- /parity:out -->\n"
      }
    }.joined()
    #expect(again == text)
    #expect(read.header.title == "T" && read.ids == ["a"])
  }

  @Test("front matter is needed, and everything wrong with it is told at once, with lines")
  func frontMatter() {
    #expect(problems("# T\n").first?.hasPrefix("error N002 a.md:1") == true)
    let found = problems(
      "+++\ntitel = \"T\"\n[params]\ngroup = [1]\n[data]\nx = \"a.csv\"\n[params.y]\n+++\n")
    #expect(found.contains { $0.hasPrefix("error C010 a.md:2") && $0.contains("\"title\"?") })
    #expect(found.contains { $0.hasPrefix("error C011 a.md:4") })
    #expect(
      problems("+++\ntitle = \"T\"\n[params]\nx = 1\n[data]\nx = \"a.csv\"\n+++\n").first?
        .hasPrefix("error C042 a.md:6") == true)
  }

  @Test(
    "what is wrong with a cell has a code and a line",
    arguments: [
      ("```parity {#a otput=text}\nmethods\n```\n", "N004", "did you mean \"output\"?"),
      ("```parity {#a output=txt}\nmethods\n```\n", "N005", "did you mean text?"),
      ("```parity {output=text}\nmethods\n```\n", "N006", "needs an #id"),
      ("```parity {#1a}\nmethods\n```\n", "N006", "not an identifier"),
      ("```parity {#a caption=\"x}\nmethods\n```\n", "N003", "{#id name=value}"),
      ("```parity {#a}\nmethods\n", "N003", "does not end"),
      ("```parity {#a alt=`x`}\nmethods\n```\n", "N003", "backtick"),
      ("```parity {#a}\n```\n", "N021", "no command"),
      ("```parity {#a}\nmethods\nschema\n```\n", "N021", "more than one"),
      ("```parity {#a}\nmethods \"x\n```\n", "N021", "not closed"),
      ("```parity {#a output=figure}\nmethods\n```\n", "N005", "needs alt"),
      ("```parity {#a output=table rows=x}\nmethods\n```\n", "N005", "rows needs columns"),
      ("```parity {#a rows=x}\nmethods\n```\n", "N005", "belong to output=table"),
      ("```parity {#a tol=none}\nmethods\n```\n", "N005", "not a tolerance"),
      ("```parity {#a tol=1 tol=2}\nmethods\n```\n", "N005", "twice"),
      ("```parity {#a if=x}\nmethods\n```\n", "N005", "not a condition"),
      ("```parity {#a}\nmethods @x\n```\n", "N013", "@x is not declared"),
      (
        "<!-- parity:out a sha256=1 -->\n<!-- /parity:out -->\n", "N008", "does not follow its cell"
      ),
      ("```parity {#a}\nmethods\n```\n<!-- parity:out a -->\nx\n", "N008", "does not end"),
      (
        "```parity {#a}\nmethods\n```\n<!-- parity:out b -->\n<!-- /parity:out -->\n", "N008",
        "follows cell #a"
      ),
      ("<!--= a.b %.2f --><!--/=-->\n\n```parity {#a}\nmethods\n```\n", "N014", "stands below"),
      ("```parity {#ab}\nmethods\n```\n<!--= abc.b --><!--/=-->\n", "N014", "did you mean #ab?"),
      ("```parity {#a}\nmethods\n```\n<!--= a.b %x --><!--/=-->\n", "N009", "not a format"),
      ("```parity {#a}\nmethods\n```\n<!--= a.b\n\n", "N009", "does not end"),
      ("<!--= a --><!--/=-->\n", "N009", "does not name a value"),
    ])
  func cells(body: String, code: String, words: String) {
    let found = problems(notebook(body))
    #expect(
      found.contains { $0.hasPrefix("error \(code) a.md:") && $0.contains(words) }, "\(found)")
  }

  @Test("every problem is told in one pass, in the order of the lines")
  func onePass() {
    let found = problems(
      notebook(
        "```parity {#a x=1}\nmethods\n```\n\n```parity {#a}\nmethods @y\n```\n<!--= z.b --><!--/=-->\n"
      ))
    #expect(
      found.map { String($0.prefix(16)) } == [
        "error N004 a.md:", "error N007 a.md:", "error N013 a.md:", "error N014 a.md:",
      ])
  }

  @Test("what stands in a longer fence, a tilde fence or a code span is text")
  func nestedFences() throws {
    let text = notebook(
      "````markdown\n```parity {#a bad}\nx\n```\n````\n~~~\n```parity {#b}\n~~~\n"
        + "A `` span ` with <!--= a.b --> `` and `<!--= c -->`.\n\n    <!-- plain -->\n"
        + "```parity {#c}\nmethods\n```\n")
    let read = try Notebook(text: text, file: "a.md")
    #expect(read.ids == ["c"] && read.values.isEmpty)
  }

  @Test("a command goes on after a backslash; names are replaced within words only")
  func words() throws {
    let words = try CommandWords.read([
      "# remark", "parity test two-by-two \\", "  @a/@b '@c' \"x y\" me@@home ''",
    ])
    #expect(
      words.map(\.pieces) == [
        [.text("test")], [.text("two-by-two")], [.name("a"), .text("/"), .name("b")],
        [.text("@c")], [.text("x y")], [.text("me@home")], [],
      ])
    #expect(CommandWords.printed(["a b", "c", ""]) == "'a b' c ''")
  }
}
