import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// How much of the gap at the end of a funnel each stage carries, in words and as a bridge.
extension SectionWriter {
  /// The parts of an attribution in people: each stage's and their sum; `nil` where one is not
  /// shown, or the funnel has a single stage.
  func parts(
    _ published: PublishedExhibit
  ) -> (stages: [(label: String, people: Double)], total: Double)? {
    let rows = published.exhibit.rows
    guard let last = rows.indices.last, rows.count > 2, rows[last].role == .total,
      let total = value(published, row: last, column: "people")
    else { return nil }
    var stages: [(label: String, people: Double)] = []
    for row in rows.indices.dropLast() {
      guard let people = value(published, row: row, column: "people") else { return nil }
      stages.append((rows[row].label, people))
    }
    return (stages, total)
  }

  /// `At the end there are 14 fewer women than at the rate for men. Of these about 7 arise at
  /// Offered, 4 at Interviewed and 3 at Hired.` `nil` where no person is missing or too many.
  ///
  /// Where the whole difference may be chance a caveat says so, unless `caveat` is `false`.
  func attributionSentence(_ published: PublishedExhibit, caveat: Bool = true) -> String? {
    guard let (stages, total) = parts(published), abs(total) >= 0.5,
      let focal = published.exhibit.focal, let reference = published.exhibit.reference
    else { return nil }
    let sign = total < 0 ? -1.0 : 1
    func number(_ people: Double) -> String { format.number(abs(people), digits: 0) }
    func clauses(_ members: [(label: String, people: Double)]) -> [String] {
      members.map {
        label(.numberAtStage, ["number": number($0.people), "stage": $0.label])
      }
    }
    let with = stages.filter { $0.people * sign >= 0.5 }
    let against = stages.filter { $0.people * sign <= -0.5 }
    var sentences = [
      text(
        total > 0 ? .attributionShort : .attributionOver,
        [
          "number": number(total),
          "people": names.counted(
            focal, isOne: number(total) == "1", people(published.exhibit.kind)),
          "reference": names.plural(reference, people(published.exhibit.kind)),
        ])
    ]
    if !with.isEmpty {
      sentences.append(
        text(
          against.isEmpty ? .attributionParts : .attributionPartsAgainst,
          ["list": listed(clauses(with)), "against": listed(clauses(against))]))
    }
    if caveat, isUnstable(published) { sentences.append(text(.attributionUnstable)) }
    return sentences.joined(separator: " ")
  }

  /// Whether the interval of the whole ratio holds 1, so that shares of it mean little.
  func isUnstable(_ published: PublishedExhibit) -> Bool {
    guard let last = published.exhibit.rows.indices.last else { return true }
    let whole = published.entry(row: last, column: "log_ratio").estimate
    return whole?.interval?.contains(0) ?? true
  }

  /// The warning of Teal: the last line is not under four fifths, and a stage is.
  func bottomLineSentences(_ funnel: PublishedExhibit) -> [String] {
    guard let line = BottomLine(funnel, level: 1 - context.confidence),
      let focal = funnel.exhibit.focal, let reference = funnel.exhibit.reference,
      let whole = printed(funnel, row: line.wholeRow, column: "ratio")
    else { return [] }
    return line.hiddenStages.map { stage in
      text(
        .bottomLine,
        [
          "stage": funnel.exhibit.rows[stage.row].label,
          "worse": names.plural(stage.isAgainstFocal ? focal : reference, .applicants),
          "ratio": printed(funnel, row: stage.row, column: "ratio") ?? "",
          "whole": whole, "way": funnel.exhibit.rows[line.wholeRow].label,
        ])
    }
  }

  /// From no difference to the shortfall at the end, stage by stage; `nil` where a part is hidden or there is less than one person to divide.
  func attributionFigure(_ published: PublishedExhibit) -> Figure? {
    guard let (stages, total) = parts(published), abs(total) >= 0.5,
      let focal = published.exhibit.focal, let reference = published.exhibit.reference
    else { return nil }
    let last = stages.last?.label ?? ""
    let chart = WaterfallChart(
      startLabel: label(.noDifference), start: 0,
      steps: stages.map { WaterfallChart.Step(label: $0.label, change: $0.people) },
      endLabel: published.exhibit.rows.last?.label ?? last,
      axisTitle: label(
        .missingAtStage,
        [
          "people": names.sentenceStart(focal, people(published.exhibit.kind)), "stage": last,
          "reference": names.plural(reference, people(published.exhibit.kind)),
        ]),
      style: .signedNumber(1), changeStyle: .signedNumber(1), format: format)
    let sign = total < 0 ? -1.0 : 1
    let largest = stages.max { $0.people * sign < $1.people * sign }
    return Figure(
      id: slug("figure-" + published.exhibit.id),
      title: label(
        isUnstable(published) ? .largestPartByChance : .largestPart,
        ["stage": largest?.label ?? last, "end": last]),
      chart: chart,
      caption: [.text(explanation(.attribution))])
  }
}
