import Documents
import Estimates
import TestSupport
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Skills across domains in words")
struct SkillsAcrossDomainsSectionTests {
  private typealias Entries = SampleEntries

  private static var exhibits: [PublishedExhibit] {
    let places = ExhibitAttribute(id: "function", title: "Function")
    return [
      SampleExhibits.exhibit(
        "skills/domains", .skillDomains,
        ExhibitAttribute(id: "skill_domain", title: "Domains of skills"),
        [
          ("people", "People", .people), ("share", "Share", .share),
          ("year_ago", "Share in 2024Q3", .share),
        ],
        [
          ("Health", 400), ("Technology", 300), ("Health and technology", 250), ("Neither", 50),
        ].map {
          ($0, .item, [Entries.people($1), Entries.share($1, 1000), Entries.share($1 - 40, 1000)])
        }),
      SampleExhibits.exhibit(
        "skills/hybrid/function", .hybridTalent, places,
        [
          ("people", "People", .people), ("both", "With both", .people),
          ("share", "Share", .share),
        ],
        [("Clinical", 600, 120), ("Digital", 400, 130)].map {
          ($0, .item, [Entries.people($1), Entries.people($2), Entries.share($2, $1)])
        }),
      SampleExhibits.exhibit(
        "skills/pairs", .skillPairs, nil,
        [
          ("both", "With both", .people), ("lift", "Times as often as by chance", .ratio),
          ("adjusted", "p (false discovery rate)", .pValue),
        ],
        [
          ("FHIR + SQL", .item, [Entries.people(90), Entries.number(1.8), Entries.test(z: 6)]),
          ("FHIR + Cloud", .item, [Entries.people(80), Entries.number(0.6), Entries.test(z: -6)]),
          ("Law + SQL", .item, [Entries.people(70), Entries.number(1.1), Entries.test(z: 0.6)]),
        ]),
      SampleExhibits.exhibit(
        "skills/growth", .emergingSkills, nil,
        [
          ("then", "2024Q3", .people), ("now", "2025Q3", .people),
          ("shrunk", "Drawn towards all skills", .ratio),
          ("adjusted", "p (false discovery rate)", .pValue),
        ],
        [
          (
            "Machine learning", .item,
            [
              Entries.people(60), Entries.people(110), Entries.estimate(1.7, 1.4, 2.1),
              Entries.test(z: 5),
            ]
          ),
          (
            "SQL", .item,
            [
              Entries.people(160), Entries.people(166), Entries.estimate(1.03, 0.9, 1.2),
              Entries.test(z: 0.4),
            ]
          ),
        ]),
    ]
  }

  private func text(
    _ language: Language, _ exhibits: [PublishedExhibit] = exhibits
  ) throws -> String {
    let context = try #require(try SampleRelease.context(language))
    let release = Release(exhibits: exhibits, summary: SampleRelease.release.summary)
    return DocumentText(ReportBuilder.full(ReportInput(release: release, context: context)))
      .lines.joined(separator: "\n")
  }

  @Test("how many have both, where domains meet, what goes together and what grows")
  func english() throws {
    let text = try text(.britishEnglish)
    for sentence in [
      "25.0% of people (250 of 1,000) had recorded skills in both health and technology, against "
        + "21.0% a year ago.",
      "By function the largest share is in Digital (32.5%), the smallest in Clinical (20.0%).",
      "More often in one person than chance would make it: FHIR + SQL (90 people, 1.80 times).",
      "Skills of a larger share of people than a year ago: Machine learning (110 people, 1.70 times).",
    ] { #expect(text.contains(sentence), "\(sentence)") }
  }

  @Test("where nothing grows the report says so")
  func nothingGrows() throws {
    let growth = Self.exhibits[3]
    let still = SampleExhibits.exhibit(
      "skills/growth", .emergingSkills, nil,
      [
        ("now", "2025Q3", .people), ("shrunk", "Drawn towards all skills", .ratio),
        ("adjusted", "p (false discovery rate)", .pValue),
      ],
      [
        (
          "SQL", .item,
          [Entries.people(166), Entries.estimate(1.03, 0.9, 1.2), Entries.test(z: 0.4)]
        )
      ])
    #expect(growth.exhibit.kind == still.exhibit.kind)
    #expect(
      try text(.britishEnglish, [still]).contains(
        "No skill is found in a clearly larger share of people than a year ago."))
  }

  @Test("every language has the rows, headings and sentences of its own")
  func languages() throws {
    for (language, words) in [
      (.german, ["Gesundheit und Technologie", "Mit beidem", "größte Anteil in Digital"]),
      (.french, ["Santé et technologie", "Avec les deux", "la plus grande est dans Digital"]),
      (.spanish, ["Salud y tecnología", "Con ambas", "mayor proporción está en Digital"]),
    ] as [(Language, [String])] {
      let text = try text(language)
      for word in words { #expect(text.contains(word), "\(language) \(word)") }
      #expect(!text.contains("With both") && !text.contains("Neither"))
    }
  }
}
