import Disclosure
import Estimates
import Findings
import SVGCharts

/// The verdicts of the rows of one exhibit in one sentence, for breakdowns by level or stratum.
extension SectionWriter {
  /// `By level, women against men: clear gap at A, to the disadvantage of women; about the same at B
  /// and C.` `nil` where nothing was judged.
  func partsSentence(_ published: PublishedExhibit, lead: String) -> String? {
    let judged = findings(of: published).filter { $0.role == .item }
    guard let first = judged.first else { return nil }
    var clauses: [String] = []
    for verdict in Verdict.allCases {
      for side in [-1, 1, 0] {
        let members = judged.filter { $0.verdict == verdict && self.side($0) == side }
        guard let member = members.first else { continue }
        let parts =
          members.count == judged.count && members.count > 3
          ? phrase(.everyPart, ["number": format.people(members.count)])
          : listed(members.map { published.exhibit.rows[$0.row].label })
        clauses.append(clause(member, side: side, parts: parts))
      }
    }
    return text(
      .partsLead,
      [
        "by": lead, "focal": focalName(first), "reference": referenceName(first),
        "list": self.clauses(clauses),
      ])
  }

  /// Which side of parity a gap lies on; 0 where there is none or the side has no meaning.
  private func side(_ finding: Finding) -> Int {
    guard finding.isGap, let effect = finding.effect else { return 0 }
    guard finding.kind == .benchmark || finding.direction != .neither else { return 0 }
    return effect.value < finding.comparison.parity ? -1 : 1
  }

  private func clause(_ finding: Finding, side: Int, parts: String) -> String {
    let verdict = phrase(finding.verdict.message)
    if side == 0 { return phrase(.partsAt, ["verdict": verdict, "parts": parts]) }
    if finding.kind == .benchmark {
      return phrase(
        .partsAtBenchmark,
        [
          "verdict": verdict, "parts": parts,
          "direction": phrase(side < 0 ? .belowBenchmark : .aboveBenchmark),
        ])
    }
    return phrase(
      .partsAtAgainst,
      [
        "verdict": verdict, "parts": parts,
        "worse": finding.direction == .focalWorseOff
          ? focalName(finding) : referenceName(finding),
      ])
  }

  /// The verdicts of a set of findings in few words, for the title of a chart.
  func chartTitle(_ judged: [Finding], label: (Finding) -> String) -> String {
    let rowsAreParts = judged.allSatisfy {
      $0.kind != .payGap && label($0) == $0.subject.part
    }
    var clauses: [String] = []
    for verdict in Verdict.allCases {
      let labels = judged.filter { $0.verdict == verdict }.map(label)
      if !labels.isEmpty {
        clauses.append(
          rowsAreParts
            ? self.label(
              .verdictAtParts,
              ["verdict": phrase(verdict.message), "parts": listed(labels)])
            : self.label(
              .verdictForGroups,
              ["verdict": phrase(verdict.message), "groups": listed(labels)]))
      }
    }
    if let first = judged.first?.verdict, judged.count > 3,
      judged.allSatisfy({ $0.verdict == first })
    {
      let number = format.people(judged.count)
      return self.label(
        .verdictForAll, ["verdict": text(first.message), "number": number])
    }
    let full = self.clauses(clauses)
    let text = full.count <= 110 ? full : countedTitle(judged)
    return text.prefix(1).uppercased() + text.dropFirst()
  }

  private func countedTitle(_ judged: [Finding]) -> String {
    let clauses = Verdict.allCases.compactMap { verdict -> String? in
      let count = judged.count { $0.verdict == verdict }
      return count == 0
        ? nil
        : label(
          .countIn, ["item": phrase(verdict.message), "number": format.people(count)])
    }
    return label(
      .comparisonsList,
      ["number": format.people(judged.count), "list": self.clauses(clauses)])
  }
}

extension Verdict {
  /// The message that holds the verdict's word.
  var message: Message {
    switch self {
    case .clearGap: .clearGap
    case .gapSizeUncertain: .gapSizeUncertain
    case .smallGap: .smallGap
    case .aboutTheSame: .aboutTheSame
    case .tooUncertain: .tooUncertain
    case .notReported: .notReported
    }
  }
}
