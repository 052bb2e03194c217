import Disclosure
public import Documents
import Estimates

/// Writes a release as a document.
public enum ReportBuilder {
  /// The full report: every section, in the order readers know.
  public static func full(_ input: ReportInput) -> Document {
    let writer = SectionWriter(input)
    var sections: [any ReportSection] = [
      HeadlinesSection(), WhoIsCountedSection(), DeclarationRatesSection(),
      RepresentationNowSection(), IntersectionsSection(), HiringFunnelSection(),
      ProgressionSection(), RetentionSection(), PaySection(),
    ]
    if !input.release.exhibits(.training).isEmpty { sections.append(ProcessFairnessSection()) }
    let annex: [any ReportSection] = [
      IndicesSection(), TrendSection(), SinceLastReportSection(),
      MethodQualityDisclosureSection(),
    ]
    sections += annex
    let title = TitleBlock(writer)
    let written = sections.map { $0.section(writer) }
    let missing = zip(sections, written).filter { $0.1.isEmpty }.map { $0.0.title(writer) }
    return Document(
      title: title.title, subtitle: title.subtitle, language: input.context.language.rawValue,
      profile: .full, details: title.details,
      blocks: title.draftNote + written.flatMap(\.self) + without(missing, writer),
      footer: title.footer)
  }

  /// One sentence that names the sections without data.
  private static func without(_ titles: [String], _ writer: SectionWriter) -> [Block] {
    guard !titles.isEmpty else { return [] }
    return [.paragraph([.text(writer.text(.noSections, ["list": writer.listed(titles)]))])]
  }

  /// One printed side for leaders.
  public static func leadership(_ input: ReportInput) -> Document {
    let writer = SectionWriter(input)
    let title = TitleBlock(writer)
    return Document(
      title: title.title, subtitle: title.subtitle, language: input.context.language.rawValue,
      profile: .leadership, details: [],
      blocks: title.draftNote + LeadershipSide().blocks(writer), footer: title.footer)
  }
}
