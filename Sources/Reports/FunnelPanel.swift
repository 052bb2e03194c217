public import Disclosure
import Documents
public import Estimates
import Findings

/// The funnel as lines for a terminal: stages, counts, rates, ratios with intervals, verdicts, what
/// each stage adds, and what becomes of a gap within parts.
public struct FunnelPanel: Sendable {
  private let release: Release
  private let writer: SectionWriter
  private let attribute: String?
  private let by: String?

  /// Makes a panel of one characteristic, or of all, and of one breakdown, or of all.
  public init(_ input: ReportInput, attribute: String? = nil, by: String? = nil) {
    release = input.release
    writer = SectionWriter(input.inEnglish)
    self.attribute = attribute
    self.by = by
  }

  /// The kinds of exhibits a funnel is made of.
  public static let kinds: [Exhibit.Kind] = [
    .funnel, .funnelAttribution, .funnelBy, .funnelStratified, .funnelStage,
  ]

  /// The exhibits the panel is about, in the order of the release.
  public var exhibits: [PublishedExhibit] { exhibits(of: release) }

  private func exhibits(of release: Release) -> [PublishedExhibit] {
    release.exhibits.filter { published in
      let exhibit = published.exhibit
      return Self.kinds.contains(exhibit.kind)
        && (attribute == nil || exhibit.attribute?.id == attribute)
        && (by == nil || exhibit.by == nil || exhibit.by?.id == by)
    }
  }

  /// The lines.
  public var lines: [String] {
    let shown = exhibits(of: writer.release)
    var lines = ["\(writer.context.organisation), hiring, \(shown.first?.exhibit.period ?? "")"]
    var attributes: [ExhibitAttribute] = []
    for published in shown {
      guard let attribute = published.exhibit.attribute, !attributes.contains(attribute) else {
        continue
      }
      attributes.append(attribute)
    }
    for attribute in attributes {
      lines += ["", attribute.title.uppercased()]
      for published in shown where published.exhibit.attribute == attribute {
        lines += self.lines(published, among: shown)
      }
    }
    if attributes.isEmpty { lines += ["", "There is no funnel to show."] }
    return lines + key(shown)
  }

  private func lines(
    _ published: PublishedExhibit, among all: [PublishedExhibit]
  ) -> [String] {
    switch published.exhibit.kind {
    case .funnel, .funnelBy, .funnelStage:
      let method = writer.methodSentence(published).map { wrapped($0) } ?? []
      let line = writer.bottomLineSentences(published).flatMap { wrapped($0) }
      return ["", heading(published.exhibit)] + PlainTable(table(published), words: [0, 4]).lines
        + line + method
        + writer.notes(published).flatMap { wrapped($0) }
    case .funnelAttribution:
      return attribution(published)
    case .funnelStratified:
      let parts = all.first {
        $0.exhibit.kind == .funnelBy && $0.exhibit.attribute == published.exhibit.attribute
          && $0.exhibit.by == published.exhibit.by
      }
      let sentence = writer.stratifiedSentence(published, parts: parts)
      return wrapped(
        sentence ?? "Like compared with like within each \(writer.byTitle(published.exhibit)): "
          + "not shown.")
    default: return []
    }
  }

  /// What each stage adds, where the funnel has more than one.
  private func attribution(_ published: PublishedExhibit) -> [String] {
    let exhibit = published.exhibit
    guard exhibit.rows.count > 2 else { return [] }
    guard let sentence = writer.attributionSentence(published) else {
      return writer.isHidden(published) ? wrapped("What each stage adds: not shown.") : []
    }
    let rows = exhibit.rows.indices.map { row -> [String] in
      func printed(_ column: String) -> String {
        guard published.entry(row: row, column: column).status != nil else { return "" }
        return writer.printed(published, row: row, column: column)
          ?? (published.entry(row: row, column: column).isHidden ? "[c]" : "[z]")
      }
      return [
        exhibit.rows[row].label, printed("cumulative_ratio"), printed("people"),
        writer.isUnstable(published) ? "" : printed("share"),
      ]
    }
    let head = [
      "What each stage adds", "Ratio up to here", "People",
      writer.isUnstable(published) ? "" : "Share of log ratio",
    ]
    return wrapped(sentence) + PlainTable([head] + rows, words: [0]).lines
  }

  private func heading(_ exhibit: Exhibit) -> String {
    let by = exhibit.by.map { ", by " + writer.inSentence($0.title) } ?? ""
    return "\(exhibit.focal ?? "Groups") against \(writer.inline(exhibit.reference))\(by)"
  }

  /// One row per stage or part: both groups' counts and rates, the ratio, the verdict.
  private func table(_ published: PublishedExhibit) -> [[String]] {
    let exhibit = published.exhibit
    let judged = writer.findings(of: published)
    let head = [
      exhibit.by?.title ?? "Stage", exhibit.focal ?? "Group", exhibit.reference ?? "Reference",
      "Ratio (\(writer.intervalTitle))", "Verdict",
    ]
    return [head]
      + exhibit.rows.indices.map { row in
        func printed(_ column: String) -> String {
          writer.printed(published, row: row, column: column)
            ?? (published.entry(row: row, column: column).isHidden ? "[c]" : "[z]")
        }
        func rate(_ group: String) -> String {
          "\(printed(group + "_passed")) of \(printed(group + "_entered"))  "
            + printed(group + "_rate")
        }
        let effect = published.entry(row: row, column: "ratio").estimate
        let interval = effect?.interval.map { " (\(writer.printed($0, .ratio)))" } ?? ""
        let finding = judged.first { $0.row == row }
        return [
          exhibit.rows[row].label, rate("focal"), rate("reference"),
          printed("ratio") + interval, finding.map { word($0) } ?? "",
        ]
      }
  }

  private func word(_ finding: Finding) -> String {
    let word = writer.catalogue.word(finding.verdict)
    return finding.verdict.glyph.map { "\($0) \(word)" } ?? "– \(word)"
  }

  private func key(_ shown: [PublishedExhibit]) -> [String] {
    let isHidden = shown.contains { $0.entries.joined().contains(where: \.isHidden) }
    return isHidden ? ["", "[c] not shown, to protect people's privacy"] : []
  }

  private func wrapped(_ sentence: String) -> [String] { PlainTable.wrapped(sentence) }
}
