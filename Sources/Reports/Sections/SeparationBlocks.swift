import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// How separated the groups of one characteristic are over each structure: people in sentences, the
/// indices in a table.
struct SeparationBlocks {
  let attribute: ExhibitAttribute
  let writer: SectionWriter

  /// Those with numbers: where all people are in one group there is nothing to separate.
  private var exhibits: [PublishedExhibit] {
    writer.exhibits(.segregation, of: attribute).filter {
      writer.value($0, row: 0, column: "h") != nil
    }
  }

  var blocks: [Block] {
    let items = exhibits.compactMap { sentence($0) }.map { [Inline.text($0)] }
    guard let period = exhibits.first?.exhibit.period else { return [] }
    return (items.isEmpty ? [] : [.list(items)]) + [
      .table(
        writer.table(
          exhibits,
          caption: writer.label(
            .separationBy,
            ["attribute": writer.inSentence(attribute.title), "period": period])))
    ] + smallParts(period)
  }

  /// The separation over small parts, by a model.
  private func smallParts(_ period: String) -> [Block] {
    let modelled = writer.exhibits(.segregationModel, of: attribute).filter {
      writer.value($0, row: 0, column: "d") != nil
    }
    guard !modelled.isEmpty else { return [] }
    return [
      .table(
        writer.table(
          modelled,
          caption: writer.label(
            .separationSmallParts,
            ["attribute": writer.inSentence(attribute.title), "period": period]))),
      writer.explained(.leadSmallParts, writer.explanation(.smallParts)),
    ]
  }

  /// How many people would have to move, and how many if chance alone had placed everyone.
  private func sentence(_ published: PublishedExhibit) -> String? {
    guard let by = published.exhibit.by,
      let move = writer.value(published, row: 0, column: "move"),
      let chance = writer.value(published, row: 0, column: "move_chance"),
      let test = published.entry(row: 0, column: "p").test
    else { return nil }
    let isClear = test.pValue.value < 1 - writer.context.confidence
    return writer.text(
      isClear ? .separation : .separationByChance,
      [
        "attribute": writer.inSentence(attribute.title), "by": writer.inSentence(by.title),
        "people": writer.counted(Int(move.rounded())),
        "chance": writer.format.people(Int(chance.rounded())),
        "p": "p " + writer.format.pValue(test.pValue.value),
      ])
  }

  /// The segregation curve of the group compared.
  static func figure(_ published: PublishedExhibit, _ writer: SectionWriter) -> Figure? {
    let exhibit = published.exhibit
    guard let focal = exhibit.focal, let by = exhibit.by else { return nil }
    let points = exhibit.rows.indices.map { row -> LorenzCurveChart.Point? in
      guard let others = published.entry(row: row, column: "others").estimate?.value,
        let share = published.entry(row: row, column: "focal").estimate?.value
      else { return nil }
      return LorenzCurveChart.Point(people: others, share: share)
    }
    guard points.contains(where: { $0 != nil }) else { return nil }
    let group = writer.names.plural(focal)
    let parts = writer.inSentence(by.title)
    // Where the curve is farthest from the diagonal: the distance is D.
    let farthest = points.compactMap(\.self).max { $0.people - $0.share < $1.people - $1.share }
    let title = farthest.map { point in
      writer.text(
        .separationCurve,
        [
          "share": writer.format.percent(point.share, digits: 0), "group": group, "by": parts,
          "others": writer.format.percent(point.people, digits: 0),
        ])
    }
    return Figure(
      id: writer.slug("figure-" + exhibit.id),
      title: title ?? writer.label(.groupBy, ["group": focal, "by": parts]),
      chart: LorenzCurveChart(
        series: [LorenzCurveChart.Series(label: focal, points: points)],
        axisTitle: writer.label(.shareOfGroupAddedUp, ["group": group]),
        peopleTitle: writer.label(.shareOfOthers, ["group": group]),
        equality: writer.label(.sameShareEverywhere), format: writer.format),
      table: writer.table(
        published, suffix: "-points",
        caption: writer.label(
          .groupByPeriod, ["group": focal, "by": parts, "period": exhibit.period])))
  }
}
