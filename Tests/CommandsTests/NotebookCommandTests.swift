import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("parity notebook and parity show")
struct NotebookCommandTests {
  private static let config = ProjectFolder.file("datasets/berkeley-1973/parity.toml").path

  private static func show(_ arguments: String...) async -> (
    output: String, errors: [String], code: Int32
  ) {
    let (capture, code) = await Terminal.capturing {
      await CommandEntry.run(["show", config] + arguments)
    }
    return (capture.output, capture.errors, code)
  }

  @Test("what a command prints is kept, nested captures apart")
  func capture() async {
    let (outer, _) = await Terminal.capturing {
      Terminal.result("before")
      let (inner, code) = await Terminal.capturing { await CommandEntry.run(["explain", "N004"]) }
      #expect(code == 0 && inner.output.hasPrefix("N004: A cell has an option"))
      Terminal.error("after")
      return 0
    }
    #expect(outer.output == "before\n" && outer.errors == ["after"])
  }

  @Test("parity show lists, prints and draws parts of a report")
  func show() async {
    let listing = await Self.show()
    #expect(listing.code == 0 && listing.output.contains("hiring  "))
    let section = await Self.show("hiring", "table-funnel-gender-women-gap")
    #expect(section.output.hasPrefix("## Hiring\n") && !section.output.contains("!["))
    #expect(section.output.contains("| Stage | Impact ratio (95% CI) |"))
    let body = await Self.show("hiring", "--body")
    #expect(!body.output.contains("## Hiring"))
    let figure = await Self.show("figure-funnel-gender-by-department", "--figure")
    #expect(figure.output.hasPrefix("<svg") || figure.output.hasPrefix("<?xml"))
    let unknown = await Self.show("hirng")
    #expect(unknown.code == 64 && unknown.errors.first?.contains("did you mean hiring?") == true)
    let data = await Self.show("hiring", "--json")
    #expect(data.code == 0 && data.output.contains("\"schema\": \"parity.results/1\""))
    let notOne = await Self.show("--figure")
    #expect(notOne.code == 64)
  }

  @Test("a notebook runs, verifies, and fails with the documented codes")
  func codes() async throws {
    try await TemporaryFolder.with { folder in
      let path = "\(folder)/notes/a.md"
      try FileManager.default.createDirectory(
        atPath: "\(folder)/notes", withIntermediateDirectories: true)
      func write(_ command: String) throws {
        let text =
          "+++\ntitle = \"T\"\n[params]\nx = \"2/10\"\n+++\n```parity {#a}\n\(command)\n```\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      }
      func run(_ arguments: String...) async -> Int32 {
        await CommandEntry.run(["notebook"] + arguments)
      }
      try write("test two-by-two @x 15/25")
      #expect(await run("verify", path) == 1)
      #expect(await run("run", path) == 0)
      #expect(await run("verify", "\(folder)/notes") == 0)
      #expect(await run("list", "\(folder)/notes") == 0)
      #expect(await run("run", path, "--only", "b") == 64)
      #expect(await run("run", path, "--param", "x=3/10") == 64)
      #expect(await run("run", path, "--param", "y=1", "--out", "\(folder)/b.md") == 64)
      #expect(await run("run", path, "--param", "x=3/10", "--out", "\(folder)/b-@x.md") == 0)
      let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      let copy = try #require(files.first { $0.hasPrefix("b-3-10") && $0.hasSuffix(".md") })
      #expect(await run("verify", "\(folder)/\(copy)") == 0)
      #expect(await run("run", path, "--param", "x=3/10", "--out", "\(folder)/b-@x.md") == 73)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try Data(text.replacing("Z, pooled", with: "Z, poled").utf8).write(
        to: URL(fileURLWithPath: path))
      #expect(await run("verify", path) == 1)
      try write("report x")
      #expect(await run("run", path) == 65)
      #expect(await run("verify", "\(folder)/none.md") == 66)
    }
  }

  @Test("cells leave nothing beside the data and print no folder of this machine")
  func leavesNothing() async throws {
    try await TemporaryFolder.with { folder in
      let source = ProjectFolder.file("datasets/berkeley-1973")
      try FileManager.default.copyItem(
        at: source, to: URL(fileURLWithPath: "\(folder)/berkeley"))
      try FileManager.default.copyItem(
        at: ProjectFolder.file("datasets/published-test-key.txt"),
        to: URL(fileURLWithPath: "\(folder)/published-test-key.txt"))
      try? FileManager.default.removeItem(atPath: "\(folder)/berkeley/.parity")
      try FileManager.default.createDirectory(
        atPath: "\(folder)/notes", withIntermediateDirectories: true)
      let before = try TemporaryFolder.files("\(folder)/berkeley")
      let text =
        "+++\ntitle = \"T\"\n+++\n```parity {#a output=markdown}\nshow berkeley/parity.toml hiring\n"
        + "```\n```parity {#b}\ncheck berkeley/parity.toml\n```\n"
        + "```parity {#c}\nfunnel berkeley/parity.toml\n```\n"
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/notes/a.md"))
      #expect(await CommandEntry.run(["notebook", "run", "\(folder)/notes/a.md"]) == 0)
      #expect(try TemporaryFolder.files("\(folder)/berkeley") == before)
      let written = try String(contentsOfFile: "\(folder)/notes/a.md", encoding: .utf8)
      #expect(!written.contains(folder) && written.contains("berkeley/parity.toml: 1 input"))
    }
  }

  /// The quick ones: `.ci/run` verifies all of them with the release build.
  @Test(
    "notebooks of the project are reproduced",
    arguments: [
      "berkeley-1973-simpsons-paradox", "connecticut-v-teal-and-the-bottom-line",
      "hazelwood-and-the-right-labor-market",
    ])
  func project(_ name: String) async {
    let path = ProjectFolder.file("notebooks-md/\(name).md").path
    #expect(await CommandEntry.run(["notebook", "verify", path]) == 0)
  }
}
