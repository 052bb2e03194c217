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
    for published in attributions.filter({ isTold($0, funnels, writer) }) {
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
    blocks += figures(funnels, attribute, writer)
    blocks += attributionFigures(attributions, funnels, writer)
    for published in strata {
      let judged = writer.findings(of: published).filter { $0.role == .item }
      if let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged, axisTitle: axis(published, writer),
        label: { $0.subject.part ?? $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
    }
    if funnels.count > 1 {
      blocks += tables(funnels, writer)
    } else {
      for published in funnels { blocks += tables([published], writer) }
    }
    blocks += attributionTables(attributions, attribute, writer)
    for published in strata { blocks += tables([published], writer) }
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

  /// Stage by stage for one focal group; the whole way, group by group, for several.
  private func figures(
    _ funnels: [PublishedExhibit], _ attribute: ExhibitAttribute, _ writer: SectionWriter
  ) -> [Block] {
    if funnels.count > 1 {
      let whole = funnels.flatMap { writer.findings(of: $0) }.filter { $0.role == .total }
      return writer.gapFigure(
        id: "funnel/\(attribute.id)/whole", judged: whole,
        axisTitle: writer.label(.ratioOfWholeWay), label: { $0.subject.focal }
      ).map { [.figure($0)] } ?? []
    }
    return funnels.compactMap { funnel in
      writer.gapFigure(
        id: funnel.exhibit.id, judged: writer.findings(of: funnel),
        axisTitle: axis(funnel, writer), label: { $0.subject.part ?? $0.subject.focal }
      ).map { .figure($0) }
    }
  }

  private func axis(_ published: PublishedExhibit, _ writer: SectionWriter) -> String {
    writer.label(
      .ratioOfRates,
      [
        "focal": published.exhibit.focal ?? writer.label(.groupInText),
        "reference": writer.inline(published.exhibit.reference),
      ])
  }

  /// The counts and the comparison; the exhibits of several focal groups share a table.
  private func tables(_ exhibits: [PublishedExhibit], _ writer: SectionWriter) -> [Block] {
    guard let exhibit = exhibits.first?.exhibit else { return [] }
    let group = exhibit.attribute?.title ?? writer.label(.groups)
    let focal = exhibits.count > 1 ? group : exhibit.focal ?? group
    let reference = writer.inline(exhibit.reference)
    let detail = MethodAgreement.columnsOfDetail
    let counts = ["_entered", "_passed", "_rate"]
    func isCount(_ column: ExhibitColumn) -> Bool {
      counts.contains { column.id.hasSuffix($0) }
    }
    let pair = writer.label(
      exhibits.count > 1 ? .pairCompared : .pairBoth,
      ["focal": focal, "reference": reference])
    let title =
      exhibit.by.map {
        writer.label(.pairBy, ["pair": pair, "by": writer.inSentence($0.title)])
      } ?? pair
    let caption = writer.label(.titlePeriod, ["title": title, "period": exhibit.period])
    if exhibit.kind == .funnelBy {
      // Row by row the test statistics repeat the adjusted p-value; the result file has them all.
      let repeated = ["z", "p", "fisher", "shortfall"] + detail
      return [
        .table(
          writer.table(
            exhibits, caption: caption, columns: { !repeated.contains($0.id) }, verdicts: true))
      ]
    }
    return [
      .table(
        writer.table(
          exhibits, suffix: "-rates",
          caption: writer.label(.whoEnteredAndPassed, ["caption": caption]),
          columns: isCount, notes: false)),
      .table(
        writer.table(
          exhibits, suffix: "-gap",
          caption: writer.label(.howRatesCompare, ["caption": caption]),
          columns: { !isCount($0) && !detail.contains($0.id) }, verdicts: true)),
    ]
  }
}
