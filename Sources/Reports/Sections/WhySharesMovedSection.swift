import Disclosure
import Documents
import Estimates
import SVGCharts

/// Section 12: how shares moved over four quarters, by hires, exits and new answers.
struct WhySharesMovedSection: ReportSection {
  let id = "why-shares-moved"
  let need: SectionNeed? = .of(.shareAccounting)

  func title(_ writer: SectionWriter) -> String { writer.label(.whySharesMoved) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    let attributes = writer.attributes(of: [.shareAccounting])
    var blocks: [Block] = []
    for attribute in attributes {
      let accounts = writer.exhibits(.shareAccounting, of: attribute).map {
        ShareAccountBlocks(published: $0, writer: writer)
      }.filter(\.hasSteps)
      guard !accounts.isEmpty else { continue }
      if attributes.count > 1 {
        blocks.append(
          .heading(
            level: 3, id: writer.slug(id + "-" + attribute.id), [.text(attribute.title)]))
      }
      let sentences = accounts.flatMap(\.sentences)
      if !sentences.isEmpty { blocks.append(.list(sentences)) }
      blocks += accounts.compactMap(\.figure).map { .figure($0) }
      blocks += accounts.map { $0.table(attribute) }
    }
    let isShown = !blocks.isEmpty
    blocks += writer.hiddenNote([.shareAccounting])
    if isShown {
      blocks.append(writer.explained(.howToRead, writer.explanation(.shareMoved)))
    }
    return blocks
  }
}

/// What moved the shares of one characteristic's groups: sentences, one bridge, the table.
struct ShareAccountBlocks {
  let published: PublishedExhibit
  let writer: SectionWriter

  /// One step of a group that is shown.
  private struct Step {
    let label: String
    let change: Double
    let isRecording: Bool
  }

  /// Whether any step is told apart.
  var hasSteps: Bool { stepColumns.count > 1 }

  private var isLeadership: Bool { published.exhibit.by != nil }

  private func name(_ row: Int) -> String {
    let group = writer.names.plural(published.exhibit.rows[row].label)
    return isLeadership ? writer.label(.inLeadership, ["group": group]) : group
  }

  /// The columns between the share then and the change: the steps.
  private var stepColumns: [String] {
    published.exhibit.columns.filter { $0.unit == .percentagePoints && $0.id != "change" }.map(\.id)
  }

  /// The steps of a group, in order; `nil` unless they add up to the change.
  ///
  /// A step whose counts are hidden is part of the last one, which then goes by another name.
  private func steps(_ row: Int) -> [Step]? {
    guard let change = writer.value(published, row: row, column: "change") else { return nil }
    let values = stepColumns.map { ($0, writer.value(published, row: row, column: $0)) }
    guard let last = values.last, last.1 != nil else { return nil }
    let areAllShown = values.allSatisfy { $0.1 != nil }
    let steps = values.compactMap { column, value -> Step? in
      guard let value else { return nil }
      let isLast = column == last.0
      let isRecording = isLast && areAllShown && column == "records"
      let label: DynamicsLabel =
        switch column {
        case "hires": .stepHires
        case "exits": .stepExits
        case "promotions": .stepPromotions
        default: isRecording ? .stepRecords : .stepRest
        }
      return Step(label: writer.label(label), change: value, isRecording: isRecording)
    }
    let sum = steps.reduce(0) { $0 + $1.change }
    return abs(sum - change) < 1e-9 ? steps : nil
  }

  private func ends(_ row: Int) -> (first: String, last: String)? {
    guard let first = writer.printed(published, row: row, column: "then"),
      let last = writer.printed(published, row: row, column: "now")
    else { return nil }
    return (first, last)
  }

  /// The quarters of both ends, as the columns name them.
  private var quarters: (start: String, end: String) {
    func quarter(_ id: String) -> String {
      let columns = writer.original.exhibit(published.exhibit.id)?.exhibit.columns ?? []
      let title = columns.first { $0.id == id }?.title ?? ""
      return writer.wording.period(title.split(separator: " ").last.map(String.init) ?? title)
    }
    return (quarter("then"), quarter("now"))
  }

  /// One sentence for each group that is shown.
  var sentences: [[Inline]] {
    published.exhibit.rows.indices.compactMap { row in
      guard let ends = ends(row), let steps = steps(row) else { return nil }
      let clauses = steps.filter {
        $0.change != 0 && !writer.format.roundsToZero($0.change, .percentagePoints(1))
      }.map { step in
        writer.label(
          step.change > 0 ? .stepAdded : .stepTook,
          ["step": step.label, "points": writer.points(step.change)])
      }
      let group = name(row)
      let (start, end) = quarters
      guard !clauses.isEmpty else {
        return [
          .text(
            writer.text(
              .shareMovedNoStep,
              [
                "group": group, "first": ends.first, "start": start, "last": ends.last, "end": end,
              ]))
        ]
      }
      return [
        .text(
          writer.text(
            .shareMoved,
            [
              "group": group, "first": ends.first, "start": start, "last": ends.last, "end": end,
              "list": writer.listed(clauses),
            ]))
      ]
    }
  }

  /// The bridge of the first group that is shown.
  var figure: Figure? {
    let rows = published.exhibit.rows
    guard
      let row = rows.indices.first(where: { steps($0) != nil && ends($0) != nil }),
      let steps = steps(row), let ends = ends(row),
      let first = writer.value(published, row: row, column: "then")
    else { return nil }
    let (start, end) = quarters
    let chart = WaterfallChart(
      startLabel: start, start: first,
      steps: steps.map {
        WaterfallChart.Step(
          label: writer.capitalised($0.label), change: $0.change, isRecording: $0.isRecording)
      },
      endLabel: end,
      axisTitle: writer.label(isLeadership ? .axisShareOfLeadership : .axisShareOfAll),
      style: .percent(1), changeStyle: .percentagePoints(1),
      recordingLabel: writer.label(.recordingChange), format: writer.format)
    return Figure(
      id: writer.slug("figure-" + published.exhibit.id),
      title: writer.label(
        .movedTitle,
        [
          "group": isLeadership
            ? writer.label(.inLeadership, ["group": rows[row].label]) : rows[row].label,
          "first": ends.first, "last": ends.last,
        ]),
      chart: chart)
  }

  /// The table with its caption; where a step is hidden, the last one goes by another name.
  func table(_ attribute: ExhibitAttribute) -> Block {
    let table = writer.table(
      published,
      caption: writer.label(
        isLeadership ? .shareMovedInLeadership : .shareMovedBy,
        [
          "attribute": writer.inSentence(attribute.title), "period": published.exhibit.period,
        ]))
    let flows = stepColumns.dropLast()
    let isMerged = published.exhibit.rows.indices.contains { row in
      flows.contains { writer.value(published, row: row, column: $0) == nil }
    }
    guard isMerged,
      let last = published.exhibit.columns.firstIndex(where: { $0.id == stepColumns.last })
    else { return .table(table) }
    var columns = table.columns
    columns[last] = DataTable.Column(writer.capitalised(writer.label(.stepRest)))
    return .table(
      DataTable(
        id: table.id, caption: table.caption, corner: table.corner, columns: columns,
        rows: table.rows, notes: table.notes))
  }
}
