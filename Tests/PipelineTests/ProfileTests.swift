import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline
@testable import Reports

/// Which documents a run leaves behind.
@Suite("Profiles") struct ProfileTests {
  private func documents(
    _ profiles: [ReportRun.Profile], configured: String? = nil
  ) async throws -> [String] {
    let path = ProjectFolder.file("datasets/berkeley-1973/parity.toml").path
    var documents: [String] = []
    try await TemporaryFolder.with { folder in
      var configuration = try ConfigurationFile.read(path)
      if let configured {
        let copy = "\(folder)/berkeley"
        try FileManager.default.copyItem(
          at: ProjectFolder.file("datasets/berkeley-1973"), to: URL(fileURLWithPath: copy))
        let text = try String(contentsOfFile: path, encoding: .utf8)
          .replacingOccurrences(of: "[report]\n", with: "[report]\nprofiles = \(configured)\n")
          .replacingOccurrences(of: "\"../published-test-key.txt\"", with: "\"key.txt\"")
        try FileManager.default.copyItem(
          at: ProjectFolder.file("datasets/published-test-key.txt"),
          to: URL(fileURLWithPath: copy + "/key.txt"))
        try Data(text.utf8).write(to: URL(fileURLWithPath: copy + "/parity.toml"))
        configuration = try ConfigurationFile.read(copy + "/parity.toml")
      }
      _ = try await ReportRun(
        configuration, product: .report, folder: "\(folder)/out", force: false,
        profiles: profiles)()
      documents = try TemporaryFolder.files("\(folder)/out").keys.filter {
        $0.hasSuffix(".md") || $0.hasSuffix(".html")
      }.sorted()
    }
    return documents
  }

  @Test("the profiles asked for are written, and no other")
  func asked() async throws {
    #expect(try await documents([.research]) == ["research.html", "research.md"])
    #expect(
      try await documents([.leadership, .full]) == [
        "leadership.html", "leadership.md", "report.html", "report.md",
      ])
  }

  @Test(
    "without a wish those of the configuration are, and by default the full report and one side")
  func configured() async throws {
    #expect(
      try await documents([], configured: "[\"leadership\"]") == [
        "leadership.html", "leadership.md",
      ])
    #expect(
      try await documents([]) == [
        "leadership.html", "leadership.md", "report.html", "report.md",
      ])
  }

  @Test("the configuration names every framework the annex knows, and no other")
  func frameworks() {
    #expect(ReportConfiguration.frameworks == CrosswalkCatalogue.all.map(\.id))
    #expect(ReportRun.Profile.allCases.map(\.rawValue) == ReportProfile.allCases.map(\.rawValue))
  }
}
