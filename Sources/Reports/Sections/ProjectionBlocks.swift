import Disclosure
import Documents
import Estimates
import SVGCharts

/// Where the shares with a target are heading: a sentence and a fan each, and a table of the chances.
struct ProjectionBlocks {
  let writer: SectionWriter

  /// A target with its chances and the range of paths.
  private struct Projected {
    let target: ReportContext.Target
    let chances: PublishedExhibit
    let fan: PublishedExhibit?

    /// The quarter so many quarters ahead.
    func quarter(_ ahead: Double?) -> String? {
      guard let ahead, let rows = fan?.exhibit.rows, ahead >= 1, Int(ahead) <= rows.count else {
        return nil
      }
      return rows[Int(ahead) - 1].label
    }
  }

  private var projected: [Projected] {
    writer.context.targets.compactMap { target in
      guard target.scope == .overall else { return nil }
      let suffix = "\(target.attribute)/\(target.group)"
      guard let chances = writer.release.exhibit("target_chance/" + suffix) else { return nil }
      return Projected(
        target: target, chances: chances, fan: writer.release.exhibit("projection/" + suffix))
    }
  }

  /// Sentences, fans, the table and how to read them; empty without a projection.
  var blocks: [Block] {
    let projected = projected
    guard let first = projected.first else { return [] }
    let items = projected.compactMap(sentence)
    let figures = projected.compactMap(figure)
    var blocks: [Block] = items.isEmpty ? [] : [.list(items)]
    for start in stride(from: 0, to: figures.count, by: 2) {
      let pair = Array(figures[start..<min(start + 2, figures.count)])
      blocks.append(pair.count == 2 ? .figureRow(pair) : .figure(pair[0]))
    }
    blocks.append(.table(table(projected, period: first.chances.exhibit.period)))
    return items.isEmpty
      ? blocks : blocks + [writer.explained(.howToRead, writer.explanation(.projection))]
  }

  private func name(_ target: ReportContext.Target) -> String {
    writer.names.plural(target.group)
  }

  /// Whether the share is at its target now.
  private func isReached(_ projected: Projected) -> Bool {
    (writer.value(projected.chances, row: 0, column: "now") ?? 0) >= projected.target.value
  }

  /// The column with the chance a reader asks for: of reaching the target by its date, or, where it
  /// is reached now, of being there then.
  private func chanceColumn(_ projected: Projected) -> String {
    isReached(projected) ? "on_date" : "by_date"
  }

  private func printed(_ projected: Projected, _ column: String) -> String? {
    writer.printed(projected.chances, row: 0, column: column)
  }

  private func status(_ projected: Projected, _ column: String) -> Bool {
    projected.chances.entry(row: 0, column: column).status == .notApplicable
  }

  private func sentence(_ projected: Projected) -> [Inline]? {
    let target = projected.target
    guard let share = printed(projected, "expected"),
      let chance = printed(projected, chanceColumn(projected))
    else { return nil }
    var sentences = [
      writer.text(
        isReached(projected) ? .projectionStays : .projectionChance,
        [
          "period": projected.chances.exhibit.period, "group": name(target), "share": share,
          "by": target.by, "chance": chance, "target": writer.format.percent(target.value),
        ])
    ]
    if isReached(projected) {
      // There is nothing to wait for.
    } else if let half = projected.quarter(
      writer.value(projected.chances, row: 0, column: "median"))
    {
      sentences.append(writer.text(.projectionHalf, ["quarter": half]))
    } else if status(projected, "median"), let last = projected.fan?.exhibit.rows.last?.label {
      sentences.append(writer.text(.projectionLater, ["quarter": last]))
    }
    if let needed = writer.value(projected.chances, row: 0, column: "hires_needed"), needed > 0,
      let share = printed(projected, "hires_needed"), let now = printed(projected, "hires_now")
    {
      sentences.append(writer.text(.projectionNeeds, ["share": share, "now": now]))
    } else if status(projected, "hires_needed") {
      sentences.append(writer.text(.projectionOutOfReach))
    }
    return [.text(sentences.joined(separator: " "))]
  }

  private func table(_ projected: [Projected], period: String) -> DataTable {
    DataTable(
      id: "projections", caption: writer.label(.projections, ["period": period]),
      corner: writer.label(.shareOf),
      columns: [
        DataTable.Column(writer.label(.now)), DataTable.Column(writer.label(.target)),
        DataTable.Column(writer.label(.byWhen), alignment: .leading),
        DataTable.Column(writer.label(.shareExpected)),
        DataTable.Column(writer.label(.chanceByDate)),
        DataTable.Column(writer.label(.halfOfPaths), alignment: .leading),
        DataTable.Column(writer.label(.hiresNow)), DataTable.Column(writer.label(.hiresNeeded)),
      ],
      rows: projected.flatMap { item in
        [row(item)] + item.chances.exhibit.rows.indices.dropFirst().map { scenario(item, $0) }
      },
      notes: projected.flatMap { $0.chances.exhibit.notes }.reduce(into: []) { notes, note in
        if !notes.contains(note) { notes.append(note) }
      })
  }

