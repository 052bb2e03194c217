import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts
import Testing

@testable import Disclosure
@testable import Reports

/// The annex that reads the lines of reporting frameworks in a release.
@Suite("Crosswalk") struct CrosswalkTests {
  private func context() throws -> ReportContext {
    try #require(try SampleRelease.context())
  }

  private func release(_ exhibits: [PublishedExhibit]) -> Release {
    Release(exhibits: exhibits, summary: SampleRelease.release.summary)
  }

  private func reading(
    _ framework: CrosswalkFramework, _ label: String, _ release: Release, _ context: ReportContext
  ) throws -> CrosswalkReading {
    let writer = SectionWriter(ReportInput(release: release, context: context))
    let line = try #require(framework.lines.first { $0.label == label })
    return CrosswalkReader(framework: framework, writer: writer).read(line)
  }

  private func rows(_ id: String, in document: Document) -> [[String]] {
    for case .table(let table) in document.blocks where table.id == id {
      return table.rows.map { row in
        [DocumentText.text(row.header)] + row.cells.map { DocumentText.text($0) }
      }
    }
    return []
  }

  @Test("every framework has the lines its makers list, each once but where groups differ")
  func lines() {
    let counts = CrosswalkCatalogue.all.map { ($0.id, $0.lines.count) }
    #expect(
      counts.map(\.0) == ["wres", "wdes", "uk-gpg", "eu-2023-970", "eeo-1", "gri-405", "esrs-s1"])
    #expect(counts.map(\.1) == [9, 10, 6, 7, 4, 7, 10])
    for framework in CrosswalkCatalogue.all {
      #expect(!framework.source.isEmpty && framework.version.contains { $0.isNumber })
    }
  }

  @Test("the research profile has all frameworks; the full one has those configured, and no other")
  func profiles() throws {
    var context = try context()
    var input = ReportInput(release: SampleRelease.release, context: context)
    func frameworks(_ document: Document) -> [String] {
      rows("crosswalk-overview", in: document).map { $0[0] }
    }
    #expect(frameworks(ReportBuilder.full(input)).isEmpty)
    #expect(frameworks(ReportBuilder.research(input)).count == 7)
    context.crosswalk = ["eu-2023-970", "uk-gpg"]
    input = ReportInput(release: SampleRelease.release, context: context)
    let asked = ["UK gender pay gap", "EU pay transparency, Article 9"]
    #expect(frameworks(ReportBuilder.full(input)) == asked)
    #expect(frameworks(ReportBuilder.research(input)) == asked)
    #expect(frameworks(ReportBuilder.leadership(input)).isEmpty)
  }

  @Test("a number is the one its table prints, and the link leads there")
  func numbers() throws {
    let input = ReportInput(release: SampleRelease.release, context: try context())
    let document = ReportBuilder.research(input)
    let gap = try #require(rows("table-pay-gender-women", in: document).first)
    #expect(gap[0] == "Mean" && gap[5].hasPrefix("11.5%"))
    let line = try #require(rows("crosswalk-lines-uk-gpg", in: document).first)
    #expect(line[0] == "Mean hourly gap" && line[2] == "11.5%")
    #expect(line[3] == "Pay gap, Women and Men, 2025Q3, pay/gender/Women › Mean › gap")
    var targets: [String] = []
    var tables: [String] = []
    for case .table(let table) in document.blocks {
      tables.append(table.id)
      guard table.id.hasPrefix("crosswalk-lines") else { continue }
      for case .text(let inlines) in table.rows.flatMap(\.cells) {
        for case .link(_, let target) in inlines { targets.append(target) }
      }
    }
    #expect(targets.count > 10 && !targets.contains { $0.contains("attribution") })
    for target in targets { #expect(tables.contains(String(target.dropFirst())), "\(target)") }
  }

  @Test("what is answered, answered with a difference and not computed add up to the lines")
  func overview() throws {
    let input = ReportInput(release: SampleRelease.release, context: try context())
    let overview = rows("crosswalk-overview", in: ReportBuilder.research(input))
    for row in overview {
      let numbers = row.dropFirst().compactMap { Int($0) }
      #expect(numbers.count == 4 && numbers[0] == numbers.dropFirst().reduce(0, +), "\(row)")
    }
    let survey = rows("crosswalk-lines-wres", in: ReportBuilder.research(input))
    #expect(survey.count { $0[4] == "This needs the answers of a staff survey." } == 4)
  }

  @Test("says what is missing: an input, a characteristic, levels, women against men, hourly pay")
  func reasons() throws {
    var context = try context()
    let all = SampleRelease.release
    #expect(
      try reading(.genderPayGap, "Mean bonus gap", all, context).remarks
        == ["This needs a measure of bonuses."])
    #expect(
      try reading(.workforceDisabilityEquality, "2", all, context).remarks
        == ["No characteristic in this report holds disability."])
    #expect(
      try reading(.workforceRaceEquality, "1", all, context).remarks
        == ["This needs a characteristic of the people employed."])
    let gap = SampleExhibits.pay("pay/gender/Women", .payGap, [("Mean", 90, 90, 20, 25, 0.01)])
    let others = PublishedExhibit(
      exhibit: Exhibit(
        id: gap.exhibit.id, kind: .payGap, attribute: gap.exhibit.attribute, period: "2025Q3",
        focal: "Women", reference: "All other people", columns: gap.exhibit.columns,
        rows: gap.exhibit.rows), entries: gap.entries, methods: [], isRolledUp: false)
    #expect(
      try reading(.genderPayGap, "Mean hourly gap", release([others]), context).remarks
        == ["This report compares women with all other people, not women with men."])
    context.payMeasure = "annual pay"
    let yearly = SampleExhibits.exhibit(
      "pay/gender/Women", .payGap, SampleExhibits.gender, focal: "Women", reference: "Men",
      [("gap", "Gap", .relativeGap)], [("Mean", .item, [SampleEntries.number(0.2)])])
    #expect(
      try reading(.genderPayGap, "Mean hourly gap", release([yearly]), context).remarks
        == ["The line is about hourly pay; the measure here is annual pay."])
    #expect(try reading(.payTransparency, "(a)", release([yearly]), context).value == "20.0%")
  }

  @Test("a hidden number is not answered, nor told")
  func hidden() throws {
    let gap = SampleExhibits.exhibit(
      "pay/gender/Women", .payGap, SampleExhibits.gender, focal: "Women", reference: "Men",
      [("gap", "Gap, hourly", .relativeGap)],
      [("Mean", .item, [SampleEntries.hidden]), ("Median", .item, [SampleEntries.number(0.1)])])
    let mean = try reading(.payTransparency, "(a)", release([gap]), try context())
    #expect(mean.status == .notComputed && mean.value == nil && mean.exhibits.isEmpty)
    #expect(mean.remarks == ["Hidden to protect people."])
    #expect(try reading(.payTransparency, "(c)", release([gap]), try context()).value == "10.0%")
  }

  @Test("job categories of another form do not answer EEO-1, and its own do")
  func jobCategories() throws {
    func by(_ id: String, _ title: String) throws -> CrosswalkReading {
      let table = SampleExhibits.representationBy(
        "representation/gender/" + id, SampleExhibits.gender,
        by: ExhibitAttribute(id: id, title: title), groups: ["Women", "Men"], yearAgo: false,
        [("Professionals", [40, 50], []), ("Technicians", [60, 70], [])])
      return try reading(.eeoComponentOne, "Sex by job category", release([table]), try context())
    }
    let other = try by("eeo_group", "EEO-4 job category")
    #expect(other.status == .notComputed)
    #expect(other.remarks.first?.hasSuffix("those of “EEO-4 job category” are others.") == true)
    let own = try by("eeo1", "EEO-1 job category")
    #expect(own.status == .answered && own.exhibits.count == 1)
    #expect(try by("job", "Job").remarks.first?.contains("ten job categories") == true)
  }

  @Test("names the groups outside a form of two sexes")
  func outside() throws {
    let writer = SectionWriter(
      ReportInput(release: SampleRelease.release, context: try context()))
    let reader = CrosswalkReader(framework: .genderPayGap, writer: writer)
    #expect(
      reader.differences.last
        == "The framework asks for sex in law; the groups here are those of “Gender”. Outside its "
        + "two groups: Another gender.")
  }
}
