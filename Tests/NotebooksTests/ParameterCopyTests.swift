import Configuration
import Testing

@testable import Notebooks

@Suite("Copies with other parameters")
struct ParameterCopyTests {
  private let text = notebook("# T\n", head: "[params]\n  group = \"a\" # remark\nlevel=0.9\n")

  @Test("a copy states its own parameters")
  func copy() throws {
    let copy = try ParameterCopy.text(
      text, with: [("group", "b \"c\"\n"), ("level", "0.8")], file: "a.md")
    let header = try Notebook(text: copy, file: "a.md").header
    #expect(header.parameters.map(\.value) == ["b \"c\"\n", "0.8"])
    #expect(copy.contains("\n  group = ") && copy.hasSuffix("+++\n# T\n"))
  }

  @Test("an unknown parameter and one given twice are told in one pass")
  func problems() {
    do {
      _ = try ParameterCopy.text(
        text, with: [("grup", "b"), ("level", "1"), ("level", "2")], file: "a.md")
      Issue.record("taken")
    } catch {
      #expect(error.nature == .usage && error.lines.count == 2)
      #expect(error.lines.first?.contains("did you mean group?") == true)
    }
  }

  @Test("slugs keep values apart")
  func slugs() throws {
    #expect(ParameterCopy.slug("Data science") == "data-science")
    #expect(ParameterCopy.slug("R&D") != ParameterCopy.slug("R D"))
    #expect(ParameterCopy.slug("R&D") != ParameterCopy.slug("R/D"))
    #expect(!ParameterCopy.slug("../..").contains("."))
    #expect(ParameterCopy.slug("").hasPrefix("value") == true || ParameterCopy.slug("") == "")
    let header = try Notebook(text: text, file: "a.md").header
    #expect(ParameterCopy.path("out/x-@group.md", header) == "out/x-a.md")
  }
}