  /// The rates as they are.
  private func row(_ item: Projected) -> DataTable.Row {
    func number(_ column: String) -> TableCell {
      printed(item, column).map { .number($0) } ?? .marker(.notShown)
    }
    return DataTable.Row(
      header: [.text(writer.capitalised(name(item.target)))],
      cells: [
        number("now"), .number(writer.format.percent(item.target.value)),
        .text([.text(item.target.by)]), number("expected"), number(chanceColumn(item)),
        half(item, row: 0), number("hires_now"),
        status(item, "hires_needed")
          ? .text([.text(writer.label(.cannotBeReached))]) : number("hires_needed"),
      ])
  }

  /// A scenario: the numbers that it changes.
  private func scenario(_ item: Projected, _ row: Int) -> DataTable.Row {
    func number(_ column: String) -> TableCell {
      writer.printed(item.chances, row: row, column: column).map { .number($0) }
        ?? .marker(.notShown)
    }
    return DataTable.Row(
      header: [.text(item.chances.exhibit.rows[row].label)],
      cells: [
        .empty, .empty, .empty, number("expected"), number(chanceColumn(item)),
        half(item, row: row), .empty, .empty,
      ])
  }

  private func half(_ projected: Projected, row: Int) -> TableCell {
    if isReached(projected) { return .text([.text(writer.label(.reachedNow))]) }
    if let quarter = projected.quarter(
      writer.value(projected.chances, row: row, column: "median"))
    {
      return .text([.text(quarter)])
    }
    if projected.chances.entry(row: row, column: "median").status == .notApplicable,
      let last = projected.fan?.exhibit.rows.last?.label
    {
      return .text([.text(writer.label(.laterThan, ["quarter": last]))])
    }
    return .marker(.notShown)
  }

  /// The share by quarter, then the range of paths.
  private func figure(_ projected: Projected) -> Figure? {
    guard let fan = projected.fan, !fan.exhibit.rows.isEmpty,
      let now = writer.value(projected.chances, row: 0, column: "now"),
      let current = printed(projected, "now"), let share = printed(projected, "expected")
    else { return nil }
    let target = projected.target
    let ahead = (fan.exhibit.rows.firstIndex { $0.label == target.by } ?? 0) + 1
    let rows = fan.exhibit.rows.indices.prefix(max(ahead, 8))
    func values(_ column: String) -> [Double?] {
      rows.map { writer.value(fan, row: $0, column: column) }
    }
    guard values("lower").allSatisfy({ $0 != nil }) else { return nil }
    let (past, breaks) = history(projected, now)
    let empty = [Double?](repeating: nil, count: past.count)
    let quarters = past.map(\.quarter) + rows.map { fan.exhibit.rows[$0].label }
    let chart = TrendChart(
      quarters: quarters,
      series: [
        TrendChart.Series(label: target.group, values: past.map(\.share) + values("middle"))
      ],
      axisTitle: writer.label(.axisShareOfAll),
      target: TrendChart.Series(
        label: writer.label(.targetBy, ["quarter": target.by]),
        values: quarters.map { _ in target.value }),
      fan: TrendChart.Fan(
        label: writer.label(.nineInTen), lower: empty + values("lower"),
        upper: empty + values("upper")),
      breaks: breaks, style: .percent(1), format: writer.format)
    return Figure(
      id: writer.slug("figure-" + fan.exhibit.id),
      title: writer.label(
        .projectedTitle,
        [
          "name": writer.capitalised(name(target)), "now": current, "share": share,
          "quarter": target.by,
        ]),
      chart: chart)
  }

  /// The shares up to now, and where they cannot be compared; the last one alone where the trend's
  /// shares are of other people than the projection's.
  private func history(
    _ projected: Projected, _ now: Double
  ) -> (shares: [(quarter: String, share: Double?)], breaks: [Int]) {
    let target = projected.target
    let alone = ([(quarter: writer.context.period, share: Optional(now))], [Int]())
    guard
      let trend = writer.exhibits(.trend).first(where: {
        $0.exhibit.attribute?.id == target.attribute
          && !$0.exhibit.id.hasSuffix("/leadership")
      })
    else { return alone }
    let shares = trend.exhibit.rows.indices.map { row in
      (
        quarter: trend.exhibit.rows[row].label,
        share: writer.value(trend, row: row, column: "share/" + target.group)
      )
    }
    guard let last = shares.last?.share, abs(last - now) < 1e-9 else { return alone }
    return (shares, writer.breakRows(trend))
  }
}
