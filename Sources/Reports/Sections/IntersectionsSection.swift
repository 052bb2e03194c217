import Disclosure
import Documents
import Estimates
import SVGCharts

/// Section 5: characteristics crossed with each other.
struct IntersectionsSection: ReportSection {
  let id = "intersections"
  let need: SectionNeed? = .of(.intersection)

  func title(_ writer: SectionWriter) -> String { writer.label(.intersections) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    var blocks: [Block] = []
    for published in writer.exhibits(.intersection) {
      if let sentence = largest(published, writer) { blocks.append(.paragraph([.text(sentence)])) }
      if let figure = figure(published, writer) { blocks.append(.figure(figure)) }
      let name = name(published, writer)
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .titlePeriod, ["title": name, "period": published.exhibit.period]),
            verdicts: true)))
    }
    let isShown = !blocks.isEmpty
    let leadership = writer.exhibits(.intersectionLeadership).filter { published in
      published.exhibit.rows.indices.contains {
        writer.value(published, row: $0, column: "shrunk") != nil
      }
    }
    for published in leadership {
      blocks.append(
        .table(
          writer.table(
            published,
            caption: writer.label(
              .leadershipBy,
              [
                "combination": writer.inSentence(name(published, writer)),
                "period": published.exhibit.period,
              ]))))
    }
    blocks += writer.hiddenNote([.intersection, .intersectionLeadership])
    if isShown {
      blocks.append(
        writer.explained(.howToRead, writer.explanation(.intersections)))
    }
    if !leadership.isEmpty {
      blocks.append(writer.explained(.leadLeadership, writer.explanation(.shrinkage)))
    }
    return blocks
  }

  /// The characteristics crossed: `Gender and ethnicity`.
  private func name(_ published: PublishedExhibit, _ writer: SectionWriter) -> String {
    writer.listed(
      [
        published.exhibit.attribute?.title,
        published.exhibit.by.map { writer.inSentence($0.title) },
      ]
      .compactMap(\.self))
  }

  private func largest(_ published: PublishedExhibit, _ writer: SectionWriter) -> String? {
    var best: (row: Int, people: Int)?
    for row in published.exhibit.rows.indices where published.exhibit.rows[row].role == .item {
      guard let people = published.entry(row: row, column: "people").people else { continue }
      if people > best?.people ?? 0 { best = (row, people) }
    }
    guard let best, let share = writer.printed(published, row: best.row, column: "share") else {
      return nil
    }
    return writer.text(
      .intersectionLargest,
      [
        "part": writer.names.quoted(published.exhibit.rows[best.row].label), "share": share,
        "people": writer.counted(best.people),
      ])
  }

  /// A grid of two characteristics; `nil` where the combinations are not of two.
  private func figure(_ published: PublishedExhibit, _ writer: SectionWriter) -> Figure? {
    var rows: [String] = []
    var columns: [String] = []
    var values: [(row: String, column: String, value: Double?)] = []
    for index in published.exhibit.rows.indices
    where published.exhibit.rows[index].role == .item {
      let label = published.exhibit.rows[index].label
      guard let comma = label.firstIndex(of: ",") else { return nil }
      let row = String(label[..<comma])
      let column = String(label[label.index(after: comma)...].drop { $0 == " " })
      if !rows.contains(row) { rows.append(row) }
      if !columns.contains(column) { columns.append(column) }
      values.append((row, column, published.entry(row: index, column: "share").estimate?.value))
    }
    guard rows.count > 1, columns.count > 1, rows.count * columns.count == values.count,
      values.contains(where: { $0.value != nil })
    else { return nil }
    let grid = rows.map { row in
      columns.map { column in
        values.first { $0.row == row && $0.column == column }.flatMap(\.value)
      }
    }
    let chart = HeatGridChart(
      rows: rows, columns: columns, values: grid,
      axisTitle: writer.label(.shareOfEachCombination),
      style: .percent(1), format: writer.format)
    return Figure(
      id: writer.slug("figure-" + published.exhibit.id),

      title: writer.label(.shareOfEveryone, ["combination": name(published, writer)]),
      chart: chart)
  }
}
