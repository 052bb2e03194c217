import Disclosure
import Documents
import Estimates
import Findings
import SVGCharts

/// Findings as sentences: the verdict, both rates with their counts, the ratio with its interval,
/// who is worse off, and what it means in people.
extension SectionWriter {
  /// A finding as an item of a list.
  func statement(_ finding: Finding) -> [Inline] {
    guard finding.verdict != .notReported, let published = release.exhibit(finding.exhibitID) else {
      return [.text(notReported(finding))]
    }
    var sentences: [String] = []
    switch finding.kind {
    case .funnel, .funnelBy, .funnelStage, .training:
      sentences = [passRates(finding, published), rateRatio(finding), inPeople(finding, published)]
        .compactMap(\.self)
    case .hiring, .progression, .retention:
      sentences = [flowRates(finding, published), rateRatio(finding)].compactMap(\.self)
    case .timeToExit, .timeToPromotion:
      sentences = [rateRatio(finding, .sameService)].compactMap(\.self)
    case .progressionBy:
      sentences = [flowRatesOfPart(finding, published), rateRatio(finding)].compactMap(\.self)
    case .payGap, .payGapBy:
      sentences = [payGap(finding, published)].compactMap(\.self)
    case .bonus:
      sentences =
        finding.comparison.scale == .pay
        ? [payGap(finding, published)].compactMap(\.self)
        : [passRates(finding, published), rateRatio(finding)].compactMap(\.self)
    case .benchmark: sentences = benchmark(finding, published)
    case .skillsGap: sentences = vacanciesFilled(finding, published)
    case .headcountBridge, .declaration, .declarationTrend, .representation, .representationBy,
      .intersection, .funnelAttribution, .funnelStratified, .trainingAttribution, .trainingCost,
      .skillDomains, .hybridTalent, .skillPairs, .emergingSkills, .comparisonScan, .payQuarters,
      .trend, .trendTest, .flowTrend, .shareAccounting, .projection, .targetChance,
      .intersectionLeadership, .pipeline, .inequality, .inequalityBetween,
      .lorenz,
      .diversity, .segregation,
      .segregationModel, .segregationCurve, .inclusionLens:
      sentences = [rateRatio(finding)].compactMap(\.self)
    }
    if let reason = reason(finding) { sentences.append(reason) }
    if let note = notWithinParts(finding) { sentences.append(note) }
    return [.verdict(badge(finding.verdict)), .text(". " + sentences.joined(separator: " "))]
  }

  /// The name of the focal group inside a sentence.
  func focalName(_ finding: Finding) -> String {
    names.plural(finding.subject.focal, people(finding))
  }

  /// The name of the group compared with, inside a sentence.
  func referenceName(_ finding: Finding) -> String {
    if finding.kind == .benchmark { return label(.theBenchmark) }
    return names.plural(
      finding.subject.reference ?? label(.allOthersDeclared), people(finding))
  }

  /// `, to the disadvantage of women`, or nothing.
  func against(_ finding: Finding) -> String {
    switch finding.direction {
    case .focalWorseOff: phrase(.against, ["worse": focalName(finding)])
    case .referenceWorseOff: phrase(.against, ["worse": referenceName(finding)])
    case .neither: ""
    }
  }

  /// A message used inside a sentence, its first letter as the catalogue has it.
  func phrase(_ message: Message, _ values: KeyValuePairs<String, String> = [:]) -> String {
    catalogue.phrase(message, values)
  }

  /// The word for the events of a kind, as a heading.
  func events(_ kind: Exhibit.Kind) -> String { label(eventLabels(kind).title) }

  /// The word for the events of a kind, inside a sentence.
  func eventsInText(_ kind: Exhibit.Kind) -> String { label(eventLabels(kind).inText) }

  /// A number of events of a kind: `1 hire`, `24 hires`.
  func counted(_ number: String, _ kind: Exhibit.Kind) -> String {
    label(eventLabels(kind).counted, ["number": number])
  }

  private func eventLabels(
    _ kind: Exhibit.Kind
  ) -> (title: Label, inText: Label, counted: Label) {
    switch kind {
    case .hiring: (.hires, .hiresInText, .hiresCounted)
    case .progression, .progressionBy, .timeToPromotion:
      (.promotions, .promotionsInText, .promotionsCounted)
    default: (.exits, .exitsInText, .exitsCounted)
    }
  }

  /// The row that holds the reference group, where the exhibit has one.
  func referenceRow(_ finding: Finding, _ published: PublishedExhibit) -> Int? {
    finding.subject.reference.flatMap { published.row($0) }
      ?? published.exhibit.rows.firstIndex { $0.role == .reference }
  }

  /// The heading a pay row goes by in a sentence: `Mean hourly pay`.
  func measure(_ finding: Finding, _ published: PublishedExhibit) -> String {
    guard published.exhibit.rows.indices.contains(finding.row) else { return "" }
    let label = published.exhibit.rows[finding.row].label
    guard finding.kind == .payGap, !label.contains(" "), let pay = context.payMeasure else {
      return label
    }
    let name = wording.measure(pay)
    guard context.language.isEnglish else { return name + ", " + inSentence(label) }
    return label + " " + name.prefix(1).lowercased() + name.dropFirst()
  }

