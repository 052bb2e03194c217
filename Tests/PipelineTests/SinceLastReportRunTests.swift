import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Two reports of one organisation, with planted differences between them.
@Suite("Since the last report, in whole runs")
struct SinceLastReportRunTests {
  /// The second quarter: one new gap, one resolved, one changed verdict, one restated quarter, one
  /// changed method and a group that is too small now.
  private static var planted: TwoQuarters.Quarter {
    var quarter = TwoQuarters.Quarter()
    quarter.label = "2025Q3"
    quarter.origins = (north: 2100, south: 1500, east: 1410)
    quarter.green = 4
    quarter.womenBefore = 3048
    quarter.benchmark = "0.45"
    quarter.previous = "first"
    return quarter
  }

  private static func section(_ report: String) throws -> String {
    let start = try #require(report.range(of: "\n## Since the last report\n"))
    let rest = report[start.upperBound...]
    let end = try #require(rest.range(of: "\n## "))
    return String(rest[..<end.lowerBound])
  }

  @Test("the report says every planted difference, and nothing of who is hidden")
  func planted() async throws {
    try await TemporaryFolder.with { folder in
      let organisation = TwoQuarters(folder: folder)
      try await organisation.report(TwoQuarters.Quarter(), to: "first")
      try await organisation.report(Self.planted, to: "second")
      let section = try Self.section(organisation.text("second/report.md"))
      #expect(
        section.contains(
          "Since the report on 2025Q2: new gaps 1, resolved gaps 1, changed verdicts 1, revised"),
        "\(section)")
      func row(_ parts: String...) -> Bool {
        section.split(separator: "\n").contains { line in
          parts.allSatisfy { line.contains($0) }
        }
      }
      #expect(row("North", "New gap", "About the same", "Clear gap"))
      #expect(row("South", "Resolved", "Clear gap", "About the same"))
      #expect(row("East", "Changed", "Clear gap", "Gap, size uncertain"))
      #expect(row("women", "\\[b\\]", "About the same", "Clear gap"))
      #expect(row("Women, people", "2025Q2", "3,000", "3,048"))
      #expect(row("Women, share", "2025Q2", "50.0%", "50.8%"))
      #expect(row("benchmark 0.5 taken", "benchmark 0.45 taken"))
      #expect(section.contains("places hidden now that were shown then: "))
      for label in ["Green", "Blue", "Red", "badge"] { #expect(!section.contains(label)) }
      let leadership = try organisation.text("second/leadership.md")
      #expect(leadership.contains("Since the report on 2025Q2: new gaps 1, resolved gaps 1,"))
      let manifest = try organisation.text("second/manifest.json")
      let digest = Digest.sha256(Array(try organisation.text("first/results.json").utf8))
      #expect(manifest.contains("\"previous_release\": {") && manifest.contains(digest))
      #expect(try organisation.text("second/report.md").contains(String(digest.prefix(16))))
      // The numbers of the release do not depend on what it is compared with.
      let alone = try organisation.text("second/results.json")
      var without = Self.planted
      without.previous = nil
      try await organisation.report(without, to: "second")
      #expect(try organisation.text("second/results.json") == alone)
      let report = try organisation.text("second/report.md")
      #expect(!report.contains("## Since the last report"))
      #expect(report.contains("Since the last report |"), "listed among the sections without data")
    }
  }

  @Test("a report identical in all but its period shows no revision and no changed verdict")
  func identical() async throws {
    try await TemporaryFolder.with { folder in
      let organisation = TwoQuarters(folder: folder)
      try await organisation.report(TwoQuarters.Quarter(), to: "first", product: .results)
      var next = TwoQuarters.Quarter()
      next.label = "2025Q3"
      next.previous = "first/results.json"
      try await organisation.report(next, to: "second")
      let section = try Self.section(organisation.text("second/report.md"))
      #expect(section.contains("Nothing has changed since the report on 2025Q2"), "\(section)")
      #expect(!section.contains("|") && !section.contains("hidden now"))
      let diff = try ReleaseDiff(earlier: "\(folder)/first", later: "\(folder)/second")
      #expect(!diff.needsAttention)
    }
  }

