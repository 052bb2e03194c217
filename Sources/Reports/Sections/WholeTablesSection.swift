import Disclosure
import Documents
import Estimates
import SVGCharts

/// Of the research profile: tables of which the other sections print some columns alone, whole.
struct WholeTablesSection: ReportSection {
  let id = "whole-tables"

  func title(_ writer: SectionWriter) -> String { "Tables with all their columns" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    writer.release.exhibits.filter { isShortened($0, writer) && !writer.isHidden($0) }.map {
      published in
      .table(
        writer.table(
          published, suffix: "-whole",
          caption: writer.capitalised(writer.hiddenName(published.exhibit)) + ", "
            + published.exhibit.period))
    }
  }

  private func isShortened(_ published: PublishedExhibit, _ writer: SectionWriter) -> Bool {
    switch published.exhibit.kind {
    case .funnelAttribution, .funnelStratified: true
    case .representationBy: writer.groups(published).count > 3
    case .trend: published.exhibit.columns.count > 8
    default: false
    }
  }
}
