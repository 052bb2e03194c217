import Foundation
import Testing

@testable import Notebooks

@Suite("Verifying notebooks")
struct NotebookVerificationTests {
  private static let body = """
    ```parity {#a tol=1e-6}
    test people data/p.csv
    ```
    ```parity {#b}
    show data/c.toml
    ```

    <!--= a.p %.4f --><!--/=-->

    """

  /// A notebook that was run.
  private func with(_ body: (NotebookProject) async throws -> Void) async throws {
    try await NotebookProject.with(notebook(Self.body)) { project in
      try project.write("1", to: "data/p.csv")
      try project.write("2", to: "data/c.toml")
      answer(project, 0.5)
      project.interpreter.answer("show c.toml", "shown")
      try await project.run()
      try await body(project)
    }
  }

  private func answer(_ project: NotebookProject, _ p: Double) {
    project.interpreter.answer("test people p.csv", "p = \(p)")
    project.interpreter.answer("test people p.csv --json", "{\"p\": \(p)}")
  }

  private func causes(_ project: NotebookProject) async throws -> [String] {
    try await project.drifts().map { "\($0.subject): \($0.cause.rawValue)" }
  }

  @Test("a notebook as it was run is reproduced; so it is by another engine, or within tolerance")
  func reproduced() async throws {
    try await with { project in
      project.interpreter.change(engine: "Parity 2")
      answer(project, 0.50000001)
      let causes = try await causes(project)
      #expect(causes == [])
    }
  }

  @Test("a confidential file that a cell names by itself has the digest of its configuration alone")
  func confidentialFileByItself() async throws {
    let body = """
      ```parity {#a}
      inspect data/c.toml
      ```
      ```parity {#b}
      show data/c.toml
      ```

      """
    try await NotebookProject.with(notebook(body)) { project in
      try project.write("2", to: "data/c.toml")
      project.interpreter.answer("inspect c.toml", "looked at")
      project.interpreter.answer("show c.toml", "shown")
      try await project.run()
      let causes = try await causes(project)
      #expect(causes == [])
      let lock = try String(
        contentsOf: URL(fileURLWithPath: "\(project.folder)/notes/a.lock.json"), encoding: .utf8)
      #expect(!lock.contains(FakeInterpreter.mixed(Array("2".utf8))))
    }
  }

  @Test("changed data are told, also where the output stays")
  func dataChanged() async throws {
    try await with { project in
      try project.write("3", to: "data/p.csv")
      var found = try await causes(project)
      #expect(found == ["cell #a: data changed"])
      answer(project, 0.6)
      found = try await causes(project)
      #expect(found == ["cell #a: data changed", "the value a.p %.4f: data changed"])
      try await project.run()
      project.interpreter.change(digestOfConfiguration: "other")
      found = try await causes(project)
      #expect(found == ["cell #b: data changed"])
    }
  }

  @Test("another engine with other numbers is told as such")
  func engineChanged() async throws {
    try await with { project in
      project.interpreter.change(engine: "Parity 2")
      answer(project, 0.6)
      let found = try await causes(project)
      #expect(found == ["cell #a: engine changed", "the value a.p %.4f: engine changed"])
    }
  }

  @Test("other numbers of the same engine and data are numeric drift, with both lines")
  func numericDrift() async throws {
    try await with { project in
      answer(project, 0.51)
      let drifts = try await project.drifts()
      #expect(drifts.map(\.cause) == [.numericDrift, .numericDrift])
      #expect(drifts.first?.details == ["shown: p = 0.5", "now:   p = 0.51"])
      #expect(drifts.first?.line == 4)
    }
  }