  @Test("parity diff says the same of the two folders, in words and as JSON")
  func diff() async throws {
    try await TemporaryFolder.with { folder in
      let organisation = TwoQuarters(folder: folder)
      try await organisation.report(TwoQuarters.Quarter(), to: "first", product: .results)
      var planted = Self.planted
      planted.previous = nil
      try await organisation.report(planted, to: "second", product: .results)
      let diff = try ReleaseDiff(
        earlier: "\(folder)/first", later: "\(folder)/second/results.json")
      #expect(diff.needsAttention && diff.remarks.isEmpty)
      let lines = diff.lines
      #expect(
        lines.first?.hasPrefix(
          "From 2025Q2 to 2025Q3: 1 new gap, 1 resolved, 1 changed verdict, ") == true)
      let text = lines.joined(separator: "\n")
      #expect(text.contains("benchmark/origin, North: about the same -> clear gap ("))
      #expect(text.contains("trend/gender, 2025Q2, Women, people: 3,000 -> 3,048"))
      #expect(text.contains("benchmark/gender, Women: [b]"))
      #expect(!text.contains("Green") && text.contains("Hidden now and shown before: "))
      let json = diff.json
      #expect(json.contains("\"schema\": \"parity.diff/1\"") && json.contains("\"new\": 1"))
      #expect(json == (try ReleaseDiff(earlier: "\(folder)/first", later: "\(folder)/second")).json)
      #expect(!json.contains("Green"))
      let back = try ReleaseDiff(earlier: "\(folder)/second", later: "\(folder)/first")
      #expect(back.remarks.count == 1)
      let same = try ReleaseDiff(earlier: "\(folder)/first", later: "\(folder)/first")
      #expect(same.lines.last == DiffWords.nothing && !same.needsAttention)
    }
  }

  @Test("a last report that is missing, malformed, foreign, later or for fewer readers is refused")
  func refused() async throws {
    try await TemporaryFolder.with { folder in
      let organisation = TwoQuarters(folder: folder)
      var first = TwoQuarters.Quarter()
      first.audience = "internal"
      first.minGroup = 5
      try await organisation.report(first, to: "first", product: .results)
      func failure(_ change: (inout TwoQuarters.Quarter) -> Void) async -> RunFailure? {
        var quarter = TwoQuarters.Quarter()
        quarter.label = "2025Q3"
        quarter.previous = "first"
        change(&quarter)
        do {
          try await organisation.report(quarter, to: "second", product: .results)
          return nil
        } catch { return error as? RunFailure }
      }
      func has(_ failure: RunFailure?, _ code: RunFailure.ExitCode, _ name: String) -> Bool {
        failure?.exitCode == code && failure?.lines.first?.hasPrefix("error \(name) ") == true
          && !FileManager.default.fileExists(atPath: "\(folder)/second")
      }
      #expect(has(await failure { _ in }, .refused, "F005"))
      #expect(has(await failure { $0.previous = "nowhere" }, .inputMissing, "F001"))
      #expect(has(await failure { $0.previous = "parity.toml" }, .dataInvalid, "F002"))
      #expect(
        has(await failure { $0.organisation = "Another" }, .dataInvalid, "F003"))
      let inside = await failure {
        $0.audience = "internal"
        $0.minGroup = 5
      }
      #expect(inside == nil, "the same readers may read it")
    }
  }

  @Test("a last report of a later quarter is refused; one of the same quarter is a restatement")
  func quarters() async throws {
    try await TemporaryFolder.with { folder in
      let organisation = TwoQuarters(folder: folder)
      var later = TwoQuarters.Quarter()
      later.label = "2025Q3"
      try await organisation.report(later, to: "later", product: .results)
      var earlier = TwoQuarters.Quarter()
      earlier.previous = "later"
      do {
        try await organisation.report(earlier, to: "first", product: .results)
        Issue.record("a later quarter was taken for an earlier one")
      } catch {
        #expect((error as? RunFailure)?.lines.first?.hasPrefix("error F004 ") == true)
      }
      var restated = later
      restated.women = 3060
      restated.previous = "later"
      try await organisation.report(restated, to: "restated")
      let section = try Self.section(organisation.text("restated/report.md"))
      #expect(section.contains("Since the report on 2025Q3: ") && section.contains("3,060"))
    }
  }

  @Test("every code is explained")
  func explained() {
    for problem in ComparisonProblem.allCases {
      #expect(Explanation.lines(for: problem.rawValue)?.first?.contains("Fix: ") == true)
    }
    #expect(EarlierRelease.readers("filing") < EarlierRelease.readers("internal"))
    #expect(EarlierRelease.readers("public") == EarlierRelease.readers("already-published"))
  }

  @Test("labels of a hostile file are inert on a terminal")
  func hostile() throws {
    let first = try SmallBundle()
    defer { first.remove() }
    let hostile = SmallBundle.results.replacingOccurrences(
      of: "\"id\": \"table\"", with: "\"id\": \"\\u001b[31mtable\\n\"")
    let second = try SmallBundle(results: hostile)
    defer { second.remove() }
    let lines = try ReleaseDiff(earlier: first.folder, later: second.folder).lines
    #expect(lines.contains { $0.contains("table") })
    #expect(lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 } })
  }
}
