import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("Exit codes")
struct ExitCodeTests {
  private static let cases: [(arguments: String, code: Int32)] = [
    ("--help", 0), ("--version", 0), ("methods", 0), ("schema", 0), ("explain C010", 0),
    ("explain impact-ratio", 0),
    ("explain nothing-called-so", 64), ("report no-such-file.toml", 66),
    ("report --no-such-option", 64), ("no-such-command", 64),
    ("init --from no-such-system", 64), ("inspect no-such-file.csv", 66),
    ("check no-such-file.toml", 66),
    ("test two-by-two 2/10 15/25", 0), ("test two-by-two 12/10 15/25", 64),
    ("test two-by-two -2/10 15/25", 64), ("test two-by-two a/10 15/25", 64),
    ("test two-by-two 2/10", 64), ("test two-by-two 2/10 15/25 --levle 3", 64),
    ("test two-by-two 2/10 15/25 --level 2", 64), ("test stratified 1/2:3/4 x", 64),
    ("test trend 1/2 2/3 --scores 1", 64), ("test share 3/4 --benchmark 2", 64),
    ("test adjust 0.1 1.1", 64), ("test adjust --method none 0.1", 64),
    ("check no-such-file.toml", 66), ("funnel no-such-file.toml", 66), ("funnel", 64),
    ("privacy", 0), ("privacy intake --help", 0), ("privacy intake", 64),
    ("privacy intake no-such-file.toml", 66), ("privacy no-such-command", 64),
    ("diff no-such-folder no-such-folder", 66), ("diff", 64), ("diff one", 64), ("explain F005", 0),
    ("verify no-such-folder", 66), ("verify", 64), ("privacy audit no-such-folder", 66),
    ("privacy plan no-such-file.toml", 66), ("privacy explain no-such-file.toml x", 66),
    ("funnel parity.toml --wide", 64), ("funnel parity.toml --scan --by level", 64),
  ]

  @Test("each kind of failure has its documented code", arguments: cases)
  func codes(line: String, expected: Int32) async {
    #expect(await CommandEntry.run(line.split(separator: " ").map(String.init)) == expected)
  }

  @Test("parity funnel: what there is, what there is not, and data without applications")
  func funnel() async {
    func run(_ dataset: String, _ options: String...) async -> Int32 {
      let path = ProjectFolder.file("datasets/\(dataset)/parity.toml").path
      return await CommandEntry.run(["funnel", path] + options)
    }
    #expect(await run("berkeley-1973") == 0)
    #expect(await run("berkeley-1973", "--attribute", "gender", "--by", "department") == 0)
    #expect(await run("berkeley-1973", "--json") == 0)
    #expect(await run("berkeley-1973", "--scan") == 0)
    #expect(await run("berkeley-1973", "--scan", "--wide", "--json") == 0)
    #expect(await run("berkeley-1973", "--attribute", "department") == 64)
    #expect(await run("berkeley-1973", "--by", "gender") == 64)
    #expect(await run("cincinnati-2020") == 78)
  }

  @Test("parity diff ends with 1 where a gate was asked for and there is something to look at")
  func diff() async throws {
    let old = ProjectFolder.file("reports/berkeley-1973").path
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let text = try String(contentsOfFile: "\(old)/results.json", encoding: .utf8)
    func put(_ text: String) throws {
      try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/results.json"))
    }
    #expect(await CommandEntry.run(["diff", old, old, "--exit-code"]) == 0)
    #expect(await CommandEntry.run(["diff", old, folder]) == 66)
    try put("{")
    #expect(await CommandEntry.run(["diff", old, folder]) == 65)
    let worse = text.replacingOccurrences(
      of: "\"verdict\": \"too_uncertain\"", with: "\"verdict\": \"clear_gap\"")
    #expect(worse != text)
    try put(worse)
    #expect(await CommandEntry.run(["diff", old, folder]) == 0)
    #expect(await CommandEntry.run(["diff", old, "\(folder)/results.json", "--exit-code"]) == 1)
    #expect(await CommandEntry.run(["diff", old, folder, "--exit-code", "--json"]) == 1)
  }

  @Test("parity privacy plans and explains without writing, and verify checks what a run wrote")
  func privacy() async throws {
    let path = ProjectFolder.file("datasets/berkeley-1973/parity.toml").path
    let cell = "applications[gender=Women, quarter=1973Q4, reached=Applied]"
    #expect(await CommandEntry.run(["privacy", "plan", path]) == 0)
    #expect(await CommandEntry.run(["privacy", "explain", path, cell]) == 0)
    #expect(await CommandEntry.run(["privacy", "explain", path, "applications[]x"]) == 64)
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(await CommandEntry.run(["run", path, "--out", folder]) == 0)
    #expect(await CommandEntry.run(["verify", folder]) == 0)
    #expect(await CommandEntry.run(["verify", folder, "--json"]) == 0)
    #expect(await CommandEntry.run(["privacy", "audit", folder]) == 0)
    #expect(await CommandEntry.run(["verify", folder, "--public-key", path]) == 65)
    #expect(await CommandEntry.run(["verify", folder, "--public-key", "no-such-file"]) == 66)
    try Data("more".utf8).write(to: URL(fileURLWithPath: "\(folder)/more.txt"))
    #expect(await CommandEntry.run(["verify", folder]) == 1)
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder)/manifest.json"))
    #expect(await CommandEntry.run(["verify", folder]) == 65)
  }

  @Test("a key that is configured but missing stops the run and leaves nothing behind")
  func missingKey() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let source = ProjectFolder.file("datasets/berkeley-1973").path
    try FileManager.default.copyItem(atPath: source, toPath: "\(folder)/berkeley")
    let log = "\(folder)/plan.log"
    let code = await CommandEntry.run([
      "report", "\(folder)/berkeley/parity.toml", "--out", "\(folder)/out", "--plan-log", log,
    ])
    #expect(code == 66)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["berkeley"])
  }

  @Test("a plan log is not written over, and is for its owner alone")
  func planLog() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let configuration = ProjectFolder.file("datasets/berkeley-1973/parity.toml").path
    let log = "\(folder)/plan.log"
    let run = { (out: String) in
      await CommandEntry.run([
        "run", configuration, "--out", "\(folder)/\(out)", "--plan-log", log,
      ])
    }
    #expect(await run("one") == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: log)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(await run("two") == 73)
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/two"))
  }

  @Test("init writes a configuration that names the key it makes, and never writes over one")
  func initialising() async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = "\(folder)/parity.toml"
    #expect(await CommandEntry.run(["init", "--from", "workday", "--out", file]) == 0)
    let written = try String(contentsOfFile: file, encoding: .utf8)
    #expect(written.contains("\nkey_file = \"parity.key\""))
    let key = try FileManager.default.attributesOfItem(atPath: "\(folder)/parity.key")
    #expect(key[.posixPermissions] as? Int == 0o600)
    #expect(written.contains("\nsigning_key = \"parity-signing.key\""))
    let signing = try FileManager.default.attributesOfItem(atPath: "\(folder)/parity-signing.key")
    #expect(signing[.posixPermissions] as? Int == 0o600)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/parity-signing.pub"))
    #expect(await CommandEntry.run(["init", "--out", file]) == 73)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == written)
  }
}
