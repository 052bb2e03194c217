public import Disclosure
public import Documents
import Estimates
import Findings
import SVGCharts

/// The first page of several reports that were made together: a line for each.
public struct BatchIndex: Sendable {
  /// One report.
  public struct Entry: Sendable {
    /// Whom it is about, for example `Pharmacy`.
    public let name: String
    /// Its folder, relative to the page; `nil` where none of its numbers is shown.
    public let folder: String?
    /// What it is written from.
    public let input: ReportInput

    /// Names a report.
    public init(name: String, folder: String?, input: ReportInput) {
      self.name = name
      self.folder = folder
      self.input = input
    }
  }

  private let whole: Entry
  private let parts: [Entry]
  private let attribute: String
  private let page: String

  /// Lists reports.
  ///
  /// - Parameters:
  ///   - whole: the report of everyone.
  ///   - parts: the reports of the parts, in declared order.
  ///   - attribute: the title of what tells the parts apart, for example `Department`.
  ///   - page: the file in each folder that a line leads to, for example `report.html`.
  public init(whole: Entry, parts: [Entry], attribute: String, page: String) {
    self.whole = whole
    self.parts = parts
    self.attribute = attribute
    self.page = page
  }

  /// The page.
  public var document: Document {
    let writer = SectionWriter(whole.input)
    let title = TitleBlock(writer)
    let entries = [whole] + parts.filter { $0.folder != nil }
    let without = parts.filter { $0.folder == nil }.map { writer.wording.group($0.name) }
    let attribute = writer.wording.attributeTitle(attribute)
    // German writes nouns large wherever they stand.
    let inSentence = writer.context.language == .german ? attribute : attribute.lowercased()
    var blocks: [Block] = [
      .paragraph([.text(writer.text(.batchTogether))]),
      .table(
        DataTable(
          id: "reports", caption: writer.text(.batchCaption), corner: attribute,
          columns: [
            DataTable.Column(writer.text(.batchPeople)),
            DataTable.Column(writer.catalogue.word(.clearGap)),
            DataTable.Column(writer.catalogue.word(.gapSizeUncertain)),
          ], rows: entries.map { row($0, writer) })),
    ]
    if !without.isEmpty {
      blocks.append(
        .paragraph([.text(writer.text(.batchWithout, ["list": writer.listed(without)]))]))
    }
    return Document(
      title: title.title,
      subtitle: writer.text(
        .batchSubtitle, ["attribute": inSentence, "period": writer.context.period]),
      language: writer.context.language.rawValue, details: title.details, blocks: blocks,
      footer: title.footer)
  }

  private func row(_ entry: Entry, _ writer: SectionWriter) -> DataTable.Row {
    let own = SectionWriter(entry.input)
    let name = writer.wording.group(entry.name)
    let link = entry.folder.map { Inline.link(name, to: "\($0)/\(page)") }
    func count(_ verdict: Verdict) -> TableCell {
      .number(own.format.people(entry.input.findings.count { $0.verdict == verdict }))
    }
    return DataTable.Row(
      header: [link ?? .text(name)],
      cells: [
        people(entry.input.release.headcount, own),
        count(.clearGap), count(.gapSizeUncertain),
      ])
  }

  private func people(_ headcount: PublishedEntry, _ writer: SectionWriter) -> TableCell {
    if let people = headcount.people { return .number(writer.format.people(people)) }
    return .marker(headcount.isHidden ? .notShown : .noData)
  }
}

extension Release {
  /// How many people the release is about; empty where it has no stocks.
  public var headcount: PublishedEntry {
    exhibit("headcount/everyone")?.entries.last?.first ?? .empty
  }

  /// Whether any number is shown.
  public var hasNumbers: Bool {
    exhibits.contains { $0.entries.joined().contains { $0.status == .shown } }
  }
}
