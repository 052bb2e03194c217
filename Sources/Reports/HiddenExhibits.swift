import Disclosure
import Documents
import Estimates

/// Exhibits of which no statistic may be shown: one sentence names them, and no table of markers is
/// printed.
extension SectionWriter {
  /// Whether every statistic of an exhibit is hidden.
  ///
  /// Where rows are compared, the comparisons count; elsewhere every estimate does.
  func isHidden(_ published: PublishedExhibit) -> Bool {
    let exhibit = published.exhibit
    let columns = exhibit.columns.filter { column in
      exhibit.comparison.map { $0.effectColumn == column.id } ?? true
    }
    var isAnyHidden = false
    for row in exhibit.rows.indices {
      for column in columns {
        let entry = published.entry(row: row, column: column.id)
        if case .count = entry, exhibit.comparison == nil { return false }
        switch entry.status {
        case .shown, .zero: return false
        case .notShown: isAnyHidden = true
        case .notApplicable, .noData, nil: break
        }
      }
    }
    return isAnyHidden
  }

  /// One sentence that names the hidden exhibits of some kinds; empty where there are none.
  func hiddenNote(_ kinds: [Exhibit.Kind]) -> [Block] {
    let hidden = release.exhibits.filter {
      kinds.contains($0.exhibit.kind) && isHidden($0) && !followsHidden($0)
    }
    guard !hidden.isEmpty else { return [] }
    let names = unique(hidden.map { hiddenName($0.exhibit) })
    return [
      .paragraph([
        .text(text(.notShownExhibits, ["list": clauses(names)]))
      ])
    ]
  }

  /// Whether an exhibit is made of another one that is hidden and named already.
  private func followsHidden(_ published: PublishedExhibit) -> Bool {
    let exhibit = published.exhibit
    let source: Exhibit.Kind
    switch exhibit.kind {
    case .funnelAttribution: source = .funnel
    case .trainingAttribution, .trainingCost: source = .training
    case .funnelStratified: source = .funnelBy
    case .diversity: source = .representation
    case .segregation, .segregationModel, .segregationCurve, .pipeline:
      source = .representationBy
    case .trendTest: source = .trend
    default: return false
    }
    return release.exhibits(source).contains {
      $0.exhibit.attribute == exhibit.attribute
        && ($0.exhibit.focal == exhibit.focal || exhibit.focal == nil
          || [.segregationCurve, .pipeline].contains(exhibit.kind))
        && $0.exhibit.by == exhibit.by && isHidden($0)
    }
  }

  /// What a hidden exhibit is about: `hiring of women by level`.
  ///
  /// Where rows are groups, `group` is the one meant.
  func hiddenName(_ exhibit: Exhibit, of group: String? = nil) -> String {
    let people = people(exhibit.kind)
    let group =
      (group ?? exhibit.focal).map { names.plural($0, people) }
      ?? exhibit.attribute.map { inSentence($0.title) } ?? label(.everyone)
    guard exhibit.kind != .shareAccounting else {
      let isLeadership = exhibit.by != nil
      return label(
        .hiddenShareAccounting,
        ["group": isLeadership ? label(.inLeadership, ["group": group]) : group])
    }
    let topic = label(topic(exhibit.kind), ["group": group])
    guard let by = exhibit.by else { return topic }
    return label(.hiddenBy, ["topic": topic, "by": inSentence(by.title)])
  }

  /// Whom the exhibits of a kind count.
  func people(_ kind: Exhibit.Kind) -> GroupNames.People {
    switch kind {
    case .funnel, .funnelBy, .funnelStage, .funnelAttribution, .funnelStratified,
      .comparisonScan:
      .applicants
    case .training, .trainingAttribution, .trainingCost: .learners
    default: .employees
    }
  }

  private func topic(_ kind: Exhibit.Kind) -> Label {
    switch kind {
    case .headcountBridge: .hiddenBridge
    case .declaration, .declarationTrend: .hiddenDeclaration
    case .representation, .representationBy: .hiddenShares
    case .benchmark: .hiddenBenchmark
    case .intersection: .hiddenCombinations
    case .intersectionLeadership: .hiddenLeadership
    case .funnel, .funnelBy, .funnelStage: .hiddenHiring
    case .funnelAttribution: .hiddenStages
    case .funnelStratified: .hiddenHiring
    case .comparisonScan: .hiddenScan
    case .hiring: .hiddenHires
    case .progression, .progressionBy: .hiddenPromotions
    case .retention: .hiddenExits
    case .timeToExit: .hiddenTimeToExit
    case .timeToPromotion: .hiddenTimeToPromotion
    case .payGap, .payGapBy: .hiddenPayGap
    case .payQuarters: .hiddenPayQuarters
    case .bonus: .hiddenBonuses
    case .pipeline: .hiddenLevels
    case .trend: .hiddenTrend
    case .trendTest: .hiddenTrendTest
    case .flowTrend: .hiddenFlowTrend
    case .shareAccounting: .hiddenShareAccounting
    case .projection, .targetChance: .hiddenProjection
    case .training: .hiddenTraining
    case .skillsGap: .hiddenVacancies
    case .inclusionLens: .hiddenInclusion
    case .trainingAttribution: .hiddenStages
    case .trainingCost: .hiddenTrainingCost
    case .skillDomains, .hybridTalent, .skillPairs, .emergingSkills: .hiddenSkills
    case .inequality, .inequalityBetween, .lorenz: .hiddenInequality
    case .diversity: .hiddenDiversity
    case .segregation, .segregationModel, .segregationCurve: .hiddenSeparation
    }
  }
}
