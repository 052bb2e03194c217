import Disclosure
import Documents
import Estimates
import Findings

/// The comparison of a funnel within strata.
extension HiringFunnelSection {
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
              "caption": FunnelBlocks(writer: writer).pair(
                exhibit.focal ?? writer.label(.groups), exhibit, 1)
            ])))
    }
  }
}
