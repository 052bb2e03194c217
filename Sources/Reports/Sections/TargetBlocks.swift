import Disclosure
import Documents
import Estimates
import SVGCharts

/// How far the shares are from the targets: a sentence each, and a table of the path that is left.
struct TargetBlocks {
  let writer: SectionWriter

  /// A target and the share now.
  private struct Distance {
    let target: ReportContext.Target
    let share: Double
  }

  private var distances: [Distance] {
    writer.context.targets.compactMap { target in
      let isLeadership = target.scope == .leadership
      let series = writer.exhibits(.trend).first {
        $0.exhibit.attribute?.id == target.attribute
          && $0.exhibit.id.hasSuffix("/leadership") == isLeadership
      }
      let last = series.flatMap { series in
        series.exhibit.rows.indices.last.flatMap {
          series.entry(row: $0, column: "share/" + target.group).estimate?.value
        }
      }
      return last.map { Distance(target: target, share: $0) }
    }
  }

  /// One sentence for each target.
  var sentences: [[Inline]] {
    distances.map { distance in
      let target = distance.target
      let gap = target.value - distance.share
      let isReached = gap <= 0 || writer.format.roundsToZero(gap, .percent(1))
      return [
        .text(
          writer.text(
            isReached ? .targetReached : .targetShort,
            [
              "group": name(target), "target": writer.format.percent(target.value),
              "by": target.by, "share": writer.format.percent(distance.share),
              "points": writer.points(gap),
            ]))
      ]
    }
  }

  /// The targets with the share now and what is left; empty without a target.
  var table: [Block] {
    let distances = distances
    guard !distances.isEmpty else { return [] }
    let rows = distances.map { distance in
      let target = distance.target
      let gap = target.value - distance.share
      let years = quarters(from: writer.context.period, to: target.by).map { Double($0) / 4 }
      let perYear: TableCell =
        if let years, years > 0, gap > 0 {
          .number(writer.format.percentagePoints(gap / years))
        } else {
          .empty
        }
      return DataTable.Row(
        header: [.text(writer.capitalised(name(target)))],
        cells: [
          .number(writer.format.percent(distance.share)),
          .number(writer.format.percent(target.value)), .text([.text(target.by)]),
          .number(writer.format.percentagePoints(gap)), perYear,
        ])
    }
    return [
      .table(
        DataTable(
          id: "targets", caption: writer.label(.targets, ["period": writer.context.period]),
          corner: writer.label(.shareOf),
          columns: [
            DataTable.Column(writer.label(.now)), DataTable.Column(writer.label(.target)),
            DataTable.Column(writer.label(.byWhen), alignment: .leading),
            DataTable.Column(writer.label(.stillToGo)),
            DataTable.Column(writer.label(.toGoPerYear)),
          ], rows: rows))
    ]
  }

  private func name(_ target: ReportContext.Target) -> String {
    let group = writer.names.plural(target.group)
    return target.scope == .leadership ? writer.label(.inLeadership, ["group": group]) : group
  }

  /// How many quarters lie between two labels, for example 9 from `2025Q3` to `2027Q4`.
  private func quarters(from start: String, to end: String) -> Int? {
    func ordinal(_ label: String) -> Int? {
      let digits = label.filter(\.isNumber)
      guard digits.count == 5, let number = Int(digits) else { return nil }
      return number / 10 * 4 + number % 10
    }
    guard let first = ordinal(start), let last = ordinal(end) else { return nil }
    return last - first
  }
}
