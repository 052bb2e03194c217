import Disclosure
public import Estimates
import SVGCharts

/// A scan as lines for a terminal: the comparisons that stand out, in declared order.
public struct ScanPanel: Sendable {
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
  private let rate: Double

  /// Makes a panel of the comparisons that stand out and of how many were looked at.
  public init(
    rows: [Row], compared: Int, tested: Int, notShown: Int, setAside: Int, rate: Double
  ) {
    self.rows = rows
    self.rate = rate
    counts = [
      (compared, "comparisons"),
      (tested, "in the family of tests"),
      (notShown, "of them not shown, to protect people; each counts as p = 1"),
      (setAside, "set aside: with so few people no data could have stood out"),
    ]
  }

  /// The lines.
  public func lines(_ input: ReportInput) -> [String] {
    let writer = SectionWriter(input)
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
        "A comparison stands out where its adjusted p-value is at most \(percent): among those that "
          + "do, about that share is expected to be chance. It is a place to look, not a verdict.")
  }
}
