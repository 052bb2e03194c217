import Disclosure
import Documents
import Estimates
import Findings

/// What is made of a funnel: the parts of its stages, and the comparison within strata.
extension HiringFunnelSection {
  /// Whether the parts of a funnel are told and drawn: those of the first group, and of every group
  /// with a gap over the whole way.
  func isTold(
    _ attribution: PublishedExhibit, _ funnels: [PublishedExhibit], _ writer: SectionWriter
  ) -> Bool {
    let focal = attribution.exhibit.focal
    guard let funnel = funnels.first(where: { $0.exhibit.focal == focal }) else { return false }
    let whole = writer.findings(of: funnel).filter { $0.role == .total }
    return focal == funnels.first?.exhibit.focal || whole.contains(where: \.isGap)
  }

  func attributionFigures(
    _ attributions: [PublishedExhibit], _ funnels: [PublishedExhibit], _ writer: SectionWriter
  ) -> [Block] {
    attributions.filter { isTold($0, funnels, writer) }
      .compactMap { writer.attributionFigure($0) }.map { .figure($0) }
  }

  /// The parts of all groups in one table for each reference; shares of a difference that may be
  /// none are left to the result file.
  func attributionTables(
    _ all: [PublishedExhibit], _ attribute: ExhibitAttribute, _ writer: SectionWriter
  ) -> [Block] {
    let attributions = all.filter { $0.exhibit.rows.count > 2 }
    let isUnstable = attributions.allSatisfy { writer.isUnstable($0) }
    let left = ["log_ratio", "equalized"] + (isUnstable ? ["share"] : [])
    return writer.unique(attributions.map { $0.exhibit.reference ?? "" }).compactMap { reference in
      let members = attributions.filter { ($0.exhibit.reference ?? "") == reference }
      guard let exhibit = members.first?.exhibit else { return nil }
      let group = members.count > 1 ? attribute.title : exhibit.focal ?? attribute.title
      let pair = pair(group, exhibit, members.count, writer)
      return .table(
        writer.table(
          members, caption: writer.label(.whatEachStageAdds, ["caption": pair]),
          columns: { !left.contains($0.id) }))
    }
  }

  /// The sentence on one breakdown's comparison within its parts.
  func within(
    _ parts: PublishedExhibit, _ all: [PublishedExhibit], _ writer: SectionWriter
  ) -> [[Inline]] {
    all.filter { $0.exhibit.by == parts.exhibit.by && $0.exhibit.focal == parts.exhibit.focal }
      .compactMap { writer.stratifiedSentence($0, parts: parts) }.map { [.text($0)] }
  }

  /// The comparisons over all and within parts: one table for all breakdowns with one reference.
  func stratifiedTables(
    _ stratified: [PublishedExhibit], _ writer: SectionWriter
  ) -> [Block] {
    let references = writer.unique(stratified.map { $0.exhibit.reference ?? "" })
    return references.compactMap { reference in
      let members = stratified.filter { ($0.exhibit.reference ?? "") == reference }
      guard let exhibit = members.first?.exhibit else { return nil }
      return .table(
        writer.table(
          members,
          caption: writer.label(
            .likeWithLike,
            [
              "caption": pair(exhibit.focal ?? writer.label(.groups), exhibit, 1, writer)
            ])))
    }
  }

  /// `Women and men, 2025Q3`; where a table holds several groups, `Gender compared with men, 2025Q3`.
  private func pair(
    _ group: String, _ exhibit: Exhibit, _ count: Int, _ writer: SectionWriter
  ) -> String {
    let pair = writer.label(
      count > 1 ? .pairCompared : .pairBoth,
      ["focal": group, "reference": writer.inline(exhibit.reference)])
    return writer.label(.titlePeriod, ["title": pair, "period": exhibit.period])
  }
}
