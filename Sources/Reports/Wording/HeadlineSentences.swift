import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Headlines and what the report cannot tell, as sentences of page one.
extension SectionWriter {
  /// The headlines as items of a list.
  func headlines(limit: Int = 6) -> [[Inline]] {
    HeadlineSelection(limit: limit).headlines(in: release, findings: input.findings)
      .compactMap(headline)
  }

  private func headline(_ headline: HeadlineSelection.Headline) -> [Inline]? {
    switch headline {
    case .share(let exhibitID, let row, let column):
      guard let published = release.exhibit(exhibitID),
        let fact = shareFact(published, row: row, column: column)
      else { return nil }
      return [.text(shareHeadline(fact))]
    case .finding(let finding):
      guard let published = release.exhibit(finding.exhibitID),
        let fact = headlineFact(finding, published)
      else { return nil }
      let direction = headlineDirection(finding).drop { $0 == "," || $0 == " " }
      var inlines: [Inline] = [.text(fact + " "), .verdict(badge(finding.verdict))]
      if !direction.isEmpty { inlines.append(.text(", " + direction)) }
      inlines.append(.text("."))
      if let note = notWithinParts(finding) { inlines.append(.text(" " + note)) }
      return inlines
    }
  }

  private func headlineDirection(_ finding: Finding) -> String {
    guard finding.kind == .benchmark, finding.isGap, let effect = finding.effect else {
      return against(finding)
    }
    return phrase(
      effect.value < finding.comparison.parity ? .belowBenchmark : .aboveBenchmark)
  }

  private func headlineFact(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let row = finding.row
    switch finding.kind {
    case .funnel, .funnelBy, .funnelStage, .training:
      guard let focal = value(published, row: row, column: "focal_rate"),
        let reference = value(published, row: row, column: "reference_rate")
      else { return headlineRatio(finding, published) }
      let digits = headlineDigits(focal, reference)
      return text(
        .headlinePass,
        [
          "topic": title(finding.family), "part": published.exhibit.rows[row].label,
          "focalRate": format.percent(focal, digits: digits), "focal": focalName(finding),
          "referenceRate": format.percent(reference, digits: digits),
          "reference": referenceName(finding),
        ])
    case .hiring, .progression, .retention:
      return headlineFlow(finding, published)
    case .timeToExit, .timeToPromotion:
      guard let effect = finding.effect else { return nil }
      return text(
        .headlineService,
        [
          "event": label(
            finding.kind == .timeToPromotion ? .promotionEvent : .leavingEvent),
          "focal": focalName(finding), "ratio": format.ratio(effect.value),
          "reference": referenceName(finding),
        ])
    case .progressionBy:
      guard let focal = value(published, row: row, column: "focal_rate"),
        let reference = value(published, row: row, column: "reference_rate")
      else { return headlineRatio(finding, published) }
      let digits = per100Digits(focal, reference)
      return text(
        .headlineFlows,
        [
          "events": label(
            published.exhibit.by?.id == "level" ? .eventsFromLevel : .eventsInPart,
            ["events": events(finding.kind), "part": published.exhibit.rows[row].label]),
          "focalRate": format.per100(focal, digits: digits),
          "focal": focalName(finding), "referenceRate": format.per100(reference, digits: digits),
          "reference": referenceName(finding),
        ])
    case .payGap, .payGapBy, .bonus:
      guard let effect = finding.effect, finding.comparison.scale == .pay else {
        return headlineRatio(finding, published)
      }
      let size = abs(effect.value)
      let whole = format.percent(size, digits: 0)
      let gap = whole == format.percent(0, digits: 0) ? format.percent(size, digits: 1) : whole
      return text(
        effect.value < 0 ? .headlineGapNegative : .headlineGap,
        [
          "measure": measure(finding, published), "gap": gap, "focal": focalName(finding),
          "reference": referenceName(finding),
        ])
    case .benchmark:
      guard let share = value(published, row: row, column: "share"),
        let benchmark = value(published, row: row, column: "benchmark")
      else { return nil }
      let digits = headlineDigits(share, benchmark)
      return text(
        .headlineBenchmark,
        [
          "group": focalName(finding), "share": format.percent(share, digits: digits),
          "benchmark": format.percent(benchmark, digits: digits),
        ])
    case .headcountBridge, .declaration, .declarationTrend, .representation, .representationBy,
      .intersection, .funnelAttribution, .funnelStratified, .trainingAttribution, .trainingCost,
      .skillDomains, .hybridTalent, .skillPairs, .emergingSkills, .comparisonScan, .payQuarters,
      .trend, .trendTest, .flowTrend, .shareAccounting, .projection, .targetChance,
      .intersectionLeadership, .pipeline, .inequality, .inequalityBetween,
      .lorenz,
      .diversity, .segregation,
      .segregationModel, .segregationCurve, .skillsGap, .inclusionLens:
      return nil
    }
  }