  private func people(_ finding: Finding) -> GroupNames.People {
    people(finding.kind)
  }

  private func passRates(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let row = finding.row
    guard let focalRate = printed(published, row: row, column: "focal_rate"),
      let focalPassed = printed(published, row: row, column: "focal_passed"),
      let focalEntered = printed(published, row: row, column: "focal_entered")
    else { return nil }
    let part = published.exhibit.rows[row].label
    let referenceRate = printed(published, row: row, column: "reference_rate")
    guard let referenceRate,
      let referencePassed = printed(published, row: row, column: "reference_passed"),
      let referenceEntered = printed(published, row: row, column: "reference_entered")
    else {
      return text(
        referenceRate == nil ? .passRate : .passRatesOneCount,
        [
          "part": part, "focalRate": focalRate, "focal": focalName(finding),
          "focalPassed": focalPassed, "focalEntered": focalEntered,
          "referenceRate": referenceRate ?? "", "reference": referenceName(finding),
        ])
    }
    return text(
      .passRates,
      [
        "part": part, "focalRate": focalRate, "focal": focalName(finding),
        "focalPassed": focalPassed, "focalEntered": focalEntered, "referenceRate": referenceRate,
        "reference": referenceName(finding), "referencePassed": referencePassed,
        "referenceEntered": referenceEntered,
      ])
  }

  private func flowRates(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let title = events(finding.kind)
    func counted(_ number: String) -> String { self.counted(number, finding.kind) }
    let row = finding.row
    guard let focalRate = printed(published, row: row, column: "rate"),
      let focalEvents = printed(published, row: row, column: "events"),
      let focalAverage = printed(published, row: row, column: "average")
    else { return nil }
    guard let reference = referenceRow(finding, published),
      let referenceRate = printed(published, row: reference, column: "rate"),
      let referenceEvents = printed(published, row: reference, column: "events"),
      let referenceAverage = printed(published, row: reference, column: "average")
    else {
      return text(
        .flowRate,
        [
          "events": title, "focalRate": focalRate, "focal": focalName(finding),
          "focalEvents": counted(focalEvents), "focalAverage": focalAverage,
        ])
    }
    return text(
      .flowRates,
      [
        "events": title, "focalRate": focalRate, "focal": focalName(finding),
        "focalEvents": counted(focalEvents), "focalAverage": focalAverage,
        "referenceRate": referenceRate, "reference": referenceName(finding),
        "referenceEvents": counted(referenceEvents), "referenceAverage": referenceAverage,
      ])
  }

  private func flowRatesOfPart(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    let row = finding.row
    guard let focalRate = printed(published, row: row, column: "focal_rate"),
      let referenceRate = printed(published, row: row, column: "reference_rate")
    else { return nil }
    return text(
      .flowRatesOfPart,
      [
        "part": published.exhibit.rows[row].label, "events": eventsInText(finding.kind),
        "focalRate": focalRate, "focal": focalName(finding), "referenceRate": referenceRate,
        "reference": referenceName(finding),
      ])
  }

  private func rateRatio(_ finding: Finding, _ message: Message = .rateRatio) -> String? {
    guard let effect = finding.effect, let interval = effect.interval,
      finding.comparison.scale == .ratio
    else { return nil }
    return text(
      message,
      [
        "event": label(
          finding.kind == .timeToPromotion ? .promotionEvent : .leavingEvent),
        "focal": focalName(finding), "reference": referenceName(finding),
        "ratio": format.ratio(effect.value), "confidence": confidence,
        "interval": printed(interval, .ratio), "against": against(finding),
      ])
  }

  private func inPeople(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    guard finding.isGap, let effect = finding.effect,
      let shortfall = value(published, row: finding.row, column: "shortfall"),
      abs(shortfall).rounded(.toNearestOrAwayFromZero) >= 1
    else { return nil }
    let number = format.number(abs(shortfall), digits: 0)
    let isWhole = finding.role == .total || finding.kind == .funnelBy
    let message: Message =
      switch (isWhole, effect.value < 1) {
      case (true, true) where finding.kind == .training: .moreTrained
      case (true, false) where finding.kind == .training: .fewerTrained
      case (true, true): .moreHired
      case (true, false): .fewerHired
      case (false, true): .morePassed
      case (false, false): .fewerPassed
      }
    return text(
      message,
      [
        "reference": referenceName(finding), "number": number,
        "people": names.counted(finding.subject.focal, isOne: number == "1", people(finding)),
      ])
  }

