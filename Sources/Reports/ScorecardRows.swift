import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// The measures of the scorecard: for each characteristic its first focal group's share, hires,
/// promotions, exits and pay, and how many declared it.
extension SectionWriter {
  /// The rows of the scorecard; a measure that is not shown has no row.
  ///
  /// Measures with a gap or a target come first, then those of the first characteristic, then the
  /// shares of the others; the first `limit` are kept and printed characteristic by characteristic.
  func scorecardRows(limit: Int, declared isDeclaredShown: Bool = true) -> [Scorecard.Row] {
    let attributes = attributes(of: Exhibit.Kind.allCases).filter { attribute in
      !release.focalGroups(of: attribute.id).isEmpty
    }
    let all = attributes.enumerated().flatMap {
      index, attribute -> [(rank: Int, row: Scorecard.Row)] in
      guard let focal = release.focalGroups(of: attribute.id).first else { return [] }
      let share = [overallShare(attribute, focal), leadershipShare(attribute, focal)]
        .compactMap(\.self)
      let gaps = [
        gap(.funnel, attribute, focal),
        gap(.progressionBy, attribute, focal)
          ?? gap(.progression, attribute, focal), gap(.retention, attribute, focal),
        gap(.payGap, attribute, focal),
      ].compactMap(\.self)
      return share.map { (rank($0, index == 0 ? 1 : 2), $0) }
        + gaps.map { (rank($0, index == 0 ? 1 : 3), $0) }
        + [isDeclaredShown ? declared(attribute) : nil].compactMap(\.self).map { (4, $0) }
    }
    let kept = all.indices.sorted { (all[$0].rank, $0) < (all[$1].rank, $1) }.prefix(limit)
    return kept.sorted().map { all[$0].row }
  }

  /// The rank of a row: first where there is a gap or a target.
  private func rank(_ row: Scorecard.Row, _ otherwise: Int) -> Int {
    let gaps: [Verdict] = [.clearGap, .gapSizeUncertain, .smallGap]
    let hasGap = gaps.contains { row.verdict == badge($0) }
    return hasGap || row.target != .empty ? 0 : otherwise
  }

  /// What stands under the scorecard.
  var scorecardNotes: [String] {
    [explanation(.scorecardNote, ["confidence": confidence])]
  }

  /// What stands over the columns of the scorecard.
  var scorecardHeadings: Scorecard.Headings {
    Scorecard.Headings(
      measure: label(.measure), now: label(.now), before: label(.aYearAgo),
      verdict: label(.verdict), target: label(.target))
  }

  private func overallShare(_ attribute: ExhibitAttribute, _ focal: String) -> Scorecard.Row? {
    guard let published = exhibits(.representation, of: attribute).first,
      let row = published.row(focal),
      let fact = shareFact(published, row: row, column: "share"), fact.people != 0
    else { return nil }
    let benchmark = input.findings.first { finding in
      finding.kind == .benchmark && finding.subject.by == nil && finding.subject.focal == focal
        && finding.subject.attribute == attribute
    }
    return Scorecard.Row(
      measure: label(.shareOfAll, ["group": focal]),
      detail: benchmark.flatMap(benchmarkDetail)
        ?? fact.people.map { counted($0) },
      now: .number(format.percent(fact.share)), before: before(fact.yearAgo, attribute),
      verdict: benchmark.flatMap(verdict), target: target(attribute, focal, .overall))
  }

  private func leadershipShare(_ attribute: ExhibitAttribute, _ focal: String) -> Scorecard.Row? {
    let column = "share/" + focal
    if let trend = exhibits(.trend, of: attribute).first(where: {
      $0.exhibit.id.hasSuffix("/leadership")
    }), let last = trend.exhibit.rows.indices.last,
      let share = trend.entry(row: last, column: column).estimate?.value
    {
      return Scorecard.Row(
        measure: label(.shareOfLeadership, ["group": focal]),
        detail: context.leadershipFrom.map { label(.andAbove, ["level": $0]) },
        now: .number(format.percent(share)),
        before: before(
          last >= 4 ? trend.entry(row: last - 4, column: column).estimate?.value : nil, attribute),
        target: target(attribute, focal, .leadership))
    }
    guard
      let byLevel = exhibits(.representationBy, of: attribute).first(where: {
        $0.exhibit.by?.id == "level"
      }), let top = byLevel.exhibit.rows.lastIndex(where: { $0.role == .item }),
      let fact = shareFact(byLevel, row: top, column: column)
    else { return nil }
    return Scorecard.Row(
      measure: label(
        .shareAtPart, ["group": focal, "part": fact.part ?? label(.topLevel)]),
      detail: fact.people.map { counted($0) },
      now: .number(format.percent(fact.share)), before: before(fact.yearAgo, attribute),
      target: target(attribute, focal, .leadership))
  }

