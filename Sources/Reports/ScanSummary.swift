import Disclosure
import Documents
public import Estimates
import SVGCharts

/// What a scan of many comparisons found: those that stand out, in declared order.
public struct ScanSummary: Sendable {
  /// One comparison that stands out.
  public struct Row: Sendable {
    private let exhibit: Exhibit
    private let label: String
    private let focal: String
    private let effect: Estimate?
    private let test: PValue?
    private let adjusted: PValue?

    /// Makes a row.
    public init(
      exhibit: Exhibit, label: String, focal: String, effect: Estimate?, test: PValue?,
      adjusted: PValue?
    ) {
      self.exhibit = exhibit
      self.label = label
      self.focal = focal
      self.effect = effect
      self.test = test
      self.adjusted = adjusted
    }

    func tableRow(_ writer: SectionWriter) -> DataTable.Row {
      func number(_ pValue: PValue?) -> TableCell {
        pValue.map { .number(writer.format.pValue($0.value)) } ?? .marker(.notApplicable)
      }
      let ratio: TableCell =
        if let effect {
          if let interval = effect.interval {
            .estimate(
              writer.format.ratio(effect.value), interval: writer.printed(interval, .ratio))
          } else {
            .number(writer.format.ratio(effect.value))
          }
        } else {
          .marker(.notApplicable)
        }
      return DataTable.Row(
        header: [.text(writer.wording.rowLabel(label))],
        cells: [
          .text([.text(writer.wording.group(focal))]),
          .text([.text(writer.inline(exhibit.reference.map(writer.wording.group)))]), ratio,
          number(test), number(adjusted),
        ])
    }

    func cells(_ writer: SectionWriter) -> [String] {
      let interval = effect?.interval.map { " (\(writer.printed($0, .ratio)))" } ?? ""
      return [
        label, focal, writer.inline(exhibit.reference),
        (effect.map { writer.format.ratio($0.value) } ?? "[z]") + interval,
        test.map { writer.format.pValue($0.value) } ?? "[z]",
        adjusted.map { writer.format.pValue($0.value) } ?? "[z]",
      ]
    }
  }

  private let rows: [Row]
  private let counts: [(Int, String)]
  private let compared: Int
  private let rate: Double
  private let source: String

  /// Makes a summary of the comparisons that stand out and of how many were looked at.
  public init(
    rows: [Row], compared: Int, tested: Int, notShown: Int, setAside: Int, rate: Double,
    source: String
  ) {
    self.rows = rows
    self.compared = compared
    self.source = source
    self.rate = rate
    counts = [
      (compared, "comparisons"),
      (tested, "in the family of tests"),
      (notShown, "of them not shown, to protect people; each counts as p = 1"),
      (setAside, "set aside: with so few people no data could have stood out"),
    ]
  }

  /// The lines for a terminal.
  public func lines(_ input: ReportInput) -> [String] {
    let writer = SectionWriter(input.inEnglish)
    let percent = writer.format.percent(rate, digits: 0)
    let width = counts.map { writer.format.people($0.0).count }.max() ?? 0
    let numbers = counts.map { count, words in
      let number = writer.format.people(count)
      return "  " + String(repeating: " ", count: width - number.count) + number + " " + words
    }
    let head = [
      "Comparison", "Group", "Against", "Ratio (\(writer.intervalTitle))", "p (exact)",
      "p, adjusted",
    ]
    let found =
      rows.isEmpty
      ? ["  No comparison stands out."]
      : PlainTable([head] + rows.map { $0.cells(writer) }, words: [0, 1, 2]).lines
    return ["\(writer.context.organisation), scan, \(writer.context.period)", ""] + numbers + [""]
      + found + [""]
      + PlainTable.wrapped(
        "A comparison stands out where its adjusted p-value is at most \(percent): of those that "
          + "do, at most about that share is expected to be chance. They are places to look, not "
          + "verdicts.")
  }

  /// The part of a report that says what stands out; empty where there was nothing to compare.
  func blocks(_ writer: SectionWriter) -> [Block] {
    guard compared > 1 else { return [] }
    let people = writer.format.people
    let percent = writer.format.percent(rate, digits: 0)
    let looked = writer.explanation(.scanLooked, ["number": people(compared)])
    let found = writer.explanation(
      rows.isEmpty ? .scanNone : .scanFound, ["percent": percent])
    let heading = Block.heading(
      level: 3, id: "method-scan", [.text(writer.label(.scanHeading))])
    let paragraph = Block.paragraph([.text(looked + " " + found)])
    guard !rows.isEmpty else { return [heading, paragraph] }
    return [
      heading, paragraph,
      .table(
        DataTable(
          id: "scan",
          caption: writer.label(.scanCaption, ["period": writer.context.period]),
          corner: writer.label(.comparison),
          columns: [
            DataTable.Column(writer.label(.group), alignment: .leading),
            DataTable.Column(writer.label(.againstGroup), alignment: .leading),
            DataTable.Column(writer.label(.ratio), unit: writer.intervalTitle),
            DataTable.Column(writer.label(.pExact)), DataTable.Column(writer.label(.pAdjusted)),
          ], rows: rows.map { $0.tableRow(writer) },
          notes: [writer.label(.methodNote, ["source": source])])),
    ]
  }
}
