import Disclosure
import Documents
import SVGCharts

/// Section 0: whose report it is, for which period, in which state, made by what.
struct TitleBlock {
  private let writer: SectionWriter

  init(_ writer: SectionWriter) { self.writer = writer }

  private var context: ReportContext { writer.context }

  var title: String { context.organisation }

  var subtitle: String { writer.label(.subtitle, ["period": context.period]) }

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

  var draftNote: [Block] {
    context.isDraft
      ? [
        .callout(
          kind: .caution, title: writer.label(.draft),
          [.paragraph([.text(writer.label(.draftNote))])])
      ] : []
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
