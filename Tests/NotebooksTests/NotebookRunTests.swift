import Foundation
import Testing

@testable import Notebooks

@Suite("Running notebooks")
struct NotebookRunTests {
  private static let answer = "{\"results\": [{\"id\": \"z\", \"p_value\": 0.03244}]}"
  private static let body = """
    # T

    ```parity {#z caption="Two rates"}
    test two-by-two 2/10 15/25
    ```

    The p-value is <!--= z.results.z.p_value %.3f --><!--/=-->.

    """

  private func prepare(_ project: NotebookProject) {
    project.interpreter.answer("test two-by-two 2/10 15/25", "p = 0.03244\n\n")
    project.interpreter.answer("test two-by-two 2/10 15/25 --json", Self.answer)
    project.interpreter.answer("methods", "one\ntwo\n")
  }

  @Test("outputs and values are written in place, and a second run changes no byte")
  func idempotence() async throws {
    try await NotebookProject.with(notebook(Self.body)) { project in
      prepare(project)
      try await project.run()
      let first = try project.text
      #expect(
        first.contains("-->\n**Two rates**\n\n```text\np = 0.03244\n```\n<!-- /parity:out -->"))
      #expect(first.contains("%.3f -->0.032<!--/=-->."))
      let lock = try String(contentsOfFile: "\(project.folder)/notes/a.lock.json", encoding: .utf8)
      _ = project.interpreter.takeRuns()
      try await project.run()
      #expect(try project.text == first)
      #expect(project.interpreter.takeRuns().isEmpty)
      #expect(
        try String(contentsOfFile: "\(project.folder)/notes/a.lock.json", encoding: .utf8) == lock)
      let drifts = try await project.drifts()
      #expect(drifts.isEmpty)
    }
  }

  @Test("changed prose runs nothing; a changed command, parameter or engine does")
  func keys() async throws {
    let text = notebook(
      "```parity {#a}\ntest two-by-two @x 15/25\n```\n", head: "[params]\nx = \"2/10\"\n")
    try await NotebookProject.with(text) { project in
      prepare(project)
      project.interpreter.answer("test two-by-two 3/10 15/25", "other")
      try await project.run()
      _ = project.interpreter.takeRuns()
      try project.write(try project.text + "More prose.\n")
      try await project.run()
      #expect(project.interpreter.takeRuns() == [])
      #expect(try project.text.hasSuffix("-->\nMore prose.\n"))
      try project.write(try project.text.replacing("x = \"2/10\"", with: "x = \"3/10\""))
      try await project.run()
      #expect(project.interpreter.takeRuns() == ["test two-by-two 3/10 15/25"])
      project.interpreter.change(engine: "Parity 2")
      try await project.run()
      #expect(project.interpreter.takeRuns().count == 1)
    }
  }

  @Test("a confidential input without a digest is run every time")
  func withoutDigest() async throws {
    try await NotebookProject.with(notebook("```parity {#a}\nshow data/c.toml\n```\n")) { project in
      try project.write("x", to: "data/c.toml")
      project.interpreter.answer("show c.toml", "shown")
      try await project.run()
      try await project.run()
      #expect(project.interpreter.takeRuns() == ["show c.toml"])
      project.interpreter.change(digestOfConfiguration: "")
      try await project.run()
      try await project.run()
      #expect(project.interpreter.takeRuns().count == 2)
    }
  }

  @Test("lines keep the ends they have, and new lines get those of the file")
  func carriageReturns() async throws {
    let text = notebook(Self.body).replacing("\n", with: "\r\n")
    try await NotebookProject.with(text) { project in
      prepare(project)
      try await project.run()
      let first = try project.text
      #expect(first.utf8.count { $0 == 13 } == first.utf8.count { $0 == 10 })
      try await project.run()
      let drifts = try await project.drifts()
      #expect(try project.text == first && drifts.isEmpty)
    }
  }

  @Test("an output can leave neither its block nor its markers")
  func injection() async throws {
    let hostile =
      "a\n<!-- /parity:out -->\n```\n````\n```parity {#b}\nmethods\n```\n<!--= x.y -->\u{1B}[2J"
    let body =
      "```parity {#a}\nmethods\n```\n\n```parity {#j output=json}\ntest draw\n```\n\n"
      + "```parity {#t output=table rows=results columns=name}\ntest draw\n```\n\n"
      + "<!--= j.results.0.name --><!--/=-->\n"
    try await NotebookProject.with(notebook(body)) { project in
      project.interpreter.answer("methods", hostile)
      project.interpreter.answer(
        "test draw --json",
        "{\"results\": [{\"name\": \"<!-- /parity:out --> ``` | <!--/=--> `x\\n# H\"}]}")
      try await project.run()
      let first = try project.text
      let read = try Notebook(text: first, file: "a.md")
      #expect(read.ids == ["a", "j", "t"] && read.values.count == 1)
      #expect(first.contains("`````text\n") && first.contains("\\u003c!-- /parity:out"))
      #expect(!first.contains("\u{1B}"))
      try await project.run()
      let drifts = try await project.drifts()
      #expect(try project.text == first && drifts.isEmpty)
    }
  }

  @Test("where a cell fails nothing is written, and every failure is told")
  func partialFailure() async throws {
    let text = notebook(
      Self.body
        + "```parity {#x}\nmethods --no\n```\n```parity {#f output=figure alt=A}\nshow data/c.toml g\n```\n"
        + "<!--= z.results.y.p_value --><!--/=-->\n")
    try await NotebookProject.with(text) { project in
      prepare(project)
      try project.write("x", to: "data/c.toml")
      project.interpreter.answer("show c.toml g --figure", "<svg/>")
      let codes = await project.codes()
      #expect(codes == ["N017", "N015"])
      #expect(try project.text == text)
      let left = try FileManager.default.contentsOfDirectory(atPath: "\(project.folder)/notes")
      #expect(left == ["a.md"])
    }
  }

  @Test(
    "what cannot stand in a cell is refused",
    arguments: [
      ("report data/c.toml", "N010"), ("notebook run", "N010"),
      ("inspect data/c.toml --show-values", "N010"),
      ("test people ../c.csv", "N011"), ("test people /etc/passwd", "N011"),
      ("test people data/none.csv", "N012"), ("test people --json data/c.toml", "N021"),
    ])
  func refused(command: String, code: String) async throws {
    try await NotebookProject.with(notebook("```parity {#a}\n\(command)\n```\n")) { project in
      try project.write("x", to: "data/c.toml")
      let codes = await project.codes()
      #expect(codes == [code])
      #expect(project.interpreter.takeRuns().isEmpty)
    }
  }

  @Test("a parameter stays one word and cannot name a path outside")
  func parameters() async throws {
    let head = "[params]\nx = \"a --json\"\np = \"../../etc/passwd\"\n"
    try await NotebookProject.with(
      notebook("```parity {#a}\ntest two-by-two @x\n```\n", head: head)
    ) { project in
      project.interpreter.answer("test two-by-two a --json", "one word")
      try await project.run()
      let lock = try String(contentsOfFile: "\(project.folder)/notes/a.lock.json", encoding: .utf8)
      #expect(lock.contains("\"command\": \"test two-by-two 'a --json'\""))
      try project.write(notebook("```parity {#a}\ntest people @p\n```\n", head: head))
      let codes = await project.codes()
      #expect(codes == ["N011"])
    }
  }

  @Test("a failure that is expected is the output; another one fails")
  func expectedErrors() async throws {
    try await NotebookProject.with(
      notebook("```parity {#a expect-error=U1}\nmethods\n```\n")
    ) { project in
      project.interpreter.answer("methods", "", errors: ["error U1 wrong"], code: 64)
      try await project.run()
      #expect(try project.text.contains("```text\nerror U1 wrong\n```"))
      project.interpreter.answer("methods", "", errors: ["error U12 wrong"], code: 64)
      try project.write(notebook("```parity {#a expect-error=U1}\nmethods\n```\n"))
      let other = await project.codes()
      try project.write(notebook("```parity {#a expect-error=65}\nmethods\n```\n"))
      let code = await project.codes()
      #expect(other == ["N016"] && code == ["N016"])
    }
  }

  @Test("tables are picked from JSON and figures are files beside the notebook")
  func tablesAndFigures() async throws {
    let body = """
      ```parity {#t output=table rows=results columns="id,p*100:%.1f%%" header="Test,Share" pick="b,a"}
      test draw
      ```
      ```parity {#f output=figure alt="Two bars & <b>" caption=C}
      show data/c.toml g
      ```

      """
    try await NotebookProject.with(notebook(body)) { project in
      try project.write("x", to: "data/c.toml")
      project.interpreter.answer(
        "test draw --json", "{\"results\": [{\"id\": \"a\", \"p\": 0.5}, {\"id\": \"b\"}]}")
      project.interpreter.answer("show c.toml g --figure", "<svg>1</svg>")
      try await project.run()
      let text = try project.text
      #expect(text.contains("\n| Test | Share |\n| --- | ---: |\n| b | |\n| a | 50.0% |\n"))
      #expect(text.contains("\n\n**C**\n\n![Two bars & \\<b\\>](figures/a/f.svg)\n\n"))
      let figure = "\(project.folder)/notes/figures/a/f.svg"
      #expect(try String(contentsOfFile: figure, encoding: .utf8) == "<svg>1</svg>")
      // A figure that is no more is removed; what the notebook did not write stays.
      try project.write("mine", to: "notes/figures/a/own.svg")
      try project.write(text.replacing("#f output=figure", with: "#g output=figure"))
      let codes = await project.codes()
      #expect(codes == ["N008"])
      let start = try #require(text.range(of: "```parity {#f"))
      try project.write(String(text[..<start.lowerBound]))
      try await project.run()
      #expect(!FileManager.default.fileExists(atPath: figure))
      #expect(
        FileManager.default.fileExists(atPath: "\(project.folder)/notes/figures/a/own.svg"))
    }
  }

  @Test("a cell whose condition does not hold leaves nothing, and no value can come from it")
  func conditions() async throws {
    let head = "[params]\ng = \"x\"\n"
    let body = "```parity {#a if=@g==x}\nmethods\n```\n"
    try await NotebookProject.with(notebook(body, head: head)) { project in
      prepare(project)
      try await project.run()
      let text = try project.text
      #expect(text.contains("one"))
      try project.write(text.replacing("g = \"x\"", with: "g = \"y\""))
      let drifts = try await project.drifts()
      #expect(drifts.map(\.cause) == [.notebookEdited])
      try await project.run()
      #expect(try project.text == notebook(body, head: "[params]\ng = \"y\"\n"))
      try project.write(
        notebook(body + "<!--= a.x --><!--/=-->\n", head: "[params]\ng = \"y\"\n"))
      let codes = await project.codes()
      #expect(codes == ["N017"])
    }
  }

  @Test("one cell can be run alone; the others stay as they are")
  func only() async throws {
    let body = "```parity {#a}\nmethods\n```\n```parity {#b}\ntest draw\n```\n"
    try await NotebookProject.with(notebook(body)) { project in
      prepare(project)
      project.interpreter.answer("test draw", "drawn")
      try await project.run(only: "b")
      #expect(project.interpreter.takeRuns() == ["test draw"])
      #expect(try !project.text.contains("one\ntwo"))
      try await project.run()
      #expect(project.interpreter.takeRuns() == ["methods"])
      await #expect(throws: NotebookProblems.self) { try await project.run(only: "c") }
    }
  }

  @Test("a seed is handed over, and refused where nothing is drawn")
  func seeds() async throws {
    try await NotebookProject.with(
      notebook("```parity {#a seed=7}\ntest draw\n```\n")
    ) { project in
      project.interpreter.answer("test draw --seed 7", "drawn")
      try await project.run()
      try project.write(notebook("```parity {#a seed=7}\nmethods\n```\n"))
      let codes = await project.codes()
      #expect(codes == ["N005"])
    }
  }

  @Test(
    "where data below PARITY_DATA are missing the notebook is skipped; other files are problems")
  func missingData() async throws {
    let head = "[data]\nx = \"$PARITY_DATA/x.csv\"\n"
    try await NotebookProject.with(
      notebook("```parity {#a}\ntest people @x\n```\n", head: head)
    ) { project in
      guard case .skipped(let path) = try await project.run() else {
        Issue.record("not skipped")
        return
      }
      #expect(path == "$PARITY_DATA/x.csv")
      try project.write(notebook("", head: "[data]\nx = \"data/x.csv\"\n"))
      let codes = await project.codes()
      #expect(codes == ["N012"])
    }
  }
}
