import Disclosure
import Documents
import Estimates
import Findings

/// Section 7: promotions per 100 people, by group and by level.
struct ProgressionSection: ReportSection {
  let id = "progression"
  let need: SectionNeed? = .of(.progression)

  func title(_ writer: SectionWriter) -> String { "Progression" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    FlowBlocks(
      section: id, kind: .progression, partKind: .progressionBy,
      timeKind: .timeToPromotion, events: "Promotions",
      note: "Promotions come from recorded promotion events over the period shown in each table. "
        + "Rates are per 100 people of average headcount; ratios are tested as rates of events. The "
        + "steps show how many of 100 people who stay would not be promoted if all had the chance "
        + "of promotion of people of the same length of service in the period shown; a promotion "
        + "counts whether it is the first or not."
    ).blocks(writer)
  }
}

/// Section 8: exits per 100 people, by group.
struct RetentionSection: ReportSection {
  let id = "retention"
  let need: SectionNeed? = .of(.retention)

  func title(_ writer: SectionWriter) -> String { "Retention" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    FlowBlocks(
      section: id, kind: .retention, partKind: nil, timeKind: .timeToExit, events: "Exits",
      note:
        "A ratio above 1 means more exits per 100 people than in the group compared with. Rates "
        + "are per 100 people of average headcount; ratios are tested as rates of events. The "
        + "steps show how many of 100 people would stay if everyone left at the rates of people of "
        + "the same length of service in the period shown; nobody has been followed that long."
    ).blocks(writer)
  }
}

/// Section 10: how processes treat groups; here, training.
struct ProcessFairnessSection: ReportSection {
  let id = "process-fairness"
  let need: SectionNeed? = .of(.training)

  func title(_ writer: SectionWriter) -> String { "Training" }

  func blocks(_ writer: SectionWriter) -> [Block] {
    FlowBlocks(
      section: id, kind: .training, partKind: nil, events: "Training completed",
      note: "Rates are of the people enrolled."
    ).blocks(writer)
  }
}

/// What the sections about events in a year share: statements, one figure, tables, how to read.
struct FlowBlocks {
  let section: String
  let kind: Exhibit.Kind
  let partKind: Exhibit.Kind?
  var timeKind: Exhibit.Kind?
  let events: String
  let note: String

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
        .paragraph([
          .strong("How to read this. "),
          .text(
            note + " The numbers are one outcome of a process that could have gone otherwise; "
              + "intervals describe that chance variation."),
        ]))
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
      items += writer.partsSentence(published, lead: "By \(by)").map { [[.text($0)]] } ?? []
    }
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    for published in whole {
      let judged = writer.findings(of: published)
      if let figure = writer.gapFigure(
        id: published.exhibit.id, judged: judged,
        axisTitle: "Ratio of rates, group / " + reference(judged, writer),
        label: { $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: "\(events) by \(writer.inSentence(attribute.title)), "
              + published.exhibit.period, verdicts: true)))
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
        axisTitle: "Ratio of rates, \(focal) / " + reference(judged, writer),
        label: { $0.subject.part ?? $0.subject.focal })
      {
        blocks.append(.figure(figure))
      }
      blocks.append(
        .table(
          writer.table(
            published,
            caption: "\(events) by \(by), \(focal) and \(reference(judged, writer)), "
              + published.exhibit.period, verdicts: true)))
    }
    return blocks + times.flatMap { ServiceBlocks(published: $0, writer: writer).blocks }
  }

  private func reference(_ judged: [Finding], _ writer: SectionWriter) -> String {
    writer.inline(judged.first?.subject.reference)
  }
}
