import Disclosure
import Documents
import Estimates
import SVGCharts

/// Section 16: what each line of a reporting framework asks, and which number of this report answers
/// it or why none does.
///
/// It links to tables, so it is made from what the other sections have written.
struct CrosswalkSection: ReportSection {
  let id = "crosswalk"
  /// The blocks of the sections before.
  let written: [Block]

  func title(_ writer: SectionWriter) -> String { writer.label(.crosswalk) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    guard writer.context.crosswalk != nil || writer.profile == .research else { return [] }
    let frameworks = CrosswalkCatalogue.frameworks(writer.context.crosswalk)
    guard !frameworks.isEmpty else { return [] }
    let links = TableLinks(written)
    let read = frameworks.map { framework in
      let reader = CrosswalkReader(framework: framework, writer: writer)
      return (reader: reader, readings: framework.lines.map(reader.read))
    }
    return [.paragraph([.text(writer.text(.crosswalkIntroduction))])] + keptInEnglish(writer) + [
      overview(read.map { ($0.reader.framework, $0.readings) }, writer)
    ] + read.flatMap { blocks($0.reader, $0.readings, links, writer) }
  }

  /// That the lines are in English; nothing where all of the report is.
  private func keptInEnglish(_ writer: SectionWriter) -> [Block] {
    writer.context.language.isEnglish
      ? [] : [.paragraph([.text(writer.explanation(.crosswalkInEnglish))])]
  }

  private func overview(
    _ read: [(framework: CrosswalkFramework, readings: [CrosswalkReading])],
    _ writer: SectionWriter
  ) -> Block {
    .table(
      DataTable(
        id: "crosswalk-overview", caption: writer.label(.crosswalkOverview),
        corner: writer.label(.framework),
        columns: [DataTable.Column(writer.label(.lines))]
          + CrosswalkReading.Status.allCases.map { DataTable.Column(word($0, writer)) },
        rows: read.map { framework, readings in
          DataTable.Row(
            header: [.link(framework.title, to: "#crosswalk-" + framework.id)],
            cells: [.number(writer.format.people(readings.count))]
              + CrosswalkReading.Status.allCases.map { status in
                .number(writer.format.people(readings.count { $0.status == status }))
              })
        }, notes: [writer.text(.crosswalkEveryLine)]))
  }

  private func blocks(
    _ reader: CrosswalkReader, _ readings: [CrosswalkReading], _ links: TableLinks,
    _ writer: SectionWriter
  ) -> [Block] {
    let framework = reader.framework
    let rows = zip(framework.lines, readings).map { line, reading in
      DataTable.Row(
        header: [.text(line.label)],
        cells: [
          .text([.text(line.asks)]),
          .text([.text(reading.value ?? word(reading.status, writer))]),
          reading.exhibits.isEmpty ? .empty : .text(place(reading, links, writer)),
          .text([.text(reading.remarks.joined(separator: " "))]),
        ])
    }
    let differences = reader.differences
    return [
      .heading(level: 3, id: "crosswalk-" + framework.id, [.text(framework.title)]),
      .paragraph([
        .text(
          writer.text(
            .crosswalkSource, ["source": framework.source, "version": framework.version]))
      ]),
    ] + (differences.isEmpty ? [] : [.list(differences.map { [.text($0)] })])
      + [
        .table(
          DataTable(
            id: "crosswalk-lines-" + framework.id,
            caption: writer.label(.lineByLine, ["title": framework.title]),
            corner: writer.label(.line),
            columns: [
              DataTable.Column(writer.label(.whatItAsks), alignment: .leading),
              DataTable.Column(writer.label(.answer), alignment: .leading),
              DataTable.Column(writer.label(.whereColumn), alignment: .leading),
              DataTable.Column(writer.label(.whatDiffers), alignment: .leading),
            ], rows: rows))
      ]
  }

  /// A link to the table, and the identifiers of the result.
  private func place(
    _ reading: CrosswalkReading, _ links: TableLinks, _ writer: SectionWriter
  ) -> [Inline] {
    var inlines: [Inline] = []
    var linked: [String] = []
    for published in reading.exhibits {
      guard let table = links.table(of: published, in: writer.original), !linked.contains(table.id)
      else { continue }
      if !inlines.isEmpty { inlines.append(.text("; ")) }
      linked.append(table.id)
      inlines.append(.link(table.caption, to: "#" + table.id))
    }
    let ids = reading.exhibits.prefix(1).map(\.exhibit.id) + reading.places
    if !inlines.isEmpty { inlines.append(.text(", ")) }
    return inlines + [.code(ids.joined(separator: " › "))]
  }

  private func word(_ status: CrosswalkReading.Status, _ writer: SectionWriter) -> String {
    switch status {
    case .answered: writer.text(.crosswalkAnswered)
    case .answeredWithDifference: writer.text(.crosswalkAnsweredWithDifference)
    case .notComputed: writer.text(.crosswalkNotComputed)
    }
  }
}
