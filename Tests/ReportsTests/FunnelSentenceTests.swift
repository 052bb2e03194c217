import Documents
import Estimates
import SVGCharts
import TestSupport
import Testing

@testable import Disclosure
@testable import Reports

@Suite("Sentences about funnels")
struct FunnelSentenceTests {
  private func writer(_ exhibits: [PublishedExhibit]) throws -> SectionWriter {
    let context = try #require(try SampleRelease.context())
    let release = Release(exhibits: exhibits, summary: SampleRelease.release.summary)
    return SectionWriter(ReportInput(release: release, context: context))
  }

  private func funnel(
    _ rows: [(String, ExhibitRow.Role, Int, Int, Int, Int)]
  ) -> PublishedExhibit {
    SampleExhibits.funnel(
      "funnel/gender/Women", .funnel, SampleExhibits.gender, focal: "Women", reference: "Men",
      rows)
  }

  /// The published parts of a funnel of three stages.
  private func attribution(
    people: [Double?], total: Double, logRatio: ClosedRange<Double>
  ) -> PublishedExhibit {
    let stages = ["Screened", "Interviewed", "Offered"]
    let empty = PublishedEntry.empty
    return SampleExhibits.exhibit(
      "funnel/gender/Women/attribution", .funnelAttribution, SampleExhibits.gender,
      focal: "Women", reference: "Men",
      [
        ("log_ratio", "Log ratio", .number),
        ("people", "Part of the shortfall, in people", .shortfall),
      ],
      zip(stages, people).map { ($0, .item, [empty, SampleEntries.number($1)]) } + [
        (
          "Applied to Offered", .total,
          [
            SampleEntries.estimate(
              (logRatio.lowerBound + logRatio.upperBound) / 2, logRatio.lowerBound,
              logRatio.upperBound), SampleEntries.number(total),
          ]
        )
      ])
  }

