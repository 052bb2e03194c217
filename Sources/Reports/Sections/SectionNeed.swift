import Estimates

/// What a section cannot be written without, and where the configuration supplies it.
struct SectionNeed: Sendable {
  /// What is missing, in words.
  let what: Message
  /// The table or key of the configuration; `nil` where this version has none.
  var key: String?

  /// What the exhibits of a kind cannot be made without.
  static func of(_ kind: Exhibit.Kind) -> SectionNeed {
    switch kind {
    case .headcountBridge, .declaration, .declarationTrend:
      SectionNeed(what: .missingSnapshots, key: "[inputs.…] kind = \"snapshots\"")
    case .representation, .representationBy, .benchmark, .pipeline, .diversity, .segregation,
      .segregationModel, .segregationCurve:
      SectionNeed(
        what: .missingCharacteristics, key: "[attributes.…] role = \"characteristic\"")
    case .intersection, .intersectionLeadership:
      SectionNeed(what: .missingIntersections, key: "[[intersections]] attributes")
    case .funnelStage, .funnel, .funnelBy, .funnelAttribution, .funnelStratified,
      .comparisonScan:
      SectionNeed(what: .missingApplications, key: "[inputs.…] kind = \"applications\"")
    case .hiring, .progression, .progressionBy, .timeToPromotion, .retention, .timeToExit,
      .flowTrend, .shareAccounting, .projection, .targetChance:
      SectionNeed(what: .missingEvents, key: "[inputs.…] kind = \"events\"")
    case .payGap, .payGapBy, .payQuarters, .inequality, .inequalityBetween, .lorenz:
      SectionNeed(what: .missingPay, key: "[pay] measure")
    case .bonus: SectionNeed(what: .missingBonus, key: "[pay] bonus")
    case .skillsGap, .inclusionLens:
      SectionNeed(
        what: .missingVacancies,
        key:
          "[inputs.…] kind = \"vacancies\", [attributes.vacancy_outcome] levels = [\"Filled\", …]")
    case .training, .trainingAttribution, .trainingCost:
      SectionNeed(what: .missingTraining, key: "[inputs.…] kind = \"training\", stages")
    case .skillDomains, .hybridTalent, .skillPairs, .emergingSkills:
      SectionNeed(what: .missingSkills, key: "[inputs.…] kind = \"skills\"")
    case .trend, .trendTest: SectionNeed(what: .missingQuarters, key: "[period] quarters")
    }
  }
}
