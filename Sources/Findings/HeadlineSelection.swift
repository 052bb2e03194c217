public import Disclosure
import Estimates

/// Chooses what stands on page one: at most six facts, in a fixed order of importance.
///
/// Gaps come first: clear ones, then those of uncertain size, then small ones. Within a verdict no
/// family speaks twice before every other has spoken once; figures of the whole organisation come
/// before figures of a part; families keep the order hiring, progression, pay, retention,
/// representation, training; within a family comparisons with a named group come before those with everybody else,
/// medians of pay before means, and the interval farthest from parity first. No
/// two headlines repeat one family for one group. Shares of the focal groups, overall and at the top
/// level, and findings of "about the same" fill the remaining places. A result that may not be shown
/// or is too uncertain is never a headline.
public struct HeadlineSelection: Sendable {
  /// One headline.
  public enum Headline: Hashable, Sendable {
    /// A finding.
    case finding(Finding)
    /// The share of a group: the exhibit, the row and the column of the share.
    case share(exhibitID: String, row: Int, column: String)
  }

  /// How many headlines there may be.
  public let limit: Int

  /// Makes a selection.
  public init(limit: Int = 6) { self.limit = max(0, limit) }

  /// The headlines of a release.
  public func headlines(in release: Release, findings: [Finding]) -> [Headline] {
    // Vacancies are no groups of people; they speak in a section of their own.
    let findings = findings.filter { $0.family != .skills }
    let gaps = ranked(findings.filter(\.isGap))
    let same = ranked(findings.filter { $0.verdict == .aboutTheSame })
    let benchmarked = gaps.filter { $0.kind == .benchmark && $0.subject.by == nil }
    let shares = shareHeadlines(in: release).filter { headline in
      !benchmarked.contains { repeats($0, headline, release) }
    }
    let reserved = min(shares.count { hasHistory($0, release) }, 2)
    var chosen = Array(gaps.prefix(max(0, limit - reserved))).map(Headline.finding)
    chosen += shares.prefix(min(max(reserved, limit - chosen.count - same.count), limit))
    chosen += same.prefix(max(0, limit - chosen.count)).map(Headline.finding)
    return Array(chosen.prefix(limit))
  }

  /// Whether the share of a headline is known for a year ago as well.
  private func hasHistory(_ headline: Headline, _ release: Release) -> Bool {
    guard case .share(let exhibitID, let row, let column) = headline,
      let published = release.exhibit(exhibitID)
    else { return false }
    let before = column.replacing("share", with: "year_ago", maxReplacements: 1)
    return published.entry(row: row, column: before).estimate != nil
  }

  /// Whether a headline about a benchmark already says an overall share.
  private func repeats(_ finding: Finding, _ headline: Headline, _ release: Release) -> Bool {
    guard case .share(let exhibitID, let row, "share") = headline,
      let exhibit = release.exhibit(exhibitID)?.exhibit
    else { return false }
    return exhibit.attribute == finding.subject.attribute
      && exhibit.rows[row].label == finding.subject.focal
  }

  /// Findings in order of importance, without repetition of a kind for a group.
  ///
  /// Among findings of one verdict, the first of every family comes before the second of any, so
  /// that page one speaks of more than one thing.
  private func ranked(_ findings: [Finding]) -> [Finding] {
    let order = sorted(findings, by: findings.map(importance))
    var seen: [Topic] = []
    let distinct = order.filter { finding in
      let topic = Topic(family: finding.family, focal: finding.subject.focal)
      guard !seen.contains(topic) else { return false }
      seen.append(topic)
      return true
    }
    let turns = distinct.indices.map { index in
      let finding = distinct[index]
      let turn = distinct[..<index].count {
        $0.verdict == finding.verdict && $0.family == finding.family
      }
      return [importance(finding)[0], turn] + importance(finding).dropFirst()
    }
    return sorted(distinct, by: turns)
  }

  private func sorted(_ findings: [Finding], by keys: [[Int]]) -> [Finding] {
    findings.indices.sorted { left, right in
      keys[left] == keys[right]
        ? left < right : keys[left].lexicographicallyPrecedes(keys[right])
    }.map { findings[$0] }
  }

  private struct Topic: Equatable {
    let family: FindingFamily
    let focal: String
  }

