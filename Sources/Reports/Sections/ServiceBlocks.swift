import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// How long people stay, or wait for a promotion: a sentence in plain words over the steps of both groups, their numbers, and
/// the comparison.
struct ServiceBlocks {
  let published: PublishedExhibit
  let writer: SectionWriter

  private var exhibit: Exhibit { published.exhibit }
  private var isPromotion: Bool { exhibit.kind == .timeToPromotion }
  private var measure: String {
    writer.label(isPromotion ? .notPromoted : .stillThere)
  }
  private var attribute: String { exhibit.attribute?.title ?? writer.label(.groupInText) }

  /// The years at the ends of the columns of shares.
  private var ends: [Int] {
    exhibit.columns.compactMap { column in
      column.id.hasPrefix("after/") ? Int(column.id.dropFirst("after/".count)) : nil
    }
  }

  var blocks: [Block] {
    let table = writer.table(
      published,
      caption: writer.label(
        .measureBy,
        [
          "measure": writer.label(isPromotion ? .promotionAtSameService : .leavingAtSameService),
          "attribute": writer.inSentence(attribute), "period": exhibit.period,
        ]),
      columns: { !$0.id.hasPrefix("after/") }, verdicts: true)
    return [figure.map(Block.figure), .table(table)].compactMap(\.self)
  }

  private func share(_ row: Int, _ end: Int) -> Estimate? {
    published.entry(row: row, column: "after/\(end)").estimate
  }

  /// The rows of the focal and the reference group.
  private var pair: (focal: Int, reference: Int)? {
    guard let focal = exhibit.focal.flatMap({ published.row($0) }),
      let reference = exhibit.reference.flatMap({ published.row($0) })
    else { return nil }
    return (focal, reference)
  }

  private var figure: Figure? {
    guard let pair, let first = ends.first, share(pair.focal, first) != nil,
      share(pair.reference, first) != nil
    else { return nil }
    let series = [pair.focal, pair.reference].map { row in
      SurvivalStepsChart.Series(
        label: exhibit.rows[row].label,
        points: ends.map { end in
          share(row, end).map {
            SurvivalStepsChart.Point(
              value: $0.value, lower: $0.interval?.lower, upper: $0.interval?.upper)
          }
        })
    }
    let columns = exhibit.columns.filter { $0.id.hasPrefix("after/") }
    let rows = zip(ends, columns).map { end, column in
      DataTable.Row(
        header: [.text("\(end)")],
        cells: [pair.focal, pair.reference].map { row in
          writer.withInterval(
            writer.cell(published, row: row, column),
            published.entry(row: row, column: column.id), column.unit)
        })
    }
    return Figure(
      id: writer.slug("figure-" + exhibit.id), title: sentence(pair),
      chart: SurvivalStepsChart(
        ends: ends, series: series, axisTitle: measure,
        timeTitle: writer.label(.yearsOfService), format: writer.format),
      caption: [
        .text(writer.label(.shadedArea, ["confidence": writer.confidence]))
      ],
      table: DataTable(
        id: writer.slug("table-" + exhibit.id + "-shares"),
        caption: writer.label(
          .byYearsOfService, ["measure": measure, "period": exhibit.period]),
        corner: writer.label(.years),
        columns: series.map { DataTable.Column($0.label, unit: writer.intervalTitle) },
        rows: rows))
  }

  /// A group after a number: everybody else is `other people`.
  private func reference(_ label: String) -> String {
    writer.context.language.isEnglish && writer.isEverybodyElse(label)
      ? writer.label(.otherPeople) : writer.names.plural(label)
  }

  /// The finding in people: how many of 100 would still be there, or would be promoted.
  private func sentence(_ pair: (focal: Int, reference: Int)) -> String {
    let shown = ends.filter { share(pair.focal, $0) != nil && share(pair.reference, $0) != nil }
    let end = shown.last { $0 <= 5 } ?? shown.first ?? 0
    func people(_ row: Int) -> String {
      let share = share(row, end)?.value ?? 0
      return writer.format.number((isPromotion ? 1 - share : share) * 100, digits: 0)
    }
    return writer.text(
      isPromotion ? .servicePromoted : .serviceShares,
      [
        "focal": writer.names.plural(exhibit.rows[pair.focal].label),
        "focalShare": people(pair.focal),
        "years": writer.label(.yearsCounted, ["number": "\(end)"]),
        "reference": reference(exhibit.rows[pair.reference].label),
        "referenceShare": people(pair.reference),
      ])
  }
}