  @Test("the published parts of a shortfall of 14: 4.4, 7.0 and 2.6")
  func parts() throws {
    // W 400 > 200 > 60 > 18, M 600 > 360 > 144 > 48: Shapley 4.444 + 6.978 + 2.578 = 14.
    let exhibit = attribution(
      people: [4.444, 6.978, 2.578], total: 14, logRatio: -1.1...(-0.05))
    let writer = try writer([exhibit])
    #expect(
      writer.attributionSentence(exhibit)
        == "At the end there are about 14 women fewer than at the rate for men. Of these, about "
        + "4 at Screened, 7 at Interviewed and 3 at Offered.")
    let figure = try #require(writer.attributionFigure(exhibit))
    #expect(figure.title == "The largest part of the difference at Offered arises at Interviewed")
    #expect(figure.chart.summary.contains("Screened: +4.4"))
    #expect(figure.chart.summary.contains("Applied to Offered: +14.0"))
  }

  @Test("parts that work the other way, a surplus, and a difference that may be chance are said")
  func directions() throws {
    let mixed = attribution(people: [8, 7, -7.4], total: 7.6, logRatio: -0.3...0.02)
    #expect(
      try writer([mixed]).attributionSentence(mixed)
        == "At the end there are about 8 women fewer than at the rate for men. Of these, about 8 "
        + "at Screened and 7 at Interviewed; the other way, about 7 at Offered. The whole "
        + "difference may be chance, and so may its parts.")
    // The largest part in the direction of the whole, not the largest of all.
    let against = attribution(people: [8, -9, 4], total: 3, logRatio: -0.5...(-0.1))
    #expect(
      try writer([against]).attributionFigure(against)?.title
        == "The largest part of the difference at Offered arises at Screened")
    let more = attribution(people: [-3, -2, 0.2], total: -4.8, logRatio: 0.1...0.5)
    #expect(
      try writer([more]).attributionSentence(more)
        == "At the end there are about 5 women more than at the rate for men. Of these, about 3 at "
        + "Screened and 2 at Interviewed.")
    let none = attribution(people: [0.2, 0.1, -0.1], total: 0.2, logRatio: -0.2...0.2)
    #expect(try writer([none]).attributionSentence(none) == nil)
  }

  @Test("where a part is hidden nothing is drawn or said")
  func hidden() throws {
    let exhibit = attribution(people: [4, nil, 2], total: 14, logRatio: -1.1...(-0.05))
    let writer = try writer([exhibit])
    #expect(writer.attributionSentence(exhibit) == nil)
    #expect(writer.attributionFigure(exhibit) == nil)
  }

  @Test("Connecticut v. Teal: the report says what the bottom line does not show")
  func teal() throws {
    let published = funnel([
      ("Examination", .item, 48, 26, 259, 206), ("Promoted", .item, 26, 11, 206, 35),
      ("Candidate to Promoted", .total, 48, 11, 259, 35),
    ])
    let writer = try writer([published])
    #expect(
      writer.bottomLineSentences(published) == [
        "The bottom line does not show it: at Examination the rate for women is under four fifths "
          + "(ratio 0.68), from Candidate to Promoted it is not (1.70)."
      ])
    let text = DocumentText(ReportBuilder.full(writer.input)).lines
    #expect(text.contains { $0.contains("The bottom line does not show it: at Examination") })
  }

  @Test("a row whose tests disagree carries a marker with a key, and a sentence names the sides")
  func methods() throws {
    let skeleton = funnel([("Hired", .item, 10, 2, 25, 15)])
    let pValues: [(String, String, Double)] = [
      ("fisher_central", "p (Fisher central)", 0.0743), ("boschloo", "p (Boschloo)", 0.0366),
    ]
    let exhibit = skeleton.exhibit
    let columns =
      exhibit.columns
      + pValues.map { ExhibitColumn(id: $0.0, title: $0.1, unit: .pValue) }
    let tests = try pValues.map { _, _, value in
      PublishedEntry.test(
        Published(TestResult(pValue: try #require(PValue(value)), convention: "two-sided")))
    }
    let published = PublishedExhibit(
      exhibit: Exhibit(
        id: exhibit.id, kind: .funnel, attribute: exhibit.attribute, period: exhibit.period,
        focal: "Women", reference: "Men", columns: columns,
        rows: exhibit.rows.map {
          ExhibitRow(label: $0.label, entries: $0.entries + tests.map { _ in nil })
        }, comparison: exhibit.comparison),
      entries: skeleton.entries.map { $0 + tests }, methods: [], isRolledUp: false)
    let writer = try writer([published])
    #expect(
      writer.methodSentence(published)
        == "Women: Hired: borderline. At 5%, equality is ruled out by pooled Z, Fisher and "
        + "Boschloo, not by Fisher central.")
    let tables = ReportBuilder.full(writer.input).blocks.compactMap { block -> DataTable? in
      if case .table(let table) = block { table } else { nil }
    }
    let gap = try #require(tables.first { $0.id.hasSuffix("-gap") })
    #expect(
      gap.rows[0].cells.contains {
        if case .marked(_, .dependsOnMethod) = $0 { true } else { false }
      })
    #expect(!gap.columns.contains { $0.title.contains("Boschloo") })
    #expect(try self.writer([skeleton]).methodSentence(skeleton) == nil)
  }

  @Test("a gap that vanishes within parts, and what was left out")
  func strata() throws {
    let department = ExhibitAttribute(id: "department", title: "Department")
    let parts = SampleExhibits.funnel(
      "funnel/gender/by/department", .funnelBy, SampleExhibits.gender, by: department,
      focal: "Women", reference: "Men",
      [("A", .item, 108, 89, 825, 512), ("B", .item, 25, 0, 560, 0)])
    let exhibit = SampleExhibits.stratified(
      "funnel/gender/within/department", SampleExhibits.gender, by: department, focal: "Women",
      reference: "Men", pooled: SampleEntries.rateRatio(557, 1835, 1198, 2691),
      common: SampleEntries.estimate(1.06, 0.97, 1.15), z: (9.6, 1.2347, 1.2, 4.2, 3.1))
    #expect(
      try writer([parts, exhibit]).stratifiedSentence(exhibit, parts: parts)
        == "All parts together, the rate for women was 0.68 times the rate for men (pooled Z p "
        + "<\u{A0}0.001); within each department, like compared with like, the difference "
        + "vanishes: 1.06 times (95% confidence interval 0.97 to 1.15; CMH p = 0.217, exact p = "
        + "0.230, equal ratios p <\u{A0}0.001). The comparison differs from one department to another (Breslow-Day-Tarone p = "
        + "0.002), so that one ratio does not describe them all. Nothing can be compared at B.")
  }

  @Test("found on one side only, with ratios no farther apart than chance")
  func undetermined() throws {
    let department = ExhibitAttribute(id: "department", title: "Department")
    for (pooled, common, words) in [
      (2.2, 1.7, "no difference is found, but it may well be the same one"),
      (1.7, 2.2, "there is a difference, but it may well be the same one"),
    ] {
      let exhibit = SampleExhibits.stratified(
        "funnel/gender/within/department", SampleExhibits.gender, by: department, focal: "Women",
        reference: "Men", pooled: SampleEntries.estimate(0.8, 0.66, 0.99),
        common: SampleEntries.estimate(0.82, 0.66, 1.03), z: (pooled, common, common, 0.4, 0.3))
      let sentence = try #require(try writer([exhibit]).stratifiedSentence(exhibit, parts: nil))
      #expect(sentence.contains(words) && sentence.contains("equal ratios p = 0.689"))
    }
  }

  @Test("the panel has a line per stage, the same words as the report, and a key where it hides")
  func panel() throws {
    let panel = FunnelPanel(
      ReportInput(
        release: SampleRelease.release, context: try #require(try SampleRelease.context())),
      attribute: "gender")
    let lines = panel.lines
    #expect(lines.first == "Example Health Trust, hiring, 2024Q4 to 2025Q3")
    #expect(lines.contains { $0.contains("128 of 1,480  8.6%") && $0.contains("■ Clear gap") })
    #expect(lines.contains("Women against Men, by function"))
    #expect(!lines.contains { $0.contains("ETHNICITY") })
    #expect(lines.contains { $0.contains("What each stage adds") })
    #expect(panel.exhibits.map(\.exhibit.kind).contains(.funnelStratified))
    let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(words.contains("the difference remains: 0.52 times"))
    // Columns line up: the rule under a heading is as wide as its longest row.
    for index in lines.indices where lines[index].hasPrefix("  ──") {
      let block = lines[(index - 1)...].prefix { $0.hasPrefix("  ") && !$0.hasSuffix(".") }
      #expect(lines[index - 1].count <= lines[index].count + 24 && block.count > 2)
    }
  }

  @Test("a scan has a table of what stands out, says how much was looked at, and nothing without")
  func scan() throws {
    var input = ReportInput(
      release: SampleRelease.release, context: try #require(try SampleRelease.context()))
    #expect(!DocumentText(ReportBuilder.full(input)).lines.contains { $0.contains("stands out") })
    let exhibit = try #require(SampleRelease.release.exhibit("funnel/gender/Women")).exhibit
    let interval = ConfidenceInterval(lower: 0.37, upper: 0.56, level: 0.95, method: "sample")
    let row = ScanSummary.Row(
      exhibit: exhibit, label: "Applied to Hired", focal: "Women",
      effect: Estimate(0.46, interval: interval), test: PValue(0.00002), adjusted: PValue(0.004))
    func summary(_ rows: [ScanSummary.Row], compared: Int) -> ScanSummary {
      ScanSummary(
        rows: rows, compared: compared, tested: 41, notShown: 6, setAside: 2, rate: 0.05,
        source: "Gilbert (2005)")
    }
    input.scan = summary([row], compared: 42)
    let table = try #require(
      ReportBuilder.full(input).blocks.compactMap { block -> DataTable? in
        if case .table(let table) = block, table.id == "scan" { table } else { nil }
      }.first)
    #expect(table.rows.count == 1 && table.rows[0].cells.count == table.columns.count)
    #expect(table.rows[0].cells[2] == .estimate("0.46", interval: "0.37 to 0.56"))
    #expect(table.rows[0].cells[4] == .number("0.004"))
    let lines = input.scan?.lines(input) ?? []
    #expect(lines.contains { $0.hasSuffix("42 comparisons") })
    #expect(lines.contains { $0.contains("6 of them not shown") })
    #expect(lines.contains { $0.contains("Applied to Hired   Women   Men") })
    input.scan = summary([], compared: 42)
    #expect(
      DocumentText(ReportBuilder.full(input)).lines.contains {
        $0.hasPrefix("42 comparisons of hiring") && $0.hasSuffix("None stands out.")
      })
    input.scan = summary([], compared: 0)
    #expect(
      !DocumentText(ReportBuilder.full(input)).lines.contains { $0.contains("tested exactly") })
  }

  @Test("a table of words and numbers lines up, and a long sentence is folded")
  func plainTable() {
    let lines = PlainTable([["Stage", "Rate"], ["Hired", "8.6%"], ["A", "100.0%"]], words: [0])
      .lines
    #expect(
      lines == [
        "  Stage     Rate", "  ──────────────", "  Hired     8.6%", "  A       100.0%",
      ])
    let folded = PlainTable.wrapped(String(repeating: "word ", count: 60))
    #expect(folded.count > 2 && folded.allSatisfy { $0.count <= 98 && $0.hasPrefix("  word") })
  }
}