  private func payGap(_ finding: Finding, _ published: PublishedExhibit) -> String? {
    guard let effect = finding.effect, let interval = effect.interval else { return nil }
    let row = finding.row
    let isPay = finding.comparison.scale == .pay
    let gap = format.percent(effect.value, digits: 1)
    let limits = printed(interval, isPay ? .relativeGap : .ratio)
    guard isPay else { return rateRatio(finding) }
    guard let focalAmount = money(published, row: row, column: "focal_amount"),
      let referenceAmount = money(published, row: row, column: "reference_amount"),
      let focalPeople = printed(published, row: row, column: "focal_people"),
      let referencePeople = printed(published, row: row, column: "reference_people")
    else {
      return text(
        .payGapPlain,
        [
          "measure": measure(finding, published), "gap": gap, "focal": focalName(finding),
          "reference": referenceName(finding), "confidence": confidence, "interval": limits,
          "against": against(finding),
        ])
    }
    return text(
      effect.value < 0 ? .payGapNegative : .payGap,
      [
        "measure": measure(finding, published), "focalAmount": focalAmount,
        "focal": focalName(finding), "focalPeople": focalPeople,
        "referenceAmount": referenceAmount, "reference": referenceName(finding),
        "referencePeople": referencePeople, "gap": gap, "confidence": confidence,
        "interval": limits, "against": against(finding),
      ])
  }

  private func benchmark(_ finding: Finding, _ published: PublishedExhibit) -> [String] {
    let row = finding.row
    guard let share = printed(published, row: row, column: "share"),
      let benchmark = printed(published, row: row, column: "benchmark"),
      let people = printed(published, row: row, column: "people"),
      let base = printed(published, row: row, column: "base")
    else { return [] }
    var sentences = [
      text(
        finding.subject.part == nil ? .benchmark : .benchmarkAt,
        [
          "part": finding.subject.part ?? "", "group": focalName(finding), "share": share,
          "people": people, "base": base, "benchmark": benchmark,
        ])
    ]
    guard let effect = finding.effect, let interval = effect.interval else { return sentences }
    if finding.comparison.scale == .share {
      sentences.append(
        text(
          .benchmarkPoints,
          [
            "points": points(effect.value), "direction": direction(effect.value, 0),
            "confidence": confidence, "interval": printed(interval, .percentagePoints),
          ]))
    } else {
      sentences.append(
        text(
          .benchmarkIndex,
          [
            "ratio": format.ratio(effect.value), "confidence": confidence,
            "interval": printed(interval, .ratio),
          ]))
    }
    return sentences
  }

  /// A difference of shares in words, without its sign: `2.3 percentage points`.
  func points(_ difference: Double, digits: Int = 1) -> String {
    let number = format.number(abs(difference) * 100, digits: digits)
    return phrase(.percentagePoints, ["number": number])
  }

  private func direction(_ value: Double, _ parity: Double) -> String {
    phrase(value < parity ? .below : .above)
  }

  /// A warning where a gap over all is found in none of the parts of a breakdown; the total then
  /// says as much about who is in which part as about any part.
  func notWithinParts(_ finding: Finding) -> String? {
    let isWhole = finding.kind == .funnel || finding.kind == .progression || finding.kind == .payGap
    guard isWhole, finding.isGap, finding.direction != .neither else { return nil }
    let partKind: Exhibit.Kind =
      switch finding.kind {
      case .funnel: .funnelBy
      case .progression: .progressionBy
      default: .payGapBy
      }
    for published in release.exhibits(partKind)
    where published.exhibit.attribute?.id == finding.subject.attribute?.id {
      let parts = findings(of: published).filter {
        $0.subject.focal == finding.subject.focal && $0.verdict != .notReported
      }
      // Parts that lean the same way, only too uncertain to say, do not speak against the total.
      let leaning = parts.filter { part in
        part.effect.map { part.comparison.direction(of: $0.value) } == finding.direction
      }
      let isFound = parts.contains { $0.isGap && $0.direction == finding.direction }
      if parts.count > 1, !isFound, leaning.count * 2 <= parts.count {
        return text(.notWithinParts, ["by": byTitle(published.exhibit)])
      }
    }
    return nil
  }

  private func reason(_ finding: Finding) -> String? {
    switch (finding.verdict, finding.limit) {
    case (.aboutTheSame, _): text(.sameBecause)
    case (.tooUncertain, .familyAdjustment): text(.familyBecause)
    case (.tooUncertain, _): text(.tooWideBecause)
    default: nil
    }
  }

  private func notReported(_ finding: Finding) -> String {
    text(
      .notReportedTogether,
      [
        "list": [finding.subject.focal, finding.subject.part].compactMap(\.self)
          .joined(separator: ", "), "reason": notReportedReason(finding),
      ])
  }

  /// Why a finding is not reported, as the end of a sentence.
  func notReportedReason(_ finding: Finding) -> String {
    switch finding.limit {
    case .lowDeclaration: phrase(.notReportedDeclaration)
    case .noData: phrase(.notReportedNoData)
    case .notApplicable, .noInterval: phrase(.notReportedUndefined)
    case .hidden, .intervalTooWide, .familyAdjustment, nil: phrase(.notReportedHidden)
    }
  }
}