  private func importance(_ finding: Finding) -> [Int] {
    let verdict =
      switch finding.verdict {
      case .clearGap: 0
      case .gapSizeUncertain: 1
      case .smallGap: 2
      case .aboutTheSame: 3
      case .tooUncertain: 4
      case .notReported: 5
      }
    let breadth =
      switch finding.kind {
      case .funnel, .training: finding.role == .total ? 0 : 1
      case .funnelBy, .progressionBy, .timeToExit, .timeToPromotion, .payGapBy, .representationBy: 2
      case .benchmark: finding.subject.by == nil ? 0 : 2
      case .bonus: 1
      default: 0
      }
    let family =
      switch finding.family {
      case .hiring: finding.kind == .hiring ? 1 : 0
      case .progression: 2
      case .pay: 3
      case .retention: 4
      case .representation: 5
      case .training: 6
      case .headcount, .declaration, .intersections, .trend, .skills: 7
      }
    // A named group says more than everybody else taken together.
    let reference = finding.subject.reference
    let comparator = reference == nil || reference?.hasPrefix("All other") == true ? 1 : 0
    // Of the rows of a pay gap the last speaks, the median, as in the scorecard.
    let row = finding.kind == .payGap ? -finding.row : 0
    return [verdict, breadth, family, comparator, row, -Int((strength(finding) * 1000).rounded())]
  }

  /// How far the interval stays from parity, in widths of the practical band, at most 1000.
  private func strength(_ finding: Finding) -> Double {
    guard let interval = finding.effect?.interval, finding.isGap else { return 0 }
    let parity = finding.comparison.parity
    let nearest = interval.lower > parity ? interval.lower : interval.upper
    let edge = nearest > parity ? finding.band.upper : finding.band.lower
    // Distances of ratios are measured as the larger over the smaller, so that 1/2 is as far as 2.
    let isRatio = finding.comparison.scale == .ratio
    let distance =
      isRatio ? max(nearest, 1 / max(nearest, 1e-9)) - 1 : abs(nearest - parity)
    let width = isRatio ? max(edge, 1 / max(edge, 1e-9)) - 1 : abs(edge - parity)
    return width > 0 ? min(1000, distance / width) : 0
  }

  /// The shares of the focal groups: in the top level, then overall, group by group.
  private func shareHeadlines(in release: Release) -> [Headline] {
    var result: [Headline] = []
    for published in release.exhibits(.representation) {
      let exhibit = published.exhibit
      guard let attribute = exhibit.attribute else { continue }
      for group in release.focalGroups(of: attribute.id) {
        // A share that rounds to nothing is no headline.
        guard let row = published.row(group),
          let share = published.entry(row: row, column: "share").estimate?.value, share >= 0.01
        else { continue }
        result.append(.share(exhibitID: exhibit.id, row: row, column: "share"))
        for byLevel in release.exhibits(.representationBy)
        where byLevel.exhibit.attribute == attribute && byLevel.exhibit.by?.id == "level" {
          guard
            let top = byLevel.exhibit.rows.lastIndex(where: { $0.role == .item }),
            byLevel.entry(row: top, column: "share/" + group).estimate != nil
          else { continue }
          result.append(
            .share(exhibitID: byLevel.exhibit.id, row: top, column: "share/" + group))
        }
      }
    }
    return result
  }
}

extension Release {
  /// The groups of a characteristic that are compared with a reference, in declared order; every
  /// declared group but the reference where no comparison names one.
  ///
  /// A group without a single person is left out.
  public func focalGroups(of attribute: String) -> [String] {
    let empty = exhibits(.representation).filter { $0.exhibit.attribute?.id == attribute }
      .flatMap { published in
        published.exhibit.rows.indices.filter {
          published.entry(row: $0, column: "people").people == 0
        }.map { published.exhibit.rows[$0].label }
      }
    return comparedGroups(of: attribute).filter { !empty.contains($0) }
  }

  private func comparedGroups(of attribute: String) -> [String] {
    var named: [String] = []
    var references: [String] = []
    for published in exhibits where published.exhibit.attribute?.id == attribute {
      let exhibit = published.exhibit
      if let reference = exhibit.reference { references.append(reference) }
      references += exhibit.rows.filter { $0.role == .reference }.map(\.label)
      if let focal = exhibit.focal { named.append(focal) }
      if let comparison = exhibit.comparison, exhibit.kind.rowsAreGroups, exhibit.by == nil {
        named += exhibit.rows.indices.filter { row in
          exhibit.rows[row].role == .item
            && published.entry(row: row, column: comparison.effectColumn).status != nil
        }.map { exhibit.rows[$0].label }
      }
    }
    let declared =
      exhibits(.representation).first { $0.exhibit.attribute?.id == attribute }
      .map { $0.exhibit.rows.filter { $0.role == .item || $0.role == .reference }.map(\.label) }
      ?? []
    if named.isEmpty {
      let withoutReference = declared.filter { !references.contains($0) }
      return withoutReference.count < declared.count
        ? withoutReference : Array(declared.prefix(1))
    }
    let ordered = declared.filter { named.contains($0) }
    return ordered.isEmpty ? unique(named) : ordered
  }

  private func unique(_ labels: [String]) -> [String] {
    labels.enumerated().filter { labels.firstIndex(of: $0.element) == $0.offset }.map(\.element)
  }
}
