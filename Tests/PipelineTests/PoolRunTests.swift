import Archive
import Configuration
import Foundation
import Pooling
import TestSupport
import Testing

@testable import Pipeline

@Suite("Packs and pools as folders")
struct PoolRunTests {
  private static let healthTech = ProjectFolder.file("datasets/healthtech/parity.toml").path
  private static let partners = ProjectFolder.file("datasets/healthtech/partners").path

  private static func packs(_ folder: String = partners) -> [String] {
    (1...8).map { "\(folder)/partner-\($0)" }
  }

  private static func failure(_ body: () throws -> Void) -> RunFailure? {
    do {
      try body()
      return nil
    } catch { return error as? RunFailure }
  }

  private static func pool(
    _ packs: [String], own: String? = nil, earlier: [String] = [], asOf: String = "2026-01-15",
    to folder: String, force: Bool = false
  ) throws -> PoolRun.Summary {
    try PoolRun(packs, own: own, earlier: earlier, asOf: asOf, folder: folder, force: force)()
  }

  @Test("the committed partners are those of the published seed")
  func synthesised() async throws {
    try await TemporaryFolder.with { folder in
      let count = try SyntheticData.writePartners(
        seed: SyntheticData.bundledSeed, configuration: ConfigurationFile.read(Self.healthTech),
        folder: "\(folder)/partners", force: false)
      #expect(count == 8)
      let made = try TemporaryFolder.files("\(folder)/partners")
      #expect(made == (try TemporaryFolder.files(Self.partners)))
    }
  }

  @Test("the committed release exports counts that it publishes, and no other")
  func export() async throws {
    let configuration = try ConfigurationFile.read(Self.healthTech)
    let release = ProjectFolder.file("reports/healthtech").path
    try await TemporaryFolder.with { folder in
      let summary = try await PackExport(
        configuration, release: release, contributor: .code("home"), taxonomy: "healthtech",
        folder: "\(folder)/pack", force: false)()
      let reading = try PackReading.read("\(folder)/pack").get()
      #expect(reading.pack.contributor == "home" && !reading.isSigned)
      #expect(reading.pack.figures.count == summary.figures && summary.figures > 40)
      let published = try ArchivedRelease(
        resultsFile: Array(Data(contentsOf: URL(fileURLWithPath: "\(release)/results.json"))))
      let counts = Set(published.cells.compactMap(\.count))
      for figure in reading.pack.figures {
        #expect(counts.contains(figure.people), "\(figure.key)")
      }
      let women = reading.pack.figures.first {
        $0.key.population == "workforce" && $0.key.group == "Women" && $0.key.by.isEmpty
      }
      #expect(women?.people == 1842 && women?.total == 3869 && women?.key.base == .declared)
      let text = try String(contentsOfFile: "\(folder)/pack/pack.json", encoding: .utf8)
      #expect(!text.contains("Example HealthTech"))
      // A name, a pseudonym.
      _ = try await PackExport(
        configuration, release: release, contributor: .pseudonym, taxonomy: "healthtech",
        folder: "\(folder)/other", force: false)()
      let other = try PackReading.read("\(folder)/other").get().pack
      #expect(other.contributor.count == 16 && other.figures == reading.pack.figures)
    }
  }

