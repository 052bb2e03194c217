import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Section 9: pay gaps, pay gaps by level, quarters of the pay distribution, bonuses.
struct PaySection: ReportSection {
  let id = "pay"
  let need: SectionNeed? = .of(.payGap)

  func title(_ writer: SectionWriter) -> String { writer.label(.pay) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds: [Exhibit.Kind] = [.payGap, .payGapBy, .payQuarters, .bonus]
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
      let flag = writer.format.percent(writer.context.bands.pay.upper, digits: 0)
      blocks.append(
        writer.explained(.howToRead, writer.explanation(.pay, ["flag": flag])))
    }
    return blocks
  }

  private func blocks(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let gaps = writer.exhibits(.payGap, of: attribute)
    let byPart = writer.exhibits(.payGapBy, of: attribute)
    let bonuses = writer.exhibits(.bonus, of: attribute)
    let judged = gaps.flatMap { writer.findings(of: $0) }
    var items = writer.statements(judged)
    for published in byPart {
      let by = writer.byTitle(published.exhibit)
      items +=
        writer.partsSentence(published, lead: writer.label(.byLead, ["by": by])).map {
          [[.text($0)]]
        } ?? []
    }
    items += writer.statements(bonuses.flatMap { writer.findings(of: $0) })
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    if let figure = writer.gapFigure(
      id: "pay-gap/\(attribute.id)", judged: judged, axisTitle: writer.label(.payGap),
      label: { finding in
        gaps.count > 1
          ? writer.label(
            .partOfGroup,
            [
              "group": finding.subject.focal,
              "part": writer.inSentence(finding.subject.part ?? ""),
            ])
          : finding.subject.part ?? finding.subject.focal
      })
    {
      blocks.append(.figure(figure))
    }
    if !gaps.isEmpty { blocks.append(table(gaps, writer.label(.payGap), writer)) }
    for published in byPart {
      if let figure = writer.gapFigure(
        id: published.exhibit.id,
        judged: writer.findings(of: published).filter { $0.role == .item },
        axisTitle: writer.label(.payGap),
        label: { $0.subject.part ?? $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
      let by = writer.byTitle(published.exhibit)
      blocks.append(table([published], writer.label(.payGapBy, ["by": by]), writer))
    }
    for published in writer.exhibits(.payQuarters, of: attribute) {
      if let figure = quarters(published, writer) { blocks.append(.figure(figure)) }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .payQuartersCaption,
              ["attribute": attribute.title, "period": published.exhibit.period]))))
    }
    let receipt = bonuses.filter { $0.exhibit.comparison?.scale == .ratio }
    let amounts = bonuses.filter { $0.exhibit.comparison?.scale != .ratio }
    if !receipt.isEmpty { blocks.append(table(receipt, writer.label(.bonusReceipt), writer)) }
    if !amounts.isEmpty { blocks.append(table(amounts, writer.label(.bonus), writer)) }
    return blocks
  }

  private func table(
    _ exhibits: [PublishedExhibit], _ name: String, _ writer: SectionWriter
  ) -> Block {
    let exhibit = exhibits.first?.exhibit
    let title = exhibit?.attribute?.title ?? writer.label(.groups).lowercased()
    let focal = exhibits.count > 1 ? title : exhibit?.focal ?? title
    let pair = writer.label(
      exhibits.count > 1 ? .pairCompared : .pairBoth,
      ["focal": focal, "reference": writer.inline(exhibit?.reference)])
    return .table(
      writer.table(
        exhibits,
        caption: writer.label(
          .namePairPeriod, ["name": name, "pair": pair, "period": exhibit?.period ?? ""]),
        verdicts: true))
  }

  private func quarters(_ published: PublishedExhibit, _ writer: SectionWriter) -> Figure? {
    let groups = writer.groups(published)
    guard !groups.isEmpty, groups.count <= 6 else { return nil }
    let bars = published.exhibit.rows.indices.reversed().map { row in
      StackedBarChart.Bar(
        label: published.exhibit.rows[row].label,
        shares: groups.map {
          published.entry(row: row, column: "share/" + $0).estimate?.value
        })
    }
    guard let top = bars.first?.shares.first.flatMap(\.self),
      let bottom = bars.last?.shares.first.flatMap(\.self),
      let group = groups.first, let topLabel = bars.first?.label, let bottomLabel = bars.last?.label
    else { return nil }
    return Figure(
      id: writer.slug("figure-" + published.exhibit.id),
      title: writer.label(
        .quartersTitle,
        [
          "group": group, "bottom": writer.format.percent(bottom, digits: 0),
          "bottomQuarter": bottomLabel, "top": writer.format.percent(top, digits: 0),
          "topQuarter": topLabel,
        ]),
      chart: StackedBarChart(
        parts: groups, bars: bars, axisTitle: writer.label(.shareOfQuarter),
        format: writer.format))
  }
}
