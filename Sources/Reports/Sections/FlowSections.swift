import Disclosure
import Documents
import Estimates
import Findings

/// Section 7: promotions per 100 people, by group and by level.
struct ProgressionSection: ReportSection {
  let id = "progression"
  let need: SectionNeed? = .of(.progression)

  func title(_ writer: SectionWriter) -> String { writer.label(.progression) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    FlowBlocks(
      section: id, kind: .progression, partKind: .progressionBy,
      timeKind: .timeToPromotion, events: .promotions, note: .promotions
    ).blocks(writer)
  }
}

/// Section 8: exits per 100 people, by group.
struct RetentionSection: ReportSection {
  let id = "retention"
  let need: SectionNeed? = .of(.retention)

  func title(_ writer: SectionWriter) -> String { writer.label(.retention) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    FlowBlocks(
      section: id, kind: .retention, partKind: nil, timeKind: .timeToExit, events: .exits,
      note: .exits
    ).blocks(writer)
  }
}

/// Section 10: how formal procedures treat groups, which nothing is known about yet.
struct ProcessFairnessSection: ReportSection {
  let id = "process-fairness"
  let need: SectionNeed? = SectionNeed(what: .missingProcedures)

  func title(_ writer: SectionWriter) -> String { writer.label(.formalProcedures) }

  func blocks(_ writer: SectionWriter) -> [Block] { [] }
}

/// What the sections about events in a year share: statements, one figure, tables, how to read.
struct FlowBlocks {
  let section: String
  let kind: Exhibit.Kind
  let partKind: Exhibit.Kind?
  var timeKind: Exhibit.Kind?
  let events: Label
  let note: Explanation

  func blocks(_ writer: SectionWriter) -> [Block] {
    let kinds = [kind, partKind, timeKind].compactMap(\.self)
    let attributes = writer.attributes(of: kinds)
    var blocks: [Block] = []
    for attribute in attributes {
      if attributes.count > 1 {
        blocks.append(
          .heading(
            level: 3, id: writer.slug(section + "-" + attribute.id), [.text(attribute.title)]))
      }
      blocks += self.blocks(attribute, writer)
    }
    let isShown = !blocks.isEmpty
    blocks += writer.hiddenNote(kinds)
    if isShown {
      blocks.append(
        writer.explained(
          .howToRead, writer.explanation(note) + " " + writer.explanation(.chanceOfProcess)))
    }
    return blocks
  }

  private func blocks(_ attribute: ExhibitAttribute, _ writer: SectionWriter) -> [Block] {
    let whole = writer.exhibits(kind, of: attribute)
    let parts = partKind.map { writer.exhibits($0, of: attribute) } ?? []
    let times = timeKind.map { writer.exhibits($0, of: attribute) } ?? []
    var items = writer.statements((whole + times).flatMap { writer.findings(of: $0) })
    for published in parts {
      let judged = writer.findings(of: published).filter { $0.role == .item }
      if let lowest = judged.first, lowest.row == 0, lowest.isGap || lowest.verdict == .aboutTheSame
      {
        items.append(writer.statement(lowest))
      }
      let by = writer.byTitle(published.exhibit)
      items +=
        writer.partsSentence(published, lead: writer.label(.byLead, ["by": by])).map {
          [[.text($0)]]
        } ?? []
    }
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    for published in whole {
      let judged = writer.findings(of: published)
      if let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged,
        axisTitle: writer.label(
          .ratioOfRates,
          ["focal": writer.label(.groupInText), "reference": reference(judged, writer)]),
        label: { $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .eventsByAttribute,
              [
                "events": writer.label(events), "attribute": writer.inSentence(attribute.title),
                "period": published.exhibit.period,
              ]), verdicts: true)))
      if kind == .retention {
        blocks += ExitShareBlocks(published: published, writer: writer).blocks
      }
    }
    for published in parts {
      let judged = writer.findings(of: published).filter { $0.role == .item }
      let by = writer.byTitle(published.exhibit)
      let focal = published.exhibit.focal ?? attribute.title
      if let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged,
        axisTitle: writer.label(
          .ratioOfRates, ["focal": focal, "reference": reference(judged, writer)]),
        label: { $0.subject.part ?? $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .eventsByPart,
              [
                "events": writer.label(events), "by": by, "focal": focal,
                "reference": reference(judged, writer), "period": published.exhibit.period,
              ]), verdicts: true)))
    }
    return blocks + times.flatMap { ServiceBlocks(published: $0, writer: writer).blocks }
  }

  private func reference(_ judged: [Finding], _ writer: SectionWriter) -> String {
    writer.inline(judged.first?.subject.reference)
  }
}
