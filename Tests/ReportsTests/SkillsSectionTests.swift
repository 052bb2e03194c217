import Documents
import Estimates
import Findings
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Skills gap section")
struct SkillsSectionTests {
  private typealias Entries = SampleEntries
  private typealias Sample = SampleExhibits

  private static func row(
    _ label: String, _ filled: Int, _ vacancies: Int, days: Double
  ) -> Sample.Row {
    (
      label, .item,
      [
        Entries.people(vacancies), Entries.people(filled),
        Entries.estimate(Double(filled) / Double(vacancies), 0.2, 0.9),
        Entries.rateRatio(filled, vacancies, 130, 190),
        Entries.test(z: Entries.z(filled, vacancies, 130, 190)),
        Entries.people(vacancies - filled), Entries.estimate(2.5, 2.2, 2.8),
        Entries.estimate(days, days - 9, days + 9),
      ]
    )
  }

  static let exhibits: [PublishedExhibit] = [
    Sample.exhibit(
      "skills_gap/specialization", .skillsGap,
      ExhibitAttribute(id: "specialization", title: "Specialization"), period: Sample.window,
      reference: "Other posts",
      [
        ("vacancies", "Vacancies", .people), ("filled", "Filled", .people),
        ("rate", "Share filled", .share), ("ratio", "Ratio", .ratio),
        ("p", "p (pooled Z)", .pValue), ("gap", "Gap in people", .people),
        ("suitable", "Suitable applicants per vacancy", .number),
        ("days", "Median days to fill", .number),
      ],
      [
        row("Cybersecurity", 40, 127, days: 160), row("Software development", 104, 159, days: 53),
        (
          "Other posts", .reference,
          [
            Entries.number(190), Entries.number(130), Entries.estimate(0.684, 0.62, 0.75), .empty,
            .empty, Entries.number(60), .empty, .empty,
          ]
        ),
        (
          "All vacancies", .total,
          [
            Entries.people(476), Entries.people(274), Entries.estimate(0.576, 0.53, 0.62), .empty,
            .empty, Entries.people(202), Entries.estimate(5.8, 5.7, 6), Entries.number(95),
          ]
        ),
      ], Sample.ratio(.favourable)),
    lens("inclusion/hiring/gender/Women", focal: "Women", Entries.estimate(30, 8, 52)),
    lens("inclusion/retention/gender", focal: nil, Entries.estimate(4, -9, 17)),
  ]

  private static func lens(
    _ id: String, focal: String?, _ added: PublishedEntry
  ) -> PublishedExhibit {
    Sample.exhibit(
      id, .inclusionLens, Sample.gender, period: Sample.window, focal: focal, reference: "Men",
      focal == nil
        ? [
          ("average", "Average headcount", .number), ("rate", "Exits per 100", .per100),
          ("reference_rate", "Exits per 100, compared with", .per100),
          ("added", "Fewer people leaving", .shortfall),
          ("closed", "Of the gap in people", .share),
        ]
        : [
          ("base", "Applicants", .people), ("rate", "Share hired", .share),
          ("reference_rate", "Share hired, compared with", .share),
          ("added", "More people hired", .shortfall),
          ("closed", "Of the gap in people", .share),
        ],
      [
        (
          "Women", .item,
          [
            focal == nil ? Entries.number(850) : Entries.people(400),
            Entries.estimate(focal == nil ? 12.9 : 0.09, 0.07, 0.11),
            Entries.estimate(focal == nil ? 12.5 : 0.16, 0.14, 0.18), added,
            Entries.estimate(0.148, 0.04, 0.257),
          ]
        )
      ])
  }

  private func lines(
    _ language: Language, with others: [PublishedExhibit] = []
  ) throws -> [String] {
    let release = Release(
      exhibits: others + Self.exhibits, summary: SampleRelease.release.summary)
    var context = try #require(try SampleRelease.context(language))
    context.occupations = [
      ReportContext.Occupation(
        specialization: "Cybersecurity", occupation: "Information security analysts",
        codes: ["15-1212"], shares: [.init(group: "Women", value: 0.18)], note: nil),
      ReportContext.Occupation(
        specialization: "Telehealth", occupation: "Registered nurses", codes: ["29-1141"],
        shares: [], note: nil),
    ]
    return DocumentText(ReportBuilder.full(ReportInput(release: release, context: context))).lines
  }

  @Test("says how many vacancies were filled, against which posts, and what it means")
  func sentences() throws {
    let lines = try lines(.americanEnglish)
    func has(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
    #expect(lines.contains { $0.contains("## Skills gap") })
    #expect(has("Of 476 vacancies opened, 274 were filled by the end of the period (57.6%)"))
    #expect(has("the other 202 are the gap in people."))
    #expect(
      has(
        "Cybersecurity: 40 of 127 vacancies were filled (31.5%), against 130 of 190 (68.4%) for "
          + "other posts."))
    #expect(has("Clear gap"))
    #expect(has("Had none been withdrawn, half would be filled within 160 days."))
    #expect(has("2.50 suitable people apply for each on average."))
    #expect(has("About the same. Software development"))
  }

  @Test("what equal rates add is said where the interval rules out nothing, and listed else")
  func lens() throws {
    let lines = try lines(.americanEnglish)
    func has(_ text: String) -> Bool { lines.contains { $0.contains(text) } }
    #expect(
      has(
        "Had women been hired at the rate of men, about 30 more would have been (95% confidence "
          + "interval +8.0 to +52): 14.8% of the gap in people."))
    #expect(
      has(
        "Whether equal rates of leaving would keep people cannot be told from these numbers for "
          + "women."))
  }

  @Test("a group whose own section finds no gap is listed, whatever its interval alone says")
  func consistent() throws {
    func funnel(_ hired: Int) -> PublishedExhibit {
      Sample.funnel(
        "funnel/gender/Women", .funnel, Sample.gender, focal: "Women", reference: "Men",
        [("Applied to Hired", .total, 400, hired, 500, 80)])
    }
    let found = try lines(.americanEnglish, with: [funnel(36)])
    #expect(found.contains { $0.contains("Had women been hired") })
    let unclear = try lines(.americanEnglish, with: [funnel(60)])
    #expect(!unclear.contains { $0.contains("Had women been hired") })
    #expect(
      unclear.contains {
        $0.contains("Whether equal rates of hiring would add people cannot be told from these")
      })
  }

  @Test("names the occupation of each specialization that is shown, and no other")
  func occupations() throws {
    let lines = try lines(.americanEnglish)
    #expect(lines.contains { $0.contains("Information security analysts") })
    #expect(!lines.contains { $0.contains("Registered nurses") })
  }

  @Test("every language writes the section whole", arguments: Language.allCases)
  func languages(_ language: Language) throws {
    let lines = try lines(language)
    #expect(!lines.contains { $0.contains("{") })
    if !language.isEnglish {
      #expect(!lines.contains { $0.contains("vacancies") || $0.contains("Other posts") })
    }
  }

  @Test("vacancies stand on no page one")
  func headlines() throws {
    let release = Release(exhibits: Self.exhibits, summary: SampleRelease.release.summary)
    let context = try #require(try SampleRelease.context(.britishEnglish))
    let input = ReportInput(release: release, context: context)
    #expect(input.findings.contains { $0.family == .skills && $0.verdict == .clearGap })
    #expect(HeadlineSelection().headlines(in: release, findings: input.findings).isEmpty)
  }
}