  @Test("nine organisations pool whole, and no other is named")
  func pooled() async throws {
    let configuration = try ConfigurationFile.read(Self.healthTech)
    try await TemporaryFolder.with { folder in
      _ = try await PackExport(
        configuration, release: ProjectFolder.file("reports/healthtech").path,
        contributor: .code("home"), taxonomy: "healthtech", folder: "\(folder)/home",
        force: false)()
      let summary = try Self.pool(
        Self.packs(), own: "\(folder)/home", to: "\(folder)/pool")
      #expect(summary.contributors == 9 && summary.figures > 10)
      let files = try TemporaryFolder.files("\(folder)/pool")
      for name in ["pool.json", "pool.md", "pool.html", "manifest.json"] {
        #expect(files[name] != nil, "\(name)")
      }
      let bytes = files.map { String(decoding: $0.value, as: UTF8.self) }.joined()
      #expect(bytes.contains("home") && !bytes.contains("partner-"))
      let markdown = String(decoding: files["pool.md"] ?? Data(), as: UTF8.self)
      #expect(markdown.contains("home: 47.6% (1,842 of 3,869)"))
      let pool = try ArchivedPool(poolFile: Array(files["pool.json"] ?? Data()))
      #expect(pool.period == "2025Q3" && pool.taxonomy == "healthtech")
      // A report that names the pool says where the organisation stands.
      let berkeley = ProjectFolder.file("datasets/berkeley-1973").path
      try FileManager.default.copyItem(
        atPath: "\(berkeley)/admissions.csv", toPath: "\(folder)/admissions.csv")
      let text = try String(contentsOfFile: "\(berkeley)/parity.toml", encoding: .utf8)
      let key = ProjectFolder.file("datasets/published-test-key.txt").path
      let known = text.replacing("../published-test-key.txt", with: key)
      try Data((known + "\n[collaboration]\npool = \"pool\"\n").utf8)
        .write(to: URL(fileURLWithPath: "\(folder)/parity.toml"))
      _ = try await ReportRun(
        ConfigurationFile.read("\(folder)/parity.toml"), product: .report,
        folder: "\(folder)/report", force: false)()
      let report = try String(contentsOfFile: "\(folder)/report/report.md", encoding: .utf8)
      #expect(report.contains("## Collaboration"))
      #expect(report.contains("Workforce: Women: 47.6% here (1,842 of 3,869)"))
      #expect(report.contains("Workforce, 2025Q3: this organi"))
      try FileManager.default.removeItem(atPath: "\(folder)/pool/pool.json")
      await #expect(throws: RunFailure.self) {
        try await ReportRun(
          ConfigurationFile.read("\(folder)/parity.toml"), product: .results,
          folder: "\(folder)/other", force: false)()
      }
    }
  }

  @Test("the partner out of line is outside the limits, the others within")
  func planted() async throws {
    let packs = try Self.packs().map { try PackReading.read($0).get().pack }
    for position in [0, 5, 6] {
      let release = try BenchmarkPool(
        packs, own: position, asOf: "2026-01-15", panel: ""
      ).release()
      let women = try #require(
        release.figures.first {
          $0.population == "workforce" && $0.group == "Women" && $0.places.isEmpty
        })
      let own = try #require(women.own)
      let ratio = try #require(
        release.standardised.first { $0.group == "Women" && $0.structures == ["Specialization"] }?
          .ratio.coarse)
      if position == 5 {
        #expect(try #require(own.limits).inner.contains(own.share) == false)
        #expect((try #require(own.percentile.coarse)).value < 0.1)
        #expect(ratio.value < 0.85)
      } else {
        #expect(ratio.value > 0.9 && ratio.value < 1.15)
      }
    }
  }

  @Test("packs in another order make the same bytes")
  func order() async throws {
    try await TemporaryFolder.with { folder in
      _ = try Self.pool(Self.packs(), own: Self.packs()[1], to: "\(folder)/one")
      _ = try Self.pool(Self.packs().reversed(), own: Self.packs()[1], to: "\(folder)/two")
      #expect(
        try TemporaryFolder.files("\(folder)/one") == TemporaryFolder.files("\(folder)/two"))
    }
  }

  @Test("every problem of the packs is told in one pass, each with its code")
  func problems() async throws {
    try await TemporaryFolder.with { folder in
      func copy(_ pack: Int, as name: String) throws -> String {
        try FileManager.default.copyItem(
          atPath: Self.packs()[pack], toPath: "\(folder)/\(name)")
        return "\(folder)/\(name)"
      }
      let changed = try copy(0, as: "changed")
      let file = URL(fileURLWithPath: "\(changed)/pack.json")
      let text = try String(contentsOf: file, encoding: .utf8)
      try Data(text.replacing("\"threshold\": 10", with: "\"threshold\": 11").utf8).write(to: file)
      let twice = try copy(1, as: "twice")
      let failed = Self.failure {
        _ = try Self.pool(
          Self.packs() + [changed, twice, "\(folder)/nothing"], to: "\(folder)/pool")
      }
      #expect(failed?.exitCode == .inputMissing)
      let lines = failed?.lines.joined(separator: "\n") ?? ""
      for code in ["B101", "B103", "B105"] { #expect(lines.contains("error \(code) "), "\(code)") }
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/pool"))
      #expect(
        Self.failure { _ = try Self.pool(Self.packs(), asOf: "soon", to: "\(folder)/pool") }?
          .exitCode == .usage)
    }
  }

  @Test("other periods and taxonomies are told apart, and a signature that does not hold")
  func disagreements() async throws {
    let key = try #require(SigningKeyForTests.key)
    try await TemporaryFolder.with { folder in
      func write(_ name: String, period: String, taxonomy: String, signs: Bool) throws -> String {
        let content = PackContent(
          contributor: name, period: period, flowPeriod: nil, snapshotDate: "2025-06-30",
          audience: "public", threshold: 10, taxonomy: taxonomy,
          characteristics: [.init(id: "gender", title: "Gender", levels: [.init(label: "Women")])],
          structures: [],
          figures: [
            .init(
              key: .init(
                population: "workforce", characteristic: "gender", group: "Women", base: .declared),
              people: 100 + name.count, total: 300)
          ])
        try OutputFolder(path: "\(folder)/\(name)", replacesExisting: false).write(
          PackManifest.seal([content.file()], key: signs ? key : nil))
        return "\(folder)/\(name)"
      }
      let base = try write("a", period: "2025Q2", taxonomy: "t", signs: true)
      #expect(try PackReading.read(base).get().isSigned)
      let period = try write("bb", period: "2025Q1", taxonomy: "t", signs: false)
      let taxonomy = try write("ccc", period: "2025Q2", taxonomy: "u", signs: false)
      let forged = try write("dddd", period: "2025Q2", taxonomy: "t", signs: true)
      try FileManager.default.removeItem(atPath: "\(forged)/manifest.sig")
      let failed = Self.failure {
        _ = try Self.pool([base, period, taxonomy, forged], to: "\(folder)/pool")
      }
      #expect(failed?.exitCode == .dataInvalid)
      let lines = failed?.lines.joined(separator: "\n") ?? ""
      for code in ["B104", "B106", "B107"] { #expect(lines.contains("error \(code) "), "\(code)") }
    }
  }

  @Test("four packs, young data and another panel of one period are refused with 77")
  func refused() async throws {
    try await TemporaryFolder.with { folder in
      let few = Self.failure {
        _ = try Self.pool(Array(Self.packs().prefix(4)), to: "\(folder)/pool")
      }
      #expect(few?.exitCode == .refused && few?.lines[0].hasPrefix("error B110") == true)
      let young = Self.failure {
        _ = try Self.pool(Self.packs(), asOf: "2025-12-01", to: "\(folder)/pool")
      }
      #expect(young?.exitCode == .refused && young?.lines[0].hasPrefix("error B112") == true)
      #expect(!FileManager.default.fileExists(atPath: "\(folder)/pool"))
      _ = try Self.pool(Self.packs(), to: "\(folder)/pool")
      // All but one, beside all, would tell the one.
      let seven = Array(Self.packs().prefix(7))
      for (earlier, target, force) in [
        (["\(folder)/pool"], "\(folder)/other", false), ([], "\(folder)/pool", true),
      ] {
        let other = Self.failure {
          _ = try Self.pool(seven, earlier: earlier, to: target, force: force)
        }
        #expect(other?.exitCode == .refused && other?.lines[0].hasPrefix("error B113") == true)
      }
      _ = try Self.pool(
        Self.packs(), own: Self.packs()[0], earlier: ["\(folder)/pool"], to: "\(folder)/again")
    }
  }

  @Test("every code of pools is explained")
  func explained() {
    for problem in PoolProblem.allCases {
      #expect(Explanation.lines(for: problem.rawValue)?.first?.contains("Fix: ") == true)
    }
  }
}

/// A signing key of a test.
private enum SigningKeyForTests {
  static var key: SigningKey? {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "parity-key-\(UUID().uuidString)")
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("parity-signing.key").path
    try? PrivateFile.write(SigningKey.make().private, to: path)
    return try? SigningKey(path: path, configuration: "test")
  }
}
