import Documents
import Estimates
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Projection of shares with a target, in section 13")
struct ProjectionBlocksTests {
  private typealias Entries = SampleEntries
  private typealias Sample = SampleExhibits

  private static let quarters = ["2025Q4", "2026Q1", "2026Q2", "2026Q3", "2026Q4"]

  private static func fan() -> PublishedExhibit {
    Sample.exhibit(
      "projection/gender/Women", .projection, Sample.gender, period: Sample.window, focal: "Women",
      [("lower", "", .share), ("middle", "", .share), ("upper", "", .share)],
      quarters.enumerated().map { position, quarter in
        let middle = 0.42 + 0.003 * Double(position)
        return (
          quarter, .item,
          [Entries.number(middle - 0.01), Entries.number(middle), Entries.number(middle + 0.01)]
        )
      })
  }

  private static func chances(
    now: Double = 0.42, median: PublishedEntry = Entries.number(4),
    needed: PublishedEntry = Entries.number(0.52), expected: PublishedEntry = Entries.number(0.431),
    scenario: [PublishedEntry]? = nil
  ) -> PublishedExhibit {
    Sample.exhibit(
      "target_chance/gender/Women", .targetChance, Sample.gender, period: Sample.window,
      focal: "Women",
      [
        ("now", "", .share), ("expected", "", .share), ("by_date", "", .share),
        ("on_date", "", .share), ("never", "", .share), ("median", "", .number),
        ("hires_now", "", .share), ("hires_needed", "", .share),
      ],
      [
        (
          "Women", .item,
          [
            Entries.number(now), expected, Entries.number(0.613), Entries.number(0.552),
            Entries.number(0.1), median, Entries.number(0.47), needed,
          ]
        )
      ] + (scenario.map { [("Half of all hires", .item, $0)] } ?? []))
  }

  private func text(
    _ exhibits: [PublishedExhibit], target: Double = 0.43, _ language: Language = .britishEnglish
  ) throws -> String {
    let release = Release(exhibits: exhibits, summary: SampleRelease.release.summary)
    var context = try #require(try SampleRelease.context(language))
    context.targets = [
      ReportContext.Target(
        attribute: "gender", group: "Women", scope: .overall, value: target, by: "2026Q4")
    ]
    // The section stands where there is a trend.
    let document = ReportBuilder.full(ReportInput(release: release, context: context))
    return DocumentText(document).lines.joined(separator: "\n")
  }

  private static let none = PublishedEntry.estimate(
    Published(.notApplicable, reason: "it is not reached"))

  @Test("says where the share leads, how likely the target is and what it would take")
  func sentence() throws {
    let text = try text([Self.fan(), Self.chances()])
    #expect(
      text.contains(
        "women would be at 43.1% by 2026Q4, and 61.3% of all paths reach 43.0% by then."))
    #expect(text.contains("Half of the paths have reached it by 2026Q3."))
    #expect(
      text.contains(
        "It would be reached about as often as not if 52.0% of hires were of the group; of the "
          + "last ones 47.0% were."))
    #expect(text.contains("Women: 42.0% now, 43.1% expected in 2026Q4"))
    #expect(text.contains("It says where these rates lead, not what will happen."))
  }

  @Test("a target that is out of reach, or late, is said to be")
  func late() throws {
    let text = try text([Self.fan(), Self.chances(median: Self.none, needed: Self.none)])
    #expect(text.contains("Half of the paths have not reached it by 2026Q4."))
    #expect(text.contains("No share of hires would be enough for that."))
    #expect(text.contains("later than 2026Q4"))
    #expect(text.contains("not by hires alone"))
  }

  @Test("a target that is met now is asked for at its date")
  func met() throws {
    let text = try text([Self.fan(), Self.chances(now: 0.44)])
    #expect(text.contains("55.2% of all paths are still at 43.0% or above then."))
    #expect(!text.contains("Half of the paths"))
    #expect(text.contains("reached"))
  }

  @Test("a scenario is a line of the table")
  func scenario() throws {
    let line = [
      PublishedEntry.empty, Entries.number(0.444), Entries.number(0.712), Entries.number(0.7),
      Entries.number(0.05), Entries.number(2), PublishedEntry.empty, PublishedEntry.empty,
    ]
    let text = try text([Self.fan(), Self.chances(scenario: line)])
    #expect(text.contains("Half of all hires"))
    #expect(text.contains("44.4%") && text.contains("71.2%") && text.contains("2026Q1"))
  }

  @Test("where the numbers are hidden there are markers and no sentence")
  func hidden() throws {
    let text = try text([Self.fan(), Self.chances(expected: Entries.hidden)])
    #expect(!text.contains("would be at"))
  }

  @Test("every language has its words", arguments: Language.allCases)
  func languages(_ language: Language) throws {
    let text = try text([Self.fan(), Self.chances()], language)
    let expected =
      switch language {
      case .britishEnglish, .americanEnglish: "If hires and exits go on"
      case .german: "Bleiben Einstellungen und Austritte"
      case .french: "Si embauches et départs restent"
      case .spanish: "Si contrataciones y salidas siguen"
      }
    #expect(text.contains(expected))
  }
}