  /// The row of a finding about the focal group: the whole funnel, the lowest rung, exits, median
  /// pay.
  private func gap(
    _ kind: Exhibit.Kind, _ attribute: ExhibitAttribute, _ focal: String
  ) -> Scorecard.Row? {
    let candidates = input.findings.filter {
      $0.kind == kind && $0.subject.attribute == attribute && $0.subject.focal == focal
    }
    let chosen =
      switch kind {
      case .funnel: candidates.first { $0.role == .total } ?? candidates.first
      case .payGap: candidates.last
      default: candidates.first
      }
    guard let finding = chosen, finding.verdict != .notReported,
      let published = release.exhibit(finding.exhibitID), let effect = finding.effect
    else { return nil }
    let reference = inline(finding.subject.reference)
    let row = published.exhibit.rows[finding.row].label
    let names = "\(focal) / \(reference)"
    let measure: String =
      switch kind {
      case .funnel: "\(row), \(names)"
      case .progressionBy: label(.promotionsFrom, ["level": row, "names": names])
      case .payGap:
        label(
          .payGapMeasure, ["measure": self.measure(finding, published), "names": names])
      default: label(.eventsPer100, ["events": events(kind), "names": names])
      }
    let interval = effect.interval.map {
      intervalTitle + " " + printed($0, kind == .payGap ? .relativeGap : .ratio)
    }
    return Scorecard.Row(
      measure: measure,
      detail: clauses([ratesDetail(finding, published), interval].compactMap(\.self)),
      now: .number(kind == .payGap ? format.percent(effect.value) : format.ratio(effect.value)),
      verdict: verdict(finding))
  }

  /// Both rates in a few words.
  private func ratesDetail(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let row = finding.row
    func text(_ row: Int, _ column: String) -> String? {
      printed(published, row: row, column: column)
    }
    if let focal = text(row, "focal_rate"), let reference = text(row, "reference_rate") {
      if let passed = text(row, "focal_passed"), let entered = text(row, "focal_entered"),
        let otherPassed = text(row, "reference_passed"),
        let otherEntered = text(row, "reference_entered")
      {
        return label(
          .ratesAndCounts,
          [
            "focal": focal, "focalPassed": passed, "focalEntered": entered,
            "reference": reference, "referencePassed": otherPassed,
            "referenceEntered": otherEntered,
          ])
      }
      return label(.oneAgainstOther, ["focal": focal, "reference": reference])
    }
    if let focal = text(row, "rate"), let reference = referenceRow(finding, published),
      let other = text(reference, "rate")
    {
      return label(.oneAgainstOther, ["focal": focal, "reference": other])
    }
    if let focal = money(published, row: row, column: "focal_amount"),
      let reference = money(published, row: row, column: "reference_amount")
    {
      return label(.oneAgainstOther, ["focal": focal, "reference": reference])
    }
    return nil
  }

  private func benchmarkDetail(_ finding: Finding) -> String? {
    guard let published = release.exhibit(finding.exhibitID),
      let benchmark = printed(published, row: finding.row, column: "benchmark")
    else { return nil }
    return label(.benchmarkValue, ["value": benchmark])
  }

  private func declared(_ attribute: ExhibitAttribute) -> Scorecard.Row? {
    guard let declared = release.declaredShares.first(where: { $0.attribute == attribute.id }),
      let share = declared.share
    else { return nil }
    let trend = release.exhibits(.declarationTrend).first
    let yearAgo = trend.flatMap { trend -> Double? in
      guard let last = trend.exhibit.rows.indices.last, last >= 4 else { return nil }
      return trend.entry(row: last - 4, column: "share/" + attribute.id).estimate?.value
    }
    return Scorecard.Row(
      measure: label(.declaredOf, ["attribute": attribute.title]),
      now: .number(format.percent(share)), before: before(yearAgo))
  }

  /// A share a year ago; a mark where it was counted another way.
  private func before(_ share: Double?, _ attribute: ExhibitAttribute) -> TableCell {
    isBroken(attribute) ? .marker(.breakInSeries) : before(share)
  }

  private func before(_ share: Double?) -> TableCell {
    share.map { .number(format.percent($0)) } ?? .empty
  }

  private func verdict(_ finding: Finding) -> VerdictBadge? {
    finding.verdict == .notReported ? nil : badge(finding.verdict)
  }

  private func target(
    _ attribute: ExhibitAttribute, _ focal: String, _ scope: ReportContext.Target.Scope
  ) -> TableCell {
    context.targets.first {
      $0.attribute == attribute.id && $0.group == focal && $0.scope == scope
    }.map { target in
      .text([
        .text(
          label(
            .valueBy,
            ["value": format.percent(target.value, digits: 0), "quarter": target.by]))
      ])
    } ?? .empty
  }
}
