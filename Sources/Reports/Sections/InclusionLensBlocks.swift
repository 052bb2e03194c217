import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// What equal rates of hiring would add, and equal rates of leaving would keep: in people, and as a
/// share of the vacancies that were not filled.
struct InclusionLensBlocks {
  let writer: SectionWriter

  /// A place of the lens: an exhibit and one of its rows.
  private struct Place {
    let published: PublishedExhibit
    let row: Int

    var group: String { published.exhibit.rows[row].label }
    var added: Estimate? { published.entry(row: row, column: "added").estimate }
  }

  /// The sentences, a table of hiring and one of leaving, and how to read them.
  var blocks: [Block] {
    let exhibits = writer.exhibits(.inclusionLens)
    let hiring = places(exhibits.filter { $0.exhibit.focal != nil })
    let keeping = places(exhibits.filter { $0.exhibit.focal == nil })
    guard !(hiring + keeping).isEmpty else { return [] }
    let items =
      sentences(hiring, .applicants, .inclusionHired, .inclusionHiringUnclear)
      + sentences(keeping, .employees, .inclusionKept, .inclusionKeepingUnclear)
    let tables = [
      table(hiring, suffix: "hiring", .hiredAtEqualRates),
      table(keeping, suffix: "retention", .keptAtEqualRates),
    ].compactMap(\.self)
    return [
      .heading(
        level: 3, id: "skills-gap-inclusion", [.text(writer.label(.whatEqualRatesAdd))])
    ] + (items.isEmpty ? [] : [.list(items)]) + tables.map(Block.table)
      + [writer.explained(.howToRead, writer.explanation(.inclusionLens))]
  }

  private func places(_ exhibits: [PublishedExhibit]) -> [Place] {
    exhibits.flatMap { published in
      published.exhibit.rows.indices.map { Place(published: published, row: $0) }
    }
  }

  /// One sentence per group whose interval rules out that equal rates add nobody and whose own section
  /// finds a gap, and one that lists the others.
  private func sentences(
    _ places: [Place], _ people: GroupNames.People, _ message: DynamicsMessage,
    _ unclear: DynamicsMessage
  ) -> [[Inline]] {
    func name(_ group: String) -> String { writer.names.plural(group, people) }
    var items: [[Inline]] = []
    var others: [String] = []
    for place in places {
      guard let added = place.added, let interval = added.interval else { continue }
      guard interval.lower > 0, isFound(place),
        let share = writer.printed(place.published, row: place.row, column: "closed")
      else {
        if interval.upper > 0 { others.append(name(place.group)) }
        continue
      }
      items.append([
        .text(
          writer.text(
            message,
            [
              "focal": name(place.group),
              "reference": name(
                place.published.exhibit.reference ?? writer.label(.allOthersDeclared)),
              "number": writer.format.number(added.value, digits: 0),
              "confidence": writer.confidence,
              "interval": writer.printed(interval, .shortfall), "share": share,
            ]))
      ])
    }
    if !others.isEmpty {
      items.append([.text(writer.text(unclear, ["list": writer.listed(others)]))])
    }
    return items
  }

  /// Whether the section on hiring or on exits finds a gap for the group.
  private func isFound(_ place: Place) -> Bool {
    let exhibit = place.published.exhibit
    let kind: Exhibit.Kind = exhibit.focal == nil ? .retention : .funnel
    let judged = writer.input.findings.filter { finding in
      finding.kind == kind && finding.subject.attribute?.id == exhibit.attribute?.id
        && finding.subject.focal == place.group && (kind == .retention || finding.role == .total)
    }
    return judged.isEmpty || judged.contains(where: \.isGap)
  }

  /// One table over all groups.
  private func table(_ places: [Place], suffix: String, _ caption: DynamicsLabel) -> DataTable? {
    guard let first = places.first else { return nil }
    let columns = first.published.exhibit.columns
    let rows = places.map { place in
      DataTable.Row(
        header: [
          .text(
            writer.label(
              .groupComparedWith,
              [
                "focal": place.group,
                "reference": writer.inline(place.published.exhibit.reference),
              ]))
        ],
        cells: columns.map { column in
          writer.withInterval(
            writer.cell(place.published, row: place.row, column),
            place.published.entry(row: place.row, column: column.id), writer.printedUnit(column))
        },
        exact: columns.map { writer.exact(place.published, row: place.row, $0) })
    }
    return DataTable(
      id: writer.slug("table-inclusion-" + suffix),
      caption: writer.label(caption, ["period": first.published.exhibit.period]),
      corner: writer.label(.group),
      columns: columns.map { column in
        let hasInterval = places.contains { place in
          place.published.entry(row: place.row, column: column.id).estimate?.interval != nil
        }
        return DataTable.Column(column.title, unit: hasInterval ? writer.intervalTitle : nil)
      }, rows: rows)
  }
}
