import Configuration
import Foundation
import TestSupport
import Testing

@testable import Pipeline

@Suite("End to end")
struct EndToEndTests {
  @Test("Berkeley renders whole, and twice the same bytes")
  func berkeley() async throws {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/berkeley-1973/parity.toml").path)
    try await TemporaryFolder.with { folder in
      for name in ["one", "two"] {
        _ = try await ReportRun(
          configuration, product: .report, folder: "\(folder)/\(name)", force: false)()
      }
      let one = try TemporaryFolder.files("\(folder)/one")
      let two = try TemporaryFolder.files("\(folder)/two")
      #expect(one == two)
      let expected: Set<String> = [
        "results.json", "report.md", "report.html", "leadership.md", "leadership.html",
        "manifest.json",
      ]
      #expect(expected.isSubset(of: Set(one.keys)))
      let results = String(decoding: one["results.json"] ?? Data(), as: UTF8.self)
      // Bickel, Hammel and O'Connell (1975): 557 of 1,835 women and 1,198 of 2,691
      // men admitted; (557 / 1835) / (1198 / 2691) = 0.68182984356…
      #expect(results.contains("\"schema\": \"parity.results/1\""))
      #expect(results.contains("\"value\": 0.681829843563"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == ["one", "two"])
    }
  }

  @Test("HealthTech renders the same bytes as those committed", .enabled(if: ThoroughTier.isOn))
  func healthTech() async throws {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/healthtech/parity.toml").path)
    try await TemporaryFolder.with { folder in
      _ = try await ReportRun(
        configuration, product: .report, folder: "\(folder)/out", force: false)()
      let rendered = try TemporaryFolder.files("\(folder)/out")
      let committed = try TemporaryFolder.files(ProjectFolder.file("reports/healthtech").path)
      #expect(rendered.keys.sorted() == committed.keys.sorted())
      for name in committed.keys.sorted() {
        #expect(rendered[name] == committed[name], "\(name)")
      }
    }
  }

  @Test("an existing folder is kept unless force is given")
  func overwriting() async throws {
    let configuration = try ConfigurationFile.read(
      ProjectFolder.file("datasets/berkeley-1973/parity.toml").path)
    try await TemporaryFolder.with { folder in
      let out = "\(folder)/out"
      try FileManager.default.createDirectory(atPath: out, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(fileURLWithPath: "\(out)/mine.txt"))
      do {
        _ = try await ReportRun(configuration, product: .results, folder: out, force: false)()
        Issue.record("an existing folder was replaced")
      } catch let failure as RunFailure {
        #expect(failure.exitCode == .cannotWrite)
      }
      #expect(try TemporaryFolder.files(out).keys.sorted() == ["mine.txt"])
      _ = try await ReportRun(configuration, product: .results, folder: out, force: true)()
      #expect(try TemporaryFolder.files(out).keys.sorted() == ["manifest.json", "results.json"])
    }
  }

  @Test("a stock that flows do not explain stops the run and leaves nothing behind")
  func reconciliation() async throws {
    try await TemporaryFolder.with { folder in
      try Data(
        """
        schema = 1
        [organisation]
        name = "Example"
        [period]
        quarter = "2025Q3"
        snapshot = 2025-09-30
        quarters = 2
        [inputs.employees]
        kind = "snapshots"
        path = "employees.csv"
        [inputs.events]
        kind = "events"
        path = "events.csv"
        [mapping.employees]
        person_id = "id"
        snapshot_date = { column = "date", format = "yyyy-MM-dd" }
        gender = "gender"
        [mapping.events]
        person_id = "id"
        date = { column = "date", format = "yyyy-MM-dd" }
        kind = "event"
        gender = "gender"
        [attributes.gender]
        title = "Gender"
        role = "characteristic"
        levels = ["Women", "Men"]
        reference = "Men"
        """.utf8
      ).write(to: URL(fileURLWithPath: "\(folder)/parity.toml"))
      let people = (0..<60).map { index in
        let gender = index % 2 == 0 ? "Women" : "Men"
        let code = String(7919 * (index + 13) % 104_729, radix: 36)
        return "\(code),2025-06-30,\(gender)\n\(code),2025-09-30,\(gender)"
      }
      try Data(("id,date,gender\n" + people.joined(separator: "\n") + "\n").utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/employees.csv"))
      try Data("id,date,event,gender\nzz9,2025-08-01,Hire,Women\n".utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/events.csv"))
      let configuration = try ConfigurationFile.read("\(folder)/parity.toml")
      do {
        _ = try await ReportRun(
          configuration, product: .report, folder: "\(folder)/out", force: false)()
        Issue.record("an unexplained stock was reported")
      } catch let failure as RunFailure {
        #expect(failure.exitCode == .dataInvalid)
        #expect(failure.lines.contains { $0.contains("D301") && $0.contains("1 person") })
      }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/out"))
    }
  }
}
