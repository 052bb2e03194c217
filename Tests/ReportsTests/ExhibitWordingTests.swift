import Documents
import Estimates
import Findings
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Words of the analyses")
struct ExhibitWordingTests {
  private func wording(
    _ language: Language, _ terminology: Terminology = Terminology()
  ) -> ExhibitWording {
    ExhibitWording(
      catalogue: MessageCatalogue(language: language, terminology: terminology))
  }

  private let exhibit = Exhibit(
    id: "representation/gender/level", kind: .representationBy,
    attribute: ExhibitAttribute(id: "gender", title: "Gender"),
    by: ExhibitAttribute(id: "level", title: "Level"), period: "2025Q3", focal: "Women",
    reference: "All others who declared",
    columns: [
      ExhibitColumn(id: "people/Women", title: "Women, people", unit: .people, group: "Women"),
      ExhibitColumn(
        id: "year_ago/Women", title: "Women, share in 2024Q3", unit: .share, group: "Women"),
      ExhibitColumn(id: "unheard_of", title: "A column nobody knows", unit: .number),
    ], rows: [ExhibitRow(label: "Band 5", entries: [nil, nil, nil])],
    notes: [
      "Shares are of everyone counted, those who did not declare included.",
      "50 and over: 50 to 59; 60 and over.", "A note nobody knows.",
    ])

  @Test("columns, notes and made groups are translated; the organisation's labels stay")
  func german() {
    let german = wording(.german).exhibit(exhibit)
    #expect(
      german.columns.map(\.title) == [
        "Women, Personen", "Women, Anteil 2024Q3", "A column nobody knows",
      ])
    #expect(german.columns.map(\.id) == exhibit.columns.map(\.id))
    #expect(german.reference == "Alle übrigen mit Angabe" && german.focal == "Women")
    #expect(german.by?.title == "Ebene" && german.rows[0].label == "Band 5")
    #expect(german.notes[0].hasPrefix("Anteile beziehen sich auf alle"))
    #expect(german.notes.suffix(2) == exhibit.notes.suffix(2))
  }

  @Test("quarters in French")
  func french() {
    let french = wording(.french).exhibit(exhibit)
    #expect(french.period == "2025T3")
    #expect(french.columns[1].title == "Women, part en 2024T3")
    #expect(wording(.french).period("2024Q4 to 2025Q3") == "2024T4 à 2025T3")
    #expect(wording(.french).period("Applied to Hired") == "Applied to Hired")
  }

  @Test("English changes nothing, and own words change groups and titles in every place")
  func own() {
    #expect(wording(.britishEnglish).changesNothing)
    #expect(wording(.britishEnglish).exhibit(exhibit) == exhibit)
    let own = Terminology(
      groups: [.init("Women", "Frauen")], attributes: [.init("gender", "Geschlecht")])
    let renamed = wording(.german, own).exhibit(exhibit)
    #expect(renamed.focal == "Frauen" && renamed.attribute?.title == "Geschlecht")
    #expect(renamed.columns.map(\.id) == ["people/Frauen", "year_ago/Frauen", "unheard_of"])
    #expect(renamed.columns[0].title == "Frauen, Personen" && renamed.columns[0].group == "Frauen")
  }

  @Test("own words replace whole words and keep a large letter; never a verdict")
  func words() {
    let own = Terminology(words: [.init("hires", "starters"), .init("gap", "abyss")])
    #expect(own.renamed("Hires, rehires and hires.") == "Starters, rehires and starters.")
    let catalogue = MessageCatalogue(language: .britishEnglish, terminology: own)
    #expect(catalogue.label(.hires) == "Starters")
    #expect(catalogue.word(.clearGap) == "Clear gap")
  }

  @Test("renaming groups leaves every number and verdict of a report as it was")
  func numbersStay() throws {
    var context = try #require(try SampleRelease.context())
    let plain = ReportInput(release: SampleRelease.release, context: context)
    context.terminology = Terminology(groups: [.init("Women", "Wimmin"), .init("Men", "Chaps")])
    let renamed = ReportInput(release: SampleRelease.release, context: context)
    func marks(_ input: ReportInput) -> [String] {
      DocumentText(ReportBuilder.full(input)).lines.flatMap { WordingLinterTests.numbers($0) }
    }
    func verdicts(_ input: ReportInput) -> [Verdict] {
      SectionWriter(input).input.findings.map(\.verdict)
    }
    #expect(marks(plain) == marks(renamed))
    #expect(verdicts(plain) == verdicts(renamed))
    let text = DocumentText(ReportBuilder.full(renamed)).lines.joined(separator: "\n")
    #expect(text.contains("Wimmin") && !text.contains("women"))
  }

  @Test(
    "no heading, row or note of the sample's exhibits is left in English",
    arguments: [
      Language.german, .french, .spanish,
    ])
  func complete(language: Language) {
    let wording = wording(language)
    var left: [String] = []
    for published in SampleRelease.release.exhibits {
      let before = published.exhibit
      let after = wording.exhibit(before)
      for (old, new) in zip(before.columns, after.columns)
      where old.title == new.title && old.group != old.title {
        left.append(old.title)
      }
    }
    // The same in every language, or names of characteristics and stages of the sample.
    let same = [
      "p", "p (Fisher)", "p (CMH)", "p (Holm)", "p (exact)", "Promotions", "Function", "Gender",
      // Of the sample alone: no analysis calls its columns so.
      "p (exact binomial)", "In people, if this stage alone were equal",
    ]
    #expect(left.filter { !same.contains($0) && !$0.contains("GBP") } == [])
  }
}
