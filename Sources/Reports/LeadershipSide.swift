import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// The leadership profile: one A4 side, no p-values, at most two charts.
struct LeadershipSide {
  func blocks(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    let line = line(writer)
    if !line.isEmpty { blocks.append(.paragraph([.text(line)])) }
    let headlines = writer.headlines()
    if !headlines.isEmpty {
      blocks.append(.heading(level: 2, id: "headlines", [.text(writer.label(.headlines))]))
      blocks.append(.list(headlines))
    }
    if let figure = strip(writer) { blocks.append(.figure(figure)) }
    let limits = Array(writer.limitItemsInShort().prefix(4))
    let actions = writer.context.actions
    // The side holds about 17 items beside the chart; the scorecard gives way, down to five rows.
    let changes = writer.input.changes
    let room =
      17 - headlines.count - limits.count - actions.count - (changes == nil ? 0 : 1)
    let rows = writer.scorecardRows(limit: min(8, max(5, room)), declared: false)
    if !rows.isEmpty {
      blocks.append(.heading(level: 2, id: "scorecard-heading", [.text(writer.label(.scorecard))]))
      blocks.append(
        .scorecard(
          Scorecard(
            id: "scorecard",
            caption: writer.label(
              rows.contains { $0.before != .empty } ? .nowAndYearAgo : .nowOf,
              ["period": writer.context.period]), headings: writer.scorecardHeadings, rows: rows,
            notes: [writer.label(.ratiosInShort)])))
    }
    if let changes { blocks.append(.paragraph([.text(writer.sinceLastReport(changes))])) }
    if !limits.isEmpty {
      blocks.append(.heading(level: 2, id: "cannot-tell", [.text(writer.label(.cannotTell))]))
      blocks.append(.list(limits))
    }
    if !actions.isEmpty {
      blocks.append(.heading(level: 2, id: "actions", [.text(writer.label(.actions))]))
      blocks.append(.list(actions.map { item($0, writer) }))
    }
    return blocks
  }

  /// Who was counted and how many declared what, in one line.
  private func line(_ writer: SectionWriter) -> String {
    var sentences: [String] = []
    let closing = writer.release.exhibits(.headcountBridge)
      .first { $0.exhibit.attribute == nil }
      .flatMap { bridge in
        bridge.exhibit.rows.indices.last.flatMap { bridge.entry(row: $0, column: "people").people }
      }
    if let closing {
      let date = writer.context.snapshotDate.map(writer.date)
      sentences.append(
        writer.label(
          date == nil ? .peopleCounted : .peopleCountedOn,
          ["number": writer.format.people(closing), "date": date ?? ""]))
    }
    let declared = writer.release.declaredShares.compactMap { declared -> String? in
      declared.share.map {
        "\(writer.inSentence(declared.title)) \(writer.format.percent($0, digits: 0))"
      }
    }
    if !declared.isEmpty {
      sentences.append(
        writer.label(.declaredList, ["list": declared.joined(separator: ", ")]))
    }
    return sentences.joined(separator: " ")
  }

  /// Share by level, now and a year ago, for the focal groups of the first characteristic.
  private func strip(_ writer: SectionWriter) -> Figure? {
    let byLevel = writer.release.exhibits(.representationBy)
    guard
      let published = byLevel.first(where: { $0.exhibit.by?.id == "level" }) ?? byLevel.first,
      let attribute = published.exhibit.attribute
    else { return nil }
    // A group of a few per cent everywhere is a line along the axis; its numbers are in the report.
    let groups = writer.release.focalGroups(of: attribute.id)
    let visible = groups.filter { group in
      published.exhibit.rows.indices.contains { row in
        writer.value(published, row: row, column: "share/" + group) ?? 0 >= 0.05
      }
    }
    return writer.shareFigure(
      published, groups: visible.isEmpty ? Array(groups.prefix(1)) : visible,
      id: published.exhibit.id)
  }

  private func item(_ action: ReportContext.Action, _ writer: SectionWriter) -> [Inline] {
    let who = [action.owner, action.due.map { writer.label(.dueBy, ["date": writer.date($0)]) }]
      .compactMap(\.self)
      .joined(separator: ", ")
    return [.text(who.isEmpty ? action.text : "\(action.text) (\(who))")]
  }
}
