import Disclosure
import Documents
import Estimates
import Findings

/// Section 6: hires, and the way from application to hire, stage by stage.
struct HiringFunnelSection: ReportSection {
  let id = "hiring"
  let need: SectionNeed? = .of(.funnel)

  func title(_ writer: SectionWriter) -> String { writer.label(.hiring) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [
      .funnel, .funnelAttribution, .funnelBy, .funnelStratified, .funnelStage, .hiring,
    ]
    let attributes = writer.attributes(of: kinds)
    var blocks: [Block] = []
    for attribute in attributes {
      if attributes.count > 1 {
        blocks.append(
          .heading(
            level: 3, id: writer.slug(id + "-" + attribute.id), [.text(attribute.title)]))
      }
      blocks += self.blocks(attribute, writer)
    }
    let isShown = !blocks.isEmpty
    blocks += writer.hiddenNote(kinds)
    if isShown {
      blocks.append(
        writer.explained(.howToRead, writer.explanation(.hiring)))
    }
    return blocks
  }

  private func blocks(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let funnels = writer.exhibits(.funnel, of: attribute)
    let attributions = writer.exhibits(.funnelAttribution, of: attribute)
    let stages = writer.exhibits(.funnelStage, of: attribute)
    let strata = writer.exhibits(.funnelBy, of: attribute)
    let stratified = writer.exhibits(.funnelStratified, of: attribute)
    let flows = writer.exhibits(.hiring, of: attribute)
    let shared = FunnelBlocks(writer: writer)
    var items: [[Inline]] = []
    // A way of one stage has no total row: the stage is the whole.
    items += writer.statements(
      funnels.flatMap { funnel in
        let judged = writer.findings(of: funnel)
        let whole = judged.filter { $0.role == .total }
        return whole.isEmpty ? judged : whole
      })
    for funnel in funnels {
      let steps = writer.findings(of: funnel).filter { $0.role == .item }
      guard steps.count > 1, funnels.count == 1 || steps.contains(where: \.isGap) else { continue }
      items +=
        writer.partsSentence(funnel, lead: writer.label(.stageByStage)).map { [[.text($0)]] } ?? []
    }
    for published in attributions.filter({ shared.isTold($0, funnels) }) {
      items += writer.attributionSentence(published).map { [[.text($0)]] } ?? []
    }
    items += funnels.flatMap { writer.bottomLineSentences($0) }.map { [.text($0)] }
    items += writer.statements(stages.flatMap { writer.findings(of: $0) })
    for published in strata {
      let by = writer.byTitle(published.exhibit)
      items +=
        writer.partsSentence(published, lead: writer.label(.byLead, ["by": by])).map {
          [[.text($0)]]
        } ?? []
      items += within(published, stratified, writer)
    }
    items += (funnels + strata).compactMap { writer.methodSentence($0) }.map { [.text($0)] }
    items += writer.statements(flows.flatMap { writer.findings(of: $0) })
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    blocks += shared.figures(funnels, attribute, id: "funnel")
    blocks += shared.attributionFigures(attributions, funnels)
    for published in strata {
      let judged = writer.findings(of: published).filter { $0.role == .item }
      if let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged, axisTitle: shared.axis(published),
        label: { $0.subject.part ?? $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
    }
    if funnels.count > 1 {
      blocks += shared.tables(funnels)
    } else {
      for published in funnels { blocks += shared.tables([published]) }
    }
    blocks += shared.attributionTables(attributions, attribute)
    for published in strata { blocks += shared.tables([published]) }
    blocks += stratifiedTables(stratified, writer)
    for published in stages {
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .titlePeriod, ["title": attribute.title, "period": published.exhibit.period]),
            verdicts: true)))
    }
    for published in flows {
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .eventsByAttribute,
              [
                "events": writer.label(.hires), "attribute": writer.inSentence(attribute.title),
                "period": published.exhibit.period,
              ]), verdicts: true)))
    }
    return blocks
  }
}
