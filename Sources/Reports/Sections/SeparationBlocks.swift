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
          caption: "Separation by \(writer.inSentence(attribute.title)), "
            + period))
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
          caption: "Separation by \(writer.inSentence(attribute.title)) over small parts, "
            + period)),
      .paragraph([
        .strong("Small parts. "),
        .text(
          "With fewer than 30 people in a part on average, H and D of the counts say mostly what chance "
            + "makes. These are of the shares the parts stand for, by a model in which the shares differ "
            + "from part to part and the people of a part are drawn from them; p is for shares that do not "
            + "differ at all."),
      ]),
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
      id: writer.slug("figure-" + exhibit.id), title: title ?? "\(focal) by \(parts)",
      chart: LorenzCurveChart(
        series: [LorenzCurveChart.Series(label: focal, points: points)],
        axisTitle: "Share of all \(group), added up",
        peopleTitle: "Share of all others; parts with the smallest share of \(group) first",
        equality: "The same share in every part", format: writer.format),
      table: writer.table(
        published, suffix: "-points", caption: "\(focal) by \(parts), \(exhibit.period)"))
  }

  /// What the ends of each index mean.
  static let meaning: [Block] = [
    .paragraph([
      .strong("How to read this. "),
      .text(
        "H and D are 0 where every part has the same mix of groups, and 1 where every part has one "
          + "group only. Small parts are never quite alike, so chance alone makes both larger than 0: "
          + "“by chance” is what dealing out the same people at random would give on average, "
          + "computed exactly. People to move is the smallest number who would have to change places "
          + "for every part to have the same mix, its size kept. Everyone was counted, so these have "
          + "no interval; p, not adjusted for several questions, asks whether chance alone would often separate people "
          + "this much. None of "
          + "them says why."),
    ])
  ]
}
