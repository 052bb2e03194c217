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

  /// What must be known before any number is read: that figures may change, or are rounded.
  var notes: [Block] {
    var notes: [Block] = []
    if context.isDraft {
      notes.append(
        .callout(
          kind: .caution, title: "Draft",
          [.paragraph([.text("Figures may change. Please do not quote this report.")])]))
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
