import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Of the research profile: the test behind every verdict, comparison by comparison, and where several
/// tests of one question exist, all of them side by side.
struct TestPanelSection: ReportSection {
  let id = "tests"

  func title(_ writer: SectionWriter) -> String { writer.label(.testByTest) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    for family in FindingFamily.allCases {
      let members = writer.release.exhibits.filter { published in
        FindingFamily(published.exhibit.kind) == family && !writer.isHidden(published)
      }
      let tables = members.flatMap { published in
        [panel(published, writer), robustness(published, writer)].compactMap(\.self)
      }
      guard !tables.isEmpty else { continue }
      let size = writer.input.findings.first { $0.family == family }?.familySize ?? 0
      blocks += [
        .heading(
          level: 3, id: writer.slug("tests-" + family.rawValue), [.text(writer.title(family))]),
        .paragraph([
          .text(writer.label(.testsTogether, ["number": writer.format.people(size)]))
        ]),
      ]
      blocks += tables.map(Block.table)
    }
    return blocks.isEmpty ? [] : writer.methodsKeptInEnglish + blocks
  }

  /// The verdict's own test of each row.
  private func panel(_ published: PublishedExhibit, _ writer: SectionWriter) -> DataTable? {
    guard let column = published.exhibit.comparison?.testColumn else { return nil }
    let tested = writer.findings(of: published).filter { finding in
      published.entry(row: finding.row, column: column).test != nil
    }
    guard !tested.isEmpty else { return nil }
    let rows = tested.compactMap { finding -> DataTable.Row? in
      guard let test = published.entry(row: finding.row, column: column).test else { return nil }
      return DataTable.Row(
        header: [.text(published.exhibit.rows[finding.row].label)],
        cells: [
          .text([.text(method(of: test, column, published))]), statistic(test, writer),
          test.degreesOfFreedom.map { .number(writer.format.number($0, digits: 1)) } ?? .empty,
          .number(writer.format.pValue(test.pValue.value)),
          finding.adjustedP.map { .number(writer.format.pValue($0.value)) } ?? .empty,
          .text([.verdict(writer.badge(finding.verdict))]),
        ],
        role: published.exhibit.rows[finding.row].role == .total ? .total : .item)
    }
    return DataTable(
      id: writer.slug("tests-" + published.exhibit.id),
      caption: writer.label(.testsOf, ["name": name(published, writer)]),
      corner: writer.label(.comparison),
      columns: [
        DataTable.Column(writer.label(.test), alignment: .leading),
        DataTable.Column(writer.label(.statistic)),
        DataTable.Column(writer.label(.degreesOfFreedom)), DataTable.Column("p"),
        DataTable.Column(writer.label(.pAdjusted)),
        DataTable.Column(writer.label(.verdict), alignment: .leading),
      ], rows: rows, notes: conventions(tested.map(\.row), column, published, writer))
  }

  /// Every test of the same question, and whether they agree.
  private func robustness(_ published: PublishedExhibit, _ writer: SectionWriter) -> DataTable? {
    let agreements = published.exhibit.rows.indices.compactMap { row in
      writer.agreement(published, row: row).map { (row: row, agreement: $0) }
    }
    guard let names = agreements.map(\.agreement.tests).max(by: { $0.count < $1.count }),
      names.count > 1
    else { return nil }
    let rows = agreements.map { row, agreement in
      DataTable.Row(
        header: [.text(published.exhibit.rows[row].label)],
        cells: names.map { name in
          agreement.tests.first { $0.name == name.name }
            .map { .number(writer.format.pValue($0.pValue.value)) } ?? .marker(.notApplicable)
        } + [.text([.text(writer.label(agreement.dependsOnMethod ? .borderline : .agree))])],
        role: published.exhibit.rows[row].role == .total ? .total : .item)
    }
    let level = writer.format.percent(1 - writer.context.confidence, digits: 0)
    return DataTable(
      id: writer.slug("robustness-" + published.exhibit.id),
      caption: writer.label(.allTestsOf, ["name": name(published, writer)]),
      corner: writer.label(.comparison),
      columns: names.map { DataTable.Column($0.name) }
        + [DataTable.Column(writer.label(.atLevel, ["level": level]), alignment: .leading)],
      rows: rows)
  }

  private func name(_ published: PublishedExhibit, _ writer: SectionWriter) -> String {
    let exhibit = published.exhibit
    let topic = writer.hiddenName(exhibit)
    let title =
      exhibit.reference.map {
        writer.label(.topicAgainst, ["topic": topic, "reference": reference($0, writer)])
      } ?? topic
    return writer.label(.titlePeriod, ["title": title, "period": exhibit.period])
  }

  private func reference(_ label: String, _ writer: SectionWriter) -> String {
    label == "benchmark" ? writer.label(.theBenchmark) : writer.names.plural(label)
  }

  private func statistic(_ test: TestResult, _ writer: SectionWriter) -> TableCell {
    guard let statistic = test.statistic else { return .empty }
    let number = writer.format.number(statistic, digits: 2)
    return .number(test.statisticName.map { "\($0) = \(number)" } ?? number)
  }

  /// The title of the method that made a test: the one whose convention it carries.
  private func method(
    of test: TestResult, _ column: String, _ published: PublishedExhibit
  ) -> String {
    let stamps = published.methods.filter { $0.column == column }.map(\.method)
    return (stamps.first { $0.convention == test.convention } ?? stamps.first)?.title
      ?? test.convention
  }

  private func conventions(
    _ rows: [Int], _ column: String, _ published: PublishedExhibit, _ writer: SectionWriter
  ) -> [String] {
    writer.unique(
      rows.compactMap { row in
        published.entry(row: row, column: column).test.map { test in
          method(of: test, column, published) + ": " + test.convention + "."
        }
      })
  }
}
