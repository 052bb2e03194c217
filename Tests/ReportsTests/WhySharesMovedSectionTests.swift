import Documents
import Estimates
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Section 12: why shares moved")
struct WhySharesMovedSectionTests {
  private typealias Entries = SampleEntries
  private typealias Sample = SampleExhibits

  private static func exhibit(
    _ rows: [(String, [PublishedEntry])], last: String = "records"
  ) -> PublishedExhibit {
    Sample.exhibit(
      "why_moved/gender", .shareAccounting, Sample.gender, period: Sample.window, focal: "Women",
      [
        ("then", "Share in 2024Q3", .share), ("hires", "Hires", .percentagePoints),
        ("exits", "Exits", .percentagePoints),
        (last, "New answers and corrections", .percentagePoints),
        ("change", "Change", .percentagePoints), ("now", "Share in 2025Q3", .share),
      ], rows.map { ($0.0, .item, $0.1) },
      notes: [
        "The steps add up to the change; printed numbers are rounded. A step whose counts are not "
          + "shown is part of the last one."
      ])
  }

  private func text(_ exhibit: PublishedExhibit, _ language: Language = .britishEnglish) throws
    -> String
  {
    let release = Release(exhibits: [exhibit], summary: SampleRelease.release.summary)
    let context = try #require(try SampleRelease.context(language))
    return DocumentText(ReportBuilder.full(ReportInput(release: release, context: context))).lines
      .joined(separator: "\n")
  }

  private static let women: [PublishedEntry] = [
    Entries.number(0.412), Entries.number(0.011), Entries.number(-0.004), Entries.number(0.001),
    Entries.number(0.008), Entries.number(0.42),
  ]

  @Test("says what each step did, and draws recording apart")
  func sentence() throws {
    let text = try text(Self.exhibit([("Women", Self.women)]))
    #expect(text.contains("Why shares moved"))
    #expect(
      text.contains(
        "Women went from 41.2% in 2024Q3 to 42.0% in 2025Q3: hires added 1.1 percentage points, "
          + "leavers took 0.4 percentage points and new answers and corrections added 0.1 "
          + "percentage points."))
    #expect(text.contains("Women: from 41.2% to 42.0%"))
    #expect(text.contains("change what is recorded, not who works here"))
  }

  @Test("a hidden step is part of the last one, which goes by another name")
  func hidden() throws {
    var entries = Self.women
    entries[2] = Entries.hidden
    entries[3] = Entries.number(-0.003)
    let text = try text(Self.exhibit([("Women", entries)]))
    #expect(
      text.contains(
        "hires added 1.1 percentage points and other changes took 0.3 percentage points."))
    #expect(!text.contains("leavers took"))
    #expect(text.contains("Other changes"))
  }

  @Test("steps that do not add up are not told, nor is a share that is hidden")
  func wrong() throws {
    var entries = Self.women
    entries[1] = Entries.number(0.02)
    #expect(!(try text(Self.exhibit([("Women", entries)]))).contains("hires added"))
    let hidden = try text(
      Self.exhibit([("Women", Self.women.map { _ in Entries.hidden })]))
    #expect(!hidden.contains("hires added"))
    #expect(hidden.contains("why the shares of"))
  }

  @Test("every language names the steps", arguments: Language.allCases)
  func languages(_ language: Language) throws {
    let text = try text(Self.exhibit([("Women", Self.women)]), language)
    let expected =
      switch language {
      case .britishEnglish, .americanEnglish: "hires added"
      case .german: "Einstellungen brachten"
      case .french: "les embauches ont ajouté"
      case .spanish: "las contrataciones sumaron"
      }
    #expect(text.contains(expected))
  }

  @Test("steps too small to print are told together")
  func small() throws {
    let entries: [PublishedEntry] = [
      Entries.number(0.412), Entries.number(0.0002), Entries.number(-0.0001), Entries.number(0),
      Entries.number(0.0001), Entries.number(0.4121),
    ]
    #expect(
      try text(Self.exhibit([("Women", entries)])).contains(
        "no step moved the share by a tenth of a point"))
  }
}
