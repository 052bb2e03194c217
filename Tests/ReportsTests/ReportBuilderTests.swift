import Disclosure
import Documents
import Estimates
import Findings
import Foundation
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Report builder")
struct ReportBuilderTests {
  private func input(_ language: Language = .britishEnglish) throws -> ReportInput {
    let context = try #require(try SampleRelease.context(language))
    return ReportInput(release: SampleRelease.release, context: context)
  }

  private func lines(_ document: Document) -> [String] { DocumentText(document).lines }

  @Test("has every section in the order of the report")
  func sections() throws {
    let document = ReportBuilder.full(try input())
    let headings = lines(document).filter { $0.hasPrefix("## ") }
    #expect(
      headings == [
        "## Headlines", "## Who is counted", "## Declaration rates", "## Representation now",
        "## Intersections", "## Hiring", "## Progression", "## Retention", "## Pay",
        "## Trend and targets", "## Skills gap", "## Method, quality and disclosure",
      ])
  }

  @Test("says rates before ratios, both counts, who is worse off, and what it means in people")
  func funnelSentence() throws {
    let text = lines(ReportBuilder.full(try input()))
    #expect(
      text.contains(
        "- ■ Clear gap. Applied to Hired: 8.6% of women (128 of 1,480) against 18.9% of men (212 "
          + "of 1,120). The rate for women was 0.46 times the rate for men (95% confidence interval "
          + "0.37 to 0.56), to the disadvantage of women. At the rate for men, about 152 more women "
          + "would have been hired."))
  }

  @Test("says why a comparison is too uncertain, and why one is not reported")
  func limits() throws {
    let text = lines(ReportBuilder.full(try input()))
    #expect(text.contains { $0.contains("The interval holds both no gap and gaps that would") })
    #expect(text.contains { $0.contains("Taken alone the interval excludes equality") })
    #expect(text.contains("- Another gender: not reported, to protect people."))
  }

  @Test(
    "the leadership side is one page: few charts, few rows, no p-values, no markers in headlines")
  func leadership() throws {
    let document = ReportBuilder.leadership(try input())
    #expect(document.profile == .leadership)
    var figures = 0
    var rows = 0
    for block in document.blocks {
      switch block {
      case .figure: figures += 1
      case .figureRow(let row): figures += row.count
      case .scorecard(let card): rows = card.rows.count
      case .table: Issue.record("a table on the leadership side")
      default: break
      }
    }
    #expect(figures == 1)
    #expect((1...8).contains(rows))
    let text = lines(document)
    #expect(!text.contains { $0.contains("p =") || $0.contains("p <") || $0.contains("p, adj") })
    let headlines = WordingLinterTests.sections(document).first { $0.id == "headlines" }
    let sentences = try #require(headlines?.sentences)
    #expect((3...6).contains(sentences.count))
    #expect(!sentences.contains { $0.contains("[") })
  }

  @Test("identifiers of tables, figures and headings are unique")
  func identifiers() throws {
    for document in [ReportBuilder.full(try input()), ReportBuilder.leadership(try input())] {
      var seen: [String] = []
      for block in document.blocks {
        let ids: [String] =
          switch block {
          case .heading(_, let id, _): [id]
          case .table(let table): [table.id]
          case .figure(let figure): [figure.id]
          case .figureRow(let figures): figures.map(\.id)
          case .scorecard(let card): [card.id]
          default: []
          }
        for id in ids {
          #expect(!seen.contains(id), "\(id) twice")
          seen.append(id)
        }
      }
    }
  }

  @Test("every row of every table has one cell per column")
  func tables() throws {
    for case .table(let table) in ReportBuilder.full(try input()).blocks {
      for row in table.rows {
        #expect(row.cells.count == table.columns.count, "\(table.id)")
      }
    }
  }

  @Test("a release without exhibits still makes a report, which names the sections without data")
  func emptyRelease() throws {
    let context = try #require(try SampleRelease.context())
    let empty = Release(
      exhibits: [],
      summary: DisclosureSummary(
        threshold: 5, payThreshold: 10, audience: "internal", hidden: 0, rolledUp: 0))
    let input = ReportInput(release: empty, context: context)
    let text = lines(ReportBuilder.full(input))
    let table = try #require(text.firstIndex(of: "[table] Sections without data in this report"))
    #expect(text[table + 1] == "Section | What is missing | What supplies it")
    #expect(
      text[(table + 2)...].prefix(9).map { $0.prefix { $0 != "|" } } == [
        "Declaration rates ", "Representation now ", "Intersections ", "Hiring ", "Progression ",
        "Retention ", "Pay ", "Formal procedures ", "Indices (research annex) ",
      ])
    #expect(text.contains("Pay | A measure of pay | [pay] measure"))
    #expect(text.contains("Trend and targets | More than one quarter | [period] quarters"))
    #expect(text.contains { $0.hasPrefix("Training pipeline | Enrolments in training") })
    #expect(!text.contains("## Pay"))
    #expect(
      text.contains(
        "- This report has no data on declaration rates, representation, hiring, promotions, exits "
          + "and pay."))
    _ = ReportBuilder.leadership(input)
  }

  @Test("the report names its attackers in words, and claims no more than that")
  func attackers() throws {
    var context = try #require(try SampleRelease.context())
    let release = Release(
      exhibits: SampleRelease.release.exhibits,
      summary: DisclosureSummary(
        threshold: 10, payThreshold: 10, audience: "public", hidden: 9, rolledUp: 1,
        attackers: ["non-negative", "insider", "zeros-public"]))
    let plain = lines(ReportBuilder.full(ReportInput(release: release, context: context)))
      .joined(separator: "\n")
    #expect(
      plain.contains(
        "protected against someone who reads the whole release and reckons with all its tables at "
          + "once, be it a reader who knows nothing else, one who also knows their own record, or one "
          + "who knows that hidden groups are not empty: none of these attackers can tell that a "
          + "hidden group has fewer than 10 people."))
    #expect(plain.contains("9 places in the tables are hidden."))
    #expect(!plain.contains("parity verify") && !plain.contains("nonymous"))
    context.isAudited = true
    let audited = lines(ReportBuilder.full(ReportInput(release: release, context: context)))
      .joined(separator: "\n")
    #expect(audited.contains("parity verify"))
  }

  @Test("an exhibit without its usual columns, or with everything hidden, never breaks the report")
  func degenerateExhibits() throws {
    let context = try #require(try SampleRelease.context())
    let bare = SampleRelease.release.exhibits.flatMap { published -> [PublishedExhibit] in
      let exhibit = published.exhibit
      let withoutColumns = Exhibit(
        id: exhibit.id, kind: exhibit.kind, attribute: exhibit.attribute, by: exhibit.by,
        period: exhibit.period, focal: exhibit.focal, reference: exhibit.reference, columns: [],
        rows: exhibit.rows.map { ExhibitRow(label: $0.label, role: $0.role, entries: []) },
        comparison: exhibit.comparison)
      let hidden = published.entries.map { row in
        row.map { entry -> PublishedEntry in
          switch entry {
          case .empty: .empty
          case .count: .count(Published(.notShown))
          case .estimate: .estimate(Published(.notShown))
          case .test: .test(Published(.notShown))
          }
        }
      }
      return [
        PublishedExhibit(
          exhibit: withoutColumns, entries: exhibit.rows.map { _ in [] }, methods: [],
          isRolledUp: false),
        PublishedExhibit(
          exhibit: exhibit, entries: hidden, methods: published.methods, isRolledUp: true),
      ]
    }
    let release = Release(exhibits: bare, summary: SampleRelease.release.summary)
    let input = ReportInput(release: release, context: context)
    #expect(!lines(ReportBuilder.full(input)).isEmpty)
    #expect(!lines(ReportBuilder.leadership(input)).isEmpty)
    #expect(input.findings.allSatisfy { $0.verdict == .notReported })
  }

  @Test("dates follow the language")
  func dates() throws {
    let british = lines(ReportBuilder.full(try input()))
    let american = lines(ReportBuilder.full(try input(.americanEnglish)))
    #expect(british.contains("Snapshot: 30 September 2025"))
    #expect(american.contains("Snapshot: September 30, 2025"))
  }

  @Test("the same input makes the same document")
  func sameInputSameDocument() throws {
    #expect(ReportBuilder.full(try input()) == ReportBuilder.full(try input()))
  }

  @Test("warns where a gap over all is found in no part, as at Berkeley in 1973")
  func totalAndParts() throws {
    let context = try #require(try SampleRelease.context())
    // The six largest departments: women and men who applied and were admitted.
    let departments = [
      ("A", 108, 89, 825, 512), ("B", 25, 17, 560, 353), ("C", 593, 202, 325, 120),
      ("D", 375, 131, 417, 138), ("E", 393, 94, 191, 53), ("F", 341, 24, 373, 22),
    ]
    let release = Release(
      exhibits: [
        SampleExhibits.funnel(
          "funnel/gender/Women", .funnel, SampleExhibits.gender, focal: "Women",
          reference: "Men", [("Admitted", .item, 1835, 557, 2691, 1198)]),
        SampleExhibits.funnel(
          "funnel/gender/by/department", .funnelBy, SampleExhibits.gender,
          by: ExhibitAttribute(id: "department", title: "Department"), focal: "Women",
          reference: "Men", departments.map { ($0.0, .item, $0.1, $0.2, $0.3, $0.4) }),
      ], summary: SampleRelease.release.summary)
    let text = lines(ReportBuilder.full(ReportInput(release: release, context: context)))
    let warning = "By department, no part shows a gap in this direction"
    #expect(text.count { $0.contains(warning) } == 2)
    #expect(
      text.contains {
        $0.hasPrefix(
          "- ■ Clear gap. Admitted: 30.4% of women (557 of 1,835) against 44.5% of men (1,198 of "
            + "2,691).")
      })
  }

  @Test("does not doubt a total whose parts lean the same way, only too uncertain to say")
  func leaningParts() throws {
    let context = try #require(try SampleRelease.context())
    let parts = (1...8).map { ("Unit \($0)", 100, 40, 100, 52) }
    let release = Release(
      exhibits: [
        SampleExhibits.funnel(
          "funnel/gender/Women", .funnel, SampleExhibits.gender, focal: "Women",
          reference: "Men", [("Admitted", .item, 800, 320, 800, 416)]),
        SampleExhibits.funnel(
          "funnel/gender/by/department", .funnelBy, SampleExhibits.gender,
          by: ExhibitAttribute(id: "department", title: "Department"), focal: "Women",
          reference: "Men", parts.map { ($0.0, .item, $0.1, $0.2, $0.3, $0.4) }),
      ], summary: SampleRelease.release.summary)
    let text = lines(ReportBuilder.full(ReportInput(release: release, context: context)))
    #expect(text.contains { $0.contains("40.0% of women (320 of 800)") })
    #expect(!text.contains { $0.contains("no part shows a gap in this direction") })
  }

  @Test("titles keep their abbreviations inside sentences")
  func titles() throws {
    let writer = SectionWriter(try input())
    #expect(writer.inSentence("Level") == "level")
    #expect(writer.inSentence("EEO-4 job category") == "EEO-4 job category")
    #expect(writer.inSentence("Race or ethnicity") == "race or ethnicity")
  }
}
