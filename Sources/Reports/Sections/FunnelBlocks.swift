import Disclosure
import Documents
import Estimates
import Findings

/// What the sections about hiring and training share: figures and tables of a process in stages.
struct FunnelBlocks {
  let writer: SectionWriter

  /// Whether the parts of a funnel are told and drawn: those of the first group, and of every group
  /// with a gap over the whole way.
  func isTold(_ attribution: PublishedExhibit, _ funnels: [PublishedExhibit]) -> Bool {
    let focal = attribution.exhibit.focal
    guard let funnel = funnels.first(where: { $0.exhibit.focal == focal }) else { return false }
    let whole = writer.findings(of: funnel).filter { $0.role == .total }
    return focal == funnels.first?.exhibit.focal || whole.contains(where: \.isGap)
  }

  /// One bridge for each attribution that is told.
  func attributionFigures(
    _ attributions: [PublishedExhibit], _ funnels: [PublishedExhibit]
  ) -> [Block] {
    attributions.filter { isTold($0, funnels) }
      .compactMap { writer.attributionFigure($0) }.map { .figure($0) }
  }

  /// The parts of all groups in one table for each reference; shares of a difference that may be
  /// none are left to the result file.
  func attributionTables(
    _ all: [PublishedExhibit], _ attribute: ExhibitAttribute
  ) -> [Block] {
    let attributions = all.filter { $0.exhibit.rows.count > 2 }
    let isUnstable = attributions.allSatisfy { writer.isUnstable($0) }
    let left = ["log_ratio", "equalized"] + (isUnstable ? ["share"] : [])
    return byReference(attributions, attribute) { members, pair in
      .table(
        writer.table(
          members, caption: writer.label(.whatEachStageAdds, ["caption": pair]),
          columns: { !left.contains($0.id) }))
    }
  }

  /// One block for each reference of some exhibits, with the pair it compares.
  func byReference(
    _ exhibits: [PublishedExhibit], _ attribute: ExhibitAttribute,
    _ block: ([PublishedExhibit], String) -> Block
  ) -> [Block] {
    writer.unique(exhibits.map { $0.exhibit.reference ?? "" }).compactMap { reference in
      let members = exhibits.filter { ($0.exhibit.reference ?? "") == reference }
      guard let exhibit = members.first?.exhibit else { return nil }
      let group = members.count > 1 ? attribute.title : exhibit.focal ?? attribute.title
      return block(members, pair(group, exhibit, members.count))
    }
  }

  /// `Women and men, 2025Q3`; where a table holds several groups, `Gender compared with men, 2025Q3`.
  func pair(_ group: String, _ exhibit: Exhibit, _ count: Int) -> String {
    let pair = writer.label(
      count > 1 ? .pairCompared : .pairBoth,
      ["focal": group, "reference": writer.inline(exhibit.reference)])
    return writer.label(.titlePeriod, ["title": pair, "period": exhibit.period])
  }

  /// Stage by stage for one focal group; the whole way, group by group, for several.
  func figures(
    _ funnels: [PublishedExhibit], _ attribute: ExhibitAttribute, id: String
  ) -> [Block] {
    guard funnels.count > 1 else { return funnels.compactMap { stageFigure($0) } }
    let whole = funnels.flatMap { writer.findings(of: $0) }.filter { $0.role == .total }
    return writer.gapFigure(
      id: "\(id)/\(attribute.id)/whole", judged: whole,
      axisTitle: writer.label(.ratioOfWholeWay), label: { $0.subject.focal }
    ).map { [.figure($0)] } ?? []
  }

  /// One group, stage by stage.
  func stageFigure(_ funnel: PublishedExhibit) -> Block? {
    writer.gapFigure(
      id: funnel.exhibit.id, judged: writer.findings(of: funnel),
      axisTitle: axis(funnel), label: { $0.subject.part ?? $0.subject.focal }
    ).map { .figure($0) }
  }

  /// What the axis of a figure of ratios shows.
  func axis(_ published: PublishedExhibit) -> String {
    writer.label(
      .ratioOfRates,
      [
        "focal": published.exhibit.focal ?? writer.label(.groupInText),
        "reference": writer.inline(published.exhibit.reference),
      ])
  }

  /// The counts and the comparison; the exhibits of several focal groups share a table.
  func tables(_ exhibits: [PublishedExhibit]) -> [Block] {
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
