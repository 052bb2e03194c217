import Disclosure
import Documents
import SVGCharts

/// Section 0: whose report it is, for which period, in which state, made by what.
struct TitleBlock {
  private let writer: SectionWriter

  init(_ writer: SectionWriter) { self.writer = writer }

  private var context: ReportContext { writer.context }

  var title: String { context.organisation }

  var subtitle: String {
    writer.label(
      writer.profile == .research ? .researchSubtitle : .subtitle, ["period": context.period])
  }

  var details: [Document.Detail] {
    let lines: [(Label, String?)] = [
      (.period, context.period), (.snapshot, context.snapshotDate.map(writer.date)),
      (.status, writer.label(context.isDraft ? .draft : .final)),
      (.replaces, context.supersedes), (.protectionDetail, policy),
      (.madeWith, context.engineVersion),
    ]
    return lines.compactMap { label, value in
      value.map { Document.Detail(label: writer.label(label), value: $0) }
    }
  }

  /// What must be known before any number is read: that figures may change, or are rounded.
  var notes: [Block] {
    var notes: [Block] = []
    if context.isDraft {
      notes.append(
        .callout(
          kind: .caution, title: writer.label(.draft),
          [.paragraph([.text(writer.label(.draftNote))])]))
    }
    if let base = writer.release.summary.roundingBase {
      notes.append(
        .callout(
          kind: .note, title: writer.text(.roundedTitle),
          [
            .paragraph([
              .text(writer.text(.roundedCounts, ["base": writer.format.people(base)]))
            ])
          ]))
    }
    return notes
  }

  var footer: [Inline] {
    [
      .text(
        writer.label(
          .footer,
          [
            "organisation": context.organisation, "period": context.period, "policy": policy,
            "engine": context.engineVersion,
          ]))
    ]
  }

  private var policy: String {
    let summary = writer.release.summary
    return switch summary.audience {
    case "already-published": writer.label(.publicAlready)
    default:
      writer.label(
        .groupsNotShown,
        [
          "number": writer.format.people(summary.threshold),
          "audience": audience(summary.audience),
        ])
    }
  }

  private func audience(_ audience: String) -> String {
    switch audience {
    case "public": writer.label(.audiencePublic)
    case "internal": writer.label(.audienceInternal)
    default: audience
    }
  }
}
