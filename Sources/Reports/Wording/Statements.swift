import Disclosure
import Documents
import Estimates
import Findings

/// Many findings as few sentences: what is known is said in full, what is not is listed.
extension SectionWriter {
  /// Findings as items of a list, in their order.
  ///
  /// Verdicts that say something have their full statement. Up to two that are too uncertain have
  /// theirs as well; more of them share one sentence, and their numbers stand in the table. So do
  /// findings that are not reported for one reason.
  func statements(_ judged: [Finding]) -> [[Inline]] {
    let uncertain = judged.filter { $0.verdict == .tooUncertain }
    let said = judged.filter { finding in
      switch finding.verdict {
      case .clearGap, .gapSizeUncertain, .smallGap, .aboutTheSame: true
      case .tooUncertain: uncertain.count <= 2
      case .notReported: false
      }
    }
    let isMany = said.count > Self.mostStatements
    var items = isMany ? together(said) : said.map { statement($0) }
    if uncertain.count > 2 { items += uncertainItems(uncertain) }
    return items + notReportedItems(judged.filter { $0.verdict == .notReported })
  }

  /// The most findings of one kind that are said in full.
  private static let mostStatements = 6

  /// Findings of many groups, one sentence for each topic and group compared with.
  private func together(_ said: [Finding]) -> [[Inline]] {
    unique(said.map { head($0) }).map { head in
      let members = said.filter { self.head($0) == head }
      var clauses: [String] = []
      for verdict in Verdict.allCases {
        for direction in [
          Finding.Direction.focalWorseOff, .referenceWorseOff, .neither,
        ] {
          let part = members.filter { finding in
            finding.verdict == verdict
              && (finding.isGap ? finding.direction : .neither) == direction
          }
          guard let first = part.first else { continue }
          let groups = listed(unique(part.map { focalName($0) }))
          let worse =
            switch direction {
            case .focalWorseOff: label(.toTheirDisadvantage)
            case .referenceWorseOff: phrase(.against, ["worse": referenceName(first)])
            case .neither: ""
            }
          clauses.append(
            label(
              .verdictForGroups,
              ["verdict": phrase(verdict.message), "groups": groups, "worse": worse]))
        }
      }
      return [
        .text(label(.topicList, ["topic": head, "list": self.clauses(clauses)]))
      ]
    }
  }

  private func head(_ finding: Finding) -> String {
    label(
      .comparedWith, ["topic": subject(finding), "reference": referenceName(finding)])
  }

  private func uncertainItems(_ uncertain: [Finding]) -> [[Inline]] {
    var topics: [String] = []
    for finding in uncertain where !topics.contains(subject(finding)) {
      topics.append(subject(finding))
    }
    return topics.map { topic in
      let members = uncertain.filter { subject($0) == topic }
      return [
        .verdict(badge(.tooUncertain)),
        .text(
          ". "
            + text(
              .uncertainTogether,
              [
                "topic": topic, "list": listed(unique(members.map { focalName($0) })),
                "reference": listed(unique(members.map { referenceName($0) })),
              ])),
      ]
    }
  }

  private func notReportedItems(_ missing: [Finding]) -> [[Inline]] {
    unique(missing.map { notReportedReason($0) }).map { reason in
      let parts = unique(
        missing.filter { notReportedReason($0) == reason }.map { notReportedName($0) })
      return [.text(text(.notReportedTogether, ["list": listed(parts), "reason": reason]))]
    }
  }

  private func notReportedName(_ finding: Finding) -> String {
    [finding.subject.focal, finding.subject.part].compactMap(\.self).joined(separator: ", ")
  }

  /// What was compared, without the groups.
  private func subject(_ finding: Finding) -> String {
    guard let published = release.exhibit(finding.exhibitID) else { return title(finding.family) }
    return switch finding.kind {
    case .hiring, .progression, .retention:
      label(.per100People, ["events": events(finding.kind)])
    case .timeToExit: label(.leavingAtSameService)
    case .timeToPromotion: label(.promotionAtSameService)
    case .payGap, .payGapBy: measure(finding, published)
    case .funnel, .funnelBy, .funnelStage, .training, .bonus, .benchmark, .progressionBy:
      published.exhibit.rows[finding.row].label
    default: title(finding.family)
    }
  }

  /// The labels without repetition, in order.
  func unique(_ labels: [String]) -> [String] {
    labels.enumerated().filter { labels.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