  private func headlineFlow(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let title = events(finding.kind)
    guard let focal = value(published, row: finding.row, column: "rate") else {
      return headlineRatio(finding, published)
    }
    guard let referenceIndex = referenceRow(finding, published),
      let reference = value(published, row: referenceIndex, column: "rate")
    else {
      guard let effect = finding.effect else { return nil }
      return text(
        .headlineFlow,
        [
          "events": title, "focalRate": format.per100(focal, digits: 0),
          "focal": focalName(finding), "ratio": format.ratio(effect.value),
          "reference": referenceName(finding),
        ])
    }
    let digits = per100Digits(focal, reference)
    return text(
      .headlineFlows,
      [
        "events": title, "focalRate": format.per100(focal, digits: digits),
        "focal": focalName(finding), "referenceRate": format.per100(reference, digits: digits),
        "reference": referenceName(finding),
      ])
  }

  private func headlineRatio(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    guard let effect = finding.effect, finding.comparison.scale == .ratio else { return nil }
    return text(
      .headlineRatio,
      [
        "part": published.exhibit.rows[finding.row].label, "focal": focalName(finding),
        "ratio": format.ratio(effect.value), "reference": referenceName(finding),
      ])
  }

  private func per100Digits(_ left: Double, _ right: Double) -> Int {
    format.per100(left, digits: 0) == format.per100(right, digits: 0) ? 1 : 0
  }

  /// What the report cannot tell, as items of a list; comparisons of one topic are one item.
  func limitItems() -> [[Inline]] { limitItems(of: input.limits) }

  private func limitItems(of limits: [LimitOfKnowledge]) -> [[Inline]] {
    let uncertain = limits.compactMap { limit -> Finding? in
      if case .tooUncertain(let finding) = limit { return finding }
      return nil
    }
    let without = limits.compactMap { limit -> String? in
      if case .noData(let family) = limit { return inSentence(title(family)) }
      return nil
    }
    let topics = unique(uncertain.map { topic($0) })
    var told: [String] = []
    return limits.compactMap { limit -> [Inline]? in
      switch limit {
      case .tooUncertain(let finding):
        let topic = topic(finding)
        guard !told.contains(topic) else { return nil }
        told.append(topic)
        // What would help is said once, after the last of them.
        let remedy = topic == topics.last ? " " + text(.cannotTellRemedy) : ""
        return [.text(uncertainSentence(topic, uncertain) + remedy)]
      case .lowDeclaration(let declared):
        return [
          .text(
            text(
              .cannotTellDeclaration,
              [
                "attribute": declared.title,
                "share": declared.share.map { format.percent($0, digits: 0) } ?? "",
                "rule": format.percent(Self.declarationRule, digits: 0),
              ]))
        ]
      case .hidden(let count):
        return [
          .text(
            text(.cannotTellHidden, ["number": format.people(count)]))
        ]
      case .noData(let family):
        guard inSentence(title(family)) == without.first else { return nil }
        return [.text(text(.cannotTellNoData, ["list": listed(without)]))]
      }
    }
  }

  /// What the report cannot tell where space is scarce: all uncertain comparisons in one sentence.
  func limitItemsInShort() -> [[Inline]] {
    let uncertain = input.limits.compactMap { limit -> Finding? in
      if case .tooUncertain(let finding) = limit { return finding }
      return nil
    }
    guard uncertain.count > 2 else { return limitItems() }
    let counts = FindingFamily.allCases.compactMap { family -> String? in
      let count = uncertain.count { $0.family == family }
      return count == 0
        ? nil
        : label(
          .countIn, ["item": inSentence(title(family)), "number": format.people(count)])
    }
    let sentence = text(
      .cannotTellInShort, ["number": format.people(uncertain.count), "list": listed(counts)])
    let items = limitItems(
      of: input.limits.filter { limit in
        if case .tooUncertain = limit { return false }
        return true
      })
    return [[.text(sentence)]] + items
  }

  private func uncertainSentence(_ topic: String, _ uncertain: [Finding]) -> String {
    var pairs: [String] = []
    for finding in uncertain where self.topic(finding) == topic {
      let pair = text(
        .cannotTellPair, ["focal": focalName(finding), "reference": referenceName(finding)])
      let inside = phrase(pair, of: finding)
      if !pairs.contains(inside) { pairs.append(inside) }
    }
    guard pairs.count > 3 else {
      return text(.cannotTellUncertain, ["topic": topic, "list": listed(pairs)])
    }
    return text(
      .cannotTellMany,
      [
        "topic": topic, "number": format.people(pairs.count),
        "list": listed(Array(pairs.prefix(2))),
      ])
  }

  /// A pair of groups inside a sentence: its first letter as the group's name has it.
  private func phrase(_ pair: String, of finding: Finding) -> String {
    String(focalName(finding).prefix(1) + pair.dropFirst())
  }

  /// The share below which a characteristic is not judged.
  static let declarationRule = 0.6

  /// What a finding is about, in a word or two.
  func topic(_ finding: Finding) -> String {
    guard finding.kind == .payGap, let published = release.exhibit(finding.exhibitID) else {
      return title(finding.family)
    }
    return measure(finding, published)
  }

  /// A family of questions in a word or two.
  func title(_ family: FindingFamily) -> String {
    switch family {
    case .headcount: label(.headcount)
    case .declaration: label(.declarationRates)
    case .representation: label(.representation)
    case .intersections: label(.intersections)
    case .hiring: label(.hiring)
    case .progression: label(.promotions)
    case .retention: label(.exits)
    case .pay: label(.pay)
    case .training: label(.training)
    case .trend: label(.trend)
    case .skills: label(.skillsGap)
    }
  }
}
