import Disclosure
import Documents
import Estimates
import SVGCharts

/// Of the research profile: tables of which the other sections print some columns alone, whole.
struct WholeTablesSection: ReportSection {
  let id = "whole-tables"

  func title(_ writer: SectionWriter) -> String { writer.label(.wholeTables) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    writer.release.exhibits.filter { isShortened($0, writer) && !writer.isHidden($0) }.map {
      published in
      .table(
        writer.table(
          published, suffix: "-whole",
          caption: writer.label(
            .allColumns,
            ["title": caption(published.exhibit, writer), "period": published.exhibit.period])))
    }
  }

  private func caption(_ exhibit: Exhibit, _ writer: SectionWriter) -> String {
    let title = exhibit.attribute?.title ?? ""
    return switch exhibit.kind {
    case .representationBy: writer.label(.groupBy, ["group": title, "by": writer.byTitle(exhibit)])
    case .trend:
      writer.label(
        .byQuarter,
        [
          "attribute": title,
          "people": writer.label(
            exhibit.id.hasSuffix("/leadership") ? .leadershipScope : .allPeople),
        ])
    default: writer.capitalised(writer.hiddenName(exhibit))
    }
  }

  private func isShortened(_ published: PublishedExhibit, _ writer: SectionWriter) -> Bool {
    switch published.exhibit.kind {
    case .funnelAttribution, .funnelStratified, .trainingAttribution: true
    case .representationBy: writer.groups(published).count > 3
    case .trend: published.exhibit.columns.count > 8
    default: false
    }
  }
}
