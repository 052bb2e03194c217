import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Findings and shares as figures.
extension SectionWriter {
  /// Estimates of findings with their intervals against parity and the practical band; `nil` where
  /// fewer than two are shown.
  func gapFigure(
    id: String, judged: [Finding], axisTitle: String, label: (Finding) -> String
  ) -> Figure? {
    guard let first = judged.first, judged.count(where: { $0.effect?.interval != nil }) > 1 else {
      return nil
    }
    let isRatio = first.comparison.scale == .ratio
    let isPay = first.comparison.scale == .pay
    let rows = judged.map { finding in
      DotWhiskerChart.Row(
        label: label(finding), detail: detail(finding), value: finding.effect?.value,
        lower: finding.effect?.interval?.lower, upper: finding.effect?.interval?.upper,
        verdict: badge(finding.verdict).glyph)
    }
    let oneFocal = judged.allSatisfy { $0.subject.focal == first.subject.focal }
    let focal = oneFocal ? focalName(first) : self.label(.theGroupNamed)
    let chart = DotWhiskerChart(
      rows: rows, axisTitle: axisTitle, parity: first.comparison.parity,
      band: first.band.lower...first.band.upper, scale: isRatio ? .logarithmic : .linear,
      below: self.label(isPay ? .higherPayFor : .lowerFor, ["group": focal]),
      above: self.label(isPay ? .lowerPayFor : .higherFor, ["group": focal]),
      style: isRatio ? .ratio : isPay ? .percent(1) : .percentagePoints(1),
      format: format)
    return Figure(
      id: slug("figure-" + id), title: chartTitle(judged, label: label), chart: chart,
      caption: [
        .text(self.label(.linesAreIntervals, ["confidence": confidence]))
      ])
  }

  /// Shares of the focal groups by level or another structure, now and a year ago.
  func shareFigure(_ published: PublishedExhibit, groups: [String], id: String) -> Figure? {
    let exhibit = published.exhibit
    let groups = groups.filter { group in
      exhibit.columns.contains { $0.id == "share/" + group }
    }.prefix(3)
    let rows = exhibit.rows.indices.filter { exhibit.rows[$0].role == .item }
    guard let first = groups.first, !rows.isEmpty else { return nil }
    func share(_ row: Int, _ group: String, _ column: String) -> Double? {
      published.entry(row: row, column: column + "/" + group).estimate?.value
    }
    guard rows.contains(where: { share($0, first, "share") != nil }) else { return nil }
    let hasBefore =
      !isBroken(exhibit.attribute)
      && groups.contains { group in
        rows.contains { share($0, group, "year_ago") != nil }
      }
    let isLevel = exhibit.by?.id == "level"
    let chartRows = (isLevel ? rows.reversed() : rows).map { row in
      ShareDotChart.Row(
        label: exhibit.rows[row].label,
        points: groups.map { group in
          ShareDotChart.Point(
            now: share(row, group, "share"),
            before: hasBefore ? share(row, group, "year_ago") : nil)
        })
    }
    let by = exhibit.by?.title ?? ""
    let chart = ShareDotChart(
      groups: Array(groups), rows: chartRows,
      axisTitle: label(.shareOfPeopleBy, ["by": inSentence(by)]), nowLabel: exhibit.period,
      beforeLabel: hasBefore ? yearBefore(exhibit.period) : nil, format: format)
    return Figure(
      id: slug("figure-" + id), title: shareTitle(published, group: first, rows: rows),
      chart: chart)
  }

  /// The two groups of a characteristic back to back, where there are exactly two and no history.
  func pyramidFigure(_ published: PublishedExhibit, focal: [String], id: String) -> Figure? {
    let exhibit = published.exhibit
    var groups = self.groups(published)
    if let first = groups.first, !focal.contains(first) { groups.reverse() }
    let rows = exhibit.rows.indices.filter { exhibit.rows[$0].role == .item }
    guard groups.count == 2, let left = groups.first, let right = groups.last, !rows.isEmpty,
      !exhibit.columns.contains(where: { $0.id.hasPrefix("year_ago/") })
    else { return nil }
    let chart = PyramidChart(
      left: left, right: right,
      rows: (exhibit.by?.id == "level" ? rows.reversed() : rows).map { row in
        PyramidChart.Row(
          label: exhibit.rows[row].label,
          left: published.entry(row: row, column: "share/" + left).estimate?.value,
          right: published.entry(row: row, column: "share/" + right).estimate?.value)
      }, axisTitle: label(.shareOfPeopleAtEach, ["by": byTitle(exhibit)]),
      format: format)
    return Figure(
      id: slug("figure-" + id), title: shareTitle(published, group: left, rows: rows),
      chart: chart)
  }

  /// The same quarter a year before: `2024Q3` for `2025Q3`.
  func yearBefore(_ period: String) -> String {
    let digits = period.drop { !$0.isNumber }.prefix(4)
    guard digits.count == 4, let year = Int(digits) else { return label(.aYearAgo) }
    return period[..<digits.startIndex] + String(year - 1) + period[digits.endIndex...]
  }

  private func shareTitle(_ published: PublishedExhibit, group: String, rows: [Int]) -> String {
    let shown = rows.compactMap { row -> String? in
      guard let share = published.entry(row: row, column: "share/" + group).estimate?.value else {
        return nil
      }
      return label(
        published.exhibit.by?.id == "level" ? .shareAtLevel : .shareInPart,
        [
          "share": format.percent(share, digits: 0), "part": published.exhibit.rows[row].label,
        ])
    }
    guard let first = shown.first, let last = shown.last, shown.count > 1 else {
      return group
    }
    return label(.firstAndLast, ["name": group, "first": first, "last": last])
  }

  /// What stands under a row's label: both counts.
  private func detail(_ finding: Finding) -> String? {
    guard let published = release.exhibit(finding.exhibitID) else { return nil }
    let row = finding.row
    if let passed = printed(published, row: row, column: "focal_passed"),
      let entered = printed(published, row: row, column: "focal_entered"),
      let referencePassed = printed(published, row: row, column: "reference_passed"),
      let referenceEntered = printed(published, row: row, column: "reference_entered")
    {
      return label(
        .countsAgainst,
        [
          "focalPassed": passed, "focalEntered": entered, "referencePassed": referencePassed,
          "referenceEntered": referenceEntered,
        ])
    }
    if let focal = printed(published, row: row, column: "focal_people"),
      let reference = printed(published, row: row, column: "reference_people")
    {
      return label(.peopleAndPeople, ["focal": focal, "reference": reference])
    }
    if let count = printed(published, row: row, column: "events")
      ?? printed(published, row: row, column: "focal_events")
    {
      return counted(count, finding.kind)
    }
    return nil
  }
}
