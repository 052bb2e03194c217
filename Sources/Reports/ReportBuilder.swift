import Disclosure
public import Documents
import Estimates

/// Writes a release as a document.
public enum ReportBuilder {
  /// The document of a profile.
  public static func document(_ profile: ReportProfile, _ input: ReportInput) -> Document {
    switch profile {
    case .full: full(input)
    case .leadership: leadership(input)
    case .research: research(input)
    }
  }

  /// The full report: every section, in the order readers know.
  public static func full(_ input: ReportInput) -> Document { sections(input, .full) }

  /// The full report with every test, every column and every method.
  public static func research(_ input: ReportInput) -> Document { sections(input, .research) }

  private static func sections(_ input: ReportInput, _ profile: ReportProfile) -> Document {
    let writer = SectionWriter(input, profile: profile)
    var sections: [any ReportSection] = [
      HeadlinesSection(), WhoIsCountedSection(), DeclarationRatesSection(),
      RepresentationNowSection(), IntersectionsSection(), HiringFunnelSection(),
      ProgressionSection(), RetentionSection(), PaySection(), ProcessFairnessSection(),
      IndicesSection(), WhySharesMovedSection(), TrendSection(), SkillsSection(),
      SkillsAcrossDomainsSection(), TrainingPipelineSection(), CollaborationSection(),
    ]
    if profile == .research { sections += [TestPanelSection(), WholeTablesSection()] }
    sections += [SinceLastReportSection(), MethodQualityDisclosureSection()]
    let written = sections.map { $0.section(writer) }
    let crosswalk = CrosswalkSection(written: written.flatMap(\.self)).section(writer)
    let missing = zip(sections, written).filter { $0.1.isEmpty && $0.0.need != nil }.map(\.0)
    let title = TitleBlock(writer)
    return Document(
      title: title.title, subtitle: title.subtitle, language: input.context.language.rawValue,
      profile: .full, details: title.details,
      blocks: title.notes + written.flatMap(\.self)
        + MissingSections(sections: missing, writer: writer).blocks + crosswalk,
      footer: title.footer)
  }

  /// One printed side for leaders.
  public static func leadership(_ input: ReportInput) -> Document {
    let writer = SectionWriter(input, profile: .leadership)
    let title = TitleBlock(writer)
    return Document(
      title: title.title, subtitle: title.subtitle, language: input.context.language.rawValue,
      profile: .leadership, details: [],
      blocks: title.notes + LeadershipSide().blocks(writer), footer: title.footer)
  }
}
