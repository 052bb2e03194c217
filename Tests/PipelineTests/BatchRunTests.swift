import Archive
import Configuration
import Estimates
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Reports of everyone and of each site of a small organisation.
@Suite("Reports for each part")
struct BatchRunTests {
  /// Women and men at each site.
  private static let sites = [("North", 180, 220), ("South", 120, 180), ("Islands", 4, 40)]

  private static func write(_ folder: String, women: Int, previous: String? = nil) throws {
    var rows = ["id,gender,site"]
    for (site, siteWomen, men) in sites {
      let more = site == "North" ? women : 0
      for index in 0..<(siteWomen + men) {
        let gender = index < siteWomen + more ? "Women" : "Men"
        rows.append("\(site.prefix(1))\(index * 7919 % 104_729),\(gender),\(site)")
      }
    }
    try (rows.joined(separator: "\n") + "\n").write(
      toFile: "\(folder)/people.csv", atomically: true, encoding: .utf8)
    let report = previous.map { "[report]\nprevious_release = \"\($0)\"\n" } ?? ""
    try """
    schema = 1
    [organisation]
    name = "Example"
    [period]
    quarter = "\(previous == nil ? "2025Q2" : "2025Q3")"
    snapshot = \(previous == nil ? "2025-06-30" : "2025-09-30")
    [privacy]
    audience = "internal"
    [inputs.people]
    kind = "snapshots"
    path = "people.csv"
    [mapping.people]
    person_id = "id"
    gender = "gender"
    site = "site"
    [attributes.gender]
    title = "Gender"
    role = "characteristic"
    levels = ["Women", "Men"]
    reference = "Men"
    [attributes.site]
    title = "Site"
    role = "structure"
    levels = ["North", "South", "Islands"]
    [[benchmarks]]
    attribute = "gender"
    level = "Women"
    value = 0.41
    standard_error = "unknown"
    source = "A census"
    date = "2021"
    \(report)
    """.write(toFile: "\(folder)/parity.toml", atomically: true, encoding: .utf8)
  }

  private static func run(
    _ folder: String, _ name: String, forEach: String? = nil
  ) async throws -> ReportRun.Summary {
    try await ReportRun(
      ConfigurationFile.read("\(folder)/parity.toml"), product: .report,
      folder: "\(folder)/\(name)", force: true, forEach: forEach)()
  }

  private static func text(_ path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }

  @Test("a small group of one site does not follow from the reports of all")
  func protected() async throws {
    try await TemporaryFolder.with { folder in
      try Self.write(folder, women: 0)
      let files = try await Self.run(folder, "sites", forEach: "site").files
      for name in ["index.html", "everyone/report.html", "North/report.html", "manifest.json"] {
        #expect(files.contains(name), "\(name)")
      }
      let release = try ArchivedRelease(
        resultsFile: Array(Data(contentsOf: URL(fileURLWithPath: "\(folder)/sites/results.json"))))
      func count(_ conditions: [CellKey.Condition]) -> Int? {
        let key = CellKey("workforce", conditions + [.init("quarter", "2025Q2")])
        return release.cells.first { $0.key == key }?.count
      }
      func gender(_ gender: String, _ site: String? = nil) -> Int? {
        count([.init("gender", gender)] + (site.map { [.init("site", $0)] } ?? []))
      }
      // The four women of the islands, straight, by the other sites, and by the men.
      #expect(gender("Women", "Islands") == nil)
      #expect([nil, "North", "South"].contains { gender("Women", $0) == nil })
      #expect(
        gender("Men", "Islands") == nil || count([.init("site", "Islands")]) == nil)
      #expect(gender("Women", "North") == 180 || gender("Women", "South") == 120)
      #expect(try BundleVerification(folder: "\(folder)/sites").passed)
    }
  }

  @Test("everyone's report says the same of the last one as it does alone")
  func since() async throws {
    try await TemporaryFolder.with { folder in
      try Self.write(folder, women: 0)
      _ = try await Self.run(folder, "first")
      try Self.write(folder, women: 90, previous: "first")
      _ = try await Self.run(folder, "alone")
      _ = try await Self.run(folder, "sites", forEach: "site")
      func line(_ path: String) throws -> String {
        let lines = try Self.text("\(folder)/\(path)/report.md").split(separator: "\n")
        return String(try #require(lines.first { $0.hasPrefix("Since the report on 2025Q2") }))
      }
      let alone = try line("alone")
      #expect(!alone.contains("new gaps 0, resolved gaps 0, changed verdicts 0"))
      #expect(try line("sites/everyone") == alone)
    }
  }

  @Test("figures without stocks have reports of their parts, with the counts of each")
  func withoutStocks() async throws {
    try await TemporaryFolder.with { folder in
      let run = ReportRun(
        try ConfigurationFile.read(ProjectFolder.file("datasets/berkeley-1973/parity.toml").path),
        product: .report, folder: "\(folder)/batch", force: false, forEach: "department")
      let files = try await run().files
      let index = try Self.text("\(folder)/batch/index.md")
      #expect(!index.contains("Without a report") && !index.contains("[c]"))
      for department in ["A", "B", "C", "D", "E", "F"] {
        #expect(files.contains("\(department)/report.md"))
        #expect(index.contains("[\(department)](\(department)/report.html)"))
      }
      // Bickel, Hammel and O'Connell: 512 of 825 men and 89 of 108 women at department A.
      let first = try Self.text("\(folder)/batch/A/report.md")
      #expect(first.contains("825") && first.contains("512"))
      #expect(first.contains("108") && first.contains("89"))
    }
  }
}
