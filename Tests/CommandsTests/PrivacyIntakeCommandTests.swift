import Foundation
import TestSupport
import Testing

@testable import Commands

@Suite("parity privacy intake")
struct PrivacyIntakeCommandTests {
  @Test("the bundled examples may be used, as text and as JSON")
  func examples() async {
    for options in [["berkeley-1973"], ["berkeley-1973", "--json"], ["healthtech"]] {
      let path = ProjectFolder.file("datasets/\(options[0])/parity.toml").path
      #expect(await CommandEntry.run(["privacy", "intake", path] + options.dropFirst()) == 0)
    }
  }

  @Test(
    "every case of the malformed inputs ends with the code of the check",
    arguments: MalformedInputTests.cases)
  func malformed(file: MalformedInputTests.Case) async throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("parity-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data(MalformedInputTests.configuration.utf8)
      .write(to: URL(fileURLWithPath: "\(folder)/parity.toml"))
    try Data(file.bytes).write(to: URL(fileURLWithPath: "\(folder)/employees.csv"))
    for options in [[], ["--json"]] {
      let code = await CommandEntry.run(["privacy", "intake", "\(folder)/parity.toml"] + options)
      #expect(code == file.code)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        == ["employees.csv", "parity.toml"])
  }
}
