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
    "Diversity and inclusion, " + context.period
      + (writer.profile == .research ? ", with every test and method" : "")
  }

  var details: [Document.Detail] {
    let lines: [(String, String?)] = [
      ("Period", context.period), ("Snapshot", context.snapshotDate.map(writer.date)),
      ("Status", context.isDraft ? "Draft" : "Final"), ("Replaces", context.supersedes),
      ("Protection", policy), ("Made with", context.engineVersion),
    ]
    return lines.compactMap { label, value in
      value.map { Document.Detail(label: label, value: $0) }
    }
  }

  var draftNote: [Block] {
    context.isDraft
      ? [
        .callout(
          kind: .caution, title: "Draft",
          [.paragraph([.text("Figures may change. Please do not quote this report.")])])
      ] : []
  }

  var footer: [Inline] {
    [.text("\(context.organisation), \(context.period). \(policy). \(context.engineVersion).")]
  }

  private var policy: String {
    let summary = writer.release.summary
    return switch summary.audience {
    case "already-published": "Figures that are public already"
    default:
      "Groups under \(writer.format.people(summary.threshold)) people are not shown"
        + " (\(summary.audience) release)"
    }
  }
}
