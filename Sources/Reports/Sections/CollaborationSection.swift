import Documents
import SVGCharts

/// Section 19: where the organisation stands among others that pooled their numbers.
struct CollaborationSection: ReportSection {
  let id = "collaboration"
  let need: SectionNeed? = SectionNeed(what: .missingPool, key: "[collaboration] pool")

  func title(_ writer: SectionWriter) -> String { writer.label(.collaboration) }

  func blocks(_ writer: SectionWriter) -> [Block] {
    guard let pool = writer.input.pool, !pool.rows.isEmpty else { return [] }
    let items = pool.rows.filter(\.places.isEmpty).compactMap { sentence($0, writer) }
    let tables = PoolComparison.Population.allCases.compactMap { population -> Block? in
      let rows = pool.rows.filter { $0.population == population }
      return rows.isEmpty ? nil : .table(table(population, rows, pool, writer))
    }
    return [
      .paragraph([
        .text(
          writer.text(
            .poolLead,
            [
              "number": writer.format.number(Double(pool.contributors), digits: 0),
              "period": writer.wording.period(pool.period),
            ]))
      ])
    ] + (items.isEmpty ? [] : [.list(items)]) + tables
  }

  private func sentence(_ row: PoolComparison.Row, _ writer: SectionWriter) -> [Inline]? {
    guard let own = row.own, let mean = row.mean, let prediction = row.prediction else {
      return nil
    }
    let percentile = row.percentile.map { percentile in
      writer.text(
        .poolPercentile,
        ["percentile": writer.format.percent(percentile.value, digits: 0)])
    }
    let first = writer.text(
      .poolShare,
      [
        "group": "\(name(row.population, writer))\(writer.context.language.colon)"
          + writer.wording.group(row.group),
        "share": writer.format.percent(Double(own.people) / Double(own.total)),
        "people": writer.format.people(own.people), "total": writer.format.people(own.total),
        "mean": writer.format.percent(mean.value),
        "lower": writer.format.percent(prediction.lowerBound),
        "upper": writer.format.percent(prediction.upperBound),
      ])
    return [.text([first, percentile].compactMap(\.self).joined(separator: " "))]
  }

  private func name(_ population: PoolComparison.Population, _ writer: SectionWriter) -> String {
    switch population {
    case .workforce: writer.label(.poolWorkforce)
    case .hires: writer.label(.hires)
    case .promotions: writer.label(.promotions)
    case .exits: writer.label(.exits)
    }
  }

  private func table(
    _ population: PoolComparison.Population, _ rows: [PoolComparison.Row],
    _ pool: PoolComparison, _ writer: SectionWriter
  ) -> DataTable {
    let period = population == .workforce ? pool.period : pool.flowPeriod ?? pool.period
    return DataTable(
      id: "table-collaboration-" + population.rawValue,
      caption: writer.label(
        .poolCaption,
        [
          "population": name(population, writer), "period": writer.wording.period(period),
          "number": writer.format.number(Double(pool.contributors), digits: 0),
        ]), corner: writer.label(.group),
      columns: [
        DataTable.Column(writer.label(.poolOwn)), DataTable.Column(writer.label(.poolPooled)),
        DataTable.Column(writer.label(.poolMean)), DataTable.Column(writer.label(.poolFurther)),
        DataTable.Column(writer.label(.poolPercentiles)),
      ],
      rows: rows.map { row in
        DataTable.Row(
          header: [
            .text(
              ([row.group] + row.places).map(writer.wording.group).joined(separator: ", "))
          ],
          cells: [
            row.own.map {
              .number(writer.format.percent(Double($0.people) / Double($0.total)))
            } ?? .empty,
            .number(writer.format.percent(row.pooled)), cell(row.mean, digits: 1, writer),
            row.prediction.map {
              .text([
                .text(writer.format.interval($0.lowerBound, $0.upperBound, .percent(1)))
              ])
            } ?? .empty, cell(row.percentile, digits: 0, writer),
          ])
      }, notes: [writer.text(.poolNote)])
  }

  private func cell(
    _ share: PoolComparison.Share?, digits: Int, _ writer: SectionWriter
  ) -> TableCell {
    guard let share else { return .empty }
    let value = writer.format.percent(share.value, digits: digits)
    guard let interval = share.interval else { return .number(value) }
    return .estimate(
      value,
      interval: writer.format.interval(
        interval.lowerBound, interval.upperBound, .percent(digits)))
  }
}