  @Test("an edited command, option or parameter is told")
  func notebookEdited() async throws {
    try await with { project in
      let text = try project.text
      project.interpreter.answer("show c.toml x", "shown")
      try project.write(text.replacing("show data/c.toml", with: "show data/c.toml x"))
      var found = try await causes(project)
      #expect(found == ["cell #b: notebook edited"])
      try project.write(text.replacing("{#b}", with: "{#b caption=C}"))
      found = try await causes(project)
      #expect(found == ["cell #b: notebook edited"])
      try project.write(text.replacing("title = \"T\"", with: "title = \"T\"\n[params]\nx = 1"))
      found = try await causes(project)
      #expect(found == ["cell #a: notebook edited", "cell #b: notebook edited"])
      let start = try #require(text.range(of: "```parity {#b}"))
      let end = try #require(text.range(of: "shown\n```\n<!-- /parity:out -->\n"))
      try project.write(String(text[..<start.lowerBound]) + text[end.upperBound...])
      found = try await causes(project)
      #expect(found == ["cell #b: notebook edited"])
    }
  }

  @Test("an output, a digest or a value edited by hand is told")
  func editedByHand() async throws {
    try await with { project in
      let text = try project.text
      try project.write(text.replacing("p = 0.5", with: "p = 0.5000000001"))
      var found = try await causes(project)
      #expect(found == ["cell #a: output edited by hand"])
      try project.write(text.replacing("a sha256=", with: "a sha256=0"))
      found = try await causes(project)
      #expect(found == ["cell #a: output edited by hand"])
      try project.write(text.replacing("0.5000<!--/=-->", with: "0.4000<!--/=-->"))
      found = try await causes(project)
      #expect(found == ["the value a.p %.4f: output edited by hand"])
      try await project.run()
      #expect(try project.text == text)
    }
  }

  @Test("a cell or value without output, or a notebook without lock, was not run")
  func notRun() async throws {
    try await with { project in
      let text = try project.text
      project.interpreter.answer("methods", "x")
      try project.write(text + "```parity {#c}\nmethods\n```\n")
      var found = try await causes(project)
      #expect(found == ["cell #c: new cell not run"])
      try project.write(text + "<!--= a.p %.2f -->0.50<!--/=-->\n")
      found = try await causes(project)
      #expect(found == ["the value a.p %.2f: new cell not run"])
      try project.write(text)
      try FileManager.default.removeItem(atPath: "\(project.folder)/notes/a.lock.json")
      found = try await causes(project)
      #expect(found.contains("cell #a: new cell not run") && found.count == 3)
    }
  }

  @Test("without a digest of the data the cause is told as unknown")
  func withoutDigest() async throws {
    try await with { project in
      project.interpreter.change(digestOfConfiguration: "")
      try await project.run()
      project.interpreter.answer("show c.toml", "other")
      let drifts = try await project.drifts()
      #expect(drifts.map(\.cause) == [.dataChanged])
      #expect(drifts.first?.details.first?.contains("key_file") == true)
    }
  }

  @Test("verifying writes nothing")
  func writesNothing() async throws {
    try await with { project in
      let text = try project.text
      answer(project, 0.7)
      _ = try await project.drifts()
      #expect(try project.text == text)
    }
  }

  @Test("a listing tells the state without running a cell")
  func listing() async throws {
    try await with { project in
      _ = project.interpreter.takeRuns()
      func state() throws -> String {
        NotebookListing(
          try NotebookFile(path: project.path), interpreter: project.interpreter, root: project.root
        ).state
      }
      #expect(try state() == "up to date")
      try project.write("9", to: "data/p.csv")
      #expect(try state() == "data changed")
      #expect(project.interpreter.takeRuns() == [])
    }
  }

  @Test("the notebooks of a folder are the files with front matter, not those of folders inside")
  func folder() async throws {
    try await with { project in
      try project.write("# No notebook\n", to: "notes/README.md")
      try FileManager.default.createDirectory(
        atPath: "\(project.folder)/notes/decisions", withIntermediateDirectories: true)
      try project.write(notebook(""), to: "notes/decisions/0001.md")
      #expect(try NotebookFile.paths("\(project.folder)/notes") == [project.path])
    }
  }
}
