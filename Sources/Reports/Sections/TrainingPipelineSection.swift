import Disclosure
import Documents
import Estimates
import Findings

/// Section 18: the way through training, step by step, and what it cost.
struct TrainingPipelineSection: ReportSection {
  let id = "training-pipeline"
  let need: SectionNeed? = .of(.training)

  func title(_ writer: SectionWriter) -> String { writer.label(.trainingPipeline) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [.training, .trainingAttribution, .trainingCost]
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
        writer.explained(
          .howToRead,
          writer.explanation(.training) + " " + writer.explanation(.chanceOfProcess)))
    }
    return blocks
  }

  private func blocks(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let funnels = writer.exhibits(.training, of: attribute)
    let attributions = writer.exhibits(.trainingAttribution, of: attribute)
    let costs = writer.exhibits(.trainingCost, of: attribute)
    let shared = FunnelBlocks(writer: writer)
    var items = writer.statements(
      funnels.flatMap { funnel in
        let judged = writer.findings(of: funnel)
        let whole = judged.filter { $0.role == .total }
        return whole.isEmpty ? judged : whole
      })
    let withGap = funnels.filter { funnel in
      writer.findings(of: funnel).contains { $0.role == .item && $0.isGap }
    }
    for funnel in funnels where funnels.count == 1 || withGap.contains(funnel) {
      items +=
        writer.partsSentence(funnel, lead: writer.label(.stageByStage)).map { [[.text($0)]] } ?? []
      // The step that is judged to have a gap, with its rates.
      items += writer.statements(
        writer.findings(of: funnel).filter { $0.role == .item && $0.isGap })
    }
    func isTold(_ published: PublishedExhibit) -> Bool {
      shared.isTold(published, funnels)
        || withGap.contains { $0.exhibit.focal == published.exhibit.focal }
    }
    for attribution in attributions.filter(isTold) {
      let judged = funnels.filter { $0.exhibit.focal == attribution.exhibit.focal }
        .flatMap { writer.findings(of: $0) }
      items +=
        writer.trainingGapSentence(attribution, judged: judged).map { [[.text($0)]] } ?? []
    }
    items += costs.filter(isTold).compactMap { writer.costSentence($0) }.map { [.text($0)] }
    items += funnels.compactMap { writer.methodSentence($0) }.map { [.text($0)] }
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    blocks += shared.figures(funnels, attribute, id: "training")
    if funnels.count > 1 { blocks += withGap.compactMap { shared.stageFigure($0) } }
    blocks += attributions.filter(isTold).compactMap { writer.attributionFigure($0) }
      .map { .figure($0) }
    // Groups that are compared with others have tables of their own.
    for reference in writer.unique(funnels.map { $0.exhibit.reference ?? "" }) {
      blocks += shared.tables(funnels.filter { ($0.exhibit.reference ?? "") == reference })
    }
    blocks += shared.attributionTables(attributions, attribute)
    blocks += shared.byReference(costs, attribute) { members, pair in
      .table(writer.table(members, caption: writer.label(.costPerPerson, ["caption": pair])))
    }
    return blocks
  }
}
