import Documents
import Estimates
import Findings
import TestSupport
import Testing

@testable import Disclosure
@testable import Reports

@Suite("The training pipeline in words")
struct TrainingSentenceTests {
  private static let rows: [(String, ExhibitRow.Role, Int, Int, Int, Int)] = [
    ("Started", .item, 200, 180, 800, 720), ("Completed", .item, 180, 99, 720, 547),
    ("Credentialed", .item, 99, 64, 547, 355),
    ("Enrolled to Credentialed", .total, 200, 64, 800, 355),
  ]

  private static var exhibits: [PublishedExhibit] {
    let funnel = SampleExhibits.funnel(
      "training/ethnicity/Asian", .training, SampleExhibits.ethnicity, focal: "Asian",
      reference: "White", rows)
    let cost = SampleExhibits.exhibit(
      "training/ethnicity/Asian/cost", .trainingCost, SampleExhibits.ethnicity,
      period: SampleExhibits.window, focal: "Asian", reference: "White",
      [("focal_amount", "Asian, GBP", .amount), ("reference_amount", "White, GBP", .amount)],
      [
        (
          "Credentialed", .item,
          [
            SampleEntries.estimate(2812.5, 2331, 3456),
            SampleEntries.estimate(2028.2, 1876, 2203),
          ]
        )
      ], notes: ["An enrolment costs 900 GBP."])
    let parts = SampleExhibits.attribution(funnel)
    let exhibit = parts.exhibit
    let attribution = PublishedExhibit(
      exhibit: Exhibit(
        id: exhibit.id, kind: .trainingAttribution, attribute: exhibit.attribute,
        period: exhibit.period, focal: exhibit.focal, reference: exhibit.reference,
        columns: exhibit.columns, rows: exhibit.rows),
      entries: parts.entries, methods: [], isRolledUp: false)
    return [funnel, attribution, cost]
  }

  private func text(_ language: Language) throws -> String {
    let context = try #require(try SampleRelease.context(language))
    let release = Release(exhibits: Self.exhibits, summary: SampleRelease.release.summary)
    return DocumentText(ReportBuilder.full(ReportInput(release: release, context: context)))
      .lines.joined(separator: "\n")
  }

  @Test("the step with the gap, the people missing, where they are lost, and the cost")
  func english() throws {
    let text = try text(.britishEnglish)
    #expect(
      text.contains(
        "Completed: 55.0% of Asian learners (99 of 180) against 76.0% of White learners"))
    #expect(text.contains("more Asian learners would have reached the last step."))
    #expect(text.contains("Most of the gap arises between Started and Completed."))
    #expect(
      text.contains("Credentialed: £2,813 for each person who got there among Asian learners"))
    #expect(text.contains("cost per person who reached a step"))
    #expect(text.contains("An enrolment costs 900 GBP."))
    #expect(!text.contains("hired"))
  }

  @Test("every language says where the gap arises and what an enrolment costs")
  func languages() throws {
    #expect(try text(.german).contains("entsteht zwischen Started und Completed"))
    #expect(try text(.german).contains("Eine Anmeldung kostet 900 GBP."))
    #expect(try text(.french).contains("naît entre Started et Completed"))
    #expect(try text(.spanish).contains("surge entre Started y Completed"))
  }

  @Test("a step with a gap on a way that may be chance is named, and the caveat stays true")
  func uncertainWhole() throws {
    let context = try #require(try SampleRelease.context())
    var rows = Self.rows
    rows[2] = ("Credentialed", .item, 99, 75, 547, 330)
    rows[3] = ("Enrolled to Credentialed", .total, 200, 75, 800, 330)
    let funnel = SampleExhibits.funnel(
      "training/ethnicity/Asian", .training, SampleExhibits.ethnicity, focal: "Asian",
      reference: "White", rows)
    let attribution = SampleExhibits.attribution(funnel)
    let release = Release(
      exhibits: [funnel, attribution], summary: SampleRelease.release.summary)
    let writer = SectionWriter(ReportInput(release: release, context: context))
    let judged = writer.findings(of: funnel)
    #expect(judged.first { $0.row == 1 }?.isGap == true && writer.isUnstable(attribution))
    let sentence = try #require(writer.trainingGapSentence(attribution, judged: judged))
    #expect(sentence.contains("between Started and Completed, where the rates differ"))
    #expect(!sentence.contains("so may its parts"))
    let without = try #require(writer.trainingGapSentence(attribution, judged: []))
    #expect(without.hasSuffix("and so may its parts.") && !without.contains("arises between"))
  }
}
