import Documents

/// Section 1: at most six headlines, the scorecard and what the report cannot tell.
struct HeadlinesSection: ReportSection {
  let id = "headlines"

  func title(_ writer: SectionWriter) -> String { writer.label(.headlines) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    let headlines = writer.headlines()
    if !headlines.isEmpty { blocks.append(.list(headlines)) }
    let rows = writer.scorecardRows(limit: 12)
    if !rows.isEmpty {
      blocks.append(
        .scorecard(
          Scorecard(
            id: "scorecard",
            caption: writer.label(.scorecardOf, ["period": writer.context.period]),
            headings: writer.scorecardHeadings, rows: rows,
            notes: writer.scorecardNotes)))
    }
    let limits = writer.limitItems()
    if !limits.isEmpty {
      blocks.append(
        .callout(kind: .caution, title: writer.label(.cannotTellReport), [.list(limits)]))
    }
    return blocks
  }
}
