import Documents
import Estimates
import Findings
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Time to exit and promotion")
struct ServiceBlocksTests {
  private typealias Entries = SampleEntries
  private typealias Sample = SampleExhibits

  private static func exhibit(
    _ kind: Exhibit.Kind, reference: String, women: [PublishedEntry], others: [PublishedEntry],
    ratio: PublishedEntry
  ) -> PublishedExhibit {
    Sample.exhibit(
      "service/\(kind.rawValue)/gender", kind, Sample.gender, period: "2023Q4 to 2025Q3",
      focal: "Women", reference: reference,
      [
        ("after/1", "After 1 year", .share), ("after/2", "After 2 years", .share),
        ("after/10", "After 10 years", .share), ("median", "Median, years", .number),
        ("ratio", "Ratio", .ratio), ("p", "p (log-rank)", .pValue),
      ],
      [
        ("Women", .item, women + [Entries.number(4.25), ratio, Entries.test(z: 4)]),
        (reference, .reference, others + [Entries.number(5.5), .empty, .empty]),
      ], Sample.ratio(kind == .timeToExit ? .adverse : .favourable))
  }

  private func lines(_ exhibit: PublishedExhibit) throws -> [String] {
    let release = Release(exhibits: [exhibit], summary: SampleRelease.release.summary)
    let context = try #require(try SampleRelease.context(.britishEnglish))
    return DocumentText(ReportBuilder.full(ReportInput(release: release, context: context))).lines
  }

  @Test("says in people how many would stay, for the last year of at most five shown for both")
  func exits() throws {
    let text = try lines(
      Self.exhibit(
        .timeToExit, reference: "Men",
        women: [
          Entries.estimate(0.88, 0.85, 0.9), Entries.estimate(0.784, 0.75, 0.81),
          Entries.estimate(0.3, 0.2, 0.4),
        ],
        others: [
          Entries.estimate(0.9, 0.88, 0.92), Entries.estimate(0.842, 0.8, 0.87), Entries.hidden,
        ], ratio: Entries.estimate(1.6, 1.3, 1.9)))
    #expect(
      text.contains {
        $0.contains(
          "Of 100 women, about 78 would still be there after 2 years of service; of 100 men, "
            + "about 84")
      })
    #expect(
      text.contains {
        $0.contains(
          "Among people of the same length of service, the rate of leaving for women was 1.60 "
            + "times the rate for men (95% confidence interval 1.30 to 1.90), to the disadvantage "
            + "of women.")
      })
    #expect(text.contains { $0.contains("## Retention") })
  }

  @Test("counts those promoted among those who stay, and calls everybody else other people")
  func promotions() throws {
    let text = try lines(
      Self.exhibit(
        .timeToPromotion, reference: "All other people",
        women: [Entries.estimate(0.9, 0.8, 0.95), Entries.hidden, Entries.hidden],
        others: [Entries.estimate(0.7, 0.6, 0.8), Entries.hidden, Entries.hidden],
        ratio: Entries.estimate(0.5, 0.4, 0.7)))
    #expect(
      text.contains {
        $0.contains(
          "Of 100 women who stay, about 10 would be promoted within 1 year of service; of 100 "
            + "other people, about 30")
      })
    #expect(text.contains { $0.contains("the rate of promotion for women was 0.50 times") })
    #expect(text.contains { $0.contains("## Progression") })
  }

  @Test("a group that may not be shown has no curve: one sentence says so")
  func hidden() throws {
    let text = try lines(
      Self.exhibit(
        .timeToExit, reference: "Men",
        women: [Entries.hidden, Entries.hidden, Entries.hidden],
        others: [Entries.hidden, Entries.hidden, Entries.hidden], ratio: Entries.hidden))
    #expect(text.contains { $0.contains("Not shown, to protect people: time to exit of women.") })
    #expect(!text.contains { $0.contains("would still be there") })
  }
}
